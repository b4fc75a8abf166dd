from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ELLIPTIC_BOWL, SADDLE, VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.right_angle import RightAngle

MAP = ContourMap(VALLEYS, unit=0.9, centre=(-3.0, 0.5), plain=True)
coordinates = st.tuples(st.floats(-2.9, 2.9), st.floats(-2.9, 2.9))


@given(coordinates, st.booleans())
def test_the_mark_is_a_square_between_the_level_curve_and_the_gradient(
    at: tuple[float, float], left: bool
) -> None:
    mark = RightAngle(MAP, at, size=0.2, left=left)
    arrow = GradientArrow(MAP, at, scale=1.0)
    along_level, corner, along_gradient = mark.points[[0, 3, -1]]
    foot = MAP.point(at)
    sides = np.array([along_level - foot, along_gradient - foot])
    assert np.linalg.norm(sides, axis=1) == pytest.approx([0.18, 0.18])
    assert sides[0] @ sides[1] == pytest.approx(0.0, abs=1e-9)
    assert corner == pytest.approx(foot + sides.sum(axis=0))
    assert np.cross(sides[1], arrow.tip - foot) == pytest.approx([0, 0, 0], abs=1e-9)
    assert bool(np.cross(sides[1], sides[0])[2] > 0) is left


def test_where_the_ground_is_level_no_angle_is_marked() -> None:
    chart = ContourMap(SADDLE, plain=True)
    assert len(RightAngle(chart, (0, 0)).points) == 0


def test_the_right_angle_stays_right_while_its_spot_slides_along_a_level_curve() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, plain=True)
    spot = Spot((2.0, 0.0))
    mark = RightAngle(chart, spot)
    for angle in np.linspace(0, 2 * pi, 9):
        spot.coords = np.array([2 * np.cos(angle), np.sqrt(2) * np.sin(angle)])
        mark.update()
        foot = chart.point(spot.coords)
        assert (mark.points[0] - foot) @ (mark.points[-1] - foot) == pytest.approx(0, abs=1e-9)


def test_on_a_landscape_seen_from_above_the_mark_is_that_of_the_map() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=MAP.view)
    on_ground, on_map = (RightAngle(chart, (1.0, 0.4)) for chart in (landscape, MAP))
    assert on_ground.points == pytest.approx(on_map.points, abs=1e-9)
