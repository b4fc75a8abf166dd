"""The oracles agree with what is known by hand, and with the studio's own values."""

from math import e, pi, sqrt

import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, ScalarField
from mnemo_anim.maths.quantities import (
    Change,
    Coordinate,
    Difference,
    Dimension,
    Distance,
    Given,
    Magnitude,
    PartialDerivative,
    Product,
    Quantity,
    Ratio,
    Slope,
    Sum,
    Value,
)
from tests.maths.oracles import GALLERY, points_in
from tests.truth.recompute import recompute

HERE = (1.0, 2.0)
GRADIENT = [PartialDerivative(ELLIPTIC_BOWL, HERE, index) for index in (0, 1)]
BY_HAND: list[tuple[Quantity, float]] = [
    (Given("learning rate", 0.1), 0.1),
    (Coordinate(HERE, 1), 2),
    (Dimension(ELLIPTIC_BOWL), 2),
    (Value(ELLIPTIC_BOWL, HERE), 9),
    (GRADIENT[0], 2),
    (GRADIENT[1], 8),
    (Magnitude(ELLIPTIC_BOWL, HERE), sqrt(68)),
    (Slope(ELLIPTIC_BOWL, HERE, (3.0, 4.0)), 7.6),
    (Change(ELLIPTIC_BOWL, HERE, (0.0, 1.0)), 10),
    (Distance(HERE, (4.0, 6.0)), 5),
    (Product(-0.1, GRADIENT[1]), -0.8),
    (Ratio(GRADIENT[1], GRADIENT[0]), 4),
    (Difference(GRADIENT[1], GRADIENT[0]), 6),
    (Sum(GRADIENT[1], GRADIENT[0]), 10),
]


@pytest.mark.parametrize(("quantity", "by_hand"), BY_HAND)
def test_the_oracles_know_what_is_known_by_hand(quantity: Quantity, by_hand: float) -> None:
    assert recompute(quantity) == pytest.approx(by_hand, abs=1e-12)
    assert quantity.value == pytest.approx(by_hand, abs=1e-12)


@pytest.mark.parametrize("name", GALLERY)
def test_the_oracles_agree_with_every_field_of_the_gallery(name: str) -> None:
    field, _ = GALLERY[name]
    for point in map(tuple, points_in(field, 3).tolist()):
        for quantity in (
            Value(field, point),
            *(PartialDerivative(field, point, index) for index in range(field.dimension)),
            Magnitude(field, point),
        ):
            assert recompute(quantity) == pytest.approx(quantity.value, rel=1e-9, abs=1e-12)


def test_a_field_may_use_every_function_and_constant_of_a_field() -> None:
    field = ScalarField("sin(pi*x) + e**x + log(x) + atan(x) + tanh(x)", ("x",))
    derivative = PartialDerivative(field, (1.0,), 0)
    by_hand = -pi + e + 1 + 0.5 + 0.41997434161402614
    assert recompute(derivative) == pytest.approx(by_hand, abs=1e-12)
    again = Value(field.partial("x"), (1.0,))  # its source is SymPy's writing
    assert recompute(again) == pytest.approx(by_hand, abs=1e-12)


def test_a_quantity_without_an_oracle_is_no_quantity() -> None:
    class Guess(Given):
        pass

    class Wish(Quantity):
        @property
        def value(self) -> float:
            return 42.0

    assert recompute(Guess("a kind of a kind that is known", 1.0)) == 1.0
    with pytest.raises(AssertionError, match="Nothing recomputes a Wish"):
        recompute(Wish())
