"""Gradient descent: x ← x − α∇f(x), and how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coord, as_count, as_positive
from mnemo_anim.maths.critical_points import CriticalKind, classify
from mnemo_anim.maths.scalar_field import ScalarField

DEFAULT_STEPS = 100
DEFAULT_TOLERANCE = 1e-6

OUT_OF_SIGHT = 1e3
"""How many diagonals of its domain an iterate may be from the start before it counts as lost."""


class Outcome(Enum):
    """How a descent ends."""

    CONVERGED = "converged"
    """‖∇f‖ fell to the tolerance, at a point that is no saddle and no maximum."""

    STALLED = "stalled"
    """It stopped short: on a saddle or a maximum, or, going steadily, when the steps ran out."""

    OSCILLATING = "oscillating"
    """The steps ran out while each turned back on the one before: α is too large."""

    DIVERGED = "diverged"
    """It climbed, ran out of sight, or stepped where f is undefined: α is far too large."""


@dataclass(frozen=True, eq=False)
class Descent:
    """A trajectory of gradient descent; the arrays are finite and read-only.

    Attributes:
        iterates: the k points visited, the start first, shape (k, n).
        values: f at each, shape (k,).
        gradients: ∇f at each, shape (k, n).
        learning_rate: α.
        outcome: how it ended.
    """

    iterates: NDArray[np.float64]
    values: NDArray[np.float64]
    gradients: NDArray[np.float64]
    learning_rate: float
    outcome: Outcome

    @property
    def steps(self) -> NDArray[np.float64]:
        """The step −α∇f taken at each iterate but the last, shape (k − 1, n)."""
        taken: NDArray[np.float64] = -self.learning_rate * self.gradients[:-1]
        return taken


@dataclass(frozen=True)
class Walk:
    """A descent that is worth showing: a field, where to start, and how to walk.

    Attributes:
        field: the landscape.
        start: the first point, n coordinates.
        learning_rate: α.
        steps: the most steps to take.
        tolerance: the walk ends where ‖∇f‖ is at most this: the ground feels level.
    """

    field: ScalarField
    start: tuple[float, ...]
    learning_rate: float
    steps: int = DEFAULT_STEPS
    tolerance: float = DEFAULT_TOLERANCE

    def descent(self) -> Descent:
        """Return the trajectory of this walk."""
        return gradient_descent(
            self.field, self.start, self.learning_rate, self.steps, self.tolerance
        )


def gradient_descent(
    field: ScalarField,
    start: ArrayLike,
    learning_rate: float,
    steps: int = DEFAULT_STEPS,
    tolerance: float = DEFAULT_TOLERANCE,
) -> Descent:
    """Walk downhill from ``start`` by x ← x − α∇f(x).

    Args:
        field: f, of n variables.
        start: the first point, shape (n,).
        learning_rate: α > 0, in squared input units per unit of f.
        steps: the most steps to take.
        tolerance: stop where ‖∇f‖ is at most this.

    Returns:
        The trajectory. A step that leads out of sight, or where f is undefined, is not part of it.

    Raises:
        ValueError: if an argument is malformed or f is undefined at the start.
    """
    point = as_coord(start, field.variables, what="the start")
    rate = as_positive(learning_rate, what="the learning rate")
    limit = as_count(steps, what="the number of steps")
    level = as_positive(tolerance, what="the tolerance")
    reach = OUT_OF_SIGHT * field.domain_size()

    iterates, gradients = [point], [field.gradient(point)]
    values = [float(field.value(point))]
    lost = False
    while np.linalg.norm(gradients[-1]) > level and len(iterates) <= limit and not lost:
        with np.errstate(over="ignore"):
            following = iterates[-1] - rate * gradients[-1]
            lost = not np.linalg.norm(following - point) <= reach
        if not lost:
            value = float(field.value(following, strict=False))
            gradient = field.gradient(following, strict=False)
            lost = not (np.isfinite(value) and np.isfinite(gradient).all())
        if not lost:
            iterates.append(following)
            values.append(value)
            gradients.append(gradient)

    return Descent(
        iterates=_read_only(iterates),
        values=_read_only(values),
        gradients=_read_only(gradients),
        learning_rate=rate,
        outcome=Outcome.DIVERGED if lost else _outcome(field, iterates, values, gradients, level),
    )


def stability_limit(field: ScalarField, minimum: ArrayLike) -> float:
    """Return 2/λ, the learning rate above which descent cannot settle at ``minimum``.

    λ is the largest curvature at ``minimum`` (n,), the greatest eigenvalue of the Hessian. Source:
    Nesterov, *Lectures on Convex Optimization*, 2018, section 1.2.3.

    Raises:
        ValueError: if f curves upwards in no direction there.
    """
    sharpest = float(np.linalg.eigvalsh(field.hessian(minimum))[..., -1])
    if sharpest <= 0:
        raise ValueError(
            f"{field.name} curves upwards in no direction at {minimum!r}; give a minimum"
        )
    return 2 / sharpest


def _outcome(
    field: ScalarField,
    iterates: list[NDArray[np.float64]],
    values: list[float],
    gradients: list[NDArray[np.float64]],
    tolerance: float,
) -> Outcome:
    if np.linalg.norm(gradients[-1]) <= tolerance:
        kind = classify(field, iterates[-1])
        level_but_not_lowest = kind in (CriticalKind.SADDLE, CriticalKind.MAXIMUM)
        return Outcome.STALLED if level_but_not_lowest else Outcome.CONVERGED
    if values[-1] > values[0]:
        return Outcome.DIVERGED
    recent = np.array(gradients[-min(len(gradients), 5) :])
    turns_back = (recent[1:] * recent[:-1]).sum(axis=-1) < 0
    # Half of the latest steps, not all: a zigzag down a ravine goes on between its turns.
    return Outcome.OSCILLATING if turns_back.mean() >= 0.5 else Outcome.STALLED


def _read_only(rows: list[NDArray[np.float64]] | list[float]) -> NDArray[np.float64]:
    array = np.array(rows)
    array.flags.writeable = False
    return array
