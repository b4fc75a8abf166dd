import copy
import pickle
from math import pi, radians

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.landscape import View

VIEWS = st.builds(
    View,
    azimuth=st.floats(-10, 10),
    elevation=st.floats(0, pi / 2) | st.just(pi / 2),
    perspective=st.floats(0, 0.1),
    scale=st.floats(0.1, 10),
    focus=st.tuples(*[st.floats(-2, 2)] * 3),
    centre=st.tuples(*[st.floats(-2, 2)] * 3),
)


def test_overhead_is_the_plane_drawn_with_the_same_unit_and_centre() -> None:
    view = View.overhead(unit=1.3, centre=(2.0, -1.0), focus=(0.5, 0.25))
    coords = np.random.default_rng(1).uniform(-3, 3, (50, 2))
    heights = np.random.default_rng(2).uniform(-9, 9, 50)
    points = view.project(np.column_stack([coords, heights]))
    np.testing.assert_array_equal(
        points[:, :2], np.array([2.0, -1.0]) + 1.3 * (coords - [0.5, 0.25])
    )
    assert (points[:, 2] == 0).all()


def test_the_side_view_is_the_graph_of_a_slice() -> None:
    view = View.side(unit=2.0, centre=(1.0, 1.0))
    x = np.linspace(-1, 1, 9)
    points = view.project(np.stack([x, np.full(9, 0.7), x**2], axis=-1))
    np.testing.assert_allclose(points[:, 0], 1 + 2 * x, atol=1e-15)
    np.testing.assert_allclose(points[:, 1], 1 + 2 * x**2, atol=1e-15)


@given(VIEWS)
def test_right_up_and_near_are_at_right_angles(view: View) -> None:
    np.testing.assert_allclose(view.axes @ view.axes.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(view.axes) == pytest.approx(1.0)


@given(VIEWS)
def test_the_focus_appears_at_the_centre(view: View) -> None:
    np.testing.assert_allclose(view.project(view.focus)[:2], view.centre[:2], atol=1e-12)


def test_a_quarter_turn_of_the_camera_brings_y_to_the_right() -> None:
    view = View.side(azimuth=pi / 2)
    np.testing.assert_allclose(view.project((0.0, 1.0, 0.0)), (1.0, 0.0, 0.0), atol=1e-15)


def test_what_is_nearer_is_larger_and_the_focus_keeps_its_size() -> None:
    view = View(azimuth=0.0, elevation=0.0, perspective=0.1, scale=2.0)

    def height(y: float) -> float:
        top, bottom = view.project([(0.0, y, 1.0), (0.0, y, 0.0)])
        return float(top[1] - bottom[1])

    assert height(0.0) == pytest.approx(2.0)
    assert height(-5.0) == pytest.approx(2.0 / (1 - 0.1 * 5))  # the camera is at y = −10
    assert height(5.0) == pytest.approx(2.0 / (1 + 0.1 * 5))


def test_rays_towards_the_camera_meet_in_it() -> None:
    view = View(perspective=0.08, focus=(1.0, 2.0, 3.0))
    points = np.random.default_rng(3).uniform(-2, 2, (9, 3))
    ends = points + view.towards_camera(points) / view.perspective
    np.testing.assert_allclose(ends, np.broadcast_to(ends[0], ends.shape), atol=1e-12)


def test_every_point_of_a_ray_to_the_camera_appears_at_the_same_place() -> None:
    view = View(perspective=0.08)
    start = np.array([0.4, -0.3, 0.2])
    ray = start + np.linspace(0, 5, 7)[:, None] * view.towards_camera(start)
    np.testing.assert_allclose(view.project(ray), np.tile(view.project(start), (7, 1)), atol=1e-12)


def test_a_point_behind_the_camera_is_refused() -> None:
    view = View(azimuth=0.0, elevation=0.0, perspective=0.1)
    with pytest.raises(ValueError, match="behind the camera"):
        view.project((0.0, -10.5, 0.0))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"scale": 0.0}, "scale is positive"),
        ({"perspective": -0.1}, "perspective is not negative"),
        ({"elevation": 2.0}, "between 0 and π/2"),
        ({"azimuth": float("nan")}, "finite"),
        ({"focus": (0.0, float("inf"), 0.0)}, "finite"),
    ],
)
def test_an_impossible_view_says_what_is_wrong(wrong: dict[str, float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        View(**wrong)  # type: ignore[arg-type]


@given(VIEWS, VIEWS)
def test_a_move_begins_and_ends_exactly(start: View, end: View) -> None:
    assert View.interpolate(start, end, 1.0) == end
    corners = np.random.default_rng(1).uniform(-3, 3, (9, 3))
    np.testing.assert_allclose(
        View.interpolate(start, end, 0.0).project(corners), start.project(corners), atol=1e-9
    )


def test_a_move_turns_the_short_way() -> None:
    middle = View.interpolate(View(azimuth=radians(170)), View(azimuth=radians(-170)), 0.5)
    assert np.cos(middle.azimuth - pi) == pytest.approx(1.0)


def test_on_the_way_to_the_map_the_focus_stays_at_its_height() -> None:
    slant, above = View(focus=(0.0, 0.0, 1.5)), View.overhead(1.0)
    for t in (0.0, 0.5, 0.9):
        assert View.interpolate(slant, above, t).focus == (0.0, 0.0, 1.5)
        assert View.interpolate(above, slant, t).focus == (0.0, 0.0, 1.5)
    nearly = View.interpolate(slant, above, 1 - 1e-9).project((1.0, 2.0, 3.0))
    np.testing.assert_allclose(nearly, above.project((1.0, 2.0, 3.0)), atol=1e-6)


def test_a_view_survives_copying_and_pickling() -> None:
    view = View(0.1, 0.2, 0.03, 4.0, (1.0, 2.0, 3.0), (4.0, 5.0, 0.0))
    assert copy.deepcopy(view) == view
    assert pickle.loads(pickle.dumps(view)) == view
