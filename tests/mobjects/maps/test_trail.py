import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS, VALLEYS_WALK, ScalarField
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.trail import Trail

MAP = ContourMap(VALLEYS, unit=0.9, plain=True)
DESCENT = VALLEYS_WALK.descent()
MARK = len(circle(np.zeros(3), 1.0))  # points of one mark


def marks(trail: Trail) -> np.ndarray:
    """Return the middles of the marks, (k, 3)."""
    middles: np.ndarray = trail.marks.points.reshape(-1, MARK, 3)[:, ::4].mean(axis=1)
    return middles


def test_before_the_first_step_there_is_a_mark_at_the_start_only() -> None:
    trail = Trail(MAP, DESCENT)
    assert len(trail.line.points) == 0
    assert marks(trail) == pytest.approx(MAP.point(DESCENT.iterates[:1]))


def test_walked_to_the_end_it_marks_every_iterate() -> None:
    trail = Trail(MAP, DESCENT)
    walk = trail.walk()
    walk.begin()
    walk.finish()
    assert marks(trail) == pytest.approx(MAP.point(DESCENT.iterates))
    assert trail.head == pytest.approx(DESCENT.iterates[-1])


@pytest.mark.parametrize("progress", [0.25, 1.0, 2.5])
def test_the_line_is_as_long_as_the_steps_walked(progress: float) -> None:
    trail = Trail(MAP, DESCENT, progress=progress)
    lengths = np.linalg.norm(DESCENT.steps, axis=1)
    walked = float(np.interp(progress, np.arange(len(lengths) + 1), [0, *np.cumsum(lengths)]))
    anchors = trail.line.points[::4]
    ends = trail.line.points[3::4]
    assert np.linalg.norm(ends - anchors, axis=1).sum() == pytest.approx(0.9 * walked)
    assert trail.line.points[-1] == pytest.approx(MAP.point(trail.head))


def test_a_step_is_taken_to_the_next_iterate_from_wherever_the_walk_stands() -> None:
    trail = Trail(MAP, DESCENT)
    for reached in (1.0, 2.0):
        step = trail.take_step()
        step.begin()
        step.finish()
        assert trail.progress == pytest.approx(reached)


def test_a_trail_lies_on_the_ground_of_a_landscape() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=View(elevation=1.4))
    trail = Trail(landscape, DESCENT, progress=1.0)
    first = DESCENT.iterates[:2]
    assert trail.line.points[[0, -1]] == pytest.approx(landscape.point(first), abs=1e-9)
    middle = first.mean(axis=0)
    away = np.linalg.norm(trail.line.points - landscape.point(middle), axis=1)
    assert away.min() < 1e-9


def test_behind_a_ridge_a_trail_is_not_drawn() -> None:
    ridge = ScalarField("3*exp(-4*y**2)")
    landscape = Landscape(ridge, height_scale=1.0, resolution=16, view=View(0.0, 0.3, 0.0))
    over = Trail(landscape, [(0.0, -2.0), (0.0, 2.0)], progress=1.0)
    tops = landscape.point([(0.0, y) for y in np.linspace(-2, 2, 400)])[:, 1]
    drawn = over.line.points
    assert drawn[:, 1].max() == pytest.approx(tops.max(), abs=0.01)
    assert len(drawn) < len(Trail(MAP, [(0.0, -2.0), (0.0, 2.0)], progress=1.0).line.points)
    assert len(marks(over)) == 1  # the second iterate lies behind
