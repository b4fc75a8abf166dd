from math import cos, pi, sin

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import Scene, VGroup

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import ELLIPTIC_BOWL, SADDLE, VALLEYS, VALLEYS_WALK
from mnemo_anim.mobjects.drawing.arrow_shape import DOWNHILL_FORM, UPHILL_FORM
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.floor import Floor
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.tangent_bar import TangentBar
from tests.mobjects.moments import show

MAP = ContourMap(VALLEYS, unit=0.9, centre=(-3.0, 0.5), plain=True)
LANDSCAPE = Landscape(VALLEYS, resolution=16)
coordinates = st.tuples(st.floats(-2.9, 2.9), st.floats(-2.9, 2.9))


@given(coordinates, st.floats(0.05, 1.0))
def test_on_a_map_the_arrow_is_the_gradient_to_scale(at: tuple[float, float], scale: float) -> None:
    arrow = GradientArrow(MAP, at, scale=scale)
    expected = MAP.unit * scale * VALLEYS.gradient(at)
    assert arrow.tail == pytest.approx(MAP.point(at), abs=1e-12)
    assert (arrow.tip - arrow.tail)[:2] == pytest.approx(expected, abs=1e-9)


@given(coordinates)
def test_minus_the_gradient_is_the_same_arrow_turned_round(at: tuple[float, float]) -> None:
    up, down = (GradientArrow(MAP, at, scale=0.3, turn=turn) for turn in (0.0, pi))
    assert down.tip - down.tail == pytest.approx(up.tail - up.tip, abs=1e-9)


def test_uphill_and_downhill_differ_in_form_and_colour() -> None:
    up, down = (GradientArrow(MAP, (1, 1), scale=0.3, turn=turn) for turn in (0.0, pi))
    assert (up.form, down.form) == pytest.approx((UPHILL_FORM, DOWNHILL_FORM))
    assert up.get_fill_color() != down.get_fill_color()


@given(st.floats(0, 2 * pi))
def test_turning_keeps_length_and_turns_by_the_angle(turn: float) -> None:
    arrow = GradientArrow(MAP, (1, 1), scale=0.3, turn=turn)
    gradient = MAP.unit * 0.3 * VALLEYS.gradient((1, 1))
    turned = [[cos(turn), -sin(turn)], [sin(turn), cos(turn)]] @ gradient
    assert (arrow.tip - arrow.tail)[:2] == pytest.approx(turned, abs=1e-9)


def test_the_arrow_follows_its_map_and_its_spot() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, unit=0.5, plain=True)
    spot = Spot((1.0, 1.0))
    arrow = GradientArrow(chart, spot, scale=0.25)
    chart.shift([1.0, -2.0, 0.0]).scale(1.5)
    spot.coords = np.array([1.0, 2.0])
    arrow.update()
    assert arrow.tail == pytest.approx(chart.point((1, 2)))
    assert (arrow.tip - arrow.tail)[:2] == pytest.approx(0.75 * 0.25 * np.array([2.0, 8.0]))


def test_where_it_is_level_nothing_is_left_but_a_dot() -> None:
    chart = ContourMap(SADDLE, plain=True)
    arrow = GradientArrow(chart, (0.0, 0.0), scale=1.0)
    assert arrow.magnitude == 0.0
    assert arrow.width < 0.1
    assert arrow.get_center() == pytest.approx(chart.point((0.0, 0.0)))


def test_a_step_of_descent_ends_at_the_next_iterate() -> None:
    descent = VALLEYS_WALK.descent()
    for here, there in zip(descent.iterates[:-1], descent.iterates[1:], strict=True):
        step = GradientArrow(MAP, here, scale=descent.learning_rate, turn=pi)
        assert step.tip == pytest.approx(MAP.point(there), abs=1e-9)


def test_on_a_landscape_the_arrow_stands_on_the_ground_and_lies_in_the_tangent_plane() -> None:
    at, scale = np.array([1.2, -0.4]), 0.4
    arrow = GradientArrow(LANDSCAPE, at, scale=scale)
    gradient = VALLEYS.gradient(at)
    stretch = LANDSCAPE.terrain.height_scale
    foot = np.array([*at, stretch * VALLEYS.value(at)])
    end = foot + scale * np.array([*gradient, stretch * (gradient @ gradient)])
    assert arrow.tail == pytest.approx(LANDSCAPE.view.project(foot), abs=1e-9)
    assert arrow.tip == pytest.approx(LANDSCAPE.view.project(end), abs=1e-9)


