"""Which packages are installed: those that films need, the extras, and all that is pinned."""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mnemo_anim.doctor.finding import Finding, State
from mnemo_anim.paths import ROOT

PROJECT = ROOT / "pyproject.toml"
PINS = ROOT / "requirements.lock"
OLDEST = (3, 11)  # Python

_SET_UP = "make setup"
ANEW = f"rm -f .venv/.set-up && {_SET_UP}"  # or it would find nothing to do
_TOLD = 3  # packages that are named, at the most
_AFTER_NAME = re.compile(r"[^A-Za-z0-9._-]")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; (.*?))? *\\?$", re.MULTILINE)


def python_finding() -> Finding:
    """Return which Python this is."""
    number = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        return Finding(
            "Python",
            State.MISSING,
            f"{number} is too old",
            f"get {wanted} or newer, then {_SET_UP}",
        )
    return Finding("Python", State.GOOD, f"{number}, {sys.executable}")


def package_findings(project: Path = PROJECT, pins: Path = PINS) -> list[Finding]:
    """Return which packages of the project are there.

    Args:
        project: Its pyproject.toml.
        pins: What is installed, exactly.
    """
    try:
        table: dict[str, Any] = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    except (OSError, ValueError, KeyError) as error:
        restore = f"git checkout -- {project.name}"
        return [Finding("packages", State.MISSING, f"{project}: {error}", restore)]
    return [
        _core(_names(table["dependencies"])),
        _pinned(pins),
        *(
            _extra(extra, _names(wanted))
            for extra, wanted in sorted(table["optional-dependencies"].items())
            if extra != "dev"  # which is pinned, and installed by every set-up
        ),
    ]


def installed(name: str) -> str | None:
    """Return the version of a package that is installed; None if there is none that can be read."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
    except Exception:  # what an installation that was broken off has left behind
        return None


def _names(requirements: Iterable[str]) -> list[str]:
    """Return the packages that are required; markers here are of Windows, where nothing runs."""
    return [_AFTER_NAME.split(one, maxsplit=1)[0] for one in requirements if ";" not in one]


def _core(names: Sequence[str]) -> Finding:
    missing = [name for name in names if installed(name) is None]
    if missing:
        return Finding("packages", State.MISSING, f"not installed: {', '.join(missing)}", ANEW)
    return Finding("packages", State.GOOD, f"all {len(names)} that films need")


def _extra(extra: str, names: Sequence[str]) -> Finding:
    found = {name: installed(name) for name in names}
    missing = [name for name, number in found.items() if number is None]
    what = f"extra: {extra}"
    if missing:
        mend = f".venv/bin/pip install '.[{extra}]'"
        return Finding(what, State.OPTIONAL, f"not installed: {', '.join(missing)}", mend)
    return Finding(what, State.GOOD, ", ".join(f"{name} {found[name]}" for name in names))


def _pinned(pins: Path) -> Finding:
    try:
        wanted = list(_wanted(pins.read_text(encoding="utf-8")))
    except OSError as error:
        restore = f"git checkout -- {pins.name}"
        return Finding("pins", State.OPTIONAL, f"{pins}: {error.strerror}", restore)
    except ImportError as error:
        return Finding("pins", State.OPTIONAL, f"cannot be read: {error}", ANEW)
    unlike = [
        f"{name} {found or 'absent'}, not {number}"
        for name, number in wanted
        if (found := installed(name)) != number
    ]
    if not unlike:
        return Finding("pins", State.GOOD, f"all {len(wanted)} packages as {pins.name} says")
    more = [f"{len(unlike) - _TOLD} more"] if len(unlike) > _TOLD else []
    told = "; ".join([*unlike[:_TOLD], *more])
    return Finding("pins", State.OPTIONAL, f"{len(unlike)} of {len(wanted)} differ: {told}", ANEW)


def _wanted(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and version of each pin that counts on this system."""
    from packaging.markers import Marker  # noqa: PLC0415 - it may be missing like any other

    for name, number, marker in _PIN.findall(text):
        if not marker or Marker(marker).evaluate():
            yield name, number
