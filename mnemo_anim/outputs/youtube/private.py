"""Files that only their owner may read, from the moment at which they are there."""

import os
from pathlib import Path
from tempfile import mkstemp

from mnemo_anim.render.errors import RenderError


def write_private(path: Path, text: str) -> None:
    """Write a text file of mode 0600 in one step; what was there goes.

    Raises:
        RenderError: Nothing may be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(prefix=f".{path.name}-", dir=path.parent)  # is made with mode 0600
    except OSError as error:
        raise RenderError(f"{path} cannot be written ({error.strerror}).") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
