"""A folder that appears whole or not at all, and files that are put into it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mnemo_anim.render.errors import RenderError


@contextmanager
def whole_folder(target: Path, mark: str) -> Iterator[Path]:
    """Give a new folder to fill; put it in the place of ``target`` at the end.

    On an error it is removed, and the old one stays.

    Args:
        target: the folder; one that is there is replaced.
        mark: a file that every folder of this kind has: without it, what is there is not ours.

    Raises:
        RenderError: ``target`` is there, and something else.
    """
    if target.exists() and not (target / mark).is_file() and any(_entries(target)):
        raise RenderError(
            f"{target} holds something else than {mark} and its files. Move it, or choose "
            "another folder."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    part, old = (target.with_name(f"{target.name}.{suffix}") for suffix in ("part", "old"))
    for left in (part, old):
        shutil.rmtree(left, ignore_errors=True)
    part.mkdir()
    try:
        yield part
        if target.exists():
            target.replace(old)
        part.replace(target)
    finally:
        for left in (part, old):
            shutil.rmtree(left, ignore_errors=True)


def put(folder: Path, name: str, content: bytes | str) -> None:
    """Write a file into a folder, at a path relative to it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def put_link(folder: Path, name: str, source: Path) -> None:
    """Put a file that lies elsewhere into a folder: a hard link, or a copy on another disk."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, path)
    except OSError:
        shutil.copyfile(source, path)


def _entries(target: Path) -> Iterator[Path]:
    return target.iterdir() if target.is_dir() else iter([target])
