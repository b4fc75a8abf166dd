"""All that a bundle is made of, in the form in which its rules measure it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image

from mnemo_anim.captions import Subtitle
from mnemo_anim.document import Lecture
from mnemo_anim.outputs.youtube.metadata import Metadata
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.film_timeline import FilmTimeline
from mnemo_anim.render.probe import Probe


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound track of a film file.

    Attributes:
        codec, profile, layout: As FFmpeg names them: ``aac``, ``LC``, ``stereo``.
        rate: Samples a second.
        start, end: Of the sound, in seconds of the film.
    """

    codec: str
    profile: str
    layout: str
    rate: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tracks:
    """What a film file holds besides its pictures.

    Attributes:
        sound: Its sound track; None where there is none.
        chapters: Where its chapters begin, in seconds.
    """

    sound: Sound | None
    chapters: tuple[float, ...]


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
        tracks: What the file holds besides pictures.
        passages: The captions, those of a beat together.
        metadata: What is said of the film.
        thumbnail: The picture file.
    """

    lecture: Lecture
    timeline: FilmTimeline
    film: Probe
    tracks: Tracks
    passages: Sequence[Sequence[Subtitle]]
    metadata: Metadata
    thumbnail: Picture


def tracks_of(film: Path) -> Tracks:
    """Read what a film file holds besides its pictures.

    Raises:
        RenderError: It is no film that can be read.
    """
    try:
        with av.open(str(film)) as container:
            chapters = tuple(
                float(one["start"] * (one["time_base"] or 0)) for one in container.chapters()
            )
            sounds = container.streams.audio
            return Tracks(_sound(sounds[0]) if sounds else None, chapters)
    except (OSError, av.FFmpegError) as error:
        raise RenderError(f"{film} is not a film that can be read ({error}).") from error


def _sound(stream: av.AudioStream) -> Sound:
    context = stream.codec_context
    tick = float(stream.time_base or 0)
    start = (stream.start_time or 0) * tick
    return Sound(
        codec=context.name,
        profile=context.profile or "",
        layout=context.layout.name,
        rate=context.sample_rate,
        start=start,
        end=start + (stream.duration or 0) * tick,
    )


def picture_of(file: Path) -> Picture:
    """Read the kind, the size and the length of a picture file."""
    with Image.open(file) as picture:
        return Picture(picture.format or "", picture.size, file.stat().st_size)
