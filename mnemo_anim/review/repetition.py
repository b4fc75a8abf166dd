"""Whether two cold renders of a scene give the same frames and the same timeline.

One thread encodes, and nothing in a film file tells when it was made: films of the same frames have
the same bytes. Only where the bytes differ are the frames looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import av
import numpy as np

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Departure:
    """Where two renders of a scene part.

    Attributes:
        scene: Class name.
        beat: Id of the beat in which they do; empty behind the end of the shorter one.
        frame: Number of the first frame that differs.
    """

    scene: str
    beat: str
    frame: int

    def __str__(self) -> str:
        return f"{self.scene}: two renders differ from frame {self.frame} on, in “{self.beat}”."


def departures(once: Sequence[SceneJob], again: Sequence[SceneJob]) -> list[Departure]:
    """Return the scenes whose two films do not show the same.

    Args:
        once: The scenes as they were rendered.
        again: The same scenes, rendered to another place.
    """
    pairs = zip(once, again, strict=True)
    return [found for one, other in pairs if (found := _departure(one, other)) is not None]


def _departure(one: SceneJob, other: SceneJob) -> Departure | None:
    timeline = Timeline.from_json(one.timeline.read_text(encoding="utf-8"), one.timeline)
    frame = _first_departure(one, other)
    if frame is None:
        return None
    beat = timeline.beat_at(frame)
    return Departure(timeline.scene, beat.id if beat else "", frame)


def _first_departure(one: SceneJob, other: SceneJob) -> int | None:
    """Return the first frame that differs; the first of all where just the timelines do."""
    if one.film.read_bytes() != other.film.read_bytes():
        frame = first_difference(one.film, other.film)
        if frame is not None:
            return frame
    return None if one.timeline.read_bytes() == other.timeline.read_bytes() else 0


def first_difference(one: Path, other: Path) -> int | None:
    """Return the number of the first decoded frame in which two films differ; None for none.

    Raises:
        RenderError: A film cannot be read.
    """
    try:
        with av.open(str(one)) as first, av.open(str(other)) as second:
            pairs = zip_longest(first.decode(video=0), second.decode(video=0))
            for number, (left, right) in enumerate(pairs):
                if left is None or right is None:
                    return number
                if not np.array_equal(left.to_ndarray(), right.to_ndarray()):
                    return number
    except (OSError, av.FFmpegError, IndexError) as error:
        raise RenderError(f"{one} and {other} cannot be compared ({error}).") from error
    return None
