import numpy as np
import pytest

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.slice_graph import SliceGraph
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

AT = np.array([1.2, 0.4])


def slope_of(points: Points) -> float:
    """Return the slope on the screen of a straight line."""
    x, y, _ = points[-1] - points[0]
    return float(y / x)


@pytest.mark.parametrize("index", [0, 1])
def test_the_curve_is_the_graph_with_the_other_variable_held(index: int) -> None:
    graph = SliceGraph(VALLEYS, AT, index)
    drawn = graph.curve.paper.corners.coords(graph.curve.points[::4])
    places = np.tile(AT, (len(drawn), 1))
    places[:, index] = drawn[:, 0]
    assert drawn[:, 1] == pytest.approx(VALLEYS.value(places), abs=1e-9)
    assert drawn[0, 0] == pytest.approx(-3.0)


@pytest.mark.parametrize("index", [0, 1])
def test_with_one_unit_on_both_axes_the_tangent_has_its_true_slope(index: int) -> None:
    graph = SliceGraph(VALLEYS, AT, index)
    assert slope_of(graph.tangent.points) == pytest.approx(float(VALLEYS.gradient(AT)[index]))
    assert graph.dot.get_center() == pytest.approx(
        graph.curve.paper.corners.point([AT[index], float(VALLEYS.value(AT))])
    )


def test_the_triangle_has_the_run_asked_for_and_its_rise_is_the_slope() -> None:
    graph = SliceGraph(ELLIPTIC_BOWL, (1.0, 1.0), 1, same_unit=False, run=0.5)
    corners = graph.curve.paper.corners
    run = corners.coords(graph.triangle.run_side.points[[0, -1]])
    rise = corners.coords(graph.triangle.rise_side.points[[0, -1]])
    assert run == pytest.approx(np.array([[1.0, 3.0], [1.5, 3.0]]))
    assert rise == pytest.approx(np.array([[1.5, 3.0], [1.5, 5.0]]))  # ∂f/∂y = 4


def test_its_numbers_are_true_wherever_the_spot_goes() -> None:
    spot = Spot(AT)
    graph = SliceGraph(VALLEYS, spot, 0, words=("run", "rise"))
    spot.coords = np.array([-0.6, 1.1])
    graph.update()
    run, rise = claims(graph.triangle)
    assert run.shown == "1"
    assert run.holds()
    assert rise.holds()
    assert rise.quantity.value == pytest.approx(float(VALLEYS.gradient(spot.coords)[0]))


def test_the_numbers_of_run_and_rise_stay_apart_however_flat_the_tangent_is() -> None:
    spot = Spot((0.5, 0.5))
    graph = SliceGraph(VALLEYS, spot, 0, width=3.45, f_range=(0.0, 3.5), words=("run", "rise"))
    run, rise = graph.triangle.run_label, graph.triangle.rise_label
    lefts = []
    for x in np.linspace(-2.5, 2.5, 101):
        spot.coords = np.array([x, 0.5])
        graph.update()
        across = float(rise.get_left()[0] - run.get_right()[0])
        up = abs(float(rise.get_y() - run.get_y())) - max(rise.height, run.height)
        assert np.hypot(max(across, 0.0), max(up, 0.0)) >= STAGE.gap - 0.02
        lefts.append(float(rise.get_left()[0]))
    assert np.abs(np.diff(lefts)).max() < 0.3  # and nothing jumps


@pytest.mark.parametrize("run", [1.0, -1.0])
def test_a_word_longer_than_the_run_keeps_clear_of_the_tangent(run: float) -> None:
    words = ("a very long word for the run", "rise")
    graph = SliceGraph(VALLEYS, (0.5, 0.5), 0, width=3.45, run=run, words=words)
    label, point = graph.triangle.run_label, graph.dot.get_center()[0]
    assert label.width > abs(np.ptp(graph.triangle.run_side.points[:, 0]))
    before = point - label.get_left()[0] if run > 0 else label.get_right()[0] - point
    assert before <= graph.dot.width / 2


def test_the_run_is_drawn_before_the_rise() -> None:
    triangle = SliceGraph(VALLEYS, AT, 0).triangle
    triangle.drawn = 0.5
    triangle.redraw()
    assert triangle.run_side.presence == 1.0
    assert triangle.rise_side.presence == 0.0


def test_the_graph_keeps_to_its_box() -> None:
    for same_unit in (True, False):
        graph = SliceGraph(ELLIPTIC_BOWL, (1, 1), 0, width=4.0, height=2.0, same_unit=same_unit)
        assert graph.axes.border.width <= 4.0 + 1e-9
        assert graph.axes.border.height <= 2.0 + 1e-9


def test_graphs_with_the_same_range_of_f_can_be_compared() -> None:
    heights = [SliceGraph(VALLEYS, AT, k, f_range=(0.0, 3.5)).dot.get_center()[1] for k in (0, 1)]
    assert heights[0] == pytest.approx(heights[1])


def test_a_curve_unfolds_from_where_it_lies_on_the_landscape() -> None:
    landscape = Landscape(VALLEYS, resolution=16)
    curve = SliceGraph(VALLEYS, AT, 0).curve
    flat = curve.points.copy()
    unfold = curve.unfold_from(landscape)
    unfold.begin()
    show(unfold, 0.0)
    assert curve.points[0] == pytest.approx(landscape.point((-3.0, AT[1])))
    unfold.finish()
    assert curve.points == pytest.approx(flat)


def test_a_graph_may_be_moved_and_its_parts_stay_on_it() -> None:
    graph = SliceGraph(VALLEYS, AT, 0)
    before = graph.tangent.points.copy()
    graph.shift([2.0, 1.0, 0.0]).update()
    assert graph.tangent.points == pytest.approx(before + np.array([2.0, 1.0, 0.0]))
