"""Where the ground is level: the points with ∇f = 0, and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from mnemo_anim.maths.scalar_field import ScalarField

STARTS_PER_VARIABLE = {1: 401, 2: 49, 3: 13}
"""Starting points of the numerical search along each side of the domain."""

NEWTON_STEPS = 60
FLATNESS = 1e-9
"""A second derivative below this fraction of the largest one counts as zero."""


class CriticalKind(Enum):
    """What a critical point is, as far as the Hessian decides it."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    SADDLE = "saddle"
    DEGENERATE = "degenerate"
    """The Hessian is singular and does not decide, as for x⁴ + y⁴ at the origin."""


@dataclass(frozen=True)
class CriticalPoint:
    """A point where ∇f = 0.

    Attributes:
        point: its n coordinates.
        value: f there.
        kind: minimum, maximum, saddle or degenerate.
        exact: True if SymPy solved ∇f = 0, False if a numerical search of the domain found it.
    """

    point: tuple[float, ...]
    value: float
    kind: CriticalKind
    exact: bool


def find_critical_points(field: ScalarField) -> tuple[CriticalPoint, ...]:
    """Return the critical points of ``field``, sorted by value, then by coordinates.

    Where ∇f = 0 is a linear system of polynomials, or one with its own unknown in each equation
    (as always for a polynomial in one variable), SymPy finds all real solutions, inside the domain
    or not. Otherwise Newton's method starts from a grid over
    the domain, and the solutions inside the domain are returned; it can miss one that is much
    narrower than the grid.

    Raises:
        ValueError: if the critical points are not isolated, or must be searched numerically in
            more than three variables.
    """
    from mnemo_anim.maths import symbolic  # noqa: PLC0415  # SymPy, only when needed

    solved = symbolic.solve_gradient(field.expression, field.variables)
    points = _search(field) if solved is None else np.reshape(solved, (-1, field.dimension))
    found = [
        CriticalPoint(
            point=tuple(float(c) for c in point),
            value=float(field.value(point)),
            kind=classify(field, point),
            exact=solved is not None,
        )
        for point in points
    ]
    return tuple(sorted(found, key=lambda critical: (critical.value, critical.point)))


def classify(field: ScalarField, point: ArrayLike) -> CriticalKind:
    """Return what kind of critical point ``point`` (n,) is, from the eigenvalues of the Hessian.

    Only meaningful where ∇f = 0, which is not checked.
    """
    curvatures = np.linalg.eigvalsh(field.hessian(point))
    flat = FLATNESS * float(np.abs(curvatures).max())
    if (curvatures > flat).any() and (curvatures < -flat).any():
        return CriticalKind.SADDLE
    if (curvatures > flat).all():
        return CriticalKind.MINIMUM
    if (curvatures < -flat).all():
        return CriticalKind.MAXIMUM
    return CriticalKind.DEGENERATE


def condition_number(field: ScalarField, point: ArrayLike) -> float:
    """Return the ratio of the largest to the smallest curvature of f at a minimum.

    It is 1 for a round bowl and large for a ravine.

    Raises:
        ValueError: if f does not curve upwards in every direction at ``point``.
    """
    curvatures = np.linalg.eigvalsh(field.hessian(point))
    if curvatures[0] <= 0:
        raise ValueError(
            f"{field.name} does not curve upwards in every direction at {point!r}; "
            "a condition number needs a minimum"
        )
    return float(curvatures[-1] / curvatures[0])


def _search(field: ScalarField) -> NDArray[np.float64]:
    """Return the zeros (k, n) of ∇f inside the domain that Newton's method reaches."""
    n = field.dimension
    if n not in STARTS_PER_VARIABLE:
        raise ValueError(
            f"the critical points of {field.name} have no closed form, and a numerical search "
            f"covers at most three variables, not {n}"
        )
    low, high = np.array(field.domain).T
    size = field.domain_size()
    sides = [np.linspace(a, b, STARTS_PER_VARIABLE[n]) for a, b in zip(low, high, strict=True)]
    points = np.stack(np.meshgrid(*sides, indexing="ij"), axis=-1).reshape(-1, n)
    slopes = np.linalg.norm(field.gradient(points, strict=False), axis=-1)
    steepest = np.nanmax(np.where(np.isfinite(slopes), slopes, 0))
    longest = size / STARTS_PER_VARIABLE[n]
    for _ in range(NEWTON_STEPS):
        points, steps = _newton_steps(field, points)
        lengths = np.linalg.norm(steps, axis=-1, keepdims=True)
        shortened = steps * np.minimum(1, longest / np.maximum(lengths, np.finfo(float).tiny))
        # Those that wander far out would only overflow; they are not wanted anyway.
        points = np.clip(points + shortened, low - size, high + size)
    # The remaining Newton step is the distance to the zero. A small gradient alone would not do:
    # far out on a Gaussian it is tiny, and there is no critical point.
    points, steps = _newton_steps(field, points)
    # A small Newton step alone would not do either: where H is singular it may leave out a part.
    slopes = np.linalg.norm(field.gradient(points), axis=-1)
    level = slopes <= 1e-9 * steepest
    settled = level & (np.linalg.norm(steps, axis=-1) <= 1e-9 * size)
    inside = ((points >= low - 1e-9 * size) & (points <= high + 1e-9 * size)).all(axis=-1)
    return _distinct(points[settled & inside], within=1e-6 * size)


def _newton_steps(
    field: ScalarField, points: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return those of the points (k, n) where f is defined, and −H⁻¹∇f there.

    Where H is not invertible, the step is the least-squares one.
    """
    gradients = field.gradient(points, strict=False)
    hessians = field.hessian(points, strict=False)
    known = np.isfinite(gradients).all(axis=-1) & np.isfinite(hessians).all(axis=(-1, -2))
    inverses = np.linalg.pinv(hessians[known], hermitian=True, rcond=1e-12)
    return points[known], -np.einsum("kij,kj->ki", inverses, gradients[known])


def _distinct(points: NDArray[np.float64], *, within: float) -> NDArray[np.float64]:
    """Return one of each cluster of points (k, n)."""
    kept: list[NDArray[np.float64]] = []
    for point in points:
        if all(np.linalg.norm(point - other) > within for other in kept):
            kept.append(point)
    return np.reshape(kept, (-1, points.shape[-1]))
