"""Where Manim's frames go: into our encoder, or into one picture.

Manim's own writer makes a film file for each play and joins them with another codec set-up. These
take its place; everything else of it (sections, subcaptions) stays.
"""

from queue import Queue
from threading import Thread
from typing import Any

import numpy as np
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.exceptions import EndSceneEarlyException
from numpy.typing import NDArray

from mnemo_anim.render.encode import FilmEncoder

Pixels = NDArray[np.uint8]

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


class FilmSink(Sink):
    """Encodes the frames of a scene in a thread of its own, while the next ones are drawn.

    The encoder is the caller's, who closes first this, then the encoder, however the scene ended.

    Args:
        settings: what Manim gives its writers.
        encoder: takes the frames.
    """

    def __init__(self, settings: Any, encoder: FilmEncoder) -> None:
        super().__init__(settings)
        self._encoder = encoder
        self._queue: Queue[tuple[Pixels, int] | None] = Queue(maxsize=_WAITING)
        self._error: BaseException | None = None
        self._thread = Thread(target=self._encode, name="film-encoder", daemon=True)
        self._thread.start()

    def _encode(self) -> None:
        while (item := self._queue.get()) is not None:
            if self._error is None:
                try:
                    self._encoder.write(*item)
                except BaseException as error:  # told to the drawing thread, which stops
                    self._error = error

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Hand a picture to the encoder; it must not change afterwards."""
        if self._error is not None:
            raise self._error
        self._queue.put((pixels, repeat))

    def finish(self) -> None:
        """Wait until all frames are encoded; raise what the encoder raised."""
        self.close()
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """Let go of the encoder, which is then the caller's alone. May be called twice."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()


class StillSink(Sink):
    """Keeps the first picture that is drawn, and ends the scene there."""

    def __init__(self, settings: Any) -> None:
        super().__init__(settings)
        self.picture: Pixels | None = None

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Keep the picture and stop playing."""
        self.picture = pixels
        raise EndSceneEarlyException
