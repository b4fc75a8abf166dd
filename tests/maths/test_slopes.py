"""Slopes in a direction, and the directions that are special."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mnemo_anim.maths import (
    ELLIPTIC_BOWL,
    STEEP_NEAR_MINIMUM,
    THREE_DIALS,
    VALLEYS,
    ScalarField,
    directional_derivative,
    gradient_angle,
    level_direction,
    relative_slope,
    steepest_ascent_direction,
    steepest_descent_direction,
    unit_directions,
)
from tests.maths.oracles import GALLERY, Array, points_in

FIELDS = {name: field for name, (field, _) in GALLERY.items()}
PLANES = {name: field for name, field in FIELDS.items() if field.dimension == 2}

angles = st.floats(-np.pi, np.pi)
fractions = st.tuples(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0.01, 0.99))


def point_in(field: ScalarField, fraction: tuple[float, ...]) -> Array:
    low, high = np.array(field.domain).T
    point: Array = low + np.array(fraction[: field.dimension]) * (high - low)
    return point


@given(st.sampled_from(sorted(PLANES)), fractions, angles)
def test_no_direction_is_steeper_than_the_gradient(
    name: str, fraction: tuple[float, ...], angle: float
) -> None:
    field = PLANES[name]
    point = point_in(field, fraction)
    steepest = float(np.linalg.norm(field.gradient(point)))
    assert abs(directional_derivative(field, point, unit_directions(angle))) <= steepest + 1e-12


@given(st.sampled_from(sorted(PLANES)), fractions, st.floats(0.01, np.pi))
def test_the_steepest_slope_is_met_along_the_gradient_and_only_there(
    name: str, fraction: tuple[float, ...], turn: float
) -> None:
    field = PLANES[name]
    point = point_in(field, fraction)
    gradient = field.gradient(point)
    steepest = float(np.linalg.norm(gradient))
    assume(steepest > 1e-6)
    assert directional_derivative(field, point, gradient) == pytest.approx(steepest, rel=1e-12)
    turned = np.arctan2(gradient[1], gradient[0]) + turn
    slope = directional_derivative(field, point, unit_directions(turned))
    assert slope == pytest.approx(steepest * np.cos(turn), abs=1e-9 * steepest)
    assert slope < steepest * (1 - 4e-5)


@given(st.sampled_from(sorted(PLANES)), fractions, angles)
def test_a_directional_derivative_is_the_slope_that_differences_find(
    name: str, fraction: tuple[float, ...], angle: float
) -> None:
    field = PLANES[name]
    point, direction, h = point_in(field, fraction), unit_directions(angle), 1e-5
    ahead, behind = field.value(point + h * direction), field.value(point - h * direction)
    slope = directional_derivative(field, point, direction)
    assert slope == pytest.approx((ahead - behind) / (2 * h), rel=1e-6, abs=1e-6)


def test_the_lecture_example_in_known_directions() -> None:
    here = (1, 2)
    slopes = directional_derivative(ELLIPTIC_BOWL, here, [[1, 0], [0, 3], [3, 4], [-8, 2]])
    np.testing.assert_allclose(slopes, [2, 8, (2 * 3 + 8 * 4) / 5, 0], atol=1e-14)
    np.testing.assert_allclose(
        steepest_ascent_direction(ELLIPTIC_BOWL, here), np.array([1, 4]) / np.sqrt(17)
    )
    np.testing.assert_allclose(
        steepest_descent_direction(ELLIPTIC_BOWL, here), np.array([-1, -4]) / np.sqrt(17)
    )
    np.testing.assert_allclose(
        level_direction(ELLIPTIC_BOWL, here), np.array([-4, 1]) / np.sqrt(17)
    )


@given(st.floats(-3.0, 3.0), st.floats(-3.0, 3.0), angles)
def test_a_relative_slope_is_the_cosine_of_the_angle_to_the_gradient(
    x: float, y: float, turn: float
) -> None:
    gx, gy = VALLEYS.gradient((x, y))
    assume(np.hypot(gx, gy) > 1e-6)
    direction = unit_directions(np.arctan2(gy, gx) + turn)
    assert relative_slope(VALLEYS, (x, y), direction) == pytest.approx(np.cos(turn), abs=1e-9)


def test_on_level_ground_no_relative_slope_is_anything_but_zero() -> None:
    shares = relative_slope(ELLIPTIC_BOWL, [[0, 0], [0, 1]], [[1, 1], [0, -3]])
    assert shares.tolist() == [0.0, -1.0]


@pytest.mark.parametrize("field", PLANES.values(), ids=PLANES.keys())
def test_the_slope_along_the_level_direction_is_zero(field: ScalarField) -> None:
    points = points_in(field, 50)
    slopes = directional_derivative(field, points, level_direction(field, points))
    np.testing.assert_allclose(slopes, 0, atol=1e-12)


@pytest.mark.parametrize("field", PLANES.values(), ids=PLANES.keys())
def test_along_the_angle_of_the_gradient_the_slope_is_the_steepest(field: ScalarField) -> None:
    points = points_in(field, 50)
    uphill = unit_directions(gradient_angle(field, points))
    steepest = np.linalg.norm(field.gradient(points), axis=-1)
    np.testing.assert_allclose(directional_derivative(field, points, uphill), steepest, atol=1e-12)


def test_the_angle_of_the_gradient_is_counted_from_the_x_axis() -> None:
    here = np.array([[1, 0], [0, 1], [-1, 0], [0, -1], [0, 0], [-0.0, 0]])
    quarters = gradient_angle(ELLIPTIC_BOWL, here) / (np.pi / 2)
    assert quarters.tolist() == [0, 1, 2, -1, 0, 0]


def test_directions_and_points_broadcast() -> None:
    grid, turn = np.ones((4, 3, 2)), unit_directions(np.linspace(0, 6, 3))
    assert directional_derivative(ELLIPTIC_BOWL, grid, turn).shape == (4, 3)
    assert directional_derivative(ELLIPTIC_BOWL, (1, 2), unit_directions(np.zeros(7))).shape == (7,)
    assert unit_directions(np.zeros((2, 5))).shape == (2, 5, 2)


def test_where_the_ground_is_level_no_direction_is_the_steepest() -> None:
    for direction in (steepest_ascent_direction, steepest_descent_direction, level_direction):
        with pytest.raises(ValueError, match=r"level at \(x, y\) = \(0, 0\)"):
            direction(STEEP_NEAR_MINIMUM, [[1, 1], [0, 0]])


def test_malformed_directions_and_points_are_refused() -> None:
    with pytest.raises(ValueError, match="a direction is zero"):
        directional_derivative(ELLIPTIC_BOWL, (1, 2), (0, 0))
    with pytest.raises(ValueError, match=r"directions must have shape \(\.\.\., 2\)"):
        directional_derivative(ELLIPTIC_BOWL, (1, 2), (1, 0, 0))
    with pytest.raises(ValueError, match="do not go together"):
        directional_derivative(ELLIPTIC_BOWL, np.ones((3, 2)), np.ones((4, 2)))
    with pytest.raises(ValueError, match="level curve needs a field of two variables"):
        level_direction(THREE_DIALS, [1, 1, 1])
    with pytest.raises(ValueError, match="angle needs a field of two variables"):
        gradient_angle(THREE_DIALS, [1, 1, 1])
    with pytest.raises(ValueError, match="angles must be finite"):
        unit_directions([0, np.inf])
