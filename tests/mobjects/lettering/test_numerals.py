from decimal import Decimal
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.mobjects.lettering.numerals import NUMERALS, format_number, read_number


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (68**0.5, 2, "8.25"),
        (-8.0, 1, "−8.0"),
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (-0.004, 2, "0.00"),
        (-0.006, 2, "−0.01"),
        (12.0, 0, "12"),
        (999_999.4, 0, "999999"),
        (1_234_567.0, 2, "1.23×10⁶"),
        (-2e12, 1, "−2.0×10¹²"),
    ],
)
def test_a_number_is_written_rounded_with_a_true_minus(
    value: float, decimals: int, shown: str
) -> None:
    assert format_number(value, decimals) == shown


def test_signed_numbers_carry_a_plus_but_zero_does_not() -> None:
    assert format_number(2.0, 1, signed=True) == "+2.0"
    assert format_number(-2.0, 1, signed=True) == "−2.0"
    assert format_number(0.001, 1, signed=True) == "0.0"


def test_small_numbers_are_written_with_powers_of_ten_on_request() -> None:
    assert format_number(0.00031, 1, scientific=True) == "3.1×10⁻⁴"
    assert format_number(0.0, 1, scientific=True) == "0.0"


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_a_number_that_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(value)


def test_negative_decimals_are_refused() -> None:
    with pytest.raises(ValueError, match="-1 decimals"):
        format_number(1.0, -1)


@given(
    value=st.floats(-1e9, 1e9),
    decimals=st.integers(0, 4),
    signed=st.booleans(),
    scientific=st.booleans(),
)
def test_what_is_written_can_be_read_back(
    value: float, decimals: int, signed: bool, scientific: bool
) -> None:
    text = format_number(value, decimals, signed=signed, scientific=scientific)
    assert set(text) <= set(NUMERALS)
    exponent = read_number(text).as_tuple().exponent
    half_of_the_last_digit = 0.5 * 10.0 ** int(exponent)
    assert float(read_number(text)) == pytest.approx(value, abs=half_of_the_last_digit * 1.0001)


def test_reading_keeps_the_last_digit_and_refuses_other_text() -> None:
    assert read_number("−0.50") == Decimal("-0.50")
    assert read_number("1.2×10⁷").as_tuple().exponent == 6
    with pytest.raises(ValueError, match="not a number"):
        read_number("about 3")