def test_its_shadow_on_the_floor_is_straight_below() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=View.side(azimuth=0.4))
    arrow = GradientArrow(landscape, (1.2, -0.4), scale=0.4)
    shadow = GradientArrow(Floor(landscape), (1.2, -0.4), scale=0.4)
    assert (shadow.tail[0], shadow.tip[0]) == pytest.approx((arrow.tail[0], arrow.tip[0]))
    assert shadow.tail[1] < arrow.tail[1]


def test_seen_from_straight_above_a_landscape_carries_the_arrow_of_its_map() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=MAP.view)
    on_ground = GradientArrow(landscape, (0.7, 1.1), scale=0.4)
    on_map = GradientArrow(MAP, (0.7, 1.1), scale=0.4)
    assert on_ground.points == pytest.approx(on_map.points, abs=1e-9)


def test_flip_ends_turned_round_and_flips_back() -> None:
    arrow = GradientArrow(MAP, (1, 1), scale=0.3)
    for expected in (pi, 0.0):
        flip = arrow.flip()
        flip.begin()
        show(flip, 0.4)
        flip.finish()
        assert float(arrow.turn) == pytest.approx(expected)


def test_a_copy_stands_on_the_same_map_and_follows_the_same_spot() -> None:
    arrow = GradientArrow(MAP, (1, 1), scale=0.3)
    copy = arrow.copy()
    assert copy.chart is arrow.chart
    arrow.spot.coords = np.array([0.0, 1.0])
    assert copy.update().tail == pytest.approx(MAP.point((0, 1)))


@given(coordinates)
def test_components_lie_along_the_axes_tip_to_tail(at: tuple[float, float]) -> None:
    arrow = GradientArrow(MAP, at, scale=0.3)
    x_part, y_part = arrow.components
    assert x_part.tail == pytest.approx(arrow.tail)
    assert x_part.tip[1] == pytest.approx(x_part.tail[1])
    assert y_part.tail == pytest.approx(x_part.tip)
    assert y_part.tip[0] == pytest.approx(y_part.tail[0])
    assert y_part.tip == pytest.approx(arrow.tip)
    assert (x_part.value, y_part.value) == pytest.approx(tuple(VALLEYS.gradient(at)))


def test_blended_components_make_up_the_arrow() -> None:
    arrow = GradientArrow(MAP, (1.3, 0.2), scale=0.5)
    for part in arrow.components:
        part.blend = 1.0
        part.redraw()
    x_part, y_part = arrow.components
    along = (arrow.tip - arrow.tail) / np.linalg.norm(arrow.tip - arrow.tail)
    lengths = [float((part.tip - part.tail) @ along) for part in (x_part, y_part)]
    assert sum(lengths) == pytest.approx(np.linalg.norm(arrow.tip - arrow.tail))
    assert x_part.tip - x_part.tail == pytest.approx(lengths[0] * along, abs=1e-9)


def test_assembling_starts_from_the_bars_and_leaves_the_arrow_alone() -> None:
    scene = Scene()
    bars = [TangentBar(LANDSCAPE, (1.3, 0.2), k) for k in (0, 1)]
    scene.add(*bars)
    arrow = GradientArrow(MAP, (1.3, 0.2), scale=0.5)
    assembly = arrow.assemble_from(*bars)
    assembly._setup_scene(scene)
    assembly.begin()
    for bar, part in zip(bars, arrow.components, strict=True):
        ends = sorted([bar.points[0][1], bar.points[-1][1]])
        assert [part.tail[1], part.tip[1]] == pytest.approx(ends)  # the tip is the higher end
        assert bar not in scene.get_mobject_family_members()
    assert arrow.presence == 0.0
    assembly.finish()
    scene.add(assembly.mobject)
    assembly.clean_up_from_scene(scene)
    assert scene.get_mobject_family_members() == [arrow]
    assert arrow.presence == 1.0


def test_kept_components_stay_beside_the_arrow() -> None:
    scene = Scene()
    arrow = GradientArrow(MAP, (1.3, 0.2), scale=0.5)
    assembly = arrow.assemble(keep=True)
    assembly.begin()
    assembly.finish()
    scene.add(assembly.mobject)
    assembly.clean_up_from_scene(scene)
    assert set(VGroup(arrow, *arrow.components)) <= set(scene.get_mobject_family_members())
    assert [part.presence for part in arrow.components] == [1.0, 1.0]
