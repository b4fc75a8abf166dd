"""What a scene's film is made from, ingredient by ingredient: all that its frames depend on.

A film whose recipe is the same need not be made again; where it is not the same, the ingredients
that differ say why.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from mnemo_anim.document import Lecture, Section
from mnemo_anim.edition import Edition
from mnemo_anim.paths import FONTS, ROOT
from mnemo_anim.render.dependencies import Digests, SourceTree
from mnemo_anim.render.identity import Identity, versions
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.registry import SceneEntry
from mnemo_anim.voice import Voice

DRAWING = "mnemo_anim.render.draw"
"""The module through which frames are drawn and encoded, whatever the scene."""

_WHERE, _WHEN = "source", "line"  # of the document's objects: they say nothing of the words


@dataclass(frozen=True)
class Recipe:
    """What the film of one scene is made from.

    Attributes:
        sources: Digests of the project's files that it depends on.
        settings: By name, size, theme, words on the screen.
        versions: By name, those of all else that takes part.
        narration: By beat, the digest of its words and of their speech, in order.
    """

    sources: Digests
    settings: Mapping[str, str]
    versions: Identity
    narration: Mapping[str, str]

    @cached_property
    def common(self) -> str:
        """The digest of all but the narration."""
        return digest_of([self.sources, dict(self.settings), self.versions])

    @cached_property
    def key(self) -> str:
        """The digest of all of it."""
        return digest_of([self.common, list(self.narration.items())])

    def as_data(self) -> dict[str, dict[str, str]]:
        """Return it as plain data."""
        return {
            "sources": dict(self.sources),
            "settings": dict(self.settings),
            "versions": dict(self.versions),
            "narration": dict(self.narration),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, str]]) -> "Recipe":
        """Return what :meth:`as_data` gave."""
        return cls(*(dict(data[field.name]) for field in fields(cls)))

    def change_since(self, last: "Recipe") -> str:
        """Return what has changed since the last recipe, in a few words."""
        for names, now, before in (
            ("{}", self.settings, last.settings),
            ("{}", self.versions, last.versions),
            ("{}", self.sources, last.sources),
            ("beat “{}”", self.narration, last.narration),
        ):
            unlike = [name for name in {**before, **now} if now.get(name) != before.get(name)]
            if unlike:
                more = f" and {len(unlike) - 1} more" if len(unlike) > 1 else ""
                return f"{names.format(unlike[0])}{more} changed"
        return "the order of the beats changed" if self.key != last.key else ""


def recipe_for(
    entry: SceneEntry,
    lecture: Lecture,
    section: Section,
    *,
    quality: Quality,
    edition: Edition,
    voice: Voice,
    sources: SourceTree,
) -> Recipe:
    """Return the recipe of one scene's film.

    Args:
        entry: The scene.
        lecture: The document.
        section: The one that the scene plays. Its place in the document does not count.
        quality: Size and frame rate.
        edition: Which film of the lecture.
        voice: Who speaks.
        sources: The files of the project.
    """
    depends = sources.digests_of(entry.module, DRAWING)
    scene = entry.source.read_text(encoding="utf-8", errors="replace")
    settings = {
        "the scene": f"{entry.module}:{entry.class_name}",
        "the size": f"{quality.width} × {quality.height} at {quality.fps}",
        **edition.ingredients,
        "the language": lecture.language,
        "the words on the screen": digest_of(_words(replace(section, beats=()))),
        **({"the title": f"{lecture.series}: {lecture.title}"} if ".lecture" in scene else {}),
    }
    narration = {
        beat.id: digest_of([beat.text, beat.cues, voice.key(beat)]) for beat in section.beats
    }
    return Recipe(depends, settings, versions(), narration)


def source_tree(package: str, folder: Path, cache: Path | None = None) -> SourceTree:
    """Return the project's own files and those of a package of scenes, which lies in ``folder``."""
    packages = {"mnemo_anim": ROOT / "mnemo_anim", package: folder}
    return SourceTree(ROOT, packages, {("mnemo_anim.paths", "FONTS"): FONTS}, cache)


def digest_of(thing: Any) -> str:
    """Return a digest of plain data."""
    text = json.dumps(thing, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _words(thing: Any) -> Any:
    """Return the document's objects as plain data, without the places where they stand."""
    if is_dataclass(thing):
        names = (field.name for field in fields(thing) if field.name not in (_WHERE, _WHEN))
        return {name: _words(getattr(thing, name)) for name in names}
    if isinstance(thing, Iterable) and not isinstance(thing, str):
        return [_words(item) for item in thing]
    return thing
