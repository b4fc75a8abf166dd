"""The command line: right words, one line for each mistake, and no manim until it is needed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import mnemo_anim
from mnemo_anim.cli import films, main
from mnemo_anim.render.manifest import Manifest, stamp
from mnemo_anim.render.quality import DRAFT, QUALITIES
from tests.filming import film_of
from tests.render.making import here
from tests.tiny_studio import LECTURE, TINY, Studio


def mistake(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Run a command; return its exit code and its one line on stderr."""
    code = main(words)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("mnemo: ")
    assert told.err.count("\n") == 1
    return code, told.err.removeprefix("mnemo: ").strip()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rendr"], "Did you mean 'render'?"),
        (["render", "--qualty", "hd"], "--quality"),
        (["render", "--quality", "drat"], "there is no quality “drat”. Did you mean “draft”?"),
        (["render", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["render", "Tow"], "there is no scene “Tow”. Did you mean “Two”?"),
        (["preview", "Onne"], "there is no scene “Onne”. Did you mean “One”"),
        (["still", "One"], "Missing argument"),
        (
            ["still", "One", "frist"],
            "no beat in section “one” called “frist”. Did you mean “first”",
        ),
        (["still", "One", "third"], "no beat in section “one” called “third”"),
        (["still", "One", "first", "--at", "2"], "Invalid value for '--at'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_word_is_told_in_one_line(
    studio: Studio, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    code, line = mistake(capsys, *words, *studio.options)
    assert code == 2
    assert told in line


def test_a_fault_of_the_document_is_told_with_its_line(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    studio.document.write_text(LECTURE.replace("{#second}", "{#first}"))
    code, line = mistake(capsys, "render", *studio.options)
    assert code == 1
    assert line.startswith(f"{studio.document}:")


def test_a_missing_document_is_told(studio: Studio, capsys: pytest.CaptureFixture[str]) -> None:
    studio.document.unlink()
    code, line = mistake(capsys, "list", *studio.options[:1], *studio.options[2:])
    assert code == 1
    assert str(studio.document) in line


@pytest.mark.parametrize("command", ["render", "list"])
def test_a_missing_package_of_scenes_is_told(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, line = mistake(capsys, command, "--scenes=no_such_scenes")
    assert (code, line) == (1, "there is no package of scenes “no_such_scenes”. Check --scenes.")


def test_a_place_for_films_that_cannot_be_is_told(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    studio.folder.write_text("no folder")
    code, line = mistake(capsys, "render", *studio.options)
    assert code == 1
    assert line.endswith("renders is no folder. Remove it, or name another place.")


def test_help_is_given_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    for command in ("render", "preview", "still", "list", "probe"):
        assert command in shown


def test_list_tells_which_sections_have_a_scene(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    options = [option for option in studio.options if not option.startswith("--folder")]
    assert main(["list", *options]) == 0
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert rows[1:] == ["1 one One 2 One", "2 two Two 1 Two", "3 three Three 1 no scene yet"]


def test_probe_tells_a_good_film_from_a_bad_one(
    studio: Studio, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = studio.plan(TINY).jobs[0]
    film_of(job)
    assert main(["probe", str(job.film)]) == 0
    assert f"{TINY.width}×{TINY.height}" in capsys.readouterr().out
    code, line = mistake(capsys, "probe", str(tmp_path / "none.mp4"))
    assert (code, "none.mp4 is not a film" in line) == (1, True)


@pytest.fixture
def rendered(studio: Studio) -> Studio:
    """A studio in which all films are up to date, as far as their manifests go."""
    for job in studio.plan(DRAFT).jobs:
        frames = film_of(job).frames
        Manifest(job.recipe.as_data(), stamp(job.film), frames).write(job.manifest)
    return studio


def test_preview_prints_the_path_where_there_is_no_display(
    rendered: Studio, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "_opener", lambda: None)
    assert main(["preview", "Two", *rendered.options]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("draft/02-two.mp4")


def test_preview_opens_the_film_where_there_is_one(
    rendered: Studio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opener, opened = tmp_path / "opener", tmp_path / "opened"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}\n')
    opener.chmod(0o755)
    monkeypatch.setattr(films, "_opener", lambda: str(opener))
    assert main(["preview", "Two", *rendered.options]) == 0
    assert opened.read_text().endswith("draft/02-two.mp4")


# ---- the table -----------------------------------------------------------------------------------


@pytest.fixture
def quick(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """A studio in which the command line lets this process do the work, at a tiny size."""
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    monkeypatch.setattr("mnemo_anim.render.executors.local", lambda count: here())
    return studio


def told(studio: Studio, capsys: pytest.CaptureFixture[str], *names: str) -> tuple[int, str]:
    """Run ``mnemo render``; return its exit code, and what it prints without its progress."""
    code = main(["render", *names, "--quality=tiny", *studio.options])
    out, err = capsys.readouterr()
    assert err == ""
    start = out.index("scene ")
    return code, out[start:]


def rows(table: str) -> dict[str, list[str]]:
    """Return by scene the cells of the table, those that are not empty."""
    lines = [re.split(r"\s{2,}", line.strip()) for line in table.splitlines()]
    return {line[0]: line[1:] for line in lines if line[0] in ("One", "Two")}


def without_seconds(row: list[str]) -> list[str]:
    assert float(row[3]) >= 0
    return row[:3] + row[4:]


def test_the_table_tells_what_was_done_and_why(
    quick: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    code, first = told(quick, capsys)
    folder = quick.folder / "tiny"
    assert code == 0
    assert first.splitlines()[0].split() == ["scene", "drawn", "frames", "seconds", "file", "why"]
    assert {name: without_seconds(row) for name, row in rows(first).items()} == {
        "One": ["rendered", "37", "37", str(folder / "01-one.mp4"), "new"],
        "Two": ["rendered", "19", "19", str(folder / "02-two.mp4"), "new"],
    }
    assert first.splitlines()[3:] == [
        "No scene yet, so not in the film: three",
        f"The film: {folder / 'short.mp4'}",
    ]
    code, again = told(quick, capsys)
    assert code == 0
    assert {name: without_seconds(row) for name, row in rows(again).items()} == {
        "One": ["reused", "0", "37", str(folder / "01-one.mp4")],
        "Two": ["reused", "0", "19", str(folder / "02-two.mp4")],
    }


def test_each_reason_is_told(quick: Studio, capsys: pytest.CaptureFixture[str]) -> None:
    told(quick, capsys)
    quick.edit("It moves.", "It moves on.")
    quick.write_scene("two", also="self.wait(0.1)")
    _, table = told(quick, capsys)
    assert rows(table)["One"][-1] == "beat “second” changed"
    assert int(rows(table)["One"][1]) < int(rows(table)["One"][2])
    assert rows(table)["Two"][-1] == f"{quick.scenes / 'two.py'} changed"
    with quick.job().film.open("ab") as film:
        film.write(b"!")
    _, table = told(quick, capsys)
    assert without_seconds(rows(table)["One"])[1:2] == ["0"]
    assert rows(table)["One"][-1] == "its film was changed"
    assert rows(table)["Two"][0] == "reused"


def test_a_failure_is_told_with_its_log_and_the_exit_code(
    quick: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    quick.write_scene("one", also="raise ValueError('the hill [b] is too steep')")
    code, table = told(quick, capsys)
    log = quick.folder / "tiny" / "01-one.log"
    assert code == 1
    assert without_seconds(rows(table)["One"]) == ["failed", "0", "0", str(log)]
    assert rows(table)["Two"][0] == "rendered"
    assert "Traceback" in log.read_text()
    assert table.splitlines()[3:] == [
        "One: ValueError: the hill [b] is too steep",
        "No scene yet, so not in the film: three",
    ]


def test_a_table_of_named_scenes_tells_of_no_other(
    quick: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    code, table = told(quick, capsys, "two")
    assert (code, set(rows(table)), len(table.splitlines())) == (0, {"Two"}, 2)


WITHOUT_MANIM = """
import sys
from mnemo_anim.cli import main
code = main(sys.argv[1:])
for name in ("manim", "numpy", "sympy", "av", "pebble"):
    assert name not in sys.modules, f"{name} was imported"
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--help"], 0),
        (["render", "--help"], 0),
        (["render", "--quality", "hdd"], 2),
        (["still", "One", "frist"], 2),
        (["list"], 0),
        (["render", "One", "-q", "draft"], 0),  # it is up to date
        (["render", "-q", "draft", "--cluster", "nonsense", "One"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_manim_is_not_imported_for(rendered: Studio, words: list[str], code: int) -> None:
    options = [] if "--help" in words else rendered.options
    if words == ["list"]:
        options = [option for option in options if not option.startswith("--folder")]
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_MANIM, *words, *options],
        env={"PYTHONPATH": f"{rendered.scenes.parent}:{Path(mnemo_anim.__file__).parents[1]}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, "manim was imported" in ended.stderr) == (code, False), ended.stderr
