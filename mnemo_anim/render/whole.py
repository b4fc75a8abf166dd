"""Files that appear whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def part_of(path: Path) -> Path:
    """Return where a file is written until it is whole: ``film.part.mp4`` for ``film.mp4``."""
    return path.with_name(f"{path.stem}.part{path.suffix}")


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; put the file in its place at the end, or remove it on an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(path)
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_text_whole(path: Path, text: str) -> None:
    """Write a text file in one step."""
    with written_whole(path) as part:
        part.write_text(text, encoding="utf-8")
