import numpy as np
import pytest
from manim import RIGHT, UP, ValueTracker

from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.lettering.numerals import format_power, read_number
from mnemo_anim.mobjects.lettering.text import Words


def linear() -> Graph:
    return Graph((0.0, 10.0), (-2.0, 2.0), width=5.0, height=2.0)


def logarithmic() -> Graph:
    return Graph((0.0, 10.0), (1e-4, 1e2), width=5.0, height=3.0, log_y=True, y_ticks=4)


def test_equal_steps_of_y_are_equally_far_apart_on_a_linear_graph() -> None:
    heights = linear().point(0.0, [-2.0, -1.0, 0.0, 1.0, 2.0])[:, 1]
    assert np.diff(heights) == pytest.approx([0.5] * 4)


def test_equal_factors_of_y_are_equally_far_apart_on_a_logarithmic_graph() -> None:
    heights = logarithmic().point(0.0, [1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0])[:, 1]
    assert np.diff(heights) == pytest.approx([0.5] * 6)


@pytest.mark.parametrize("graph", [linear(), logarithmic()])
def test_every_number_stands_at_what_it_says(graph: Graph) -> None:
    graph.scale(0.7).shift(2 * RIGHT + UP)
    for mark, number in zip(graph.marks, graph.numbers, strict=True):
        foot = mark.points[0]
        (claim,) = claims(number)
        assert claim.holds()
        beside = number.get_y() == pytest.approx(foot[1], abs=0.02)
        at = (0.0, number.value) if beside else (number.value, graph.y_range[0])
        assert graph.point(*at) == pytest.approx(foot, abs=1e-9)


@pytest.mark.parametrize("graph", [linear(), logarithmic()])
def test_a_tick_that_has_left_its_place_is_caught(graph: Graph) -> None:
    graph.marks[0].shift(0.02 * RIGHT)
    graph.marks[-1].shift(0.02 * UP)
    held = [claim.holds() for claim in claims(graph.numbers)]
    assert (held[0], held[-1], all(held[1:-1])) == (False, False, True)


def test_ticks_can_be_chosen_and_left_out() -> None:
    graph = Graph((0.0, 360.0), (0, 1), width=4, height=2, x_ticks=(0, 90), y_ticks=0, x_unit="°")
    assert [number.value for number in graph.numbers] == [0.0, 90.0]
    assert [number.unit for number in graph.numbers] == ["°", "°"]


def test_powers_of_ten_are_ticks_of_a_logarithmic_axis() -> None:
    powers = [n.text for n in logarithmic().numbers if n.text.startswith("10") and n.value != 10]
    assert powers == ["10⁻⁴", "10⁻²", "10²"]


def test_a_power_of_ten_can_be_read_back() -> None:
    for exponent in (-7, 0, 1, 12):
        assert float(read_number(format_power(10.0**exponent))) == pytest.approx(10.0**exponent)
    with pytest.raises(ValueError, match="not a power of ten"):
        format_power(20.0)


def test_a_curve_is_drawn_up_to_where_the_tracker_stands() -> None:
    graph, tracker = linear(), ValueTracker(0.0)
    curve = graph.curve([0.0, 4.0, 10.0], [0.0, 2.0, -1.0], until=tracker.get_value)
    assert curve.head.get_center() == pytest.approx(graph.point(0.0, 0.0))
    tracker.set_value(7.0)
    curve.update()
    assert curve.line.points[0] == pytest.approx(graph.point(0.0, 0.0))
    assert curve.line.points[-1] == pytest.approx(graph.point(7.0, 0.5))
    assert curve.head.get_center() == pytest.approx(graph.point(7.0, 0.5))


def test_a_curve_follows_a_graph_that_is_moved_and_scaled() -> None:
    graph = linear()
    curve = graph.curve([0.0, 10.0], [0.0, 1.0])
    graph.shift(3 * UP).scale(0.5)
    curve.x = 10.0
    curve.update()
    assert curve.line.points[-1] == pytest.approx(graph.point(10.0, 1.0))


def test_between_samples_a_logarithmic_curve_is_straight_on_the_screen() -> None:
    curve = logarithmic().curve([0.0, 2.0], [1e-3, 10.0])
    assert curve.y_at(1.0) == pytest.approx(0.1)


def test_a_curve_that_leaves_the_frame_ends_at_its_edge_and_may_come_back() -> None:
    graph = linear()
    curve = graph.curve([0.0, 2.0, 4.0, 5.0], [0.0, 4.0, 0.0, -8.0])
    curve.x = 5.0
    curve.update()
    points = curve.line.points
    assert points[:, 1].max() == pytest.approx(graph.point(0.0, 2.0)[1])
    assert points[:, 1].min() == pytest.approx(graph.point(0.0, -2.0)[1])
    crossings = graph.corners.coords(points[[3, 4]])[:, 0]  # out, and in again
    assert crossings == pytest.approx([1.0, 3.0])
    left = graph.point(4.25, -2.0)  # where it has gone out for good
    assert curve.head.get_top() == pytest.approx(left)
    assert curve.head.get_bottom()[1] < left[1]


def test_faint_lines_stand_at_their_levels() -> None:
    graph = Graph((0.0, 1.0), (-1.0, 1.0), width=4.0, height=2.0, levels=(0.5,))
    for line, y in zip(graph.levels, (0.5, 0.0), strict=True):
        assert line.points[[0, -1]] == pytest.approx(graph.point([0.0, 1.0], [y, y]))


def test_names_stand_outside_the_axes() -> None:
    names = (Words("step"), Words("loss"))
    graph = Graph((0.0, 1.0), (0.0, 1.0), width=4.0, height=2.0, names=names)
    x_name, y_name = graph.names
    assert x_name.get_top()[1] < graph.numbers.get_bottom()[1] or x_name.get_top()[1] < -1.0
    assert x_name.get_right()[0] == pytest.approx(graph.point(1.0, 0.0)[0])
    assert y_name.get_bottom()[1] > graph.point(0.0, 1.0)[1]
    assert y_name.get_left()[0] == pytest.approx(graph.point(0.0, 0.0)[0])


@pytest.mark.parametrize(
    ("y_range", "log", "message"),
    [((1.0, 1.0), False, "low < high"), ((0.0, 1.0), True, "above zero")],
)
def test_an_axis_that_cannot_be_drawn_is_refused(
    y_range: tuple[float, float], log: bool, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Graph((0.0, 1.0), y_range, width=1.0, height=1.0, log_y=log)


def test_a_curve_needs_as_many_x_as_y() -> None:
    with pytest.raises(ValueError, match="as many x as y"):
        linear().curve([0.0, 1.0, 2.0], [0.0, 1.0])
