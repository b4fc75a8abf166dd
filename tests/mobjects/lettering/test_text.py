import pytest
from manim import Transform, tempconfig

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.maths.quantities import Given, Magnitude, Sum
from mnemo_anim.mobjects.lettering.caption import CaptionText
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT, Formula, Words, baseline
from mnemo_anim.theme import PALETTE, units
from tests.mobjects.moments import show


def bar_width(size: float) -> float:
    formula = Formula("a / b", size=size)
    (bar,) = (leaf for leaf in formula if leaf.height < 1e-6)
    return float(bar.get_stroke_width())


def test_a_fraction_bar_is_equally_thick_at_every_resolution_and_every_time() -> None:
    first = bar_width(60)
    with tempconfig({"pixel_width": 854, "pixel_height": 480}):
        assert bar_width(60) == pytest.approx(first)
    assert bar_width(120) == pytest.approx(2 * first)


def test_the_baseline_is_where_capitals_stand() -> None:
    for text in ("Hop", "xxx", "H"):
        for _ in range(2):  # the second time from Manim's cache
            words = Words(text, size=100, track_baselines=True)
            bottom = words[0].get_bottom()[1]
            assert baseline(words) == pytest.approx(bottom, abs=0.015 * units(100))
    capital = Words("H", size=100)
    assert capital.height == pytest.approx(CAP_HEIGHT * units(100), rel=1e-3)


def test_the_same_caption_stands_in_the_same_place_twice() -> None:
    first, second = CaptionText(("Turn round",)), CaptionText(("Turn round",))
    assert first.get_center() == pytest.approx(second.get_center())


def test_subscripts_that_the_faces_lack_are_letters_below_the_line() -> None:
    index, count = (Words(f"x{sign}", size=100, track_baselines=True) for sign in "ᵢₙ")
    assert index[1].width < 0.8 * count[1].width  # no two boxes of the missing character
    for words in (index, count):
        assert words[1].get_bottom()[1] < baseline(words)
        assert baseline(words) == pytest.approx(words[0].get_bottom()[1], abs=0.015 * units(100))


NORM = Magnitude(ELLIPTIC_BOWL, (1.0, 2.0))
SQUARE = Sum(Given("2²", 4.0), Given("8²", 64.0))


def test_a_formula_takes_its_numbers_from_quantities() -> None:
    formula = Formula(
        "sqrt(#square) approx {{ #norm : n }}",
        numbers={"square": SQUARE, "norm": NORM},
        decimals={"norm": 2},
        parts={"n": PALETTE.uphill},
    )
    assert formula.typst_code == Formula("sqrt(68) approx {{ 8.25 : n }}").typst_code
    assert [(claim.shown, claim.quantity) for claim in claims(formula)] == [
        ("68", SQUARE),
        ("8.25", NORM),
    ]
    assert all(claim.holds() for claim in claims(formula))
    assert len(formula.part("n").family_members_with_points()) == len("8.25")


def test_no_name_is_taken_for_another_that_it_begins() -> None:
    numbers = {"x": Given("one", 1.0), "x-new": Given("two", 2.0), "x2": Given("three", -3.0)}
    formula = Formula("#x + #x-new + #x2", numbers=numbers)
    assert formula.typst_code == Formula("1 + 2 + −3").typst_code


def test_a_power_of_ten_stays_one_in_a_formula() -> None:
    formula = Formula("#huge", numbers={"huge": Given("huge", 1.23e7)}, decimals={"huge": 1})
    assert formula.typst_code == Formula("1.2 times 10^(7)").typst_code


def test_a_formula_without_the_number_named_is_refused() -> None:
    with pytest.raises(ValueError, match="has no number “#norm”"):
        Formula("#norms", numbers={"norm": NORM})
    with pytest.raises(ValueError, match="decimals for nrom"):
        Formula("#norm", numbers={"norm": NORM}, decimals={"nrom": 2})


def test_a_text_that_has_become_another_has_no_size_of_its_own() -> None:
    letter = Formula("f =", size=40)
    becoming = Transform(letter, Formula("L =", size=40))
    becoming.begin()
    assert letter.scale(0.5).em == pytest.approx(20)
    show(becoming, 1.0)
    assert letter.em is None
