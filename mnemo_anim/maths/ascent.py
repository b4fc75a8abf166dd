"""Gradient ascent, x ← x + α∇f(x): where a descent leads when its minus sign is forgotten."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.maths.descent import Walk, gradient_descent


@dataclass(frozen=True, eq=False)
class Ascent:
    """A trajectory of gradient ascent; the arrays are finite.

    Attributes:
        iterates: the k points visited, the start first, shape (k, n).
        values: f at each, shape (k,).
        gradients: ∇f at each, shape (k, n).
        learning_rate: α.
    """

    iterates: NDArray[np.float64]
    values: NDArray[np.float64]
    gradients: NDArray[np.float64]
    learning_rate: float

    @property
    def steps(self) -> NDArray[np.float64]:
        """The step α∇f taken at each iterate but the last, shape (k − 1, n)."""
        taken: NDArray[np.float64] = self.learning_rate * self.gradients[:-1]
        return taken


def gradient_ascent(walk: Walk) -> Ascent:
    """Walk uphill from where a walk starts, with its learning rate and as many steps.

    It is the descent of −f, and ends like one: where the ground is level, or out of sight.
    """
    field = walk.field
    descent = gradient_descent(-field, walk.start, walk.learning_rate, walk.steps, walk.tolerance)
    return Ascent(
        iterates=descent.iterates,
        values=field.value(descent.iterates),
        gradients=-descent.gradients,
        learning_rate=descent.learning_rate,
    )
