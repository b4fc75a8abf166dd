from math import atan2, pi, tau

import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, ScalarField
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection

HERE = (1.0, 2.0)


@pytest.fixture
def chart() -> ContourMap:
    return ContourMap(ELLIPTIC_BOWL, unit=0.8)


def test_it_has_length_one_whatever_way_it_points(chart: ContourMap) -> None:
    direction = UnitDirection(chart, HERE)
    for angle in (0.0, 1.1, pi, 5.0):
        direction.turned = angle
        direction.redraw()
        way = chart.coords(direction.tip) - HERE
        np.testing.assert_allclose(way, [np.cos(angle), np.sin(angle)], atol=1e-9)


def test_its_slope_is_the_one_that_small_steps_meet(chart: ContourMap) -> None:
    direction = UnitDirection(chart, HERE, heading=2.3)
    x, y = (c + 1e-6 * d for c, d in zip(HERE, (np.cos(2.3), np.sin(2.3)), strict=True))
    assert direction.slope == pytest.approx((x**2 + 2 * y**2 - 9) / 1e-6, rel=1e-5)
    assert direction.quantity().value == pytest.approx(direction.slope)


def test_held_uphill_it_points_along_the_gradient_wherever_the_spot_goes(
    chart: ContourMap,
) -> None:
    spot = Spot(HERE)
    direction = UnitDirection(chart, spot)
    direction.uphill = True
    for place in (HERE, (-1.0, 0.5), (0.5, -1.5)):
        spot.coords = np.array(place)
        assert direction.heading == pytest.approx(atan2(4 * place[1], 2 * place[0]) % tau)
        assert direction.slope == pytest.approx(np.hypot(2 * place[0], 4 * place[1]))


def test_where_it_has_joined_the_gradient_it_is_a_bead_on_its_circle(chart: ContourMap) -> None:
    direction = UnitDirection(chart, HERE)
    joined = direction.join()
    joined.begin()
    joined.finish()
    on_circle = HERE + np.array([2.0, 8.0]) / np.sqrt(68.0)
    np.testing.assert_allclose(direction.get_center(), chart.point(on_circle), atol=1e-3)
    assert direction.width < 0.25
    apart = direction.turn_to(pi)
    apart.begin()
    apart.finish()
    assert direction.width == pytest.approx(chart.unit, rel=0.1)


def test_on_level_ground_it_is_drawn_all_the_same() -> None:
    direction = UnitDirection(ContourMap(ScalarField("x**2 + y**2")), (0.0, 0.0))
    assert direction.slope == 0.0
