"""The chapters of a joined film: its sections, in a form that players and video sites take.

Video sites want the first chapter at 0:00, at least three, in ascending order, each of at least ten
seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline

SHORTEST = 10  # seconds
FEWEST = 3
JOINT = " · "  # between the titles of sections that share a chapter


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of a film.

    Attributes:
        title: of its section, or of its sections.
        start, end: its first frame, and the one behind its last; a frame lasts 1 / fps of the film.
    """

    title: str
    start: int
    end: int


def chapters_of(film: FilmTimeline) -> tuple[Chapter, ...]:
    """Return the chapters of a film, which follow one another from its first frame to its last.

    Each section is one. A section of less than ten seconds shares the chapter of the section in
    front of it, or, where that is the film's beginning, of the one behind it; the chapter has the
    titles of both.
    """
    chapters: list[Chapter] = []
    for start, scene in zip(film.starts, film.scenes, strict=True):
        chapter = Chapter(scene.title, start, start + scene.frames)
        if chapters and SHORTEST * film.fps > min(scene.frames, _frames(chapters[-1])):
            last = chapters.pop()
            chapter = replace(last, title=f"{last.title}{JOINT}{scene.title}", end=chapter.end)
        chapters.append(chapter)
    return tuple(chapters)


def chapter_lines(chapters: Sequence[Chapter], fps: int) -> list[str]:
    """Return the chapters as a video site reads them in a description, ``1:05 Title``.

    Moments are whole seconds, rounded down, so that no word at a beginning is lost; that makes no
    chapter shorter than ten seconds. Angle brackets, which a description must not hold, become
    quotation marks.

    Raises:
        RenderError: There are too few chapters for a video site.
    """
    if len(chapters) < FEWEST:
        raise RenderError(
            f"a video site wants {FEWEST} chapters of {SHORTEST} seconds or more, and the film has "
            f"{len(chapters)}. Leave the chapters out of its description."
        )
    titles = (chapter.title.replace("<", "‹").replace(">", "›") for chapter in chapters)
    moments = (clock(chapter.start // fps) for chapter in chapters)
    return [f"{moment} {title}" for moment, title in zip(moments, titles, strict=True)]


def clock(seconds: int) -> str:
    """Return a moment as players show it: ``0:05``, ``12:30``, ``1:02:30``."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _frames(chapter: Chapter) -> int:
    return chapter.end - chapter.start
