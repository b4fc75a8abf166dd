"""Commands, run as a user runs them, with the time and the memory that they take."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from time import monotonic

from mnemo_anim.palettes import DEFAULT_THEME, THEME_VARIABLE
from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.registry import SceneEntry
from mnemo_anim.voice import SILENT, VOICE_VARIABLE

_KIB = 1 if sys.platform == "darwin" else 1024  # bytes; the unit of ru_maxrss (getrusage(2))
_LAST_LINES = 3  # of a command that fails

HD = ("-qh",)
"""Manim's options for 1920 × 1080 at 60 frames a second."""

DRAFT = ("-ql", "-r", "854,480", "--fps", "15")
"""Those for a draft."""


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has ended well.

    Attributes:
        seconds: From its start to its end.
        peak: Bytes of memory that it, or any one process that it has begun, held at most.
        said: What it printed.
    """

    seconds: float
    peak: float
    said: str


def run(words: Sequence[str]) -> Run:
    """Run a command to its end.

    Raises:
        RenderError: It fails.
    """
    with TemporaryFile() as said:
        began = monotonic()
        process = subprocess.Popen(words, stdout=said, stderr=said, cwd=ROOT, env=environment())
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.terminate()
            process.wait()
            raise
        seconds = monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    if process.returncode:
        last = " / ".join(text.strip().splitlines()[-_LAST_LINES:])
        raise RenderError(f"`{shlex.join(words)}` ended with {process.returncode}: {last}")
    return Run(seconds, usage.ru_maxrss * _KIB, text)


def middle_of(commands: Iterable[Sequence[str]]) -> float:
    """Run commands one after the other; return the middle one of the seconds that they take.

    What takes a second or two differs from run to run by more than a limit leaves room for.

    Raises:
        RenderError: One fails.
    """
    return median(run(words).seconds for words in commands)


@contextmanager
def running(words: Sequence[str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Keep a command running in the background, and end it at last.

    Args:
        words: The command.
        log: Where what it prints goes.
    """
    with log.open("wb") as said:
        process = subprocess.Popen(words, stdout=said, stderr=said, cwd=ROOT, env=environment())
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def mnemo(*words: str | Path) -> list[str]:
    """Return a command of the studio."""
    return [sys.executable, "-m", "mnemo_anim", *map(str, words)]


def module(name: str, *words: str) -> list[str]:
    """Return the command that runs a module of this package in a process of its own."""
    return [sys.executable, "-m", f"mnemo_anim.bench.{name}", *words]


def manim(scene: SceneEntry, media: Path, *options: str) -> list[str]:
    """Return Manim's own command for a scene.

    Args:
        scene: Which.
        media: Where its films and its cache go.
        options: Others, such as `HD`.
    """
    words = [sys.executable, "-m", "manim", "render", *options, "--progress_bar", "none"]
    return [*words, "--media_dir", str(media), str(scene.source), scene.class_name]


_LEFT_OUT = ("MNEMO_CLUSTER", "PYTHONDONTWRITEBYTECODE")  # Python compiles a module once, then


def environment() -> dict[str, str]:
    """Return the environment of all commands: this project, in its first edition."""
    return {
        **{name: value for name, value in os.environ.items() if name not in _LEFT_OUT},
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        THEME_VARIABLE: DEFAULT_THEME,
        VOICE_VARIABLE: SILENT,
    }
