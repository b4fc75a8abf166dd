"""Rules for chapters, title, description, tags and thumbnail.

Those of the texts are YouTube's own (YouTube Data API, resource ``video``, part ``snippet``).
"""

import re
from itertools import pairwise

from mnemo_anim.outputs.youtube.limits import (
    DESCRIPTION_BYTES,
    REFUSED,
    TAGS_CHARACTERS,
    THUMBNAIL_BYTES,
    THUMBNAIL_SIZE,
    TITLE_CHARACTERS,
)
from mnemo_anim.outputs.youtube.material import Material
from mnemo_anim.outputs.youtube.metadata import characters_of_tags, characters_of_title
from mnemo_anim.outputs.youtube.rule import Reading, Rule, Subject
from mnemo_anim.render.chapters import FEWEST, SHORTEST, clock

_MOMENT = re.compile(r"^(?:(\d+):)?(\d?\d):(\d\d)(?!\d)", re.MULTILINE)
_TAKE_AWAY = "Begin no line of `description` in {about} with a time; the chapters are added to it"


def chapter_moments(description: str) -> list[int]:
    """Return the seconds at which YouTube finds chapters: where lines begin with a time."""
    return [
        3600 * int(hours or 0) + 60 * int(minutes) + int(seconds)
        for hours, minutes, seconds in _MOMENT.findall(description)
    ]


def _chapters_count(material: Material) -> Reading:
    count = len(chapter_moments(material.metadata.description))
    return Reading(str(count) if count else "none", count == 0 or count >= FEWEST)


def _chapters_first(material: Material) -> Reading:
    moments = chapter_moments(material.metadata.description)
    return Reading(clock(moments[0]), moments[0] == 0) if moments else Reading("none", True)


def _chapters_length(material: Material) -> Reading:
    moments = chapter_moments(material.metadata.description)
    if not moments:
        return Reading("none", True)
    end = material.timeline.frames / material.timeline.fps
    shortest = min(after - before for before, after in pairwise([*moments, end]))
    return Reading(f"{shortest:g} s", shortest >= SHORTEST)


def _chapters_in_file(material: Material) -> Reading:
    told = chapter_moments(material.metadata.description)
    held = [int(moment) for moment in material.film.chapters]
    return Reading(f"{len(held)} in the file, {len(told)} told", not told or held == told)


def _most(value: int, limit: int, unit: str) -> Reading:
    return Reading(f"{value:,} {unit}", value <= limit)


def _without(text: str, refused: str) -> Reading:
    found = sorted({character for character in text if character in refused})
    return Reading(" ".join(found) or "none", not found)


def _distinct(tags: tuple[str, ...]) -> Reading:
    folded = [tag.casefold() for tag in tags]
    twice = sorted({tag for tag in folded if folded.count(tag) > 1})
    return Reading(f"{', '.join(twice)} twice" if twice else f"{len(tags)} tags", not twice)


CHAPTER_RULES = (
    Rule(
        "chapters-count",
        Subject.CHAPTERS,
        f"at least {FEWEST} chapters, or none",
        _chapters_count,
        _TAKE_AWAY,
    ),
    Rule("chapters-first", Subject.CHAPTERS, "the first at 0:00", _chapters_first, _TAKE_AWAY),
    Rule(
        "chapters-length",
        Subject.CHAPTERS,
        f"ascending, {SHORTEST} seconds or longer",
        _chapters_length,
        _TAKE_AWAY,
    ),
    Rule(
        "chapters-in-file",
        Subject.CHAPTERS,
        "the same in the film file, where there are any",
        _chapters_in_file,
        "Run {render} to renew the film",
    ),
)

WORD_RULES = (
    Rule(
        "title-length",
        Subject.WORDS,
        f"a title of at most {TITLE_CHARACTERS} characters",
        lambda material: _most(
            characters_of_title(material.metadata.title), TITLE_CHARACTERS, "characters"
        ),
        "Shorten `title` in {about}",
    ),
    Rule(
        "title-characters",
        Subject.WORDS,
        f"none of {' '.join(REFUSED)} in the title",
        lambda material: _without(material.metadata.title, REFUSED),
        "Write `title` in {about} without them",
    ),
    Rule(
        "description-length",
        Subject.WORDS,
        f"a description of at most {DESCRIPTION_BYTES:,} bytes",
        lambda material: _most(
            len(material.metadata.description.encode()), DESCRIPTION_BYTES, "bytes"
        ),
        "Shorten `description` in {about}; the chapters count as well",
    ),
    Rule(
        "description-characters",
        Subject.WORDS,
        f"none of {' '.join(REFUSED)} in the description",
        lambda material: _without(material.metadata.description, REFUSED),
        "Write `description` in {about} without them",
    ),
    Rule(
        "tags-length",
        Subject.WORDS,
        f"tags of at most {TAGS_CHARACTERS} characters, quotes and commas counted",
        lambda material: _most(
            characters_of_tags(material.metadata.tags), TAGS_CHARACTERS, "characters"
        ),
        "Take some of `tags` in {about} away",
    ),
    Rule(
        "tags-characters",
        Subject.WORDS,
        f"none of {' '.join(REFUSED)} , in a tag",
        lambda material: _without("".join(material.metadata.tags), f"{REFUSED},"),
        "Write `tags` in {about} without them; each tag is a string of its own",
    ),
    Rule(
        "tags-distinct",
        Subject.WORDS,
        "no tag twice",
        lambda material: _distinct(material.metadata.tags),
        "Take one of them out of `tags` in {about}",
    ),
)

THUMBNAIL_RULES = (
    Rule(
        "thumbnail-size",
        Subject.THUMBNAIL,
        "{} × {} pixels".format(*THUMBNAIL_SIZE),
        lambda material: Reading(
            "{} × {}".format(*material.thumbnail.size), material.thumbnail.size == THUMBNAIL_SIZE
        ),
        "Put a picture of that size in its place",
    ),
    Rule(
        "thumbnail-kind",
        Subject.THUMBNAIL,
        "PNG or JPEG",
        lambda material: Reading(
            material.thumbnail.kind, material.thumbnail.kind in {"PNG", "JPEG"}
        ),
        "Put such a picture in its place",
    ),
    Rule(
        "thumbnail-length",
        Subject.THUMBNAIL,
        f"at most {THUMBNAIL_BYTES:,} bytes",
        lambda material: _most(material.thumbnail.length, THUMBNAIL_BYTES, "bytes"),
        "Put a picture of fewer bytes in its place",
    ),
)
