import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.secant_graph import SecantGraph

START = np.array(MACHINE_WALK.start)


def graph(index: int, by: float) -> SecantGraph:
    return SecantGraph(MACHINE, START, Spot(START + by * np.eye(3)[index]), index, span=15.0)


def drawn_slope(of: SecantGraph, ends: np.ndarray) -> float:
    """Return the slope of a line from its screen points, in units of f per unit of the input."""
    along = (ends[-1] - ends[0])[:2] / of.secant.paper.corners.units
    return float(along[1] / along[0])


@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_secant_has_the_slope_of_the_difference_quotient(index: int) -> None:
    shown = graph(index, 0.5)
    after = START + 0.5 * np.eye(3)[index]
    quotient = (MACHINE.value(after) - MACHINE.value(START)) / 0.5
    assert drawn_slope(shown, shown.secant.line.points) == pytest.approx(quotient)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_without_a_nudge_it_is_the_tangent(index: int) -> None:
    shown = graph(index, 0.0)
    slope = MACHINE.gradient(START)[index]
    assert drawn_slope(shown, shown.secant.line.points) == pytest.approx(slope)


def test_run_and_rise_are_the_nudge_and_the_change() -> None:
    shown = graph(1, 0.5)
    units = shown.secant.paper.corners.units
    after = START + 0.5 * np.eye(3)[1]
    run, rise = (line.points[-1] - line.points[0] for line in (shown.secant.run, shown.secant.rise))
    assert run[:2] == pytest.approx([0.5 * units[0], 0.0])
    change = MACHINE.value(after) - MACHINE.value(START)
    assert rise[:2] == pytest.approx([0.0, change * units[1]])


def test_it_follows_the_dial() -> None:
    spot = Spot(START)
    shown = SecantGraph(MACHINE, START, spot, 0)
    spot.coords = START + 0.3 * np.eye(3)[0]
    shown.update()
    end = shown.secant.rise.points[-1]
    there = shown.secant.paper.corners.point((START[0] + 0.3, MACHINE.value(spot.coords)))
    assert end == pytest.approx(there)


def test_graphs_with_one_span_have_one_scale() -> None:
    scales = [graph(index, 0.5).secant.paper.corners.units for index in range(3)]
    np.testing.assert_allclose(scales, [scales[0]] * 3)


def test_graphs_with_one_span_have_the_start_at_one_height() -> None:
    heights = [graph(index, 0.5).secant.before.get_y() for index in range(3)]
    bottoms = [graph(index, 0.5).lines.get_bottom()[1] for index in range(3)]
    rises = np.subtract(heights, bottoms)
    np.testing.assert_allclose(rises, [rises[0]] * 3)


def test_two_points_that_cannot_be_told_apart_are_one() -> None:
    assert graph(0, 0.01).secant.after.presence == 0.0
    assert graph(0, 0.5).secant.after.presence == 1.0
