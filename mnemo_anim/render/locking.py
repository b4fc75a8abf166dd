"""One process at a time: a lock that the system lets go of, however its holder ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mnemo_anim.render.whole import told_of_disk


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other process holds a folder, and hold it.

    Raises:
        RenderError: The folder may not be written to.
    """
    from filelock import FileLock  # noqa: PLC0415 - it loads asyncio, and most often none is held

    path = folder / ".lock"
    lock = FileLock(path)
    with told_of_disk(path):
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
