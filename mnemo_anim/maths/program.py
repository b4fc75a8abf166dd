"""Programs that compute expressions with NumPy, as text and as functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Evaluator: TypeAlias = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def evaluator(program: str) -> Evaluator:
    """Return the function coords (..., n) → values (..., m) that a program describes.

    The function emits no floating-point warning; where an expression has no real value, the result
    is NaN or infinite.

    Args:
        program: defines one function, of n numbers or arrays, that returns a list of m; NumPy's
            functions and constants are used by their bare names. It is run: it must be trusted.
    """
    defined: dict[str, Any] = {}
    exec(program, dict(vars(np)), defined)
    (compute,) = defined.values()

    def evaluate(coords: NDArray[np.float64]) -> NDArray[np.float64]:
        with np.errstate(all="ignore"):
            columns = compute(*np.moveaxis(coords, -1, 0))
            values = np.empty((*coords.shape[:-1], len(columns)))
            for index, column in enumerate(columns):
                values[..., index] = column
        return values

    return evaluate
