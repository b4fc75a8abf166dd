"""What is on the slides, before they become a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.outputs.clips import Format, Made, Task, clips_folder, clips_of, make_clips
from mnemo_anim.palettes import PALETTES
from mnemo_anim.render.plan import Plan, SceneJob


@dataclass(frozen=True, slots=True)
class Slide:
    """One beat.

    Attributes:
        film: what plays on it.
        still: the picture that stands for it in an overview.
        notes: what is said.
    """

    film: Path
    still: Path
    notes: str


@dataclass(frozen=True, slots=True)
class DeckSection:
    """The slides of one section, and its title."""

    title: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides of a file.

    Attributes:
        title: of the lecture, or of its section.
        series: that the lecture belongs to.
        language: of its words, a BCP 47 tag.
        ground: colour around the pictures, in hex.
        size: of the pictures, in pixels.
        sections: the slides.
    """

    title: str
    series: str
    language: str
    ground: str
    size: tuple[int, int]
    sections: tuple[DeckSection, ...]


def make_deck(
    plan: Plan,
    jobs: Sequence[SceneJob],
    film: Format,
    *,
    captions: bool,
    count: int,
    on_made: Callable[[Made], None],
) -> Deck:
    """Make the clips of some scenes, where they are not there yet, and lay them out as slides.

    Args:
        plan: of the films.
        jobs: the scenes.
        film: what kind of file plays on the slides.
        captions: whether words on the caption rail stay.
        count: how many clips are made side by side.
        on_made: told of each clip.

    Raises:
        RenderError: A film is missing, or not that of its timeline.
    """
    sections: list[DeckSection] = []
    tasks: list[Task] = []
    for job in jobs:
        section, slides = plan.lecture.section(job.entry.section), []
        clips = clips_of(job)
        # On slides the lecturer speaks; the track of a silent film may stay.
        sound = not any(clip.beat.speech for clip in clips)
        place = clips_folder(plan, captions=captions, sound=sound)
        for clip in clips:
            kinds = {kind: place / f"{clip.name}.{kind}" for kind in (film, Format.PNG)}
            tasks += (Task(clip, kind, file, captions, sound=sound) for kind, file in kinds.items())
            slides.append(Slide(kinds[film], kinds[Format.PNG], clip.beat.text))
        sections.append(DeckSection(section.title, tuple(slides)))
    for place in dict.fromkeys(task.target.parent for task in tasks):
        make_clips([task for task in tasks if task.target.parent == place], count, on_made)
    return Deck(
        title=sections[0].title if len(sections) == 1 else plan.lecture.title,
        series=plan.lecture.series,
        language=plan.lecture.language,
        ground=PALETTES[plan.edition.theme].ground,
        size=(plan.quality.width, plan.quality.height),
        sections=tuple(sections),
    )
