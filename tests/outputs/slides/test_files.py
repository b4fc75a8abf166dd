"""The command makes slides of the lecture, or of some scenes, and tells what is missing."""

import sys
from pathlib import Path

import pytest

from mnemo_anim.cli import main
from tests.tiny_studio import Studio


def slides(studio: Studio, *words: str) -> int:
    return main(["slides", *words, *studio.options, "--quality=tiny", "--jobs=1"])


def written(studio: Studio) -> list[str]:
    folder = studio.plan().film.parent / "slides"
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_slides_of_the_lecture_are_one_file_of_each_kind(
    filmed: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("manim_slides")
    assert slides(filmed) == 0
    assert written(filmed) == ["short.html", "short.pptx"]
    told = capsys.readouterr().out.splitlines()
    made = [Path(line.partition(": ")[0]).name for line in told]
    assert "02-two-third.webm" in made
    assert "02-two-third.mp4" in made
    assert [name for name in made if name.startswith("short")] == ["short.html", "short.pptx"]


def test_slides_of_some_scenes_are_files_of_their_own(filmed: Studio) -> None:
    pytest.importorskip("manim_slides")
    assert slides(filmed, "Two", "One", "--format=pptx") == 0
    assert written(filmed) == ["01-one.pptx", "02-two.pptx"]


def test_without_manim_slides_the_command_that_installs_it_is_told(
    filmed: Studio, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("html", "pptx"):
        monkeypatch.delitem(sys.modules, f"mnemo_anim.outputs.slides.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "manim_slides.config", None)
    assert slides(filmed) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "mnemo: slides are made by manim-slides, and manim_slides.config is not installed. "
        "Run .venv/bin/pip install '.[slides]'.\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format=pdf"], "there is no format “pdf”. Use one of “html”, “pptx”"),
        (["Onne"], "there is no scene “Onne”. Did you mean “One”"),
    ],
)
def test_a_wrong_word_is_told(
    filmed: Studio, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert slides(filmed, *words) == 2
    assert told in capsys.readouterr().err
