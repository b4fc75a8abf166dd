"""Checks on the coordinates that callers hand over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def as_coords(
    points: ArrayLike, variables: Sequence[str], *, what: str = "points"
) -> NDArray[np.float64]:
    """Return ``points`` as an array of floats of shape (..., n), n = number of variables.

    Raises:
        ValueError: if they are not real finite numbers or the last axis is not n long.
    """
    coords = as_numbers(points, what=what)
    n = len(variables)
    if coords.ndim == 0 or coords.shape[-1] != n:
        raise ValueError(
            f"{what} must have shape (..., {n}), the last axis holding {', '.join(variables)}; "
            f"got shape {coords.shape}"
        )
    return coords


def as_coord(point: ArrayLike, variables: Sequence[str], *, what: str) -> NDArray[np.float64]:
    """Return one point as an array of floats of shape (n,).

    Raises:
        ValueError: if it is not one point of n real finite numbers.
    """
    coord = as_coords(point, variables, what=what)
    if coord.ndim != 1:
        raise ValueError(
            f"{what} must be one point of shape ({len(variables)},), got shape {coord.shape}"
        )
    return coord


def as_numbers(numbers: ArrayLike, *, what: str) -> NDArray[np.float64]:
    """Return ``numbers`` as an array of floats, of any shape.

    Raises:
        ValueError: if they are not real finite numbers.
    """
    try:
        array = np.asarray(numbers)
    except ValueError:
        raise ValueError(f"{what} are ragged; give every point as many coordinates") from None
    if array.dtype.kind not in "iuf":
        raise ValueError(f"{what} must be real numbers, got {array.dtype} in {numbers!r:.80}")
    array = array.astype(np.float64)
    bad = ~np.isfinite(array)
    if bad.any():
        where = tuple(int(i) for i in np.argwhere(bad)[0])
        raise ValueError(
            f"{what} must be finite; found {array[bad][0]} at index {where}"
            f" ({int(bad.sum())} in all): remove or replace such entries"
        )
    return array


def as_positive(number: float, *, what: str) -> float:
    """Return ``number`` as a float above zero.

    Raises:
        ValueError: if it is not one finite number above zero.
    """
    array = as_numbers(number, what=what)
    if array.ndim != 0 or array <= 0:
        raise ValueError(f"{what} must be one number above zero, got {number!r}")
    return float(array)


def as_count(number: int, *, what: str, at_least: int = 1) -> int:
    """Return ``number`` as an int.

    Raises:
        ValueError: if it is not a whole number, or below ``at_least``.
    """
    whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not whole or number < at_least:
        raise ValueError(f"{what} must be a whole number of at least {at_least}, got {number!r}")
    return int(number)


def say(coord: NDArray[np.float64], variables: Sequence[str]) -> str:
    """Return a point as words for a message: ``(x, y) = (1, -2)``."""
    return f"({', '.join(variables)}) = ({', '.join(f'{c:.6g}' for c in coord)})"
