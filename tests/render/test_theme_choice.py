"""A process draws in one theme, which the command line or the environment names."""

import os
import subprocess
import sys

import pytest

from mnemo_anim.cli import main
from mnemo_anim.palettes import THEME_VARIABLE, ThemeError
from mnemo_anim.render.theme_choice import choose_theme
from mnemo_anim.theme import THEME


@pytest.fixture(autouse=True)
def _keep_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THEME_VARIABLE, THEME)


def ground_in(theme: str | None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != THEME_VARIABLE}
    if theme is not None:
        environment[THEME_VARIABLE] = theme
    code = "from mnemo_anim.theme import PALETTE; print(PALETTE.ground)"
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_the_environment_chooses_and_night_is_the_default() -> None:
    grounds = [ground_in(theme).stdout.strip() for theme in (None, "night", "paper")]
    assert grounds[0] == grounds[1] != grounds[2]


def test_a_process_refuses_to_change_its_theme() -> None:
    with pytest.raises(ThemeError, match="process of its own"):
        choose_theme("paper" if THEME == "night" else "night")


def test_an_unknown_theme_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "--theme", "papr"]) != 0
    message = capsys.readouterr().err
    assert "papr" in message
    assert "paper" in message
    assert "Traceback" not in message


@pytest.mark.parametrize("command", ["render", "still", "gallery", "review", "determinism"])
def test_every_command_draws_in_the_theme_that_it_is_given(command: str) -> None:
    words = {"gallery": ["--choice", "no-such-file"], "still": ["NoScene", "beat"]}
    what = [command, *words.get(command, ["NoScene"]), "--theme", "paper"]
    told = subprocess.run(
        [sys.executable, "-m", "mnemo_anim", *what],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode != 0
    assert "no-such-file" in told.stderr or "there is no scene “NoScene”" in told.stderr
