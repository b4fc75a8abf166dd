"""A process draws only with the code that the recipe was made of."""

import hashlib
from pathlib import Path

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render import loaded
from mnemo_anim.render.identity import versions
from mnemo_anim.render.loaded import OtherCodeError, check_code, digests_here


@pytest.fixture(autouse=True)
def nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaded, "_loaded", {})


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scene.py"
    path.write_text("A = 1")
    return path


def test_the_same_code_passes(file: Path) -> None:
    check_code({str(file): sha256("A = 1")}, versions())


def test_files_are_named_from_the_projects_root() -> None:
    expected = hashlib.sha256((ROOT / "mnemo_anim" / "theme.py").read_bytes()).hexdigest()
    assert digests_here(["mnemo_anim/theme.py"]) == {"mnemo_anim/theme.py": expected}


def test_a_file_that_is_another_is_told(file: Path) -> None:
    with pytest.raises(OtherCodeError, match=r"scene\.py is not what it was when the run began"):
        check_code({str(file): sha256("A = 2")}, versions())


def test_a_file_that_is_missing_is_told(file: Path) -> None:
    file.unlink()
    with pytest.raises(OtherCodeError, match=r"scene\.py is not what it was"):
        check_code({str(file): sha256("A = 1")}, versions())


def test_another_version_is_told(file: Path) -> None:
    others = {**versions(), "manim": "0.1"}
    with pytest.raises(OtherCodeError, match=r"this worker has manim 0\.22\.\d+, not 0\.1\. Inst"):
        check_code({str(file): sha256("A = 1")}, others)


def test_what_is_in_memory_counts_not_what_the_file_has_become(file: Path) -> None:
    check_code({str(file): sha256("A = 1")}, versions())
    file.write_text("A = 2")
    check_code({str(file): sha256("A = 1")}, versions())
    with pytest.raises(OtherCodeError):
        check_code({str(file): sha256("A = 2")}, versions())
