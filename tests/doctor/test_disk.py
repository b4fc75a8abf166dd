"""Where films go: whether it can be written, and what is left."""

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from mnemo_anim.doctor.disk import disk_finding
from mnemo_anim.doctor.finding import State

Usage = namedtuple("Usage", "free")


def test_a_folder_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    assert disk_finding(tmp_path).state is State.GOOD
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_yet_to_be_made_is_not_made(tmp_path: Path) -> None:
    assert disk_finding(tmp_path / "renders" / "later").state is State.GOOD
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "renders").write_text("a file in its place")
    found = disk_finding(tmp_path / "renders")
    assert found.state is State.MISSING
    assert "Not a directory" in found.found


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: Usage(300_000_000))
    found = disk_finding(tmp_path)
    assert found.state is State.OPTIONAL
    assert found.found.startswith("0.3 GB are left")
