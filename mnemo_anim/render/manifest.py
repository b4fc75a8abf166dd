"""Whether a scene has been rendered already: everything that its picture depends on, as one key.

A manifest lies beside each film and holds the key it was made from. A scene whose key is the same
is not rendered again.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mnemo_anim.document import Lecture, Section
from mnemo_anim.edition import Edition
from mnemo_anim.paths import FONTS, ROOT
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.registry import SceneEntry
from mnemo_anim.render.whole import write_text_whole

PACKAGES = (  # that take part in drawing, besides our own
    "manim",
    "manimpango",
    "pycairo",
    "skia-pathops",
    "typst",
    "moderngl",
    "contourpy",
    "numpy",
    "scipy",
    "sympy",
    "av",
)
_NOT_DRAWING = {"cli", "__main__.py", "outputs", "review"}  # of mnemo_anim: what reads films
_WHERE, _WHEN = "source", "line"  # of the document's objects: they say nothing of the words


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a film was made from.

    Attributes:
        key: of the sources, see `content_key`.
        frames: of the film.
        seconds: that rendering took.
        size: of the film in bytes; a film of another size is not the one that was rendered.
    """

    key: str
    frames: int
    seconds: float
    size: int

    def write(self, path: Path) -> None:
        """Write the manifest in one step."""
        write_text_whole(path, json.dumps(asdict(self), indent=1) + "\n")

    @classmethod
    def read(cls, path: Path) -> "Manifest | None":
        """Return the manifest at `path`; None where there is none that can be read."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def describes(self, film: Path, key: str) -> bool:
        """Return whether `film` is whole and was made from what `key` stands for."""
        return self.key == key and film.exists() and film.stat().st_size == self.size


def content_key(
    entry: SceneEntry,
    lecture: Lecture,
    section: Section,
    *,
    quality: Quality,
    edition: Edition,
    speeches: Sequence[str],
    shared: str,
) -> str:
    """Return the key of one scene.

    Args:
        entry: the scene; its module counts.
        lecture: its title, series and language count, the other sections do not.
        section: its words count, its place in the document does not.
        quality: size and frame rate.
        edition: which film of the lecture it belongs to; its theme counts.
        speeches: the keys of what is said, by beat.
        shared: the digest of everything that all scenes share, see `shared_digest`.
    """
    parts = {
        "scene": [entry.module, entry.class_name],
        "source": hashlib.sha256(entry.source.read_bytes()).hexdigest(),
        "lecture": [lecture.series, lecture.title, lecture.language],
        "section": _words(section),
        "quality": asdict(quality),
        "theme": edition.theme,
        "speeches": speeches,
        "shared": shared,
    }
    return _digest(json.dumps(parts, sort_keys=True).encode())


def shared_digest(package: Path = ROOT / "mnemo_anim", fonts: Path = FONTS) -> str:
    """Return a digest of the project's modules and shaders, the fonts, and the packages."""
    files = [*_sources(package), *sorted(fonts.iterdir())]
    contents = (f"{path.name}\0".encode() + path.read_bytes() for path in files)
    return _digest(*contents, repr([_version(name) for name in PACKAGES]).encode())


def _sources(package: Path) -> Iterator[Path]:
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package).parts
        if path.is_file() and "__pycache__" not in inside and inside[0] not in _NOT_DRAWING:
            yield path


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def _words(thing: Any) -> Any:
    """Return the document's objects as plain data, without the places where they stand."""
    if is_dataclass(thing):
        names = (field.name for field in fields(thing) if field.name not in (_WHERE, _WHEN))
        return {name: _words(getattr(thing, name)) for name in names}
    if isinstance(thing, Iterable) and not isinstance(thing, str):
        return [_words(item) for item in thing]
    return thing
