from math import pi

import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.ground.footing import footing, heading
from mnemo_anim.mobjects.hike.hiker import Hiker
from mnemo_anim.mobjects.maps.contour_map import ContourMap


def landscape(azimuth: float, elevation: float) -> Landscape:
    land = Landscape(VALLEYS)
    land.set_view(View(azimuth, elevation, perspective=0.0, scale=1.3))
    return land


@pytest.mark.parametrize("azimuth", [0.0, 0.7, -2.0])
def test_from_the_side_the_footing_has_the_slope_of_the_ground(azimuth: float) -> None:
    """Seen along the horizon, a directional derivative is what one sees."""
    spot = Spot((0.4, -0.6))
    land = landscape(azimuth, 0.0)
    point, slope = footing(land, spot)()
    across = np.array([np.cos(azimuth), np.sin(azimuth)])
    drawn_slope = float(land.slopes(spot.coords) @ across)
    assert slope == pytest.approx(drawn_slope, abs=1e-6)
    assert point == pytest.approx(land.point(spot.coords))


@pytest.mark.parametrize("elevation", [0.3, 0.9])
def test_the_ground_seen_from_above_foreshortens_with_the_view(elevation: float) -> None:
    spot = Spot((0.4, -0.6))
    land = landscape(0.5, elevation)
    across = np.array([np.cos(0.5), np.sin(0.5)])
    drawn_slope = float(land.slopes(spot.coords) @ across)
    assert footing(land, spot)()[1] == pytest.approx(drawn_slope * np.cos(elevation), abs=1e-6)


def test_the_feet_stand_on_the_drawn_surface() -> None:
    """A foot a little to the side is on the surface to second order in the distance."""
    spot = Spot((0.4, -0.6))
    land = landscape(0.5, 0.4)
    hiker = Hiker(ground=footing(land, spot), height=0.01)
    across = np.array([np.cos(0.5), np.sin(0.5)])
    for foot in hiker.feet:
        along = (foot[0] - hiker.point[0]) / land.view.scale
        surface = land.point(spot.coords + along * across)
        assert foot == pytest.approx(surface, abs=5e-6)


def test_on_a_map_the_hiker_stands_upright_and_follows_the_spot() -> None:
    chart, spot = ContourMap(ELLIPTIC_BOWL), Spot((1.0, 2.0))
    hiker = Hiker(ground=footing(chart, spot))
    assert hiker.slope == pytest.approx(0)
    spot.coords = np.array([-1.0, 0.5])
    hiker.update()
    assert hiker.point == pytest.approx(chart.point((-1.0, 0.5)))


@pytest.mark.parametrize(
    ("displacement", "expected"),
    [((1, 0), 0.0), ((-1, 0), pi), ((0, -1), pi / 2), ((0, 1), -pi / 2), ((1, -1), pi / 4)],
)
def test_headings_on_a_map(displacement: tuple[float, float], expected: float) -> None:
    chart = ContourMap(ELLIPTIC_BOWL)
    found = heading(chart, Spot((0.5, 0.5)), displacement)
    assert np.exp(1j * found) == pytest.approx(np.exp(1j * expected))


def test_headings_turn_with_the_camera() -> None:
    land = landscape(0.5, 0.4)
    away = np.array([-np.sin(0.5), np.cos(0.5)])
    assert heading(land, Spot((0.1, 0.2)), -away) == pytest.approx(pi / 2, abs=1e-5)
