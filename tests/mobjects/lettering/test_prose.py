import numpy as np
import pytest
from manim import ManimColor

from mnemo_anim.mobjects.lettering.prose import Prose
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import PALETTE


@pytest.mark.parametrize(
    ("text", "meaning", "glyphs"),
    [
        ("∇f is a vector", "uphill", 2),
        ("−∇f points downhill", "downhill", 3),
        ("‖∇f‖ = 0", "uphill", 4),
        ("f increases the most that way", "loss", 1),
        ("it moves by −∇L, not by −∇f", "downhill", 6),
    ],
)
def test_each_formula_has_the_colour_of_what_it_means(text: str, meaning: str, glyphs: int) -> None:
    prose = Prose(text, color=PALETTE.ink)
    colored = prose.terms(meaning).family_members_with_points()
    wanted = ManimColor(getattr(PALETTE, meaning))
    assert len(colored) == glyphs
    assert all(glyph.get_fill_color() == wanted for glyph in colored)
    others = set(prose.family_members_with_points()) - set(colored)
    assert all(glyph.get_fill_color() == ManimColor(PALETTE.ink) for glyph in others)


def test_no_character_is_lost() -> None:
    text = "f rises along ∇f, falls along −∇f, by ‖∇f‖: at 90° to “level curves”"
    assert len(Prose(text).family_members_with_points()) == len("".join(text.split()))


def test_inputs_and_code_are_set_as_such_in_the_colour_of_the_text() -> None:
    text = "For f = x² + 2y², how does y move it, and w.grad the w of it?"
    prose, words = Prose(text), Words(text)
    assert len(prose.terms("loss").family_members_with_points()) == 1
    assert len(prose.family_members_with_points()) == len(words.family_members_with_points())
    assert prose.width != pytest.approx(words.width)


def test_a_text_without_formulas_is_plain_words() -> None:
    text = "off the half of it: a $big# change"
    prose, words = Prose(text), Words(text)
    assert np.allclose(prose.get_all_points(), words.get_all_points())
    with pytest.raises(ValueError, match="no formula that means “loss”"):
        prose.terms("loss")
