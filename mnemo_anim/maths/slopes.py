"""Slopes in a direction: directional derivatives, steepest directions, cuts through a landscape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coord, as_coords, as_numbers, say
from mnemo_anim.maths.scalar_field import Interval, ScalarField


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
    units = _units(field, directions)
    try:
        np.broadcast_shapes(coords.shape, units.shape)
    except ValueError:
        raise ValueError(
            f"points of shape {coords.shape} and directions of shape {units.shape} do not go "
            "together; give one direction, or one for each point"
        ) from None
    slopes: NDArray[np.float64] = (field.gradient(coords) * units).sum(axis=-1)
    return slopes


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


@dataclass(frozen=True)
class Slice:
    """The cut of a field along a straight line: a function of one number s.

    The line is s ↦ origin + s · direction. Along a variable, s is that variable's own value, so
    that the cut is the graph of f with the other variables held constant.

    Attributes:
        field: f, of n variables.
        origin: the point of the line at s = 0, n coordinates.
        direction: the line's unit vector, n components.
        here: s at the point through which the cut was asked for.
    """

    field: ScalarField
    origin: tuple[float, ...]
    direction: tuple[float, ...]
    here: float

    def coords(self, s: ArrayLike) -> NDArray[np.float64]:
        """Return the points of the line at s (...), shape (..., n)."""
        along = as_numbers(s, what="s")[..., np.newaxis]
        coords: NDArray[np.float64] = np.array(self.origin) + along * np.array(self.direction)
        return coords

    def value(self, s: ArrayLike) -> NDArray[np.float64]:
        """Return f on the line at s (...), in the shape of s."""
        return self.field.value(self.coords(s))

    def slope(self, s: ArrayLike) -> NDArray[np.float64]:
        """Return df/ds at s (...), which is the directional derivative, in the shape of s."""
        return directional_derivative(self.field, self.coords(s), self.direction)

    def tangent(self, s: ArrayLike, *, at: float | None = None) -> NDArray[np.float64]:
        """Return the height at s of the tangent that touches the cut at ``at`` (default: here)."""
        touch = self.here if at is None else at
        heights: NDArray[np.float64] = self.value(touch) + self.slope(touch) * (
            as_numbers(s, what="s") - touch
        )
        return heights

    @property
    def interval(self) -> Interval:
        """The least and greatest s for which the line is inside the field's domain.

        Raises:
            ValueError: if the line misses the domain.
        """
        low, high = np.array(self.field.domain).T
        origin, direction = np.array(self.origin), np.array(self.direction)
        moving = direction != 0
        beside = ~moving & ((origin < low) | (origin > high))
        limits = np.stack([low - origin, high - origin])[:, moving] / direction[moving]
        first, last = limits.min(axis=0).max(), limits.max(axis=0).min()
        if beside.any() or not first < last:
            raise ValueError(
                f"the cut through {say(self.coords(self.here), self.field.variables)} misses the "
                f"domain {self.field.domain} of {self.field.name}; cut through a point inside it"
            )
        return float(first), float(last)


def slice_along(field: ScalarField, variable: str | int, through: ArrayLike) -> Slice:
    """Return the cut through a point along one variable; s is that variable's value.

    Its slope is the partial derivative: the others are held constant.

    Args:
        field: f, of n variables.
        variable: name or index of the variable to move.
        through: the point, shape (n,).

    Raises:
        ValueError: if there is no such variable, or the point is malformed.
    """
    index = field.index_of(variable)
    origin = as_coord(through, field.variables, what="the point")
    here = float(origin[index])
    origin[index] = 0
    direction = np.eye(field.dimension)[index]
    return Slice(field, _numbers(origin), _numbers(direction), here)


def slice_towards(field: ScalarField, direction: ArrayLike, through: ArrayLike) -> Slice:
    """Return the cut through a point in any direction; s is the distance from the point.

    Args:
        field: f, of n variables.
        direction: shape (n,), of any length but zero.
        through: the point, shape (n,).

    Raises:
        ValueError: if the direction is zero, or an argument is malformed.
    """
    unit = as_coord(_units(field, direction), field.variables, what="the direction")
    origin = as_coord(through, field.variables, what="the point")
    return Slice(field, _numbers(origin), _numbers(unit), 0.0)


@dataclass(frozen=True)
class Nudge:
    """How f answers when one input is moved a little and the others are held.

    Attributes:
        by: h, how far the input moves.
        change: what f really changes by, f(x + h eᵢ) − f(x).
        first_order: what the partial derivative promises, h · ∂f/∂xᵢ.
    """

    by: float
    change: float
    first_order: float


def nudge(field: ScalarField, point: ArrayLike, variable: str | int, by: float) -> Nudge:
    """Move one input of f by ``by`` and return how f answers.

    Args:
        field: f, of n variables.
        point: shape (n,).
        variable: name or index of the input to move.
        by: h, of either sign.

    Raises:
        ValueError: if an argument is malformed or f is undefined at either end.
    """
    index = field.index_of(variable)
    before = as_coord(point, field.variables, what="the point")
    h = as_numbers(by, what="the nudge")
    if h.ndim:
        raise ValueError(f"the nudge must be one number, got shape {h.shape}")
    after = before.copy()
    after[index] += h
    return Nudge(
        by=float(h),
        change=float(field.value(after) - field.value(before)),
        first_order=float(h * field.gradient(before)[index]),
    )


def _units(field: ScalarField, directions: ArrayLike) -> NDArray[np.float64]:
    vectors = as_coords(directions, field.variables, what="directions")
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    if (lengths == 0).any():
        raise ValueError("a direction is zero; give each at least one component that is not")
    units: NDArray[np.float64] = vectors / lengths
    return units


def _numbers(vector: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(component) for component in vector)
