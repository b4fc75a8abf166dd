"""Drawing segments of one scene in this process, as a worker does.

As a process of its own, ``python -m mnemo_anim.bench.drawing SCENE QUALITY`` draws the last segment
of a scene: its memory is that of a worker.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from mnemo_anim.paths import LECTURE
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import make_plan
from mnemo_anim.render.quality import Quality, quality_named
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.task import Failure, SceneTask
from mnemo_anim.render.work import draw, evaluate

Result = TypeVar("Result")


def prepare(scene: str, quality: Quality) -> tuple[SceneTask, tuple[Segment, ...], str]:
    """Play a scene without drawing; return its task, its segments, and the OpenGL driver.

    Raises:
        UnknownNameError: There is no such scene.
        RenderError: The scene fails.
    """
    with TemporaryDirectory(prefix="mnemo-bench-") as folder:
        (job,) = make_plan(LECTURE, quality, Path(folder)).only([scene])
        task = job.task()
    played = _unless_failed(evaluate(task))
    return task, segments_of(played.timeline, "", ()), played.driver


def draw_here(task: SceneTask, segments: tuple[Segment, ...], driver: str) -> None:
    """Draw segments of a scene, and let them go; RenderError if the scene fails."""
    _unless_failed(draw(task, segments, driver, None))


def _unless_failed(done: Result | Failure) -> Result:
    if isinstance(done, Failure):
        raise RenderError(done.message)
    return done


if __name__ == "__main__":
    task, segments, driver = prepare(sys.argv[1], quality_named(sys.argv[2]))
    draw_here(task, segments[-1:], driver)
