"""All that a bundle is made of, in the form in which its rules measure it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from mnemo_anim.captions import Subtitle
from mnemo_anim.document import Lecture
from mnemo_anim.outputs.youtube.metadata import Metadata
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.probe import Probe


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file: its kind, its width and height in pixels, and its length in bytes."""

    kind: str
    size: tuple[int, int]
    length: int


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to measure.

    Attributes:
        lecture: The document.
        timeline: Of the film.
        film: The film file as it was read back.
        passages: The captions, those of a beat together.
        metadata: What is said of the film.
        thumbnail: The picture file.
    """

    lecture: Lecture
    timeline: FilmTimeline
    film: Probe
    passages: Sequence[Sequence[Subtitle]]
    metadata: Metadata
    thumbnail: Picture


def picture_of(file: Path) -> Picture:
    """Read the kind, the size and the length of a picture file."""
    with Image.open(file) as picture:
        return Picture(picture.format or "", picture.size, file.stat().st_size)
