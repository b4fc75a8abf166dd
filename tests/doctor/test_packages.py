"""Packages: which are there, which are not, and which are not those that are pinned."""

import re
import sys
from pathlib import Path

import pytest

from mnemo_anim.doctor import packages
from mnemo_anim.doctor.finding import Finding, State
from mnemo_anim.doctor.packages import PROJECT, package_findings, python_finding

PYPROJECT = """\
[project]
dependencies = ["numpy>=2.0", "{core}>=1"]
[project.optional-dependencies]
dev = ["nobody-has-this"]
voice = ["{voice}[all]>=0.2 ", "nobody-has-this ; sys_platform == 'win32'"]
"""


def findings(
    place: Path, core: str = "typer", voice: str = "rich", pins: str = ""
) -> dict[str, Finding]:
    project, lock = place / "pyproject.toml", place / "requirements.lock"
    project.write_text(PYPROJECT.format(core=core, voice=voice))
    lock.write_text(pins)
    return {finding.what: finding for finding in package_findings(project, lock)}


def test_what_is_there_is_told_with_its_version(tmp_path: Path) -> None:
    found = findings(tmp_path)
    assert set(found) == {"packages", "pins", "extra: voice"}
    assert all(finding.state is State.GOOD for finding in found.values())
    assert re.fullmatch(r"rich \d+\.\d+\.\d+", found["extra: voice"].found)


def test_a_package_that_films_need_is_missing(tmp_path: Path) -> None:
    found = findings(tmp_path, core="nobody-has-this")["packages"]
    assert found.state is State.MISSING
    assert found.found == "not installed: nobody-has-this"
    assert "make setup" in found.mend


def test_an_extra_is_installed_by_one_command(tmp_path: Path) -> None:
    found = findings(tmp_path, voice="nobody-has-this")["extra: voice"]
    assert found.state is State.OPTIONAL
    assert found.mend == ".venv/bin/pip install '.[voice]'"


@pytest.mark.parametrize(
    ("pins", "told"),
    [
        ("numpy==0.1 \\\n    --hash=sha256:00\n", r"1 of 1 differ: numpy [\d.]+, not 0\.1"),
        ("nobody-has-this==1\n", "1 of 1 differ: nobody-has-this absent, not 1"),
        ("a-a==1\nb-b==1\nc-c==1\nd-d==1\ne-e==1\n", "5 of 5 .*c-c absent, not 1; 2 more"),
    ],
)
def test_what_is_not_as_pinned_is_named(tmp_path: Path, pins: str, told: str) -> None:
    found = findings(tmp_path, pins=pins)["pins"]
    assert found.state is State.OPTIONAL
    assert re.search(told, found.found)


def test_pins_of_another_system_do_not_count(tmp_path: Path) -> None:
    pins = "nobody-has-this==1 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
    assert findings(tmp_path, pins=pins)["pins"].state is State.GOOD


def test_every_pin_of_the_project_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "installed", lambda name: None)
    text = packages.PINS.read_text()
    everywhere = re.findall(r"^[a-z][^\s;]*==[^\s;]+ \\$", text, re.MULTILINE)
    (pins,) = [finding for finding in package_findings() if finding.what == "pins"]
    total = int(pins.found.split()[2])
    assert len(everywhere) <= total <= text.count("==")


def test_every_extra_of_the_project_has_a_line() -> None:
    found = {finding.what for finding in package_findings()}
    extras = ("cluster", "piper", "slides", "torch", "voice", "youtube")
    assert {f"extra: {extra}" for extra in extras} <= found


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (found,) = package_findings(tmp_path / "pyproject.toml")
    assert (found.state, found.mend) == (State.MISSING, "git checkout -- pyproject.toml")
    found = package_findings(PROJECT, tmp_path / "requirements.lock")[1]
    assert (found.state, found.mend) == (State.OPTIONAL, "git checkout -- requirements.lock")


def test_an_installation_that_was_broken_off_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halfway-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert packages.installed("halfway") is None


def test_a_python_that_is_too_old_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    found = python_finding()
    assert (found.state, found.found) == (State.MISSING, "3.10.4 is too old")
