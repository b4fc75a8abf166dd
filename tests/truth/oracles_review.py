"""Oracles for the quantities of the review questions."""

from __future__ import annotations

from fractions import Fraction

from mnemo_anim.maths.quantities import Power
from tests.truth.recompute import recompute


@recompute.register
def _(quantity: Power) -> float:
    """Multiply fractions, one factor after the other."""
    left = Fraction(1)
    for _ in range(quantity.exponent):
        left *= Fraction(quantity.base)
    return float(left)
