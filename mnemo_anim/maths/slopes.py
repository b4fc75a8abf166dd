"""Slopes in a direction: directional derivatives, and the directions that are special."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coords, as_numbers, say
from mnemo_anim.maths.scalar_field import ScalarField


def unit_directions(angles: ArrayLike) -> NDArray[np.float64]:
    """Return the unit vectors (cos θ, sin θ), shape (..., 2), of angles θ (...) in radians.

    Raises:
        ValueError: if an angle is not a finite number.
    """
    theta = as_numbers(angles, what="angles")
    return np.stack([np.cos(theta), np.sin(theta)], axis=-1)


def directional_derivative(
    field: ScalarField, points: ArrayLike, directions: ArrayLike
) -> NDArray[np.float64]:
    """Return the slope ∇f · u of f at ``points`` in ``directions``, u being their unit vectors.

    Args:
        field: f, of n variables.
        points: shape (..., n).
        directions: shape (..., n), of any length but zero; broadcast against the points.

    Returns:
        Slopes, in units of f per unit of distance, in the shape that broadcasting gives.

    Raises:
        ValueError: if a direction is zero, the shapes do not fit, or f is undefined at a point.
    """
    coords = as_coords(points, field.variables)
    units = as_units(field, directions)
    try:
        np.broadcast_shapes(coords.shape, units.shape)
    except ValueError:
        raise ValueError(
            f"points of shape {coords.shape} and directions of shape {units.shape} do not go "
            "together; give one direction, or one for each point"
        ) from None
    slopes: NDArray[np.float64] = (field.gradient(coords) * units).sum(axis=-1)
    return slopes


def relative_slope(
    field: ScalarField, points: ArrayLike, directions: ArrayLike
) -> NDArray[np.float64]:
    """Return the slopes over the steepest one there, −1 to 1; 0 where the ground is level.

    That is the cosine of the angle between the direction and ∇f. Arguments, shapes and errors are
    those of ``directional_derivative``.
    """
    slopes = directional_derivative(field, points, directions)
    steepest = np.linalg.norm(field.gradient(points), axis=-1)
    shares: NDArray[np.float64] = np.divide(
        slopes, steepest, out=np.zeros_like(slopes), where=steepest > 0
    )
    return np.clip(shares, -1.0, 1.0)


def gradient_angle(field: ScalarField, points: ArrayLike) -> NDArray[np.float64]:
    """Return the angle of ∇f at points (..., 2), in radians counter-clockwise from the x-axis.

    The angles (...) are between −π and π; 0 where the ground is level.

    Raises:
        ValueError: if the field has not two variables, or is undefined at a point.
    """
    if field.dimension != 2:
        raise ValueError(
            f"an angle needs a field of two variables; {field.name} has {field.dimension}"
        )
    gradients = field.gradient(points) + 0.0  # negative zeros become positive: atan2(0, −0) is π
    angles: NDArray[np.float64] = np.arctan2(gradients[..., 1], gradients[..., 0])
    return angles


def steepest_ascent_direction(field: ScalarField, points: ArrayLike) -> NDArray[np.float64]:
    """Return the unit vector of ∇f at points (..., n), shape (..., n).

    Raises:
        ValueError: if ∇f = 0 at a point, where no direction is the steepest.
    """
    gradients = field.gradient(points)
    lengths = np.linalg.norm(gradients, axis=-1, keepdims=True)
    level = lengths[..., 0] == 0
    if level.any():
        where = say(as_coords(points, field.variables)[level][0], field.variables)
        raise ValueError(
            f"{field.name} is level at {where}: no direction is the steepest; "
            "use the gradient itself, which may be zero"
        )
    units: NDArray[np.float64] = gradients / lengths
    return units


def steepest_descent_direction(field: ScalarField, points: ArrayLike) -> NDArray[np.float64]:
    """Return the unit vector of −∇f at points (..., n), shape (..., n).

    Raises:
        ValueError: if ∇f = 0 at a point, where no direction is the steepest.
    """
    return -steepest_ascent_direction(field, points)


def level_direction(field: ScalarField, points: ArrayLike) -> NDArray[np.float64]:
    """Return the unit vector along the level curve at points (..., 2), shape (..., 2).

    It is the steepest ascent direction turned left by 90°: uphill is to its right.

    Raises:
        ValueError: if the field has not two variables, or ∇f = 0 at a point.
    """
    if field.dimension != 2:
        raise ValueError(
            f"a level curve needs a field of two variables; {field.name} has {field.dimension}"
        )
    uphill = steepest_ascent_direction(field, points)
    return np.stack([-uphill[..., 1], uphill[..., 0]], axis=-1)


def as_units(field: ScalarField, directions: ArrayLike) -> NDArray[np.float64]:
    """Return the unit vectors (..., n) of directions (..., n) of any length.

    Raises:
        ValueError: if one is zero or malformed.
    """
    vectors = as_coords(directions, field.variables, what="directions")
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    if (lengths == 0).any():
        raise ValueError("a direction is zero; give each at least one component that is not")
    units: NDArray[np.float64] = vectors / lengths
    return units
