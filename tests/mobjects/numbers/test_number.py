import numpy as np
import pytest
from manim import RIGHT, UP, ValueTracker

from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.lettering.numerals import format_number
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, units
from tests.mobjects.sources import tracked


def lefts(number: Number) -> list[float]:
    return [cell.get_left()[0] for cell in number]


def test_the_text_is_the_value_rounded() -> None:
    number = Number(1.0, 2)
    for value in (8.246, -0.001, -3.5, 120.0):
        assert number.set_value(value).text == format_number(value, 2)
        assert len(number) == len(number.text)


def test_digits_stand_in_cells_of_equal_width() -> None:
    eights, ones = Number(888.88, 2, size=100), Number(111.11, 2, size=100)
    narrow = units(100) * 0.6
    assert np.diff(lefts(eights))[:2] == pytest.approx(narrow, rel=1e-6)
    assert np.diff(lefts(ones))[:2] == pytest.approx(narrow, rel=1e-6)


@pytest.mark.parametrize("family", [FONTS.text, FONTS.maths])
def test_all_digits_stand_on_the_baseline(family: str) -> None:
    number = Number(123457, 0, size=100, family=family).place([0, 1.5, 0])
    bottoms = [cell.get_bottom()[1] for cell in number]
    assert bottoms == pytest.approx([1.5] * 6, abs=0.02 * units(100))


def test_place_size_and_style_outlast_a_change_of_value() -> None:
    number = Number(1.5, 1).scale(2).shift(3 * RIGHT + UP).set_opacity(0.4)
    origin, height = number.origin, number.height
    number.set_value(-22.5).set_value(5.5)
    assert number.origin == pytest.approx(origin, abs=1e-9)
    assert number.height == pytest.approx(height, rel=0.05)
    assert [cell.get_fill_opacity() for cell in number] == [0.4, 0.4, 0.4]


def test_the_first_character_stays_when_the_number_is_anchored_left() -> None:
    number = Number(2.0, 1, widest=-22)
    left = number[0].get_left()[0]
    number.set_value(22.0)
    assert number[0].get_left()[0] == pytest.approx(left, abs=1e-9)


def test_the_decimal_point_stays_when_the_number_is_anchored_there() -> None:
    number = Number(2.5, 1, widest=-22.5, anchor="point")
    point = number[1].get_center()
    number.set_value(-22.5)
    assert number[3].get_center() == pytest.approx(point, abs=1e-9)
    assert number[0].get_left()[0] >= number.origin[0]
    assert number.get_right()[0] <= number.origin[0] + number.room


def test_the_unit_follows_the_number() -> None:
    number = Number(5, 0, unit=" m")
    assert len(number) == 2
    assert number[1].get_left()[0] - number[0].get_right()[0] > units(number.size) * 0.2


def test_a_source_is_followed_and_claimed() -> None:
    tracker = ValueTracker(2 / 3)
    number = Number(source=tracked(tracker))
    assert number.text == "0.67"
    tracker.set_value(-1.234)
    number.update()
    (claim,) = claims(number)
    assert (claim.shown, claim.quantity.value) == ("−1.23", -1.234)


def test_a_number_that_gets_shorter_leaves_no_digit_behind() -> None:
    """Manim goes on drawing the glyphs that were there when a play began."""
    number = Number(-12.5)
    glyphs = list(number)
    number.set_value(0.0)
    assert len(number) < len(glyphs)
    assert all(glyph in number.submobjects or not len(glyph.points) for glyph in glyphs)


def test_a_copy_follows_the_same_tracker() -> None:
    tracker = ValueTracker(1.0)
    copied = Number(source=tracked(tracker)).copy()
    tracker.set_value(5.0)
    assert copied.update().text == "5.00"
    assert [claim.quantity.value for claim in copied.claims] == [5.0]


def test_a_number_that_is_not_live_stays_and_its_claim_tells() -> None:
    tracker = ValueTracker(1.0)
    number = Number(source=tracked(tracker), live=False)
    tracker.set_value(5.0)
    assert number.update().text == "1.00"
    assert number.updaters == []
    assert not claims(number)[0].holds()


def test_a_number_without_a_source_claims_nothing() -> None:
    assert claims(Number(3)) == []


def test_a_value_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        Number(1.0).set_value(float("nan"))
    with pytest.raises(ValueError, match="a value or a source"):
        Number()
