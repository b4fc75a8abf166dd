import copy
import pickle
from dataclasses import replace

import numpy as np
import pytest
from manim import FadeIn, FadeOut, Scene, linear

from mnemo_anim.landscape import (
    CuttingPlane,
    Landscape,
    LandscapeCamera,
    LandscapeState,
    Lantern,
    LevelPlane,
    View,
)
from mnemo_anim.landscape.state import blend
from mnemo_anim.maths import VALLEYS
from tests.landscape.pictures import picture

RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


def test_a_blend_mixes_every_part() -> None:
    start = LandscapeState(fog=0.0, lantern=Lantern((0.0, 0.0), 1.0, 0.0), extent=(1.0, 0.0))
    end = LandscapeState(fog=1.0, lantern=Lantern((2.0, 4.0), 3.0, 1.0), extent=(1.0, 1.0))
    middle = blend(start, end, 0.25)
    assert middle.fog == 0.25
    assert middle.lantern == Lantern((0.5, 1.0), 1.5, 0.25)
    assert middle.extent == (1.0, 0.25)
    assert blend(start, end, 1.0) == end


def test_a_plane_is_drawn_in_its_place_and_colour() -> None:
    drawn = CuttingPlane(2.0, RED, 1.0)
    assert blend(CuttingPlane(), drawn, 0.5) == replace(drawn, reveal=0.5)
    assert blend(drawn, CuttingPlane(), 0.5) == replace(drawn, reveal=0.5)
    moved = blend(drawn, CuttingPlane(3.0, RED, 1.0), 0.5)
    assert (moved.at, moved.reveal) == (2.5, 1.0)


def test_level_planes_come_and_go_one_by_one() -> None:
    one, two = LevelPlane(1.0, RED), LevelPlane(2.0, BLUE)
    assert blend((one,), (one, two), 0.5) == (one, replace(two, reveal=0.5))
    assert blend((one, two), (one,), 0.5) == (one, replace(two, reveal=0.5))
    assert blend((one, two), (one,), 1.0) == (one,)


def test_an_animation_begins_with_the_state_at_the_moment_of_playing() -> None:
    landscape = Landscape(VALLEYS)
    change = landscape.to(fog=1.0, rate_func=linear)
    landscape.set_state(fog=0.5)
    change.begin()
    assert landscape.state.fog == 0.5
    change.interpolate(0.5)
    assert landscape.state.fog == 0.75


def test_animations_of_different_things_play_together() -> None:
    landscape = Landscape(VALLEYS)
    lift = landscape.to(fog=1.0, rate_func=linear)
    rise = landscape.to(view=View.overhead(1.0), rate_func=linear)
    for change in (lift, rise):
        change.begin()
    for alpha in (0.3, 1.0):
        for change in (lift, rise):
            change.interpolate(alpha)
    assert landscape.state.fog == 1.0
    assert landscape.view == View.overhead(1.0)


def test_a_skipped_animation_ends_where_a_played_one_does() -> None:
    def last_state(*alphas: float) -> LandscapeState:
        landscape = Landscape(VALLEYS)
        change = landscape.to(
            view=View.overhead(1.1), flatness=1.0, lantern=Lantern((1.0, 2.0), 0.5, 1.0)
        )
        change.begin()
        for alpha in alphas:
            change.interpolate(alpha)
        change.finish()
        return landscape.state

    assert last_state() == last_state(0.1, 0.2, 0.7)


def test_a_frame_of_an_animation_depends_on_its_moment_alone() -> None:
    landscape = Landscape(VALLEYS)
    change = landscape.cut("x", through=(1.0, 2.0), colour="#ff0000", rate_func=linear)
    change.begin()
    change.interpolate(0.6)
    first = landscape.state
    change.interpolate(0.1)
    change.interpolate(0.6)
    assert landscape.state == first
    assert first.cut_x == CuttingPlane(2.0, RED, 0.6)


def test_cutting_along_y_holds_x() -> None:
    landscape = Landscape(VALLEYS)
    change = landscape.cut("y", through=(1.0, 2.0), colour="#0000ff")
    change.begin()
    change.finish()
    assert landscape.state.cut_y == CuttingPlane(1.0, BLUE, 1.0)


def test_a_misspelt_quantity_is_refused_before_playing() -> None:
    with pytest.raises(TypeError, match="fogg"):
        Landscape(VALLEYS).to(fogg=1.0)


