"""Which frames of which film make a clip, and what kinds of file are made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mnemo_anim.outputs.film_frames import Span
from mnemo_anim.outputs.filmed import scene_timeline
from mnemo_anim.render.errors import UnknownNameError
from mnemo_anim.render.plan import Plan, SceneJob
from mnemo_anim.timeline import BeatSpan


class Format(StrEnum):
    """A kind of file; its value is the ending of its name."""

    MP4 = "mp4"  # for slide programs and editors
    WEBM = "webm"  # for web pages: less than half as large
    PNG = "png"  # the poster
    WEBP = "webp"  # animated, small
    GIF = "gif"  # animated, small, for what plays nothing else


FORMATS = (Format.MP4, Format.WEBM, Format.PNG)
"""What is made unless something else is asked for."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One beat in the film of its scene.

    Attributes:
        film: the film of the scene.
        fps: its frames a second.
        beat: the beat as it was played; the frames from its start up to its end are the clip.
    """

    film: Path
    fps: int
    beat: BeatSpan

    @property
    def name(self) -> str:
        """What its files are called, without ending: ``02-intuition-first-one-arrow``."""
        return f"{self.film.stem}-{self.beat.id}"

    @property
    def span(self) -> Span:
        """Its frames."""
        return Span(self.film, self.beat.start, self.beat.end)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.span) / self.fps


def jobs_with(plan: Plan, names: Sequence[str], beats: Sequence[str]) -> list[SceneJob]:
    """Return those of some scenes, or of all, that play some beats, or any.

    Raises:
        UnknownNameError: There is no such scene, or no such beat in these scenes.
    """
    jobs = plan.only(names) if names else plan.jobs
    played = {
        job: [beat.id for beat in plan.lecture.section(job.entry.section).beats] for job in jobs
    }
    known = [beat for ids in played.values() for beat in ids]
    for beat in beats:
        if beat not in known:
            raise UnknownNameError.among("beat", beat, known)
    return [job for job in jobs if not beats or set(beats) & set(played[job])]


def clips_of(job: SceneJob, beats: Sequence[str] = ()) -> list[Clip]:
    """Return the clips of a scene that has been rendered, in order; of some beats, or of all.

    Raises:
        RenderError: The film is missing, or not that of its timeline.
        TimelineError: The timeline cannot be read.
    """
    timeline = scene_timeline(job)
    return [
        Clip(job.film, timeline.fps, beat)
        for beat in timeline.beats
        if not beats or beat.id in beats
    ]
