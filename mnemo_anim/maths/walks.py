"""Paths over a field at an even pace: along a level curve, or along any given points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coord, as_count, as_numbers, as_positive, say
from mnemo_anim.maths.flow import gradient_flow
from mnemo_anim.maths.scalar_field import ScalarField
from mnemo_anim.maths.slopes import level_direction

RELATIVE_ERROR = 1e-10
ABSOLUTE_ERROR = 1e-12
_LEVEL = 1e-6  # steepness at which a bottom has been reached
_LONG = 10.0  # time of a flow, after which it has come to the bottom


def level_walk(
    field: ScalarField, start: ArrayLike, length: float, samples: int = 200
) -> NDArray[np.float64]:
    """Walk along the level curve through ``start``, with uphill to the right.

    Args:
        field: f, of two variables.
        start: where the walk begins, shape (2,).
        length: of the walk, in units of the coordinates.
        samples: the number k of points to return.

    Returns:
        Points with f = f(start), evenly spaced along the curve, shape (k, 2); the start is first.

    Raises:
        ValueError: if an argument is malformed, or the ground at the start is level.
    """
    from scipy.integrate import solve_ivp  # noqa: PLC0415  # importing SciPy takes a second

    origin = as_coord(start, field.variables, what="the start")
    end = as_positive(length, what="the length")
    count = as_count(samples, what="the number of samples", at_least=2)
    solution = solve_ivp(
        lambda _, x: level_direction(field, x),
        (0, end),
        origin,
        method="DOP853",
        t_eval=np.linspace(0, end, count),
        rtol=RELATIVE_ERROR,
        atol=ABSOLUTE_ERROR,
    )
    way: NDArray[np.float64] = solution.y.T
    return way


def evenly_spaced(path: ArrayLike, samples: int) -> NDArray[np.float64]:
    """Return points evenly spaced along the polygon through ``path``, with the same ends.

    Args:
        path: points in order, shape (m, n), m ≥ 2, not all in one place.
        samples: the number k of points to return.

    Returns:
        Points of the polygon, shape (k, n).

    Raises:
        ValueError: if the path is malformed or has no length.
    """
    points = as_numbers(path, what="a path")
    count = as_count(samples, what="the number of samples", at_least=2)
    if points.ndim != 2 or len(points) < 2:
        raise ValueError(f"a path has shape (m, n) with m ≥ 2, got {points.shape}")
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    if lengths[-1] == 0:
        raise ValueError("a path needs a length; all its points are in one place")
    stops = np.linspace(0, lengths[-1], count)
    return np.stack([np.interp(stops, lengths, axis) for axis in points.T], axis=-1)


@dataclass(frozen=True, eq=False)
class Stroll:
    """A way along one level, on to a steep place, and down to the bottom.

    Attributes:
        coords: Points of the way, shape (k, 2); evenly spaced along the level, and on the way down.
        steepness: ‖∇f‖ at each, shape (k,).
        gentlest: Index of the gentlest place on the level.
        steepest: Index of the steepest, where the way turns downhill.
    """

    coords: NDArray[np.float64]
    steepness: NDArray[np.float64]
    gentlest: int
    steepest: int


def stroll(field: ScalarField, start: ArrayLike, length: float, samples: int = 200) -> Stroll:
    """Walk on a level to the steepest place within ``length``, then with −∇f to a minimum.

    Args:
        field: f, of two variables.
        start: where the way begins, shape (2,).
        length: how far to look along the level curve, uphill to the right.
        samples: points along the level curve, and at most on the way down.

    Raises:
        ValueError: if an argument is malformed, the start is level, or the way down has no end.
    """
    level = level_walk(field, start, length, samples)
    steepness = np.linalg.norm(field.gradient(level), axis=1)
    steepest = int(steepness.argmax())
    flow = gradient_flow(field, level[steepest], _LONG)
    if np.linalg.norm(field.gradient(flow.coords[-1])) > _LEVEL:
        raise ValueError(
            f"the way down from {say(level[steepest], field.variables)} does not come to a minimum "
            f"of {field.name}; start elsewhere"
        )
    down = evenly_spaced(flow.coords, samples)
    coords = np.concatenate([level[: steepest + 1], down[1:]])
    return Stroll(
        coords=coords,
        steepness=np.linalg.norm(field.gradient(coords), axis=1),
        gentlest=int(steepness[: steepest + 1].argmin()),
        steepest=steepest,
    )
