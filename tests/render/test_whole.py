"""A file appears whole or not at all; what the disk refuses is told in one line."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.whole import (
    part_of,
    remove_abandoned,
    write_bytes_whole,
    write_text_whole,
    written_whole,
)
from tests.render.disks import fill, lock, small_disk

DAY = 24 * 3600.0
PAGE = 4096


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 64 * PAGE) as place:
        yield place


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_text_whole(tmp_path / "new" / "deep" / "words.txt", "Füße")
    assert (tmp_path / "new" / "deep" / "words.txt").read_bytes() == "Füße".encode()


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_text("old")
    with written_whole(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"
        assert part.parent == path.parent
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError("wrong"), KeyboardInterrupt(), OSError("odd")])
@pytest.mark.parametrize("old", [None, "old"])
def test_an_error_leaves_all_as_it_was(
    tmp_path: Path, error: BaseException, old: str | None
) -> None:
    path = tmp_path / "film.mp4"
    if old is not None:
        path.write_text(old)
    before = {name: name.read_bytes() for name in tmp_path.iterdir()}

    def begin() -> None:
        with written_whole(path) as part:
            part.write_text("half")
            raise error

    with pytest.raises(type(error)):
        begin()
    assert {name: name.read_bytes() for name in tmp_path.iterdir()} == before


def test_a_part_is_hidden_and_no_two_have_the_same_name(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    parts = {part_of(path) for _ in range(100)}
    assert len(parts) == 100
    assert all(part.name.startswith(".") and part.suffix == ".mp4" for part in parts)


WRITER = """
import sys
from pathlib import Path
from mnemo_anim.render.whole import write_bytes_whole
for turn in range(100):
    write_bytes_whole(Path(sys.argv[1]), bytes([turn + int(sys.argv[2])]) * 50_000)
"""


def test_two_writers_at_once_leave_the_file_of_one(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), first],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for first in ("0", "100")
    ]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        if path.exists():
            content = path.read_bytes()
            assert content == content[:1] * 50_000
            seen += 1
    assert seen > 10
    assert [writer.returncode for writer in writers] == [0, 0]
    assert list(tmp_path.iterdir()) == [path]


# ---- what the disk refuses -----------------------------------------------------------------------


@pytest.mark.parametrize("left", [0, 1, 8])
def test_a_full_disk_is_told_and_left_as_it_was(disk: Path, left: int) -> None:
    path = disk / "film.mp4"
    path.write_text("old")
    filler = fill(disk, left * PAGE)
    with pytest.raises(RenderError) as told:
        write_bytes_whole(path, bytes(20 * PAGE))
    assert str(told.value) == f"no space is left to write {path}. Make room, and run again."
    assert set(disk.iterdir()) == {path, filler}
    assert path.read_text() == "old"
    filler.unlink()
    write_bytes_whole(path, bytes(20 * PAGE))
    assert path.stat().st_size == 20 * PAGE


@pytest.mark.parametrize("inside", ["film.mp4", "new/film.mp4"])
def test_a_disk_that_may_not_be_written_to_is_told(disk: Path, inside: str) -> None:
    lock(disk)
    with pytest.raises(RenderError, match=r"may not be written to \(Read-only file system\)\."):
        write_text_whole(disk / inside, "new")
    assert list(disk.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_of_somebody_elses_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o500)
    with pytest.raises(RenderError, match=r"theirs may not be written to \(Permission denied\)\."):
        write_text_whole(folder / "film.mp4", "new")


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "renders").write_text("no folder")
    with pytest.raises(RenderError, match=r"renders is no folder\. Remove it, or name another"):
        write_text_whole(tmp_path / "renders" / "draft" / "film.mp4", "new")


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").mkdir()
    with pytest.raises(RenderError, match=r"film\.mp4 is a folder\. Remove it"):
        write_text_whole(tmp_path / "film.mp4", "new")
    assert list(tmp_path.iterdir()) == [tmp_path / "film.mp4"]


# ---- what killed processes leave -----------------------------------------------------------------


def test_what_a_killed_process_left_is_removed_after_a_day(tmp_path: Path) -> None:
    now = time.time()
    ages = {
        part_of(tmp_path / "a.mp4"): 2 * DAY,
        part_of(tmp_path / "b.json"): 1.1 * DAY,
        part_of(tmp_path / "c.mp4"): 0.9 * DAY,
        tmp_path / "d.mp4": 9 * DAY,
        tmp_path / ".lock": 9 * DAY,
    }
    for path, age in ages.items():
        path.write_text("half")
        os.utime(path, (now - age, now - age))
    remove_abandoned(tmp_path, now)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in [*ages][2:]}


def test_there_may_be_nothing_to_remove(tmp_path: Path) -> None:
    remove_abandoned(tmp_path / "nowhere", time.time())
