"""What the system lacks, in the words of its own package manager."""

import os
import shutil
import sys

import pytest

from mnemo_anim.doctor import system
from mnemo_anim.doctor.finding import State
from mnemo_anim.doctor.system import Need, how_to_install, missing_of, system_findings

EGL = Need("EGL", lambda: False, ("libegl1", "more"), "mesa-libEGL", "libglvnd", None)
CAIRO = Need("Cairo", lambda: False, ("libcairo2-dev",), "cairo-devel", "cairo", "cairo")
HERE = Need("here", lambda: True, ("here",), "here", "here", "here")


@pytest.mark.parametrize(
    ("platform", "program", "user", "told"),
    [
        ("linux", "apt-get", 1000, "sudo apt-get install libegl1 more libcairo2-dev"),
        ("linux", "apt-get", 0, "apt-get install libegl1 more libcairo2-dev"),
        ("linux", "dnf", 1000, "sudo dnf install mesa-libEGL cairo-devel"),
        ("linux", "pacman", 1000, "sudo pacman -S libglvnd cairo"),
        ("linux", "zypper", 1000, "install EGL, Cairo"),
        ("darwin", "brew", 501, "brew install cairo"),
    ],
)
def test_each_system_has_its_command(
    monkeypatch: pytest.MonkeyPatch, platform: str, program: str, user: int, told: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(
        shutil, "which", lambda name: f"/usr/bin/{name}" if name == program else None
    )
    assert how_to_install([EGL, CAIRO]) == told


def test_only_what_is_absent_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_of([EGL, HERE, CAIRO]) == [EGL, CAIRO]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing_of([EGL, HERE, CAIRO]) == [CAIRO]


def test_what_draws_is_needed_and_all_else_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TO_BUILD", "TO_DRAW", "FOR_TESTS"):
        monkeypatch.setattr(system, name, (CAIRO, HERE))
    states = {finding.what: finding.state for finding in system_findings()}
    assert states == {
        "system: build": State.OPTIONAL,
        "system: draw": State.MISSING,
        "tests: Cairo": State.OPTIONAL,
        "tests: here": State.GOOD,
    }
    (draw,) = [finding for finding in system_findings() if finding.what == "system: draw"]
    assert "Cairo" in draw.found
    assert "here" not in draw.found
