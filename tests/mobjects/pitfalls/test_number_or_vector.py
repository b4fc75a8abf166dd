import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths import ELLIPTIC_BOWL, PARABOLA
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.pitfalls.number_or_vector import NumberOrVector

SCALE = 0.3


@pytest.fixture
def both() -> NumberOrVector:
    card = Card("Both", ("wrong", "right"), place=0, count=2)
    return NumberOrVector(
        card, PARABOLA, ELLIPTIC_BOWL, at=(1.2, 0.7), scale=SCALE, words=("one", "two")
    )


def play(animation: Animation) -> None:
    animation.begin()
    animation.finish()


@pytest.mark.parametrize("x", [-2.0, -0.5, 1.2])
def test_the_arrow_on_the_line_is_as_long_as_the_derivative(both: NumberOrVector, x: float) -> None:
    both.at.coords = np.array([x, 0.7])
    arrow = both.curve.arrow
    arrow.update(0)
    unit = both.curve.dot.paper.corners.units[0]
    assert arrow.tip - arrow.tail == pytest.approx([SCALE * 2 * x * unit, 0.0, 0.0])


def test_on_the_line_the_arrow_on_the_map_is_the_same(both: NumberOrVector) -> None:
    play(both.lay_on_line())
    for part in (both.map.arrow, both.map.mark, both.curve.arrow):
        part.update(0)
    on_map, on_line = (a.tip - a.tail for a in (both.map.arrow, both.curve.arrow))
    units = both.map.map.unit, both.curve.dot.paper.corners.units[0]
    assert on_map / units[0] == pytest.approx(on_line / units[1])
    assert both.map.line.points[:, 1] == pytest.approx(both.map.mark.get_y())


def test_curve_and_map_tell_of_the_same_x(both: NumberOrVector) -> None:
    both.at.coords = np.array([-1.5, 1.0])
    for number in (both.curve.derivative.number, *both.map.column.entries):
        number.update(0)
    derivative = both.curve.derivative.number.value
    entries = [number.value for number in both.map.column.entries]
    assert derivative == pytest.approx(-3.0)
    assert entries == pytest.approx([-3.0, 4.0])


def test_the_mistake_takes_one_component_for_the_whole_gradient(both: NumberOrVector) -> None:
    assert both.belief.number.value == pytest.approx(2.4)
    assert both.map.column.entries[0].value == pytest.approx(2.4)
    assert both.map.column.entries[1].value == pytest.approx(2.8)


def test_the_mistake_is_crossed_out_and_stays_legible(both: NumberOrVector) -> None:
    assert not both.cross.has_points()
    play(both.cross.cross_out())
    assert both.cross.get_right()[0] < both.belief.get_left()[0]
    assert both.cross.get_y() == pytest.approx(both.belief.get_y())
    assert both.cross.width == pytest.approx(both.cross.height)


def test_the_tangent_ends_at_the_axis_and_goes_on_over_the_rise(both: NumberOrVector) -> None:
    curve = both.curve
    corners = curve.dot.paper.corners
    start, end = corners.coords(curve.tangent.points[[0, -1]])
    assert start[1] == pytest.approx(0.0, abs=1e-9)
    assert end[0] > 1.2 + 1.0
    assert (end - start)[1] / (end - start)[0] == pytest.approx(2.4)


def test_graph_and_number_make_room_for_the_map(both: NumberOrVector) -> None:
    curve = both.curve
    play(both.open_map())
    for part in (curve.curve, curve.tangent):
        part.update(0)
    assert curve.derivative.get_top()[1] < curve.axes.get_bottom()[1]
    assert curve.axes.get_right()[0] < both.map.map.get_left()[0]
