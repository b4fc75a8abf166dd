"""Cuts through a landscape along straight lines: functions of one number, with their tangents."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coord, as_numbers, say
from mnemo_anim.maths.scalar_field import Interval, ScalarField
from mnemo_anim.maths.slopes import as_units, directional_derivative


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
    unit = as_coord(as_units(field, direction), field.variables, what="the direction")
    origin = as_coord(through, field.variables, what="the point")
    return Slice(field, _numbers(origin), _numbers(unit), 0.0)


def _numbers(vector: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(component) for component in vector)
