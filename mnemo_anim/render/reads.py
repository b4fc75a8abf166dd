"""Which other files of the project this process has read: scenes may depend on them."""

import hashlib
import os
import sys
from collections.abc import Collection
from pathlib import Path
from threading import Lock
from typing import Any

from mnemo_anim.paths import RENDERS, ROOT
from mnemo_anim.render.dependencies import Digests

_NO_INPUT = (".venv", ".git", RENDERS.name, "__pycache__")  # folders of what is made
_CODE = (".py", ".pyc", ".so")

_read: set[Path] = set()
_lock = Lock()
_watching = False


def watch_reads() -> None:
    """Begin to note what is read; once is enough, and it goes on for as long as the process."""
    global _watching  # noqa: PLW0603 - an audit hook belongs to the process, and cannot be removed
    with _lock:
        if not _watching:
            sys.addaudithook(_note)
            _watching = True


def reads_besides(known: Collection[str]) -> Digests:
    """Return the digests of all files that have been read so far but those that are known.

    Reads of scenes that the process drew before count as well: what they read may have been kept.

    Args:
        known: Paths from the project's root.
    """
    with _lock:
        paths = sorted(_read)
    shown = ((path.relative_to(ROOT).as_posix(), path) for path in paths)
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in shown
        if name not in known and path.is_file()
    }


def are_the_same(reads: Digests) -> bool:
    """Return whether files hold what they held when they were read."""
    try:
        return all(
            hashlib.sha256((ROOT / name).read_bytes()).hexdigest() == digest
            for name, digest in reads.items()
        )
    except OSError:
        return False


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or not isinstance(arguments[0], str):
        return
    name, mode, _ = arguments
    if isinstance(mode, str) and mode[:1] != "r":
        return
    name = os.path.abspath(name)  # noqa: PTH100 - resolves no link; it is asked at each open
    if not name.startswith(str(ROOT)) or name.endswith(_CODE):
        return
    path = Path(name)
    if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] not in _NO_INPUT:
        with _lock:
            _read.add(path)
