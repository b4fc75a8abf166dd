"""A folder appears whole or not at all, and keeps what is private."""

import errno
import os
import stat
from pathlib import Path

import pytest

from mnemo_anim.outputs.youtube.folder import alone_in, folder_written_whole
from mnemo_anim.outputs.youtube.private import write_private
from mnemo_anim.render.errors import RenderError


def fill(folder: Path, text: str) -> None:
    with folder_written_whole(folder, keep="kept.json") as part:
        (part / f"{text}.txt").write_text(text)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "youtube"


def test_a_new_folder_takes_the_place_of_the_old_one(folder: Path) -> None:
    fill(folder, "old")
    write_private(folder / "kept.json", "{}")
    fill(folder, "new")
    assert names(folder) == ["kept.json", "new.txt"]
    assert (folder / "kept.json").read_text() == "{}"
    assert stat.S_IMODE((folder / "kept.json").stat().st_mode) == 0o600
    assert names(folder.parent) == ["youtube"]


def test_an_error_leaves_everything_as_it_was(folder: Path) -> None:
    fill(folder, "old")

    def fail() -> None:
        with folder_written_whole(folder, keep="kept.json") as part:
            (part / "half.txt").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert names(folder) == ["old.txt"]
    assert names(folder.parent) == ["youtube"]


def test_what_killed_processes_have_left_is_mended(folder: Path) -> None:
    fill(folder, "old")
    write_private(folder / "kept.json", "{}")
    folder.rename(folder.with_name(".youtube.old"))  # killed between the two renames
    (folder.parent / ".youtube-0123.part").mkdir()  # and another, while it filled its folder
    fill(folder, "new")
    assert names(folder) == ["kept.json", "new.txt"]
    assert names(folder.parent) == ["youtube"]


def test_a_folder_is_used_by_one_at_a_time(folder: Path) -> None:
    with alone_in(folder), pytest.raises(RenderError, match="is in use"), alone_in(folder):
        pass
    with alone_in(folder):
        pass


def test_a_full_disk_is_told_and_leaves_the_last_folder(folder: Path) -> None:
    fill(folder, "old")

    def fail() -> None:
        with folder_written_whole(folder, keep="kept.json"):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(RenderError, match=r"youtube cannot be written \(No space left"):
        fail()
    assert names(folder) == ["old.txt"]


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RenderError, match="cannot be written"):
        write_private(tmp_path / "file" / "token.json", "secret")
    with pytest.raises(RenderError, match="cannot be written"), alone_in(tmp_path / "file" / "you"):
        pass


def test_a_private_file_is_never_readable_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    fdopen = os.fdopen

    def look(handle: int, *args: str, **kwargs: str) -> object:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return fdopen(handle, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "fdopen", look)
    umask = os.umask(0)
    try:
        write_private(tmp_path / "new" / "token.json", "secret")
    finally:
        os.umask(umask)
    assert modes == [0o600]
    assert stat.S_IMODE((tmp_path / "new" / "token.json").stat().st_mode) == 0o600


def test_a_private_file_is_replaced_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "token.json"
    write_private(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_private(file, "\udcff")
    assert file.read_text() == "old"
    assert names(tmp_path) == ["token.json"]
