"""What the project needs of the system, and what each package manager calls it.

Set-up installs by this table, and the doctor looks by it.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.doctor.finding import Finding, State


@dataclass(frozen=True)
class Need:
    """Something of the system.

    Each package manager has its own names for it; none where the system always has it.
    """

    what: str
    present: Callable[[], bool]
    apt: tuple[str, ...]
    dnf: str
    pacman: str
    brew: str | None  # None: not needed on macOS


@dataclass(frozen=True)
class Manager:
    """A package manager.

    Attributes:
        system: What has it.
        program: Its name.
        install: The words that let it install packages.
        names: What it calls a need.
    """

    system: str
    program: str
    install: str
    names: Callable[[Need], Sequence[str]]

    def command(self, needs: Sequence[Need]) -> str:
        """Return what installs all of them."""
        return " ".join([self.install, *(name for need in needs for name in self.names(need))])


APT = Manager("Debian", "apt-get", "sudo apt-get install", lambda need: need.apt)
BREW = Manager(
    "macOS", "brew", "brew install", lambda need: () if need.brew is None else (need.brew,)
)
DNF = Manager("Fedora", "dnf", "sudo dnf install", lambda need: (need.dnf,))
PACMAN = Manager("Arch", "pacman", "sudo pacman -S", lambda need: (need.pacman,))


def _program(name: str) -> Callable[[], bool]:
    """Return a check that there is a program `name`."""
    return lambda: shutil.which(name) is not None


def _library(name: str) -> Callable[[], bool]:
    """Return a check that the dynamic linker finds the shared library `name`."""

    def loads() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return loads


def _headers(module: str) -> Callable[[], bool]:
    """Return a check that pkg-config knows `module`."""
    return lambda: (
        shutil.which("pkg-config") is not None
        and subprocess.run(["pkg-config", "--exists", module], check=False).returncode == 0
    )


TO_BUILD = (
    Need("a C compiler", _program("cc"), ("gcc", "libc6-dev"), "gcc", "gcc", "gcc"),
    Need(
        "pkg-config",
        _program("pkg-config"),
        ("pkg-config",),
        "pkgconf-pkg-config",
        "pkgconf",
        "pkgconf",
    ),
    Need("Cairo", _headers("cairo"), ("libcairo2-dev",), "cairo-devel", "cairo", "cairo"),
    Need("Pango", _headers("pangocairo"), ("libpango1.0-dev",), "pango-devel", "pango", "pango"),
)
"""What the packages without a wheel are built with."""

TO_DRAW = (
    Need("EGL", _library("libEGL.so.1"), ("libegl1",), "mesa-libEGL", "libglvnd", None),
    Need(
        "OpenGL",
        _library("libGL.so.1"),
        ("libgl1", "libgl1-mesa-dri"),  # the second is Mesa's software driver
        "mesa-dri-drivers",
        "mesa",
        None,
    ),
)
"""What draws the landscape."""

FOR_TESTS = (
    # The tests take this very program: another Chromium may be without a sandbox's rights.
    Need(
        "Chromium",
        lambda: Path("/usr/bin/chromium").exists(),
        ("chromium",),
        "chromium",
        "chromium",
        "chromium",
    ),
    Need(
        "LibreOffice",
        _program("soffice"),
        ("libreoffice",),
        "libreoffice",
        "libreoffice-fresh",
        "libreoffice",
    ),
)
"""What some tests look at pages and slides with; without it, they are skipped."""

NEEDS = (*TO_BUILD, *TO_DRAW)


def missing_of(needs: Sequence[Need]) -> list[Need]:
    """Return those that this system should have, and has not."""
    on_mac = sys.platform == "darwin"
    return [need for need in needs if not (on_mac and need.brew is None) and not need.present()]


def how_to_install(needs: Sequence[Need]) -> str:
    """Return the command that installs them on this system."""
    order = (BREW,) if sys.platform == "darwin" else (APT, DNF, PACMAN)
    for manager in order:
        if shutil.which(manager.program):
            command = manager.command(needs)
            return command.removeprefix("sudo ") if os.geteuid() == 0 else command
    return f"install {', '.join(need.what for need in needs)}"


def system_findings() -> list[Finding]:
    """Return what the system has, one line for each use."""
    return [
        _finding("system: build", TO_BUILD, State.OPTIONAL, "only set-up needs it"),
        _finding("system: draw", TO_DRAW, State.MISSING, "nothing draws the landscape"),
        *(
            _finding(f"tests: {need.what}", (need,), State.OPTIONAL, "some tests are skipped")
            for need in FOR_TESTS
        ),
    ]


def _finding(what: str, needs: Sequence[Need], otherwise: State, lack: str) -> Finding:
    missing = missing_of(needs)
    names = ", ".join(need.what for need in missing or needs)
    if not missing:
        return Finding(what, State.GOOD, names if len(needs) > 1 else "there")
    return Finding(what, otherwise, f"no {names} ({lack})", how_to_install(missing))
