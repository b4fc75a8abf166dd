"""Where Manim's frames go: into segments, or into one picture.

Manim's own writer makes a film file for each play and joins them with another codec set-up. These
take its place; everything else of it (sections, subcaptions) stays.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from queue import Queue
from threading import Thread
from time import monotonic
from typing import Any

import numpy as np
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.exceptions import EndSceneEarlyException
from numpy.typing import NDArray

from mnemo_anim.render.encode import FilmEncoder
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
        self._queue: Queue[tuple[Pixels, int] | None] = Queue(maxsize=_WAITING)
        self._rest: tuple[Pixels, int] | None = None  # of a picture that outlasts its segment
        self._error: BaseException | None = None
        self._thread = Thread(target=self._encode, name="segment-encoder", daemon=True)
        self._thread.start()

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Hand a picture to the encoder; it must not change afterwards."""
        if self._error is not None:
            raise self._error
        self._queue.put((pixels, repeat))
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
                        encoder.write(*self._next_picture(segment.frames - encoder.frames))
                self._take(DrawnSegment(segment, file.getvalue(), monotonic() - began))
        except _NoMoreError:
            return
        except BaseException as error:  # told to the drawing thread, which stops
            self._error = error
        while self._queue.get() is not None:
            pass  # that thread must not wait for room here for ever

    def _next_picture(self, most: int) -> tuple[Pixels, int]:
        """Return a picture and how often it is shown, `most` times at the most."""
        item = self._rest or self._queue.get()
        if item is None:
            raise _NoMoreError
        pixels, repeat = item
        self._rest = (pixels, repeat - most) if repeat > most else None
        return pixels, min(repeat, most)


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
