import os
import sys
from pathlib import Path
from time import monotonic

import pytest

from mnemo_anim.bench.commands import Run, environment, middle_of, run, running
from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_peak_is_that_of_the_largest_process_also_of_one_begun_by_another() -> None:
    fill = "b'x' * 300_000_000"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {fill!r}], check=True)"
    assert 300e6 <= run(python(fill)).peak < 500e6
    assert 300e6 <= run(python(child)).peak < 500e6


def test_what_a_command_prints_is_kept() -> None:
    said = run(python("import sys; print('a', flush=True); print('b', file=sys.stderr)")).said
    assert said == "a\nb\n"


def test_a_command_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(RenderError, match=r"ended with 3: that is all"):
        run(python("import sys; print('that is all'); sys.exit(3)"))


def test_of_several_runs_the_middle_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    def timed(words: list[str]) -> Run:
        return Run(float(words[0]), 0.0, "")

    monkeypatch.setattr("mnemo_anim.bench.commands.run", timed)
    assert middle_of([["3"], ["90"], ["2"]]) == 3.0


def test_commands_run_in_the_project_whatever_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MNEMO_CLUSTER", "tcp://nowhere:1")
    monkeypatch.setenv("MNEMO_THEME", "paper")
    made = environment()
    assert "MNEMO_CLUSTER" not in made
    assert made["MNEMO_THEME"] == "night"
    assert made["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)


def test_a_command_in_the_background_is_ended(tmp_path: Path) -> None:
    began = monotonic()
    with running(python("import time; time.sleep(60)"), tmp_path / "log") as process:
        assert process.poll() is None
    assert process.returncode
    assert monotonic() - began < 30
