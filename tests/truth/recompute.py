"""The true value of a quantity, from its description alone.

A module ``oracles_<topic>.py`` beside this one registers a function for each kind of quantity of
its topic; none of them evaluates anything with ``mnemo_anim``::

    @recompute.register
    def _(quantity: Value) -> float: ...
"""

from __future__ import annotations

from functools import singledispatch

from mnemo_anim.maths.quantities import (
    Coordinate,
    Difference,
    Given,
    Product,
    Quantity,
    Ratio,
    Square,
    Sum,
)


@singledispatch
def recompute(quantity: Quantity) -> float:
    """Return the value of ``quantity``, found by an oracle of its own."""
    raise AssertionError(
        f"Nothing recomputes a {type(quantity).__name__}: register an oracle for it in a module "
        "tests/truth/oracles_<topic>.py."
    )


@recompute.register
def _(quantity: Given) -> float:
    return quantity.number


@recompute.register
def _(quantity: Coordinate) -> float:
    return quantity.at[quantity.index]


@recompute.register
def _(quantity: Product) -> float:
    return quantity.factor * recompute(quantity.of)


@recompute.register
def _(quantity: Ratio) -> float:
    return recompute(quantity.of) / recompute(quantity.to)


@recompute.register
def _(quantity: Difference) -> float:
    return recompute(quantity.of) - recompute(quantity.minus)


@recompute.register
def _(quantity: Sum) -> float:
    return recompute(quantity.of) + recompute(quantity.plus)


@recompute.register
def _(quantity: Square) -> float:
    root = recompute(quantity.of)
    return root * root
