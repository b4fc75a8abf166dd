"""Places of a field where something particular is true."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths.coords import as_coord, as_positive, say
from mnemo_anim.maths.scalar_field import ScalarField

_STEPS = 200  # at which the sign of the slope is looked at, on either side


def level_place(
    field: ScalarField, near: ArrayLike, index: int, reach: float = 1.0
) -> tuple[float, ...]:
    """Return the place nearest to ``near``, along one axis, where f is level along that axis.

    Args:
        field: f, of n variables.
        near: where to begin, shape (n,).
        index: of the variable that may change, from 0; the others stay.
        reach: how far it may change, in units of the variable.

    Raises:
        ValueError: if an argument is malformed, or ∂f/∂xᵢ keeps its sign within reach.
    """
    from scipy.optimize import brentq  # noqa: PLC0415  # importing SciPy takes a second

    start = as_coord(near, field.variables, what="the place to begin at")
    offsets = np.linspace(-1.0, 1.0, 2 * _STEPS + 1) * as_positive(reach, what="the reach")

    def place(offset: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        moved = start.copy()
        moved[index] += offset
        return moved

    def slope(offset: float) -> float:
        return float(field.gradient(place(offset))[index])

    signs = np.sign([slope(offset) for offset in offsets])
    turns = np.flatnonzero(signs[:-1] * signs[1:] <= 0)
    if not len(turns):
        raise ValueError(
            f"{field.name} is nowhere level along {field.variables[index]} within {reach:g} of "
            f"{say(start, field.variables)}; look elsewhere, or farther"
        )
    turn = min(turns, key=lambda k: abs(offsets[k] + offsets[k + 1]))
    found = brentq(slope, offsets[turn], offsets[turn + 1], xtol=1e-14)
    return tuple(float(c) for c in place(found))
