"""Set the project up: system packages first, then `.venv` with the pinned packages.

`make` runs this from the root, as ``python -m tools.setup``, with any Python 3.11 or newer: once,
and again when the pins have changed. It needs the standard library alone. The stamp that tells
`make` that all is done is written last, so a set-up that was interrupted is begun again.
"""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path

from mnemo_anim.doctor.system import BREW, DNF, NEEDS, PACMAN, Need, missing_of

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / ".set-up"
BUILD_PINS = ROOT / "requirements-build.lock"
PINS = ROOT / "requirements.lock"


class SetUpError(Exception):
    """Set-up cannot go on: what is wrong and how to mend it."""


# ---- system packages -----------------------------------------------------------------------------


def python_needs(
    version: tuple[int, int], *, has_headers: bool, has_pip: bool, is_systems: bool
) -> list[str]:
    """Return the apt packages that complete this Python.

    Args:
        version: major and minor version of the interpreter.
        has_headers: whether `Python.h` is there.
        has_pip: whether a virtual environment would get pip.
        is_systems: whether apt installed the interpreter.

    Raises:
        SetUpError: something is missing from a Python that apt did not install.
    """
    name = "python{}.{}".format(*version)
    missing = [] if has_headers else [f"{name}-dev"]
    missing += [] if has_pip else [f"{name}-venv"]
    if missing and not is_systems:
        raise SetUpError(
            f"{sys.executable} lacks {'its headers' if has_pip else 'pip (ensurepip)'}. "
            "Give a complete one: make setup PYTHON=/path/to/python3"
        )
    return missing


def _needs_of_this_python() -> list[str]:
    include = Path(sysconfig.get_path("include"))
    return python_needs(
        sys.version_info[:2],
        has_headers=(include / "Python.h").exists(),
        has_pip=importlib.util.find_spec("ensurepip") is not None,
        is_systems=Path(sys.base_prefix) == Path("/usr"),
    )


def installed_packages() -> set[str]:
    """Return the names of all packages that dpkg has installed, and what they provide."""
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}\t${Package}, ${Provides}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names: set[str] = set()
    for line in listing.splitlines():
        status, _, provided = line.partition("\t")
        if status == "installed":
            names.update(name.split()[0] for name in provided.split(",") if name.strip())
    return names


def missing_packages(installed: Collection[str], of_python: Sequence[str]) -> list[str]:
    """Return the apt packages that are still to be installed."""
    wanted = [*(name for need in NEEDS for name in need.apt), *of_python]
    return [name for name in wanted if name not in installed]


def apt_commands(packages: Sequence[str], *, is_root: bool, has_sudo: bool) -> list[list[str]]:
    """Return the commands that install `packages`; raise SetUpError where that is not allowed."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if is_root:
        as_root = ["env", "DEBIAN_FRONTEND=noninteractive"]
    elif has_sudo:
        as_root = ["sudo", "env", "DEBIAN_FRONTEND=noninteractive"]
    else:
        raise SetUpError(
            "System packages are missing, and there is no sudo to install them. As root, run: "
            f"apt-get update && {shlex.join(install)}"
        )
    return [[*as_root, "apt-get", "update"], [*as_root, *install]]


def advice(missing: Sequence[Need]) -> str:
    """Return one message that names, for each package manager, what `missing` is called there."""
    lines = [f"Missing: {', '.join(need.what for need in missing)}. Install, then try again:"]
    lines += [f"  {one.system + ':':8} {one.command(missing)}" for one in (BREW, DNF, PACMAN)]
    return "\n".join(lines)


def provide_system_packages() -> None:
    """Install what is missing where apt is; elsewhere say what is.

    Raises:
        SetUpError: something is missing that cannot be installed from here.
    """
    if shutil.which("apt-get") and shutil.which("dpkg-query"):
        packages = missing_packages(installed_packages(), _needs_of_this_python())
        if packages:
            say(f"Installing system packages: {' '.join(packages)}")
            is_root, has_sudo = os.geteuid() == 0, shutil.which("sudo") is not None
            for command in apt_commands(packages, is_root=is_root, has_sudo=has_sudo):
                run(command)
        return
    if missing := missing_of(NEEDS):
        raise SetUpError(advice(missing))


# ---- the virtual environment ---------------------------------------------------------------------


def fingerprint(root: Path = ROOT) -> str:
    """Return a digest of everything that decides what is in the virtual environment."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    names = ("project", "build-system", "dependency-groups")
    digest = hashlib.sha256(repr([project.get(name) for name in names]).encode())
    for pins in (BUILD_PINS.name, PINS.name):
        digest.update((root / pins).read_bytes())
    digest.update(sys.version.encode())
    return digest.hexdigest()


def make_environment() -> None:
    """Make `.venv` anew, with the pinned packages and the project itself."""
    say(f"Making .venv with Python {sys.version.split()[0]}")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    python = str(VENV / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    say("Installing the pinned packages (a minute or two)")
    run([*pip, "--require-hashes", "-r", str(BUILD_PINS)])
    run([*pip, "--require-hashes", "--no-build-isolation", "-r", str(PINS)])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def run(command: Sequence[str]) -> None:
    """Run a command, with the new environment's programs first on the path.

    Raises:
        SetUpError: the command failed; it has told why itself.
    """
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", os.defpath)])
    outcome = subprocess.run(command, env={**os.environ, "PATH": path}, check=False)
    if outcome.returncode:
        raise SetUpError(f"This command failed: {shlex.join(command)}")


def say(message: str) -> None:
    """Print one line at once."""
    print(message, flush=True)


def main() -> int:
    """Set up what has changed; return the exit code."""
    wanted = fingerprint()
    try:
        if not STAMP.exists() or STAMP.read_text() != wanted:
            provide_system_packages()
            STAMP.unlink(missing_ok=True)
            make_environment()
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    STAMP.write_text(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
