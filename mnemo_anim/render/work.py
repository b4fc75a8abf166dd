"""What a worker does, wherever it runs: these functions are sent to an executor."""

import contextlib
import faulthandler
import io
import os
import sys
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from multiprocessing import parent_process
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import TypeVar

from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.identity import Identity, driver_name, versions
from mnemo_anim.render.loaded import digests_here
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.store import SegmentStore
from mnemo_anim.render.task import DrawnSegment, Evaluation, Failure, SceneTask

Result = TypeVar("Result")

_one_at_a_time = Lock()  # Manim's settings belong to the process; a cluster's worker has threads
_MOST_SAID = 200_000  # bytes of a log


def evaluate(task: SceneTask) -> Evaluation | Failure:
    """Play a scene without drawing it."""
    from mnemo_anim.render.draw import evaluate_scene  # noqa: PLC0415 - imports manim

    return _tried(lambda: evaluate_scene(task))


def draw(
    task: SceneTask, segments: Sequence[Segment], driver: str, store: Path | None
) -> tuple[DrawnSegment, ...] | Failure:
    """Draw segments of a scene.

    Args:
        task: The scene.
        segments: In order.
        driver: What the OpenGL driver calls itself where the scene was evaluated.
        store: The folder of finished segments, where this worker can write to it; each is put there
            as soon as it is whole. None sends them back.
    """
    from mnemo_anim.render.draw import draw_segments  # noqa: PLC0415 - imports manim

    drawn: list[DrawnSegment] = []

    def take(one: DrawnSegment) -> None:
        parent = parent_process()
        if parent is not None and not parent.is_alive():
            os._exit(1)  # nobody is left to tell
        if store is not None:
            SegmentStore(store).put(one.segment, one.content)
            one = DrawnSegment(one.segment, b"", one.seconds)
        drawn.append(one)

    def work() -> tuple[DrawnSegment, ...]:
        if driver_name() != driver:
            raise RenderError(
                f"this worker draws with {driver_name()}, not with {driver}. "
                "Give all workers the same OpenGL driver."
            )
        missing = segments if store is None else SegmentStore(store).missing(segments)
        if missing:  # a worker that was lost may have left some, or another run
            draw_segments(task, missing, take)
        return tuple(drawn)

    return _tried(work)


def identity(files: Collection[str]) -> Identity:
    """Return what this process draws with: files of the project, all else, and the driver.

    Args:
        files: Paths from the project's root; each is told by its digest.
    """
    return {**digests_here(files), **versions(), "driver": driver_name()}


def _tried(work: Callable[[], Result]) -> Result | Failure:
    """Return what ``work`` returns, or how it fails, with all that was said on the way."""
    with _one_at_a_time, _listening() as said:
        try:
            return work()
        except BaseException as error:  # a scene may even call sys.exit()
            return Failure(_one_line(error), f"{said()}{traceback.format_exc()}")


@contextlib.contextmanager
def _listening() -> Iterator[Callable[[], str]]:
    """Catch what this process prints, libraries in C included; give a function that returns it."""
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as file:
        kept = {stream: os.dup(stream) for stream in (1, 2)}
        sys.stdout.flush()
        sys.stderr.flush()
        for stream in kept:
            os.dup2(file.fileno(), stream)
        faulthandler.enable(file)

        def said() -> str:
            sys.stdout.flush()
            sys.stderr.flush()
            size = file.seek(0, io.SEEK_END)
            file.seek(max(0, size - _MOST_SAID))
            return file.read()

        try:
            yield said
        finally:
            faulthandler.disable()
            sys.stdout.flush()
            sys.stderr.flush()
            for stream, copy in kept.items():
                os.dup2(copy, stream)
                os.close(copy)


def _one_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    told = lines[0] if lines else ""
    if isinstance(error, RenderError):
        return told
    return f"{type(error).__name__}: {told}" if told else type(error).__name__
