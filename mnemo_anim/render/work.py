"""What a worker does, wherever it runs: these functions are sent to an executor."""

import threading
import traceback
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from mnemo_anim.palettes import ThemeError
from mnemo_anim.render.cores import draw_in_one_thread
from mnemo_anim.render.errors import RenderError, one_line
from mnemo_anim.render.identity import Identity, driver_name, processor, versions
from mnemo_anim.render.loaded import digests_here
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.store import SegmentStore
from mnemo_anim.render.task import DrawnSegment, Evaluation, Failure, SceneTask
from mnemo_anim.render.theme_choice import choose_theme
from mnemo_anim.render.words import listening

Result = TypeVar("Result")

_drawing = ThreadPoolExecutor(1, thread_name_prefix="drawing")


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
        if store is not None:
            SegmentStore(store).put(one.segment, one.content)
            one = DrawnSegment(one.segment, b"", one.seconds)
        drawn.append(one)

    def work() -> tuple[DrawnSegment, ...]:
        choose_theme(task.edition.theme)  # before the driver is asked: that imports what draws
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


def still(
    task: SceneTask, key: str, beat: str, at: float | None, more: bool = False
) -> bytes | Failure:
    """Draw one moment of a scene.

    Args:
        task: The scene.
        key: Of its recipe: what is known of a scene with the same key is not measured again.
        beat: The id of the beat.
        at: Part of the beat, 0 for its first frame to 1 for its last; None for its poster.
        more: Whether this process will draw others of the scene.

    Returns:
        A PNG.
    """
    from mnemo_anim.render.draw import draw_still  # noqa: PLC0415 - imports manim

    return _tried(lambda: draw_still(task, key, beat, at, more=more))


def warm_up() -> None:
    """Load what takes long, and never changes while the project is edited."""
    for name in ("manim", "moderngl", "contourpy", "sympy", "scipy.ndimage", "typst", "av"):
        import_module(name)


def identity(files: Collection[str], theme: str) -> Identity:
    """Return what this process, a cluster's worker, draws with: files, all else, and the theme.

    Args:
        files: Paths from the project's root; each is told by its digest.
        theme: What it is to draw in, unless it has begun to draw in another.
    """
    draw_in_one_thread()  # a cluster begins a worker for each core

    def told() -> Identity:
        with suppress(ThemeError):
            choose_theme(theme)
        from mnemo_anim.theme import THEME  # noqa: PLC0415 - it is what has been chosen first

        return {
            **digests_here(files),
            **versions(),
            "driver": driver_name(),
            "processor": processor(),
            "theme": THEME,
        }

    return _in_one_thread(told)


def _tried(work: Callable[[], Result]) -> Result | Failure:
    """Return what ``work`` returns, or how it fails, with all that was said on the way."""

    def caught() -> Result | Failure:
        with listening() as said:
            try:
                return work()
            except BaseException as error:  # a scene may even call sys.exit()
                return Failure(one_line(error), f"{said()}{traceback.format_exc()}")

    return _in_one_thread(caught)


def _in_one_thread(work: Callable[[], Result]) -> Result:
    """Do all work in the main thread, or all in one other.

    An OpenGL context belongs to the thread that made it, and Manim's settings to the process; but a
    cluster's worker has several threads.
    """
    if threading.current_thread() is threading.main_thread():
        return work()
    return _drawing.submit(work).result()
