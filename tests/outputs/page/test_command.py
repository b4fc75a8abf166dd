"""The command names the page that it has made, or tells in one line why there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mnemo_anim.cli import main
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.render.run import join_lecture
from tests.filming import film_of
from tests.tiny_studio import TINY, Studio

Told = Callable[..., str]


@pytest.fixture
def choice(tmp_path: Path) -> Path:
    file = tmp_path / "choice.toml"
    file.write_text('one = "first"\ntwo = "third"\n')
    return file


@pytest.fixture
def rendered(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Give a studio whose films are rendered and joined."""
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    plan = studio.plan()
    for job in plan.jobs:
        film_of(job)
    join_lecture(plan)
    return studio


@pytest.fixture
def told(rendered: Studio, choice: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Give what runs the command, which must fail, and returns its one line."""

    def run(*words: str) -> str:
        assert main(["page", "-q", "tiny", f"--choice={choice}", *rendered.options, *words]) != 0
        line = capsys.readouterr().err
        assert line.startswith("mnemo: ")
        assert line.count("\n") == 1
        assert not list(rendered.folder.glob("page*"))
        return line

    return run


def test_it_names_the_page(
    rendered: Studio, choice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["page", "-q", "tiny", f"--choice={choice}", *rendered.options]) == 0
    page = Path(capsys.readouterr().out.strip())
    assert page == rendered.folder / "page" / "index.html"
    assert page.is_file()


def test_a_film_that_is_not_rendered(rendered: Studio, told: Told) -> None:
    rendered.plan().film.unlink()
    assert "short.mp4 is missing. Run make render QUALITY=tiny" in told()


def test_a_section_that_is_not_rendered(rendered: Studio, told: Told) -> None:
    rendered.plan().jobs[1].film.unlink()
    assert "02-two.mp4 is missing. Run make render QUALITY=tiny" in told()


def test_a_film_of_other_words(rendered: Studio, told: Told) -> None:
    rendered.document.write_text(rendered.document.read_text().replace("A dot.", "A point."))
    assert "section “one” says other words" in told()


def test_a_language_that_the_page_does_not_speak(rendered: Studio, told: Told) -> None:
    rendered.document.write_text(rendered.document.read_text().replace("age: en", "age: de"))
    assert "no words in the language “de”" in told()


def test_a_faulty_choice(choice: Path, told: Told) -> None:
    choice.write_text('one = "frist"')
    assert "called “frist”. Did you mean “first”?" in told()


def test_a_folder_of_something_else(told: Told, tmp_path: Path) -> None:
    thesis = tmp_path / "thesis" / "chapter.txt"
    thesis.parent.mkdir()
    thesis.write_text("precious")
    assert "holds something else" in told(f"--target={thesis.parent}")
    assert thesis.read_text() == "precious"
