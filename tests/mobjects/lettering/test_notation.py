import pytest
from manim import ManimColor

from mnemo_anim.mobjects.lettering.notation import function_of_many, gradient_row, row_parts
from mnemo_anim.theme import PALETTE, TYPE


def test_the_parts_stand_in_order_and_the_first_and_the_last_input_have_their_colours() -> None:
    for formula, names in (
        (function_of_many(), ("value", "first", "more", "last")),
        (gradient_row(), ("name", "equals", "open", "first", "more", "last", "close")),
    ):
        places = [formula.part(name).get_x() for name in names]
        assert places == sorted(places)
        for name, color in (("first", PALETTE.part(0)), ("last", PALETTE.part(2))):
            assert formula.part(name)[0].get_fill_color() == ManimColor(color)


def test_a_larger_size_is_the_same_formula_larger() -> None:
    small, large = function_of_many(), function_of_many(size=TYPE.title)
    assert large.width / small.width == pytest.approx(TYPE.title / TYPE.formula, rel=1e-3)
    assert len(large) == len(small)


def test_other_letters_may_stand_for_function_and_inputs() -> None:
    assert "nabla L" in gradient_row("L", "w").typst_code
    assert "w_n" in function_of_many("L", "w").typst_code


def test_the_parts_of_the_row_are_all_of_it_from_left_to_right() -> None:
    row = gradient_row()
    parts = row_parts(row)
    places = [part.get_x() for part in parts]
    assert places == sorted(places)
    assert sum(len(part) for part in parts) == len(row)
