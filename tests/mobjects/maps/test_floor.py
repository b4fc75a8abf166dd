import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.drop_line import DropLine
from mnemo_anim.mobjects.maps.floor import Floor

SIDE = Landscape(VALLEYS, resolution=16, height_scale=0.5, view=View.side())


def test_the_floor_is_level_and_lies_where_it_was_asked_for() -> None:
    places = np.random.default_rng(2).uniform(-3, 3, (20, 2))
    points = Floor(SIDE, level=-1.0).point(places)
    assert points[:, 1] == pytest.approx(np.full(20, -0.5))
    assert points[:, 0] == pytest.approx(places[:, 0])


def test_by_default_no_ground_is_below_the_floor() -> None:
    grid = np.stack(np.meshgrid(np.linspace(-3, 3, 40), np.linspace(-3, 3, 40)), axis=-1)
    assert (SIDE.point(grid)[..., 1] >= Floor(SIDE).point((0, 0))[1] - 0.02).all()


def test_a_line_drops_straight_down_from_the_ground_to_the_floor() -> None:
    spot = Spot((1.0, 0.5))
    line = DropLine(SIDE, Floor(SIDE), spot)
    spot.coords = np.array([-0.4, 1.5])
    line.update()
    assert line.points[0] == pytest.approx(SIDE.point(spot.coords))
    assert line.points[-1] == pytest.approx(Floor(SIDE).point(spot.coords))
    assert line.points[0][0] == pytest.approx(line.points[-1][0])
