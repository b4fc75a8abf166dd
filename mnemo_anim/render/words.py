"""What a process prints while it works: caught for the log, and kept for it should it die."""

import faulthandler
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_MOST_SAID = 200_000  # bytes of a log

_folder: Path | None = None


def keep_words_in(folder: Path) -> None:
    """Let others find in a folder what this process was saying when it died."""
    global _folder  # noqa: PLW0603 - a process has one pair of streams
    _folder = folder


def words_of(folder: Path, pid: int) -> str:
    """Return what a process was saying when it died; empty if that is not known."""
    try:
        content = _place(folder, pid).read_bytes()
    except FileNotFoundError:
        return ""
    return content[-_MOST_SAID:].decode(errors="replace")


@contextmanager
def listening() -> Iterator[Callable[[], str]]:
    """Catch what this process prints, libraries in C included; give a function that returns it.

    Where Python has stood is added if the process crashes.
    """
    with _file() as file:
        kept = {stream: os.dup(stream) for stream in (1, 2)}
        sys.stdout.flush()
        sys.stderr.flush()
        for stream in kept:
            os.dup2(file.fileno(), stream)
        faulthandler.enable(file)

        def said() -> str:
            sys.stdout.flush()
            sys.stderr.flush()
            size = file.seek(0, io.SEEK_END)
            file.seek(max(0, size - _MOST_SAID))
            return file.read()

        try:
            yield said
        finally:
            faulthandler.disable()
            sys.stdout.flush()
            sys.stderr.flush()
            for stream, copy in kept.items():
                os.dup2(copy, stream)
                os.close(copy)


@contextmanager
def _file() -> Iterator[IO[str]]:
    if _folder is None:
        with TemporaryFile("w+", encoding="utf-8", errors="replace") as file:
            yield file
        return
    path = _place(_folder, os.getpid())
    with path.open("w+", encoding="utf-8", errors="replace") as file:
        try:
            yield file
        finally:
            path.unlink(missing_ok=True)  # it has not died


def _place(folder: Path, pid: int) -> Path:
    return folder / f"{pid}.log"
