"""Oracles for what is true of a scalar field: its text, read by Python and evaluated by mpmath.

Derivatives are difference quotients at 40 digits. Nothing is shared with the studio, which reads
the text itself, differentiates with SymPy and evaluates with NumPy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from types import CodeType
from typing import Any

import mpmath

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.expression_syntax import CONSTANTS, FUNCTIONS
from mnemo_anim.maths.quantities import (
    Change,
    Dimension,
    Distance,
    Magnitude,
    PartialDerivative,
    Slope,
    Value,
)
from tests.truth.recompute import recompute

DIGITS = 40
STEP = 1e-12  # of a difference quotient: its error is about the square of it
_NAMES = (*FUNCTIONS, *CONSTANTS)


@cache
def _code(source: str) -> CodeType:
    return compile(source, "<field>", "eval")


def evaluate(field: ScalarField, at: Sequence[Any]) -> Any:
    """Return f(at) in mpmath's numbers, at its current precision."""
    names = {name: getattr(mpmath, name) for name in _NAMES} | {"E": mpmath.e}
    coords = dict(zip(field.variables, map(mpmath.mpf, at), strict=True))
    return eval(_code(field.source), {"__builtins__": {}}, names | coords)


def derivative(along: Callable[[Any], Any]) -> float:
    """Return the derivative at 0 of a function of one number."""
    with mpmath.workdps(DIGITS):
        h = mpmath.mpf(STEP)
        return float((along(h) - along(-h)) / (2 * h))


def slope(field: ScalarField, at: Sequence[float], direction: Sequence[float]) -> float:
    """Return the derivative of f at ``at`` along ``direction`` as it is, of any length."""
    return derivative(
        lambda t: evaluate(field, [a + t * d for a, d in zip(at, direction, strict=True)])
    )


def value(field: ScalarField, at: Sequence[float]) -> float:
    """Return f(at)."""
    with mpmath.workdps(DIGITS):
        return float(evaluate(field, at))


def gradient(field: ScalarField, at: Sequence[float]) -> list[float]:
    """Return ∇f at ``at``."""
    n = field.dimension
    return [slope(field, at, [float(i == j) for j in range(n)]) for i in range(n)]


@recompute.register
def _(quantity: Dimension) -> float:
    names = {name for name in _code(quantity.field.source).co_names if name not in _NAMES}
    return len(names)


@recompute.register
def _(quantity: Value) -> float:
    return value(quantity.field, quantity.at)


@recompute.register
def _(quantity: PartialDerivative) -> float:
    return gradient(quantity.field, quantity.at)[quantity.index]


@recompute.register
def _(quantity: Magnitude) -> float:
    return float(mpmath.norm(gradient(quantity.field, quantity.at)))


@recompute.register
def _(quantity: Slope) -> float:
    along = slope(quantity.field, quantity.at, quantity.direction)
    return along / float(mpmath.norm(quantity.direction))


@recompute.register
def _(quantity: Change) -> float:
    there = [a + b for a, b in zip(quantity.at, quantity.by, strict=True)]
    return value(quantity.field, there) - value(quantity.field, quantity.at)


@recompute.register
def _(quantity: Distance) -> float:
    apart = [a - b for a, b in zip(quantity.here, quantity.there, strict=True)]
    return float(mpmath.norm(apart))
