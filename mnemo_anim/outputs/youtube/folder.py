"""A folder that appears whole or not at all, and is used by one process at a time."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from mnemo_anim.outputs.youtube.private import write_private
from mnemo_anim.render.errors import RenderError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes out of a folder.

    Raises:
        RenderError: One is at work in it, or nothing may be written there.
    """
    lock = FileLock(folder.with_name(f".{folder.name}.lock"), timeout=0)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise RenderError(
            f"{folder} is in use: it is being built or uploaded. Wait until that is over."
        ) from error
    except OSError as error:
        raise RenderError(f"{folder} cannot be written ({error.strerror}).") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def folder_written_whole(folder: Path, keep: str) -> Iterator[Path]:
    """Give an empty folder to fill; put it in the place of ``folder`` at the end.

    On an error everything stays as it was. Be `alone_in` the folder.

    Args:
        folder: The folder.
        keep: A private text file in it, which the new one has as well.

    Raises:
        RenderError: There is no room left, or nothing may be written there.
    """
    old, left = folder.with_name(f".{folder.name}.old"), f".{folder.name}-*.part"
    if old.exists() and not folder.exists():
        old.rename(folder)  # a process ended between the last two steps below
    for path in (old, *folder.parent.glob(left)):
        shutil.rmtree(path, ignore_errors=True)
    part = folder.with_name(left.replace("*", uuid4().hex))
    part.mkdir(parents=True)
    try:
        yield part
        if (folder / keep).exists():
            write_private(part / keep, (folder / keep).read_text(encoding="utf-8"))
        if folder.exists():
            folder.rename(old)
        part.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            raise RenderError(f"{folder} cannot be written ({error.strerror}).") from error
        raise
