from itertools import pairwise

import numpy as np
import pytest
from manim import linear

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.motion.dolly import Dolly, rise_to_map
from tests.mobjects.moments import show

START, END = View(azimuth=0.2, scale=2.0), View(azimuth=-0.8, elevation=0.9, scale=1.0)


@pytest.fixture(scope="module")
def land() -> Landscape:
    return Landscape(VALLEYS)


def play(dolly: Dolly, seconds: float) -> None:
    part = dolly.part(seconds)
    part.begin()
    show(part, 1.0)


def test_the_parts_make_up_the_whole_move(land: Landscape) -> None:
    land.set_view(START)
    dolly = Dolly(land, END, 3.0)
    play(dolly, 1.2)
    half_way = land.view
    play(dolly, 1.8)
    assert land.view == END

    land.set_view(START)
    again = Dolly(land, END, 3.0)
    for _ in range(4):
        play(again, 0.3)
    assert land.view.azimuth == pytest.approx(half_way.azimuth)
    assert land.view.scale == pytest.approx(half_way.scale)


def test_does_not_stop_between_parts(land: Landscape) -> None:
    land.set_view(START)
    dolly = Dolly(land, END, 2.0, rate_func=linear)
    seen = []
    for _ in range(8):
        play(dolly, 0.25)
        seen.append(land.view.azimuth)
    moves = [after - before for before, after in pairwise(seen)]
    assert moves == pytest.approx([moves[0]] * len(moves))
    assert moves[0] < 0


def test_stays_at_the_end_when_it_is_over(land: Landscape) -> None:
    land.set_view(START)
    dolly = Dolly(land, END, 1.0)
    play(dolly, 1.0)
    play(dolly, 0.5)
    assert land.view == END


def test_rises_to_exactly_the_map(land: Landscape) -> None:
    chart = ContourMap(VALLEYS, unit=0.9, centre=(0.5, 0.3, 0), plain=True)
    land.set_view(rise_to_map(land, chart.unit, (0.5, 0.3))(1.0))
    coords = np.random.default_rng(0).uniform(-3, 3, (50, 2))
    assert land.point(coords) == pytest.approx(chart.point(coords), abs=1e-12)


def test_has_all_of_the_ground_in_the_box_on_the_way_up(land: Landscape) -> None:
    path = rise_to_map(land, 0.9, (0.0, 0.3), width=12.0, height=6.0, middle=(0.0, 0.4))
    grid = np.stack(np.meshgrid(*[np.linspace(-3, 3, 41)] * 2), axis=-1)
    for t in (0.0, 0.3, 0.7, 0.99):
        land.set_view(path(t))
        points = land.point(grid).reshape(-1, 3)
        size = np.ptp(points, axis=0)
        assert size[0] <= 12.0
        assert size[1] <= 6.0 + 1e-3


def test_the_last_of_the_rise_does_not_jump(land: Landscape) -> None:
    path = rise_to_map(land, 0.9, (0.0, 0.3))
    corner = (3.0, -3.0)
    land.set_view(path(1 - 1e-6))
    before = land.point(corner)
    land.set_view(path(1.0))
    assert land.point(corner) == pytest.approx(before, abs=1e-4)
