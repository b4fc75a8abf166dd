"""The gallery written a second time, for an automatic-differentiation library.

Nothing here uses SymPy or the project's own formulas: agreement is evidence.
"""

from __future__ import annotations

from collections.abc import Callable

import autograd.numpy as anp
import numpy as np
from autograd import grad, hessian
from numpy.typing import NDArray

from mnemo_anim.maths import (
    BOWL,
    ELLIPTIC_BOWL,
    HILL,
    MACHINE,
    PARABOLA,
    RAVINE,
    SADDLE,
    STEEP_NEAR_MINIMUM,
    THREE_DIALS,
    TWIN_SOUTH,
    TWIN_WEST,
    VALLEYS,
    ScalarField,
)
from mnemo_anim.maths.gallery import (
    FOUR_DIALS,
    HILLSIDE,
    ONE_WEIGHT,
    PASS,
    STEEP_EVERYWHERE,
    TROUGH,
    TWINS_PLANE,
)

Array = NDArray[np.float64]


def _bump(height: float, dx: float, dy: float, narrow_x: float, narrow_y: float) -> float:
    value: float = height * anp.exp(-narrow_x * dx * dx - narrow_y * dy * dy)
    return value


def _valleys(p: Array) -> float:
    x, y = p[0], p[1]
    value: float = (
        1
        + (x * x + y * y) / 20
        + _bump(-1.1, x - 1.6, y + 1, 0.3, 0.3)
        + _bump(-1.7, x + 1.4, y - 2.3, 0.8, 1)
        + _bump(-0.7, x + 2.3, y + 1.2, 1, 1.4)
        + _bump(2.2, x + 0.1, y - 1.9, 0.4, 0.2)
        + _bump(0.8, x - 2.4, y - 2.5, 1.4, 1.2)
    )
    return value


def _steep_near_minimum(p: Array) -> float:
    value: float = 2 * anp.log1p(8 * anp.dot(p, p))
    return value


def _four_dials(p: Array) -> float:
    squares = anp.dot(anp.array([0.0, 0.4, 0.3, 0.5]), p * p)
    value: float = squares + 3 + p[0] * (1.4 + 0.5 * p[3]) - 0.8 * p[2]
    return value


GALLERY: dict[str, tuple[ScalarField, Callable[[Array], float]]] = {
    "BOWL": (BOWL, lambda p: anp.dot(p, p)),
    "ELLIPTIC_BOWL": (ELLIPTIC_BOWL, lambda p: p[0] * p[0] + 2 * p[1] * p[1]),
    "VALLEYS": (VALLEYS, _valleys),
    "PARABOLA": (PARABOLA, lambda p: p[0] * p[0]),
    "SADDLE": (SADDLE, lambda p: 0.3 * (p[0] + p[1]) * (p[0] - p[1])),
    "HILL": (HILL, lambda p: 2 - anp.dot(p, p) / 5),
    "RAVINE": (RAVINE, lambda p: 0.05 * (p[0] ** 2 + 25 * p[1] ** 2)),
    "STEEP_NEAR_MINIMUM": (STEEP_NEAR_MINIMUM, _steep_near_minimum),
    "TWIN_WEST": (TWIN_WEST, lambda p: 2 + p[0] * (1 + p[0] / 4) + p[1] * (1 + 0.8 * p[1])),
    "TWIN_SOUTH": (TWIN_SOUTH, lambda p: 2 + p[1] * (1 + p[1] / 4) + p[0] * (1 + 0.8 * p[0])),
    "THREE_DIALS": (
        THREE_DIALS,
        lambda p: p[0] * (p[0] + p[1] / 2) + p[1] * p[1] / 2 + p[2] * (2 * p[2] - p[1]),
    ),
    "MACHINE": (MACHINE, lambda p: 6 * _valleys(p) + 1.5 * (p[2] + 0.8) ** 2),
    "STEEP_EVERYWHERE": (STEEP_EVERYWHERE, lambda p: anp.sqrt(0.0144 + 9 * anp.dot(p, p))),
    "TWINS_PLANE": (TWINS_PLANE, lambda p: anp.log(anp.exp(2 + p[0]) * anp.exp(p[1]))),
    "HILLSIDE": (HILLSIDE, lambda p: p[0] * (3 + p[0] / 2) + p[1] * (4 + p[1] / 2)),
    "PASS": (PASS, lambda p: (p[0] + p[1]) * (p[0] - p[1])),
    "FOUR_DIALS": (FOUR_DIALS, _four_dials),
    "ONE_WEIGHT": (ONE_WEIGHT, lambda p: 4.5 + p[0] * (p[0] - 4)),
    "TROUGH": (TROUGH, lambda p: 1.1 * anp.logaddexp(0.0, 8 * (p[0] - p[1])) / 8 - p[0]),
}


def points_in(field: ScalarField, count: int) -> Array:
    """Return points (count, n) spread over the domain, the same in every run."""
    low, high = np.array(field.domain).T
    return np.random.default_rng(11).uniform(low, high, size=(count, field.dimension))


def autograd_gradient(function: Callable[[Array], float], points: Array) -> Array:
    """Return the gradient of ``function`` at each of the points (k, n)."""
    return np.array([grad(function)(point) for point in points])


def autograd_hessian(function: Callable[[Array], float], points: Array) -> Array:
    """Return the Hessian of ``function`` at each of the points (k, n)."""
    return np.array([hessian(function)(point) for point in points])


def central_differences(
    function: Callable[[Array], Array], points: Array, *, h: float = 1e-5
) -> Array:
    """Return df/dxᵢ at points (..., n), on a new last axis, from values h to either side."""
    n = points.shape[-1]
    columns = [(function(points + h * e) - function(points - h * e)) / (2 * h) for e in np.eye(n)]
    return np.stack(columns, axis=-1)
