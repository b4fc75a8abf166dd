"""What the files of a folder were made of, so that none is made again that is there already."""

import json
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path

from mnemo_anim.render.whole import write_text_whole

_SOURCES = Path(__file__).parent
_PACKAGES = ("av", "pillow", "numpy")  # that take part


class Ledger:
    """The keys and the sizes of the files of a folder, kept in its ``clips.json``.

    A key stands for everything that a file is made of: the bytes of the film, the frames that are
    taken, what is done to them, and the code that does it.

    Args:
        folder: of the files.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clips.json"
        self._entries = _read(self._file)
        self._films: dict[Path, str] = {}  # their digests
        self._code = _digest_of_code()

    def key_of(self, film: Path, recipe: list[object]) -> str:
        """Return the key of what is made of a film by a recipe of plain data."""
        if film not in self._films:
            with film.open("rb") as file:
                self._films[film] = file_digest(file, "sha256").hexdigest()
        parts = [self._films[film], recipe, self._code]
        return sha256(json.dumps(parts).encode()).hexdigest()

    def holds(self, file: Path, key: str) -> bool:
        """Return whether a file is there, whole, and made of what the key stands for."""
        known = self._entries.get(file.name)
        return file.exists() and known == [key, file.stat().st_size]

    def note(self, file: Path, key: str) -> None:
        """Write down that a file has been made of what the key stands for."""
        self._entries[file.name] = [key, file.stat().st_size]
        text = json.dumps(self._entries, indent=1, sort_keys=True, ensure_ascii=False)
        write_text_whole(self._file, text + "\n")


def _read(file: Path) -> dict[str, list[object]]:
    """Return the entries of a ledger; none where there is none, or none that can be read."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return entries if isinstance(entries, dict) else {}


def _digest_of_code() -> str:
    sources = b"".join(path.read_bytes() for path in sorted(_SOURCES.glob("*.py")))
    versions = repr([version(name) for name in _PACKAGES]).encode()
    return sha256(sources + versions).hexdigest()
