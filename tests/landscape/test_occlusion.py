from math import cos, sin

import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import HILL, VALLEYS


def clearance(landscape: Landscape, x: float, y: float, lift: float) -> float:
    """Return how far a ray to the camera clears the ground: an oracle, in the plainest terms."""
    view, gain = landscape.view, landscape.terrain.height_scale
    horizontal = cos(view.elevation)
    near = np.array(
        [
            sin(view.azimuth) * horizontal,
            -cos(view.azimuth) * horizontal,
            sin(view.elevation),
        ]
    )
    start = np.array([x, y, gain * float(VALLEYS.value((x, y))) + lift])
    camera = np.array(view.focus) + near / view.perspective
    ray = start + np.linspace(1e-3, 1, 6000)[:, None] * (camera - start)
    over = ray[np.abs(ray[:, :2]).max(axis=1) <= 3.0]
    return float((over[:, 2] - gain * VALLEYS.value(over[:, :2])).min(initial=np.inf))


@pytest.mark.parametrize("lift", [0.0, 0.15])
@pytest.mark.parametrize("azimuth", [-2.2, -0.6, 1.4])
def test_it_agrees_with_a_dense_march_along_every_ray(azimuth: float, lift: float) -> None:
    landscape = Landscape(VALLEYS)
    landscape.set_view(landscape.fitting_view(azimuth=azimuth, elevation=0.1))
    coords = np.random.default_rng(7).uniform(-2.95, 2.95, (150, 2))
    seen = landscape.visible(coords, lift)
    gaps = np.array([clearance(landscape, x, y, lift) for x, y in coords])
    sure = np.abs(gaps) > 2e-3  # nearer to grazing than this, the oracle itself is in doubt
    assert sure.sum() > 90
    np.testing.assert_array_equal(seen[sure], gaps[sure] > 0.0)
    assert 10 < seen.sum() < 140


def test_from_straight_above_everything_is_seen() -> None:
    landscape = Landscape(VALLEYS, view=View.overhead(1.0))
    assert landscape.visible(np.random.default_rng(1).uniform(-3, 3, (200, 2))).all()


def test_the_far_side_of_a_hill_is_hidden_and_the_near_side_is_not() -> None:
    landscape = Landscape(HILL, view=View.side(1.0))
    assert not landscape.visible((0.0, 1.0))
    assert not landscape.visible((0.0, 1e-3))  # just over the crest
    assert landscape.visible((0.0, -1.0))
    assert landscape.visible((0.0, 1.0), lift=10.0)


def test_what_is_flat_hides_nothing() -> None:
    landscape = Landscape(HILL)
    landscape.set_view(landscape.fitting_view(elevation=0.15))
    coords = np.random.default_rng(2).uniform(-3, 3, (100, 2))
    assert not landscape.visible(coords).all()
    assert landscape.set_state(flatness=1.0).visible(coords).all()


def test_ground_that_has_not_grown_yet_hides_nothing() -> None:
    landscape = Landscape(HILL, view=View.side(1.0), origin=(0.0, 2.0))
    assert not landscape.visible((0.0, 2.0))
    assert landscape.set_state(extent=(1.0, 0.0)).visible((0.0, 2.0), lift=1e-6)


def test_shapes_are_kept() -> None:
    landscape = Landscape(VALLEYS)
    assert landscape.visible(np.zeros((3, 4, 2))).shape == (3, 4)
    assert landscape.visible(np.zeros((0, 2))).shape == (0,)
    assert landscape.in_sight((1.0, 1.0)).shape == ()


def test_a_path_is_cut_off_where_the_ridge_begins() -> None:
    landscape = Landscape(HILL, view=View(0.0, 0.3, 0.05, 1.0))
    y = np.linspace(-2.9, 2.9, 30)
    path = np.stack([0 * y, y], axis=-1)
    parts = landscape.surface_curve(path)
    assert len(parts) == 1
    np.testing.assert_allclose(parts[0][0], landscape.project(0.0, -2.9))
    # The horizon of the hill, where the line of sight touches it: found by bisection in y.
    hidden = np.flatnonzero(~landscape.visible(path))[0]
    low, high = y[hidden - 1], y[hidden]
    for _ in range(40):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if landscape.visible((0.0, middle)) else (low, middle)
    np.testing.assert_allclose(parts[0][-1], landscape.project(0.0, low), atol=1e-5)


def test_a_path_behind_a_ridge_comes_out_again_on_the_other_side() -> None:
    landscape = Landscape(VALLEYS)
    landscape.set_view(landscape.fitting_view(azimuth=0.0, elevation=0.3))
    x = np.linspace(-2.9, 2.9, 200)
    path = np.stack([x, np.full_like(x, 2.95)], axis=-1)
    seen = landscape.visible(path)
    parts = landscape.surface_curve(path)
    assert len(parts) == np.count_nonzero(np.diff(seen.astype(int), prepend=0) == 1) >= 2


def test_a_path_in_full_view_is_left_as_it_is() -> None:
    landscape = Landscape(VALLEYS, view=View.overhead(1.0))
    path = np.random.default_rng(5).uniform(-3, 3, (20, 2))
    (part,) = landscape.surface_curve(path)
    np.testing.assert_array_equal(part, landscape.point(path))


def test_a_path_out_of_sight_or_of_one_point_has_no_parts() -> None:
    landscape = Landscape(HILL, view=View.side(1.0))
    assert landscape.surface_curve([(0.0, 1.0), (0.0, 2.0)]) == []
    assert landscape.surface_curve([(0.0, -1.0)]) == []


def test_the_answer_does_not_depend_on_the_company() -> None:
    landscape = Landscape(VALLEYS)
    coords = np.random.default_rng(3).uniform(-3, 3, (40, 2))
    together: NDArray[np.bool_] = landscape.visible(coords)
    assert together.tolist() == [bool(landscape.visible(coord)) for coord in coords]
