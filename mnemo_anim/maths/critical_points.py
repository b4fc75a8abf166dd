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
"""Far more than a start near a critical point needs; the others are given up."""

MANY = 10
"""More degenerate critical points than this, found by searching, are taken to form a line."""

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

    Where ∇f = 0 is a linear system, or each of its equations is a polynomial in an unknown of its
    own, SymPy finds all real solutions, inside the domain or not. Otherwise Newton's method starts
    from a grid over the domain, and the solutions inside the domain are returned; it can miss one
    that is much narrower than the grid.

    Raises:
        ValueError: if the critical points are not isolated, or must be searched numerically in
            more than three variables.
    """
    solved = field.level_points()
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
    degenerate = sum(critical.kind is CriticalKind.DEGENERATE for critical in found)
    if solved is None and degenerate > MANY:
        raise ValueError(
            f"the critical points of {field.name} do not seem isolated: the search met "
            f"{degenerate} where f is flat in some direction"
        )
    return tuple(sorted(found, key=lambda critical: (critical.value, critical.point)))


def central_critical_point(field: ScalarField, kind: CriticalKind) -> CriticalPoint:
    """Return the critical point of a kind that is farthest from the border of the domain.

    Raises:
        ValueError: if there is none, or as for ``find_critical_points``.
    """
    low, high = np.array(field.domain).T
    found = [critical for critical in find_critical_points(field) if critical.kind is kind]
    if not found:
        raise ValueError(f"{field.name} has no {kind.value} in its domain")

    def from_border(critical: CriticalPoint) -> float:
        return float(np.minimum(critical.point - low, high - critical.point).min())

    return max(found, key=from_border)


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

    It is 1 for a round bowl and large for a ravine; ``point`` has shape (n,).

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
    level = 1e-9 * np.max(slopes, where=np.isfinite(slopes), initial=0)
    longest = size / STARTS_PER_VARIABLE[n]
    found = [np.empty((0, n))]
    for _ in range(NEWTON_STEPS):
        points, steps, slopes = _newton_steps(field, points)
        lengths = np.linalg.norm(steps, axis=-1)
        # Neither test would do alone. The Newton step is the distance to the zero, while a small
        # gradient may be a flat plain; but where H is singular, the step may leave out a part.
        settled = (lengths <= 1e-10 * size) & (slopes <= level)
        found.append(points[settled])
        shortened = np.minimum(1, longest / np.maximum(lengths, np.finfo(float).tiny))
        points = (points + shortened[:, np.newaxis] * steps)[~settled]
        points = points[((points >= low - size) & (points <= high + size)).all(axis=-1)]
        if not len(points):
            break
    zeros = np.concatenate(found)
    margin = 1e-9 * size
    inside = ((zeros >= low - margin) & (zeros <= high + margin)).all(axis=-1)
    return _distinct(zeros[inside], within=1e-6 * size)


def _newton_steps(
    field: ScalarField, points: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return those of the points (k, n) where f is defined, −H⁻¹∇f and ‖∇f‖ there.

    Where H is not invertible, the step is the least-squares one.
    """
    gradients = field.gradient(points, strict=False)
    hessians = field.hessian(points, strict=False)
    known = np.isfinite(gradients).all(axis=-1) & np.isfinite(hessians).all(axis=(-1, -2))
    inverses = np.linalg.pinv(hessians[known], hermitian=True, rcond=1e-12)
    steps = -np.einsum("kij,kj->ki", inverses, gradients[known])
    return points[known], steps, np.linalg.norm(gradients[known], axis=-1)


def _distinct(points: NDArray[np.float64], *, within: float) -> NDArray[np.float64]:
    """Return one of each cluster of points (k, n)."""
    kept: list[NDArray[np.float64]] = []
    while len(points):
        kept.append(points[0])
        points = points[np.linalg.norm(points - points[0], axis=-1) > within]
    return np.reshape(kept, (-1, points.shape[-1]))
