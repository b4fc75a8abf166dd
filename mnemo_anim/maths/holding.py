"""Some inputs held constant: a function of many inputs, seen as one of the few that are left."""

from __future__ import annotations

from collections.abc import Sequence

from numpy.typing import ArrayLike

from mnemo_anim.maths.coords import as_coord
from mnemo_anim.maths.scalar_field import ScalarField


def hold(field: ScalarField, point: ArrayLike, free: Sequence[str | int]) -> ScalarField:
    """Return f as a function of the ``free`` inputs alone, the others held where ``point`` is.

    Its gradient at the free coordinates of the point holds the entries of ∇f there that belong to
    the free inputs.

    Args:
        field: f, of n variables.
        point: shape (n,).
        free: names or indices of the inputs that are left, in the order wanted; at least one.

    Raises:
        ValueError: if there is no such input, one is named twice, or the point is malformed.
    """
    values = as_coord(point, field.variables, what="the point")
    kept = [field.index_of(variable) for variable in free]
    if not kept or len(set(kept)) < len(kept):
        raise ValueError(f"give one or more inputs of {field.name}, each once; got {tuple(free)!r}")
    held = {
        name: float(value)
        for index, (name, value) in enumerate(zip(field.variables, values, strict=True))
        if index not in kept
    }
    return field.holding(held, [field.variables[index] for index in kept])
