import pytest
from manim import Animation, Square, VGroup

from mnemo_anim.mobjects.motion.focus import dim, undim
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import DIM
from tests.mobjects.moments import show


def finish(animation: Animation) -> None:
    animation.begin()
    show(animation, 1.0)
    animation.finish()


def test_dimming_keeps_proportions_and_can_be_taken_back() -> None:
    square = Square(fill_opacity=0.5, stroke_opacity=1.0)
    finish(dim(square))
    assert square.get_fill_opacity() == pytest.approx(0.5 * DIM)
    assert square.get_stroke_opacity() == pytest.approx(DIM)
    finish(undim(square))
    assert square.get_fill_opacity() == pytest.approx(0.5)
    assert square.get_stroke_opacity() == pytest.approx(1.0)


def test_what_is_in_focus_stays() -> None:
    kept, other = Square(fill_opacity=1), Square(fill_opacity=1)
    finish(dim(VGroup(kept, other), but=[kept]))
    assert kept.get_fill_opacity() == 1
    assert other.get_fill_opacity() == pytest.approx(DIM)


def test_nothing_becomes_more_than_opaque() -> None:
    square = Square(fill_opacity=1)
    finish(undim(square))
    assert square.get_fill_opacity() == 1


def test_a_number_stays_dim_while_it_changes() -> None:
    number = Number(1.0)
    finish(dim(number))
    number.set_value(-123.4)
    assert [cell.get_fill_opacity() for cell in number] == pytest.approx([DIM] * len(number))
