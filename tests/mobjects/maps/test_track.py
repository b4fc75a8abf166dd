"""The way that a spot goes, and the mark where it stands."""

import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import HILL, VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.track import Track
from mnemo_anim.theme import units
from tests.mobjects.moments import show

WAY = np.stack([np.linspace(-1, 1, 21), np.linspace(0, 1, 21)], axis=-1)


def test_the_spot_and_the_head_of_its_track_are_at_one_place_all_the_way() -> None:
    land = ContourMap(VALLEYS)
    spot = Spot(WAY[0])
    track = Track(land, spot, WAY)
    walk = track.walk_to(15)
    walk.begin()
    for alpha in (0.2, 0.5, 0.77, 1.0):
        show(walk, alpha)
        assert track.points[-1] == pytest.approx(land.point(spot.coords), abs=1e-6)
    assert spot.coords == pytest.approx(WAY[15])


def test_a_walk_goes_on_from_where_the_last_one_ended() -> None:
    spot = Spot(WAY[0])
    track = Track(ContourMap(VALLEYS), spot, WAY)
    for index in (8, 20):
        walk = track.walk_to(index)
        walk.begin()
        show(walk, 0.0)
        show(walk, 1.0)
        assert spot.coords == pytest.approx(WAY[index])
    assert track.points[0] == pytest.approx(track.chart.point(WAY[0]))


def test_a_track_begins_as_nothing() -> None:
    assert len(Track(ContourMap(VALLEYS), Spot(WAY[0]), WAY).points) == 0


def test_a_mark_is_a_disc_about_its_spot() -> None:
    spot = Spot((0.4, -0.3))
    mark = PointMark(ContourMap(VALLEYS), spot, radius=units(6))
    spot.coords = np.array([1.0, 1.0])
    mark.update()
    assert mark.get_center() == pytest.approx(mark.chart.point(spot.coords))
    assert mark.width == pytest.approx(2 * units(6))


def test_a_mark_behind_a_hill_is_not_seen() -> None:
    land = Landscape(HILL, view=View(0.0, 0.1, 0.0, 1.0), resolution=16)
    front, behind = PointMark(land, (0.0, -1.5)), PointMark(land, (0.0, 2.5))
    assert front.presence == 1.0
    assert behind.presence == 0.0
