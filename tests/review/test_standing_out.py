"""Drawings stand out from what is right beside them, a thin dark edge included."""

import numpy as np
from manim import CapStyleType, Square, VMobject

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.screen import Glance
from mnemo_anim.review.standing_out import StandingOut
from tests.review.test_contrast import frame

BRIGHT = "#9a9a9a"
DARK = "#0b1020"
PINK = "#ee4fae"


def arrow(**style: float) -> Arrow:
    """Return an arrow as thin as those of a field."""
    drawn = Arrow((0, 0, 0), (0.5, 0.2, 0), color=PINK, thickness=4.2)
    return drawn.set_stroke(background=True, **style) if style else drawn


def seen(*drawn: VMobject, ground: str = BRIGHT) -> list[Rule]:
    sights = StandingOut().drawings(Glance([*drawn]), frame(*drawn, ground=ground))
    return [sight.rule for sight in sights]


def found(drawn: Arrow) -> list[Rule]:
    return seen(drawn)


def test_a_dark_edge_of_two_pixels_is_enough() -> None:
    assert found(arrow()) == []


def test_without_it_a_drawing_does_not_stand_out_from_bright_ground() -> None:
    assert found(arrow(width=0.0)) == [Rule.GRAPHICS]


def test_a_level_line_is_seen_against_the_ground_beside_it_however_thick_it_is() -> None:
    line = CasedLine(color=PINK, width=12.0).set_stroke(width=0.0, background=True)
    line.draw([np.array([[-1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])])
    assert seen(line, ground=DARK) == []
    assert seen(line, ground=PINK) == [Rule.GRAPHICS]


def test_what_lies_below_an_arrow_of_its_colour_is_not_judged() -> None:
    on_it = CasedLine(color=PINK, width=2.0).set_stroke(width=0.0, background=True)
    on_it.draw([np.array([[0.1, 0.04, 0.0], [0.35, 0.14, 0.0]])])
    assert seen(on_it, arrow()) == []
    assert seen(arrow(), on_it) == [Rule.GRAPHICS]


def test_pieces_that_are_read_as_one_are_not_judged_against_each_other() -> None:
    pieces = [CasedLine(color=PINK, width=12.0) for _ in range(3)]
    for place, piece in enumerate(pieces):
        piece.set_cap_style(CapStyleType.BUTT).set_stroke(width=0.0, background=True)
        piece.draw([np.array([[0.03 * place, 0.0, 0.0], [0.03 * place + 0.04, 0.0, 0.0]])])
    assert Rule.GRAPHICS in seen(*pieces, ground=DARK)
    read_as_one(*pieces)
    assert seen(*pieces, ground=DARK) == []
    assert seen(*pieces, ground=PINK) == [Rule.GRAPHICS] * len(pieces)


def test_a_text_that_has_begun_to_leave_is_not_judged() -> None:
    for opacity, rules in ((1.0, [Rule.CONTRAST]), (0.96, [])):
        words = Words("level curve", color="#7a7a7a").set_opacity(opacity)
        picture = frame(words, ground="#ffffff")
        sights = StandingOut().texts(Glance([words]), picture, at_rest=False)
        assert [sight.rule for sight in sights] == rules


def test_a_text_that_comes_letter_by_letter_is_judged_when_it_is_there() -> None:
    for last, rules in ((0.1, []), (1.0, [Rule.CONTRAST])):
        words = Words("level curve", color="#7a7a7a")
        words.family_members_with_points()[-1].set_opacity(last)
        picture = frame(words, ground="#ffffff")
        sights = StandingOut().texts(Glance([words]), picture, at_rest=False)
        assert [sight.rule for sight in sights] == rules


def test_of_a_text_that_is_half_read_only_the_letters_that_have_come_are_judged() -> None:
    for color, rules in (("#ffffff", []), ("#4a5164", [Rule.CONTRAST])):
        words = Words("a long text", color=color)
        for letter in words.family_members_with_points()[3:]:
            letter.set_opacity(0.35)
        picture = frame(words, ground=DARK)
        sights = StandingOut().texts(Glance([words]), picture, at_rest=True)
        assert [sight.rule for sight in sights] == rules


def test_a_text_that_lies_under_something_cannot_be_seen_and_is_not_judged() -> None:
    words = Words("level curve", color="#7a7a7a")
    over = Square(4.0, fill_color="#303030", fill_opacity=1.0, stroke_width=0.0)
    for drawn, rules in (((over, words), [Rule.CONTRAST]), ((words, over), [])):
        sights = StandingOut().texts(Glance([*drawn]), frame(*drawn), at_rest=True)
        assert [sight.rule for sight in sights] == rules
    same = Words("level curve", color="#303030")
    drawn = (over, same)
    sights = StandingOut().texts(Glance([*drawn]), frame(*drawn), at_rest=True)
    assert [sight.rule for sight in sights] == [Rule.CONTRAST]


def test_a_text_that_is_being_covered_is_judged_when_all_is_at_rest() -> None:
    words = Words("level curve", color="#ffffff")
    over = Square(4.0, fill_color="#606060", fill_opacity=0.9, stroke_width=0.0)
    for at_rest, rules in ((False, []), (True, [Rule.CONTRAST])):
        sights = StandingOut().texts(Glance([words]), frame(words, over), at_rest=at_rest)
        assert [sight.rule for sight in sights] == rules
