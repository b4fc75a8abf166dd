"""What a rule of the checklist is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from mnemo_anim.outputs.youtube.material import Material


class Subject(StrEnum):
    """What a rule is about: the headings of the checklist."""

    FILM = "Film"
    CAPTIONS = "Captions"
    CHAPTERS = "Chapters"
    WORDS = "Title, description, tags"
    THUMBNAIL = "Thumbnail"


class Reading(NamedTuple):
    """What was measured, in words, and whether that is within the rule."""

    value: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the checklist.

    Attributes:
        name: For reports and errors.
        subject: What it is about.
        asks: What it asks for, as a noun phrase.
        measure: Measures the material.
        mend: What to do where it is missed. ``{about}`` stands for the file of the maker's words,
            ``{render}`` for the command that renders the film.
    """

    name: str
    subject: Subject
    asks: str
    measure: Callable[[Material], Reading]
    mend: str
