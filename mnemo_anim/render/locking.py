"""One process at a time: a lock that the system lets go of, however its holder ends."""

import fcntl
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
    path = folder / ".lock"
    with told_of_disk(path):
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("w")
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield  # closing the file lets go