def test_a_copy_is_drawn_alike_and_lives_its_own_life() -> None:
    landscape = Landscape(VALLEYS, lantern=Lantern((1.0, 0.0), 1.0, 1.0), fog=0.5)
    before = picture(landscape, height=180)
    for twin in (landscape.copy(), copy.deepcopy(landscape), pickle.loads(pickle.dumps(landscape))):
        np.testing.assert_array_equal(picture(twin, height=180), before)
        twin.set_state(fog=0.0)
    np.testing.assert_array_equal(picture(landscape, height=180), before)
    assert landscape.copy().terrain is landscape.terrain


def test_manims_own_ways_of_changing_things_work() -> None:
    landscape = Landscape(VALLEYS, view=View.overhead(1.0))
    target = landscape.copy().set_state(fog=1.0).shift((1.0, 0.0, 0.0))
    landscape.become(target)
    assert landscape.state == target.state
    assert landscape.save_state().set_state(fog=0.2).restore().state.fog == 1.0


@pytest.mark.parametrize(("fade", "last"), [(FadeIn, 1.0), (FadeOut, 0.0)])
def test_it_fades_in_and_out(fade: type, last: float) -> None:
    landscape = Landscape(VALLEYS)
    animation = fade(landscape, rate_func=linear)
    animation.begin()
    animation.interpolate(0.25)
    assert landscape.state.opacity == pytest.approx(0.75 - 0.5 * last)
    animation.interpolate(1.0)
    assert landscape.state.opacity == last


def test_it_is_moved_and_scaled_on_the_screen_like_any_mobject() -> None:
    landscape = Landscape(VALLEYS, view=View.overhead(0.5))
    landscape.move_to((1.0, 2.0, 0.0)).scale(2.0)
    np.testing.assert_allclose(landscape.get_center(), (1.0, 2.0, 0.0), atol=1e-12)
    assert landscape.width == pytest.approx(6.0)
    assert landscape.view.scale == pytest.approx(1.0)
    np.testing.assert_allclose(landscape.project(3.0, 3.0), (4.0, 5.0, 0.0))


def test_the_fitting_view_fills_its_box() -> None:
    landscape = Landscape(VALLEYS)
    view = landscape.fitting_view(width=8.0, height=5.0, centre=(1.0, -0.5), azimuth=0.7)
    side = np.linspace(-3, 3, 200)
    ground = landscape.world(np.stack(np.meshgrid(side, side), axis=-1))
    points = view.project(ground)[..., :2].reshape(-1, 2)
    low, high = points.min(axis=0), points.max(axis=0)
    np.testing.assert_allclose(0.5 * (low + high), (1.0, -0.5), atol=0.02)
    assert max((high - low) / (8.0, 5.0)) == pytest.approx(1.0, abs=0.01)


def test_a_scene_draws_it_between_other_mobjects() -> None:
    class Walk(Scene):
        def construct(self) -> None:
            landscape = Landscape(VALLEYS)
            self.add(landscape)
            self.play(landscape.to(fog=1.0), landscape.to(view=View.overhead(1.0)), run_time=0.2)

    scene = Walk(camera_class=LandscapeCamera, skip_animations=True)
    scene.render()
    (landscape,) = scene.mobjects
    assert (landscape.state.fog, landscape.view) == (1.0, View.overhead(1.0))


def test_a_step_in_the_tangent_plane_agrees_with_the_ground_to_first_order() -> None:
    landscape = Landscape(VALLEYS)
    at, step = np.array([0.4, -0.7]), np.array([0.6, 0.8])
    for size in (1e-2, 1e-3):
        gap = landscape.step(at, size * step) - landscape.point(at + size * step)
        assert np.linalg.norm(gap) < 2.0 * size**2


def test_the_normal_is_at_right_angles_to_the_ground() -> None:
    landscape = Landscape(VALLEYS)
    at = np.array([0.4, -0.7])
    normal = landscape.normal(at)
    assert np.linalg.norm(normal) == pytest.approx(1.0)
    for step in ((1e-6, 0.0), (0.0, 1e-6)):
        along = landscape.world(at + step) - landscape.world(at - step)
        assert abs(along @ normal) < 1e-9 * np.linalg.norm(along) / 1e-6


def test_a_flat_landscape_stands_at_its_middle_height() -> None:
    landscape = Landscape(VALLEYS, flatness=1.0)
    heights = landscape.world(np.random.default_rng(1).uniform(-3, 3, (20, 2)))[:, 2]
    np.testing.assert_allclose(
        heights, landscape.terrain.height_scale * landscape.terrain.middle_value
    )


def test_the_lantern_is_carried() -> None:
    landscape = Landscape(VALLEYS, lantern=Lantern((0.0, 0.0), 0.7, 1.0))
    landscape.carry_lantern((1.0, 2.0))
    assert landscape.state.lantern == Lantern((1.0, 2.0), 0.7, 1.0)
