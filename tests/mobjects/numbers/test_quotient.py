import pytest
from manim import ValueTracker

from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.numbers.quotient import Quotient
from tests.mobjects.sources import number, tracked


def quotient(rise: ValueTracker, run: ValueTracker) -> Quotient:
    return Quotient(
        tracked(rise),
        tracked(run),
        limit=number(-5.405),
        words=("change", "nudge"),
    )


def test_its_value_is_the_upper_number_over_the_lower_and_follows_both() -> None:
    rise, run = ValueTracker(-2.988), ValueTracker(0.5)
    shown = quotient(rise, run)
    assert [claim.shown for claim in claims(shown)] == ["−2.988", "+0.500", "−6.0"]
    rise.set_value(-0.054)
    run.set_value(0.01)
    shown.update()
    assert [claim.shown for claim in claims(shown)] == ["−0.054", "+0.010", "−5.4"]
    assert all(claim.holds() for claim in claims(shown))


def test_the_numbers_stand_above_and_below_the_bar_and_clear_of_their_words() -> None:
    shown = quotient(ValueTracker(-2.988), ValueTracker(0.5))
    bar = shown.bar.get_center()[1]
    assert shown.above.get_bottom()[1] > bar > shown.below.get_top()[1]
    for word, value in (shown.above, shown.below):
        assert value.get_left()[0] - word.get_right()[0] >= 0.3
    assert shown.bar.get_left()[0] < shown.below.get_left()[0]
    assert shown.bar.get_right()[0] > shown.above.get_right()[0]
    assert shown.value.get_y() == pytest.approx(bar, abs=0.02)


def test_a_nudge_of_nothing_shows_the_limit() -> None:
    shown = quotient(ValueTracker(0.0), ValueTracker(0.0))
    assert shown.value.text == "−5.4"
