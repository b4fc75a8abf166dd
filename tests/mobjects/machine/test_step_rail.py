from itertools import pairwise

import pytest
from manim import RIGHT

from mnemo_anim.mobjects.lettering.text import glyph_height
from mnemo_anim.mobjects.machine.step_rail import StepRail
from mnemo_anim.theme import PALETTE
from tests.mobjects.moments import show

STEPS = ["Many inputs", "One slope per input", "Stack the slopes"]


def at(place: float) -> StepRail:
    rail = StepRail(STEPS)
    rail.place = place
    rail.redraw()
    return rail


def ticked(rail: StepRail) -> list[float]:
    return [tick.get_stroke_opacity() for tick in rail.ticks]


def numbered(rail: StepRail) -> list[float]:
    return [numeral.get_fill_opacity() for numeral in rail.numerals]


def bright(rail: StepRail) -> list[bool]:
    colors = [words[0].get_fill_color().to_hex().lower() for words in rail.words]
    return [color == PALETTE.ink for color in colors]


def test_what_is_done_is_ticked_what_is_in_hand_is_lit() -> None:
    rail = at(1)
    assert ticked(rail) == [1, 0, 0]
    assert numbered(rail) == [0, 1, 1]
    assert bright(rail) == [False, True, False]
    assert rail.ring.get_center() == pytest.approx(rail.discs[1].get_center())


def test_before_the_first_step_and_after_the_last_nothing_is_lit() -> None:
    for place, ticks in ((-1, [0, 0, 0]), (3, [1, 1, 1])):
        rail = at(place)
        assert ticked(rail) == ticks
        assert bright(rail) == [False] * 3
        assert rail.ring.get_stroke_opacity() == 0


def test_the_light_goes_to_the_step_even_when_the_rail_has_moved() -> None:
    rail = StepRail(STEPS).shift(4 * RIGHT)
    move = rail.go_to(2)
    move.begin()
    show(move, 1.0)
    assert rail.ring.get_center() == pytest.approx(rail.discs[2].get_center())
    assert ticked(rail) == [1, 1, 0]


def test_between_two_steps_the_light_is_on_its_way() -> None:
    rail = at(0.5)
    first, second = rail.discs[0].get_y(), rail.discs[1].get_y()
    assert second < rail.ring.get_y() < first


def test_steps_keep_clear_of_each_other_and_are_large_enough() -> None:
    rail = StepRail([*STEPS, "a step with so many words that they take two lines"])
    rows = [words.family_members_with_points() for words in rail.words]
    for above, below in pairwise(rows):
        gap = min(g.get_bottom()[1] for g in above) - max(g.get_top()[1] for g in below)
        assert gap > 0.1
    assert glyph_height(rail.numerals[0]) > 20


def test_a_rail_without_steps_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        StepRail([])
