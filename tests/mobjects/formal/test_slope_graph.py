from math import radians, tau

import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.peak_mark import PeakMark
from mnemo_anim.mobjects.formal.slope_graph import SlopeCurve
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection

HERE = (1.0, 2.0)


@pytest.fixture
def curve() -> SlopeCurve:
    graph = Graph((0.0, 360.0), (-10.0, 10.0), width=5.0, height=4.0, x_unit="°")
    return SlopeCurve(graph, UnitDirection(ContourMap(ELLIPTIC_BOWL), Spot(HERE)))


def test_the_curve_is_a_cosine_with_the_gradient_at_its_peak(curve: SlopeCurve) -> None:
    assert curve.peak == pytest.approx(np.degrees(np.arctan2(8, 2)))
    angles = np.linspace(0, 360, 37)
    cosine = np.sqrt(68) * np.cos(np.radians(angles - curve.peak))
    np.testing.assert_allclose(curve.slopes(angles), cosine, atol=1e-9)


def test_it_is_drawn_up_to_the_direction_and_the_head_is_there(curve: SlopeCurve) -> None:
    for angle in (0.4, 90.0, 200.0, 359.0):
        curve.direction.turned = radians(angle)
        curve.redraw()
        end = curve.graph.point(angle, 2 * np.cos(radians(angle)) + 8 * np.sin(radians(angle)))
        np.testing.assert_allclose(curve.head.get_center(), end, atol=1e-6)
        assert curve.casing.get_right()[0] == pytest.approx(end[0])


def test_the_whole_curve_stays_when_the_direction_turns_back(curve: SlopeCurve) -> None:
    curve.direction.turned = tau
    curve.redraw()
    drawn = curve.casing.points.copy()
    curve.whole, curve.direction.turned = True, 1.0
    curve.redraw()
    np.testing.assert_allclose(curve.casing.points, drawn, atol=1e-9)


def test_it_follows_the_spot(curve: SlopeCurve) -> None:
    curve.direction.spot.coords = np.array([-1.5, 0.0])
    assert curve.peak == pytest.approx(180.0)
    assert curve.slopes(180.0) == pytest.approx(3.0)


def test_the_gradient_flies_from_the_map_to_stand_under_the_peak(curve: SlopeCurve) -> None:
    direction = curve.direction
    arrow = GradientArrow(direction.chart, direction.spot, scale=0.2)
    mark = PeakMark(curve, arrow)
    np.testing.assert_allclose(mark.arrow.tip, arrow.tip)
    mark.upright = 1.0
    mark.redraw()
    np.testing.assert_allclose(mark.arrow.tail, curve.graph.point(curve.peak, 0.0), atol=1e-9)
    np.testing.assert_allclose(mark.arrow.tip, curve.point(curve.peak), atol=1e-9)


def test_the_dashes_lead_from_the_axis_to_the_peak(curve: SlopeCurve) -> None:
    direction = curve.direction
    mark = PeakMark(curve, GradientArrow(direction.chart, direction.spot, scale=0.2))
    assert not mark.line.has_points()
    peak = curve.point(curve.peak)
    mark.dashes = np.array([0.0, 1.0])
    mark.redraw()
    assert mark.line.get_left()[0] == pytest.approx(curve.graph.point(0.0, 0.0)[0])
    assert mark.line.get_right()[0] == pytest.approx(peak[0])
    np.testing.assert_allclose(mark.line.points[:, 1], peak[1], atol=1e-9)
    mark.dashes = np.array([1.0, 0.0])
    mark.redraw()
    assert mark.line.get_bottom()[1] == pytest.approx(curve.graph.point(0.0, -10.0)[1])
    np.testing.assert_allclose(mark.line.points[:, 0], peak[0], atol=1e-9)


def test_the_height_stands_where_the_dashes_meet_the_axis(curve: SlopeCurve) -> None:
    direction = curve.direction
    mark = PeakMark(curve, GradientArrow(direction.chart, direction.spot, scale=0.2))
    assert mark.number.text == "8.25"
    assert mark.number.get_y() == pytest.approx(curve.point(curve.peak)[1])
    assert mark.number.get_right()[0] < curve.graph.point(0.0, 0.0)[0]
