"""Files that appear whole or not at all, also where several processes write them at once."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from mnemo_anim.render.errors import RenderError

_PART = ".part"
_ABANDONED = 24 * 3600.0  # seconds after which an unfinished file is nobody's any more


def part_of(path: Path) -> Path:
    """Return a new name beside ``path`` to write to until the file is whole."""
    return path.with_name(f".{path.stem}-{uuid4().hex}{_PART}{path.suffix}")


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; put the file in its place at the end, or remove it on an error.

    Raises:
        RenderError: There is no room left, or the folder may not be written to.
    """
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise RenderError(
                f"no space is left to write {path}. Make room, and run again."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise RenderError(f"{path.parent} may not be written to ({error.strerror}).") from error
        raise
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
