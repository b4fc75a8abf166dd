"""Where Manim's frames go: into segments, or into one picture.

Manim's own writer makes a film file for each play and joins them with another codec set-up. These
take its place; everything else of it (sections, subcaptions) stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from queue import Queue
from threading import Thread
from time import monotonic
from typing import Any

import numpy as np
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.exceptions import EndSceneEarlyException
from numpy.typing import NDArray

from mnemo_anim.boxes import Box
from mnemo_anim.render.encode import FilmEncoder, FilmPicture
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.task import DrawnSegment

Pixels = NDArray[np.uint8]
Take = Callable[[DrawnSegment], None]

_WAITING = 4  # frames that drawing may be ahead of encoding


class Sink(SceneFileWriter):
    """A writer without Manim's files for single plays, and without its cache of them."""

    def add_partial_movie_file(self, hash_animation: str | None) -> None:
        """Keep no file for a play."""

    def begin_animation(self, allow_write: bool = False, **_: Any) -> None:
        """Open no file for a play."""

    def end_animation(self, allow_write: bool = False) -> None:
        """Close no file of a play."""

    def is_already_cached(self, hash_invocation: str) -> bool:
        """Return False: every play is drawn."""
        return False

    def finish(self) -> None:
        """Write nothing else."""

    def abort_encode_jobs(self, reraise_encoder_failures: bool = False) -> None:
        """Stop nothing: no job of Manim's runs."""


class SegmentSink(Sink):
    """Encodes the frames of segments in a thread of its own, while the next ones are drawn.

    The scene ends early when all segments are full.

    Args:
        settings: What Manim gives its writers.
        segments: In order; the frames that come are theirs, one after the other.
        quality: Size and frame rate.
        take: Called in the thread with each segment as soon as it is whole.

    Attributes:
        left: How many frames are still to come.
    """

    def __init__(
        self, settings: Any, *, segments: Sequence[Segment], quality: Quality, take: Take
    ) -> None:
        super().__init__(settings)
        self._segments, self._quality, self._take = segments, quality, take
        self.left = sum(segment.frames for segment in segments)
        self._picture = FilmPicture(quality)
        self._queue: Queue[_Step | None] = Queue(maxsize=_WAITING)
        self._rest = 0  # frames for which the picture still stands: it may outlast its segment
        self._error: BaseException | None = None
        self._thread = Thread(target=self._encode, name="segment-encoder", daemon=True)
        self._thread.start()

    def write_change(self, pixels: Pixels, boxes: Sequence[Box], *, repeat: int = 1) -> None:
        """Hand on what has changed in the picture; the first time, all of it.

        Args:
            pixels: The whole picture, which may change when this returns.
            boxes: Where it differs from the last one; their ends are even.
            repeat: For how many frames it is shown.
        """
        if self._error is not None:
            raise self._error
        around = self._picture.around
        changes = tuple((box, pixels[around(box).slices].copy()) for box in boxes)
        self._queue.put(_Step(changes, repeat))
        self.left -= repeat
        if self.left <= 0:
            raise EndSceneEarlyException

    def close(self) -> None:
        """Wait until what has come is encoded. To be called however the scene has ended."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    def check(self) -> None:
        """Raise what the encoder raised, if anything, once it is closed."""
        if self._error is not None:
            raise self._error

    def _encode(self) -> None:
        try:
            for segment in self._segments:
                began, file = monotonic(), BytesIO()
                with FilmEncoder(file, self._quality) as encoder:
                    while encoder.frames < segment.frames:
                        encoder.show(self._picture, self._frames(segment.frames - encoder.frames))
                self._take(DrawnSegment(segment, file.getvalue(), monotonic() - began))
        except _NoMoreError:
            return
        except BaseException as error:  # told to the drawing thread, which stops
            self._error = error
        while self._queue.get() is not None:
            pass  # that thread must not wait for room here for ever

    def _frames(self, most: int) -> int:
        """Bring the picture up to date; return for how many frames it stands, `most` at most."""
        if not self._rest:
            step = self._queue.get()
            if step is None:
                raise _NoMoreError
            for box, pixels in step.changes:
                self._picture.change(box, pixels)
            self._rest = step.repeat
        frames = min(self._rest, most)
        self._rest -= frames
        return frames


@dataclass(frozen=True, slots=True)
class _Step:
    """From one picture to the next: what changes, and for how many frames it then stands."""

    changes: tuple[tuple[Box, Pixels], ...]
    repeat: int


class _NoMoreError(Exception):
    """The scene has ended before the segments were full."""


class StillSink(Sink):
    """Keeps the first picture that is drawn, and ends the scene there."""

    def __init__(self, settings: Any) -> None:
        super().__init__(settings)
        self.picture: Pixels | None = None

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Keep the picture and stop playing."""
        self.picture = pixels
        raise EndSceneEarlyException
