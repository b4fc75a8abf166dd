from math import cos, pi

import numpy as np
import pytest
from manim import Animation

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import VALLEYS_WALK
from mnemo_anim.mobjects.hike.expedition import Expedition
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from tests.mobjects.moments import show


def play(animation: Animation) -> None:
    animation.begin()
    show(animation, 0.5)
    show(animation, 1.0)
    animation.finish()


@pytest.fixture
def hike() -> Expedition:
    return Expedition(VALLEYS_WALK, Landscape(VALLEYS_WALK.field), height=0.4)


def test_the_arrow_turned_round_is_the_step_to_the_next_stop(hike: Expedition) -> None:
    for stop in range(hike.last):
        hike.feel(stop)
        play(hike.turn(stop))
        tail, tip = hike.step.displacements()
        assert cos(hike.step.turn) == pytest.approx(-1)
        assert tail == pytest.approx((0, 0))
        assert hike.stops[stop] + tip == pytest.approx(hike.stops[stop + 1], abs=1e-12)


def test_what_is_felt_is_alpha_times_the_gradient(hike: Expedition) -> None:
    for stop in range(hike.last + 1):
        _, tip = hike.feel(stop).displacements()
        expected = VALLEYS_WALK.learning_rate * VALLEYS_WALK.field.gradient(hike.stops[stop])
        assert tip == pytest.approx(expected, abs=1e-12)


def test_nobody_steps_without_having_turned(hike: Expedition) -> None:
    with pytest.raises(RuntimeError, match="turn"):
        _ = hike.step


def test_hiker_lantern_trail_and_plane_go_together(hike: Expedition) -> None:
    land = hike.landscape
    play(hike.raise_plane())
    on_map = hike.on(ContourMap(VALLEYS_WALK.field))
    for stop in (1, 2, hike.last):
        play(hike.walk_to(stop))
        land.update()
        assert hike.spot.coords == pytest.approx(hike.stops[stop])
        assert land.state.lantern.coords == pytest.approx(hike.stops[stop])
        assert land.state.level_planes[0].level == pytest.approx(hike.descent.values[stop])
        assert hike.height.value == pytest.approx(hike.descent.values[stop])
        assert hike.trail.progress == on_map[0].progress == stop


def test_the_way_back_keeps_hiker_and_trail_together(hike: Expedition) -> None:
    play(hike.walk_to(hike.last))
    back = hike.walk_back()
    back.begin()
    for alpha in (0.2, 0.5, 0.9):
        show(back, alpha)
        assert hike.spot.coords == pytest.approx(hike.trail.head)
    show(back, 1.0)
    assert hike.spot.coords == pytest.approx(hike.stops[0])
    assert hike.trail.progress == 0


def test_a_view_has_the_hikers_waist_where_it_is_asked_for(hike: Expedition) -> None:
    view = hike.view(3, 3, (0.3, 0.4, 0.1, 4.0), centre=(0.5, 0.2))
    hike.landscape.set_view(view)
    waist = hike.landscape.point(hike.stops[3], lift=hike.hiker.size / 2)
    assert waist == pytest.approx((0.5, 0.2, 0.0))


def test_the_lantern_keeps_what_is_not_asked_to_change(hike: Expedition) -> None:
    radius = hike.landscape.state.lantern.radius
    play(hike.kindle(0.7))
    assert hike.landscape.state.lantern.strength == pytest.approx(0.7)
    assert hike.landscape.state.lantern.radius == radius
    play(hike.kindle(0.1, radius=5.0))
    assert hike.landscape.state.lantern.radius == pytest.approx(5.0)


def test_the_hiker_faces_the_way_down_after_turning(hike: Expedition) -> None:
    hike.feel(0)
    play(hike.turn(0))
    step = hike.descent.steps[0]
    difference = (np.arctan2(step[1], step[0]) - hike.hiker.bearing + pi) % (2 * pi) - pi
    assert difference == pytest.approx(0, abs=1e-9)


def test_an_arrow_drawn_to_scale_1_is_as_long_as_the_gradient(hike: Expedition) -> None:
    arrow = hike.gradient(hike.landscape, 0, scale=1.0)
    assert arrow.displacements()[1] == pytest.approx(hike.descent.gradients[0])


def test_an_arrow_that_was_felt_goes_once_its_step_is_made(hike: Expedition) -> None:
    arrow = hike.feel(0)
    play(hike.turn(0))
    play(hike.walk_to(1))
    assert arrow.shown == 0
