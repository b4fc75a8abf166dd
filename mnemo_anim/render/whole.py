"""Files that appear whole or not at all, also where several processes write them at once."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from mnemo_anim.render.errors import RenderError

_PART = ".part"
_ABANDONED = 24 * 3600.0  # seconds after which an unfinished file is nobody's any more

_notes: Path | None = None


def note_parts_in(folder: Path) -> None:
    """Let others find in a folder what this process has left unfinished when it is killed."""
    global _notes  # noqa: PLW0603 - a process has one way to die
    _notes = folder


def remove_noted(folder: Path) -> None:
    """Remove what processes that are dead by now have left unfinished, and noted in a folder."""
    for note in folder.glob(f".*{_PART}*"):
        with suppress(OSError):  # that it was done, or that the disk will not have it removed
            note.readlink().unlink()
        note.unlink()


def part_of(path: Path) -> Path:
    """Return a new name beside ``path`` to write to until the file is whole."""
    return path.with_name(f".{path.stem}-{uuid4().hex}{_PART}{path.suffix}")


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; put the file in its place at the end, or remove it on an error.

    Raises:
        RenderError: The disk refuses, as for :func:`told_of_disk`.
    """
    part = part_of(path)
    with told_of_disk(path), _noted(part):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            yield part
            part.replace(path)
        except BaseException:
            with suppress(OSError):  # that there is nothing to remove, or that nothing may be
                part.unlink()
            raise


@contextmanager
def _noted(part: Path) -> Iterator[None]:
    if _notes is None:
        yield
        return
    note = _notes / part.name
    note.symlink_to(part.absolute())
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


@contextmanager
def told_of_disk(path: Path) -> Iterator[None]:
    """Tell in one line why the disk will not have a file.

    Raises:
        RenderError: There is no room left, the folder may not be written to, or something else
            stands in the way.
    """
    try:
        yield
    except OSError as error:
        told = _told(error, path)
        if told is None:
            raise
        raise RenderError(told) from error


def _told(error: OSError, path: Path) -> str | None:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"no space is left to write {path}. Make room, and run again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{path.parent} may not be written to ({error.strerror})."
        case errno.ENOTDIR | errno.EEXIST:
            in_the_way = next((place for place in path.parents if place.is_file()), path.parent)
            return f"{in_the_way} is no folder. Remove it, or name another place."
        case errno.EISDIR:
            return f"{path} is a folder. Remove it, and run again."
        case _:
            return None


def write_text_whole(path: Path, text: str) -> None:
    """Write a text file in one step."""
    write_bytes_whole(path, text.encode())


def write_bytes_whole(path: Path, content: bytes) -> None:
    """Write a file in one step."""
    with written_whole(path) as part:
        part.write_bytes(content)


def remove_abandoned(folder: Path, now: float) -> None:
    """Remove what killed processes have left unfinished in a folder, a day ago or longer.

    Args:
        folder: The folder; its folders are not looked into.
        now: In seconds since the epoch.
    """
    for path in folder.glob(f".*{_PART}*"):
        try:
            if now - path.stat().st_mtime > _ABANDONED:
                path.unlink()
        except FileNotFoundError:
            continue
