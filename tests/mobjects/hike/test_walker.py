from math import cos, pi, sin

import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS, ScalarField
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.hike.walker import Walker
from tests.mobjects.moments import show

SPOT = (0.9, 1.8)
SLANT = View(azimuth=0.3, elevation=0.45, perspective=0.12, scale=4.0, focus=(0.9, 1.8, 1.7))


@pytest.fixture
def land() -> Landscape:
    return Landscape(VALLEYS, view=SLANT)


def test_stands_on_the_surface_wherever_the_spot_and_the_camera_go(land: Landscape) -> None:
    spot = Spot(SPOT)
    walker = Walker(land, spot)
    for coords, azimuth in (((0.9, 1.8), 0.3), ((1.5, 1.5), -0.8), ((-2.0, 0.1), 2.0)):
        spot.coords = np.array(coords)
        land.set_view(View(azimuth, 0.5, 0.1, 3.0))
        walker.update()
        assert walker.point == pytest.approx(land.point(coords))


def test_is_as_tall_on_the_screen_as_a_pole_that_faces_the_camera(land: Landscape) -> None:
    """A pole across the view, of the hiker's height, ends as far away as it starts."""
    walker = Walker(land, SPOT, height=0.4)
    foot = land.world(SPOT)
    pole = np.stack([foot, foot + 0.4 * land.view.axes[0]])
    ends = land.view.project(pole)
    assert walker.body_height == pytest.approx(np.linalg.norm(ends[1] - ends[0]))


def test_leans_with_the_slope_across_the_view(land: Landscape) -> None:
    walker = Walker(land, SPOT)
    land.set_view(View(0.7, 0.5, 0.0, 3.0))
    walker.update()
    across = np.array([cos(0.7), sin(0.7)])
    assert walker.slope == pytest.approx(cos(0.5) * float(land.slopes(SPOT) @ across), abs=1e-5)


@pytest.mark.parametrize(
    ("bearing", "azimuth", "heading"),
    [(0.0, 0.0, 0.0), (-pi / 2, 0.0, pi / 2), (pi / 2, 0.0, -pi / 2), (1.0, 1.0, 0.0)],
)
def test_the_bearing_is_a_direction_of_the_map(
    land: Landscape, bearing: float, azimuth: float, heading: float
) -> None:
    walker = Walker(land, SPOT, bearing=bearing)
    land.set_view(View(azimuth, 0.5, 0.0, 3.0))
    walker.update()
    assert walker.heading == pytest.approx(heading)


@pytest.mark.parametrize("way", [(1.0, 0.0), (-1.0, 0.2), (0.0, -2.0)])
def test_turns_the_short_way(land: Landscape, way: tuple[float, float]) -> None:
    walker = Walker(land, SPOT, bearing=2.5)
    turn = walker.face(way)
    turn.begin()
    show(turn, 1.0)
    assert abs(walker.bearing - 2.5) <= pi + 1e-9
    faced = np.array([cos(walker.bearing), sin(walker.bearing)])
    assert faced == pytest.approx(np.array(way) / np.linalg.norm(way))


def test_walks_in_whole_strides_and_more_for_a_longer_way(land: Landscape) -> None:
    strides = []
    for goal in ((0.9, 1.7), (0.9, 0.8)):
        walker = Walker(land, SPOT)
        walk = walker.go_to(goal)
        walk.begin()
        show(walk, 1.0)
        assert walker.spot.coords == pytest.approx(goal)
        strides.append(walker.stride)
    assert strides[0] >= 1
    assert strides[1] > strides[0]
    assert strides == [round(stride) for stride in strides]


def test_cannot_be_seen_behind_a_ridge() -> None:
    ridge = ScalarField("2*exp(-8*y**2)", name="ridge")
    land = Landscape(ridge, height_scale=1.0, view=View(0.0, 0.1, 0.0, 1.0))
    before, behind = Walker(land, (0.0, -1.0)), Walker(land, (0.0, 1.0))
    assert before.submobjects[-1].presence == pytest.approx(1.0)
    assert behind.submobjects[-1].presence == pytest.approx(0.0)
