"""The transcript of a film: what is said in it, and when.

It is data first, for a page to lay out, and then Markdown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mnemo_anim.render.chapters import clock
from mnemo_anim.timeline import Timeline

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&|~$#]")  # what may mean something within a paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """One beat: its id, its words as plain text, and its seconds in the film."""

    id: str
    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class SectionTranscript:
    """One section: its id, its title as plain text, and its seconds in the film."""

    id: str
    title: str
    start: float
    end: float
    passages: tuple[Passage, ...]


def transcribed(scenes: Sequence[Timeline]) -> tuple[SectionTranscript, ...]:
    """Return the transcript of scenes that play one after the other, from second 0 on.

    Args:
        scenes: their timelines, all with the same frames a second.
    """
    sections = []
    first = 0
    for scene in scenes:
        passages = (
            Passage(
                beat.id,
                beat.text,
                scene.seconds(first + beat.start),
                scene.seconds(first + beat.end),
            )
            for beat in scene.beats
        )
        start, end = scene.seconds(first), scene.seconds(first + scene.frames)
        sections.append(SectionTranscript(scene.section, scene.title, start, end, tuple(passages)))
        first += scene.frames
    return tuple(sections)


def to_markdown(title: str, sections: Sequence[SectionTranscript]) -> str:
    """Return a transcript as Markdown: a heading for each section, a paragraph for each beat.

    Whatever Markdown would take for a mark is escaped, so the words read as they were said.
    """
    parts = [f"# {escaped(title)}"]
    for section in sections:
        parts.append(f"## {escaped(section.title)}")
        parts += (
            f"**{clock(int(passage.start))}** {escaped(passage.text)}"
            for passage in section.passages
        )
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return plain text as Markdown that reads as that text, inside a paragraph or a heading."""
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
