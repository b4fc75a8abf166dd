"""Set-up: pins without addresses, packages by name, targets that explain themselves."""

import re
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

from mnemo_anim.paths import ROOT

LOCKS = ["requirements.lock", "requirements-build.lock"]


@pytest.fixture(scope="session")
def setup() -> ModuleType:
    spec = spec_from_file_location("setup_tool", ROOT / "tools" / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


# ---- the pins ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    assert not re.search(r"--(extra-)?index-url|--find-links|file:", text)
    assert not re.search(r"(^|\s)/\w", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_has_hashes(name: str) -> None:
    text = (ROOT / name).read_text().replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(pins) > 10
    for pin in pins:
        assert re.match(r"[A-Za-z0-9._-]+==[^\s;]+( ;.*?)?\s+--hash=sha256:[0-9a-f]{64}", pin), pin


def test_the_pins_lie_in_the_ranges() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    ranges = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    pinned = dict(re.findall(r"^([^\s=]+)==([^\s;]+)", (ROOT / LOCKS[0]).read_text(), re.MULTILINE))
    for wanted in map(Requirement, ranges):
        assert wanted.specifier.contains(pinned[wanted.name.lower()]), wanted


def test_there_is_no_second_lock() -> None:
    assert not (ROOT / "uv.lock").exists()


# ---- system packages -----------------------------------------------------------------------------


def test_packages_that_are_installed_cost_nothing(setup: ModuleType) -> None:
    everything = {name for need in setup.NEEDS for name in need.apt}
    assert setup.missing_packages(everything, []) == []


def test_only_what_is_missing_is_installed(setup: ModuleType) -> None:
    everything = {name for need in setup.NEEDS for name in need.apt}
    missing = setup.missing_packages(everything - {"libegl1"}, ["python3.11-venv"])
    assert missing == ["libegl1", "python3.11-venv"]


def test_root_needs_no_sudo(setup: ModuleType) -> None:
    update, install = setup.apt_commands(["libegl1"], is_root=True, has_sudo=True)
    assert "sudo" not in update + install
    assert update[-2:] == ["apt-get", "update"]
    assert install[-1] == "libegl1"
    assert "--yes" in install


def test_others_use_sudo(setup: ModuleType) -> None:
    for command in setup.apt_commands(["libegl1"], is_root=False, has_sudo=True):
        assert command[0] == "sudo"


def test_without_sudo_the_command_is_told(setup: ModuleType) -> None:
    with pytest.raises(setup.SetUpError, match=r"apt-get install .*libegl1"):
        setup.apt_commands(["libegl1"], is_root=False, has_sudo=False)


def test_a_system_python_is_completed(setup: ModuleType) -> None:
    needs = setup.python_needs((3, 13), has_headers=False, has_pip=False, is_systems=True)
    assert needs == ["python3.13-dev", "python3.13-venv"]
    assert setup.python_needs((3, 11), has_headers=True, has_pip=True, is_systems=True) == []


@pytest.mark.parametrize(
    ("has_headers", "has_pip", "lack"), [(False, True, "headers"), (True, False, "pip")]
)
def test_another_python_must_be_complete(
    setup: ModuleType, has_headers: bool, has_pip: bool, lack: str
) -> None:
    with pytest.raises(setup.SetUpError, match=rf"lacks .*{lack}.*make setup PYTHON="):
        setup.python_needs((3, 12), has_headers=has_headers, has_pip=has_pip, is_systems=False)


def test_elsewhere_one_message_names_the_packages(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup.shutil, "which", lambda name: None)  # neither apt nor pkg-config
    monkeypatch.setattr(setup.sys, "platform", "linux")
    with pytest.raises(setup.SetUpError) as caught:
        setup.provide_system_packages()
    told = str(caught.value)
    assert re.search(r"Fedora: +sudo dnf install .*cairo-devel pango-devel", told)
    assert re.search(r"Arch: +sudo pacman -S .*cairo pango", told)
    assert re.search(r"macOS: +brew install .*cairo pango", told)


def test_elsewhere_set_up_goes_on_where_nothing_is_missing(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup.shutil, "which", lambda name: None)
    needs = [setup.Need("all", lambda: True, ("all",), "all", "all", "all")]
    monkeypatch.setattr(setup, "NEEDS", needs)
    setup.provide_system_packages()


# ---- when set-up runs ----------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in LOCKS:
        (tmp_path / name).write_text("pins")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "p"\n[tool.ruff]\nline-length = 9')
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("requirements.lock", "other pins", True),
        ("requirements-build.lock", "other pins", True),
        ("pyproject.toml", '[project]\nname = "q"', True),
        ("pyproject.toml", '[project]\nname = "p"\n[tool.ruff]\nline-length = 10', False),
    ],
)
def test_what_is_installed_follows_the_pins(
    setup: ModuleType, project: Path, name: str, text: str, counts: bool
) -> None:
    before = setup.fingerprint(project)
    (project / name).write_text(text)
    assert (setup.fingerprint(project) != before) is counts


@pytest.fixture
def steps(setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put notes in the place of the two costly steps; return the notes."""
    done: list[str] = []
    monkeypatch.setattr(setup, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(setup, "provide_system_packages", lambda: done.append("system"))
    monkeypatch.setattr(setup, "make_environment", lambda: done.append("environment"))
    return done


def test_set_up_runs_once(setup: ModuleType, steps: list[str]) -> None:
    assert (setup.main(), setup.main()) == (0, 0)
    assert steps == ["system", "environment"]


def test_set_up_runs_again_when_the_pins_change(
    setup: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.main()
    monkeypatch.setattr(setup, "fingerprint", lambda: "other pins")
    setup.main()
    assert steps == ["system", "environment"] * 2


@pytest.mark.parametrize("how", ["fails", "is interrupted"])
def test_a_set_up_that_does_not_end_leaves_no_stamp(
    setup: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    def broken() -> None:
        raise KeyboardInterrupt if how == "is interrupted" else setup.SetUpError("no disk left")

    setup.STAMP.write_text("of the last pins")
    monkeypatch.setattr(setup, "make_environment", broken)
    assert setup.main() in (1, 130)
    assert not setup.STAMP.exists()


# ---- make ----------------------------------------------------------------------------------------


def make(*words: str) -> str:
    return subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_help_lists_every_target() -> None:
    listed = {line.split()[0] for line in make("help").splitlines()}
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert listed == set(phony[1].split())
    assert make() == make("help")


@pytest.mark.parametrize("target", ["render", "test", "check", "still", "preview", "bench"])
def test_every_target_that_needs_it_sets_up_first(target: str) -> None:
    commands = make("--dry-run", "--what-if=requirements.lock", target)
    assert "-m tools.setup" in commands


def test_words_reach_the_command() -> None:
    commands = make("--dry-run", "render", "QUALITY=draft", "SCENE=One Two", "JOBS=3")
    assert "render One Two --quality draft --theme night --voice 'silent' --jobs 3" in commands
    commands = make("--dry-run", "still", "SCENE=One", "BEAT=first", "AT=0.5")
    assert "still One first --quality hd --theme night --voice 'silent' --at 0.5" in commands
    commands = make("--dry-run", "review", "QUALITY=draft", "THEME=paper")
    assert "review --quality draft --theme paper" in commands.replace("  ", " ")
    commands = make("--dry-run", "teleprompter", "VOICE=recorded:/my takes")
    assert "teleprompter --quality hd --theme night --voice 'recorded:/my takes'" in commands
