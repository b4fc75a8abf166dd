"""The doctor as a whole: a line for each part, and an answer whatever is missing."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from mnemo_anim.cli import main
from mnemo_anim.doctor import examination
from mnemo_anim.doctor.finding import Finding, State
from mnemo_anim.paths import ROOT


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a Python that has the standard library alone."""
    place = tmp_path_factory.mktemp("bare")
    venv.create(place, with_pip=False, symlinks=True)
    return place / "bin" / "python"


def run(python: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [python, *words], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("module", [["mnemo_anim.doctor"], ["mnemo_anim", "doctor"]])
def test_a_python_with_nothing_installed_is_told_all_that_is_missing(
    bare_python: Path, module: list[str]
) -> None:
    told = run(bare_python, "-m", *module)
    assert (told.returncode, told.stderr) == (1, "")
    lines = told.stdout.splitlines()
    missing = {line[9:].split("  ")[0] for line in lines if line.startswith("MISSING")}
    parts = {"Manim", "PyAV", "Cairo", "Pango", "Typst", "fonts", "OpenGL"}
    assert parts | {"packages"} <= missing
    assert lines[-1].startswith("Missing: packages, Manim, PyAV")


def test_any_other_command_says_in_one_line_where_to_ask(bare_python: Path) -> None:
    told = run(bare_python, "-m", "mnemo_anim", "render")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "No module named" in told.stderr
    assert "`make doctor`" in told.stderr


def test_here_nothing_that_films_need_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert not [line for line in told if line.startswith("MISSING")]
    assert [line for line in told if line.startswith(f"ok       Python  {'':12}")]
    assert "All that films need is there." in told


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ([State.GOOD, State.GOOD], 0),
        ([State.GOOD, State.OPTIONAL], 0),
        ([State.OPTIONAL, State.MISSING], 1),
    ],
)
def test_only_what_films_need_counts(
    monkeypatch: pytest.MonkeyPatch, states: list[State], code: int
) -> None:
    found = [Finding(f"part {state}", state, "1.0") for state in states]
    monkeypatch.setattr(examination, "examine", lambda: found)
    assert examination.report() == code


def test_a_terminal_of_few_letters_is_told_too() -> None:
    code = (
        "import sys; sys.stdout.reconfigure(encoding='ascii');"
        "from mnemo_anim.doctor import examination as e;"
        "from mnemo_anim.doctor.finding import *;"
        "e.examine = lambda: [Finding('∇', State.GOOD, '\\udcff')];"
        "e.report()"
    )
    told = run(Path(sys.executable), "-c", code)
    assert (told.returncode, told.stderr) == (0, "")
    assert "ok       ?" in told.stdout


def test_a_finding_is_one_line() -> None:
    told = str(Finding("OpenGL", State.MISSING, "no driver:\n  at all", "get one"))
    assert told == f"MISSING  {'OpenGL':<20}no driver: at all -> get one"
