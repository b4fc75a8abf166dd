from math import hypot

import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths.gallery import ELLIPTIC_BOWL, STEEP_EVERYWHERE, STEEP_NEAR_MINIMUM
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.pitfalls.cut import Cut, cut_graph
from mnemo_anim.mobjects.pitfalls.cut_point import CutPoint
from mnemo_anim.mobjects.pitfalls.measure import Measure
from mnemo_anim.mobjects.pitfalls.near_and_far import NearAndFar
from mnemo_anim.theme import PALETTE


@pytest.fixture
def graph() -> Graph:
    return cut_graph((ELLIPTIC_BOWL, STEEP_EVERYWHERE), 6.0, 4.0, ticks=0)


def half_way(x: float, turned: float) -> float:
    """Return the height, at (x, 0), of what is part bowl and part cone."""
    return (1 - turned) * x * x + turned * 3 * hypot(0.04, x)


@pytest.mark.parametrize("turned", [0.0, 0.3, 1.0])
def test_what_is_drawn_read_off_and_touched_is_one_function(graph: Graph, turned: float) -> None:
    cut = Cut(graph, ELLIPTIC_BOWL, STEEP_EVERYWHERE)
    cut.turned = turned
    cut.redraw()
    for x in (0.2, 1.5, 2.4):
        slope = (half_way(x + 1e-6, turned) - half_way(x - 1e-6, turned)) / 2e-6
        assert cut.value(x) == pytest.approx(half_way(x, turned))
        assert cut.slope(x) == pytest.approx(slope, rel=1e-6)
        assert cut.steepness((x, 0.0)).value == pytest.approx(abs(slope), rel=1e-6)
        assert cut.distance((x, 0.0)).value == pytest.approx(x)
    drawn = graph.corners.coords(cut.line.points[::4])
    assert drawn[:, 1] == pytest.approx([half_way(x, turned) for x in drawn[:, 0]])


def test_the_tangent_has_the_slope_of_the_curve_and_the_way_leads_below_the_point(
    graph: Graph,
) -> None:
    cut = Cut(graph, ELLIPTIC_BOWL)
    point = CutPoint(cut, Spot((1.5, 0.0)))
    start, end = graph.corners.coords(point.tangent.points[[0, -1]])
    assert (end - start)[1] / (end - start)[0] == pytest.approx(3.0)
    assert (start + end) / 2 == pytest.approx([1.5, 2.25])
    assert graph.corners.coords(point.way.points[[0, -1]]) == pytest.approx(
        np.array([[0.0, 0.0], [1.5, 0.0]])
    )


def test_the_bars_are_full_at_the_steepest_and_at_the_farthest(graph: Graph) -> None:
    cut = Cut(graph, ELLIPTIC_BOWL)
    steepest, farthest = (quantity.value for quantity in cut.greatest)
    assert steepest == pytest.approx(6.0)
    assert farthest == pytest.approx(3.0)


def test_near_the_minimum_the_tangent_ends_at_the_axis(graph: Graph) -> None:
    cut = Cut(graph, STEEP_EVERYWHERE)
    point = CutPoint(cut, Spot((0.2, 0.0)))
    low, high = graph.corners.coords(point.tangent.points[[0, -1]])[:, 1]
    assert low == pytest.approx(0.0, abs=1e-9)
    assert high > cut.value(0.2)


def test_a_way_below_the_axis_has_stops_and_stands_below_minimum_and_point(graph: Graph) -> None:
    cut = Cut(graph, ELLIPTIC_BOWL)
    point = CutPoint(cut, Spot((1.5, 0.0)), below=0.5)
    ends = graph.point([0.0, 1.5], 0.0) - [0.0, 0.5, 0.0]
    assert point.way.points[[0, 3]] == pytest.approx(ends)
    assert point.way.get_left()[0] == pytest.approx(ends[0, 0])
    assert point.way.get_right()[0] == pytest.approx(ends[1, 0])
    assert point.way.height > 0.1
    foot = graph.point(1.5, 0.0)
    assert point.drop.points[[0, -1]] == pytest.approx(np.stack([point.dot.get_center(), foot]))


@pytest.mark.parametrize("x", [0.0, 0.75, 3.0])
def test_a_bar_is_as_long_as_its_quantity_is_large(graph: Graph, x: float) -> None:
    cut = Cut(graph, ELLIPTIC_BOWL)
    measure = Measure(
        Formula("d"),
        lambda: cut.distance((x, 0.0)),
        full=cut.distance((3.0, 0.0)),
        length=4.5,
        color=PALETTE.ink,
    )
    measure.shift([2.0, 1.0, 0.0]).update(0)
    assert measure.bar.width == pytest.approx(4.5 * x / 3.0, abs=1e-9)
    assert measure.bar.get_left()[0] == pytest.approx(measure.track.get_left()[0])
    assert measure.number.value == pytest.approx(x)


@pytest.fixture
def both() -> NearAndFar:
    card = Card("Near", ("wrong", "right"), place=0, count=1)
    bowl = Cut(cut_graph((ELLIPTIC_BOWL,), 6.0, 4.0, ticks=0), ELLIPTIC_BOWL)
    return NearAndFar(
        card,
        STEEP_EVERYWHERE,
        STEEP_NEAR_MINIMUM,
        at=(-2.4, 0.5),
        full=bowl.greatest,
        words=("lowest", "away", "near", "far"),
    )


def play(animation: Animation) -> None:
    animation.begin()
    animation.finish()


def test_on_the_cone_the_near_point_is_as_steep_close_in_as_far_out(both: NearAndFar) -> None:
    steepness = both.near.reading.steepness.number.value
    play(both.near.go_to(-0.2))
    both.near.reading.update(0)
    assert both.near.reading.steepness.number.value == pytest.approx(steepness, rel=0.03)
    assert both.near.reading.distance.number.value == pytest.approx(0.2)


def test_in_the_funnel_the_near_point_is_the_steeper_one(both: NearAndFar) -> None:
    play(both.become_funnel(-0.5))
    play(both.far.go_to(2.2))
    near, far = both.near, both.far
    for place in (near, far):
        place.reading.update(0)
    assert near.reading.distance.number.value < 0.3 * far.reading.distance.number.value
    assert near.reading.steepness.number.value > 2.5 * far.reading.steepness.number.value
    for place in (near, far):
        for part in (*place.arrows, place.point):
            part.update(0)
        for arrow in place.arrows:
            assert arrow.tail[0] == pytest.approx(place.point.dot.get_x(), abs=1e-6)


def test_both_bars_of_a_kind_have_one_scale(both: NearAndFar) -> None:
    near, far = both.near.reading, both.far.reading
    assert near.steepness.bar.full == far.steepness.bar.full == pytest.approx(6.0)
    assert near.distance.bar.full == far.distance.bar.full == pytest.approx(3.0)


def test_the_ways_of_both_points_do_not_lie_on_one_line(both: NearAndFar) -> None:
    near, far = both.near.point.way, both.far.point.way
    assert near.get_y() - far.get_y() > near.height / 2 + far.height / 2
    assert far.get_bottom()[1] > both.map.get_top()[1]
