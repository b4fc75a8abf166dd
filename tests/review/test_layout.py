"""The rules of layout on screens made by hand, each from both sides of its limit."""

import numpy as np
import pytest
from manim import RIGHT, Dot

from mnemo_anim.mobjects.lettering.text import X_HEIGHT
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.review import layout, limits
from mnemo_anim.review.findings import Box
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.screen import Area, Glance, Line, Screen, Text
from mnemo_anim.theme import BACKING, DIM, STAGE

NEAR = 2 * limits.RESOLUTION


def text(box: Box, words: str = "word", *, whole: int | None = None, **more: object) -> Text:
    settings: dict[str, object] = {
        "prose": True,
        "glyphs": (box,),
        "em": 44.0,
        "presence": 1.0,
        "order": 5,
        "haloed": False,
    }
    settings.update(more)
    number = id(box) if whole is None else whole
    return Text(words=words, box=box, whole=number, **settings)  # type: ignore[arg-type]


def at(x: float, y: float, width: float = 1.0, height: float = 0.4) -> Box:
    return Box(x, y, x + width, y + height)


def rules(sights: object) -> list[Rule]:
    return [sight.rule for sight in sights]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("inside", "step"),
    [
        (at(STAGE.left, 0), (-NEAR, 0)),
        (at(STAGE.right - 1, 0), (NEAR, 0)),
        (at(0, STAGE.top - 0.4), (0, NEAR)),
    ],
)
def test_text_may_touch_the_margin_but_not_stand_in_it(
    inside: Box, step: tuple[float, float]
) -> None:
    dx, dy = step
    beyond = Box(inside.left + dx, inside.bottom + dy, inside.right + dx, inside.top + dy)
    assert rules(layout.outside_margin(Screen(texts=(text(inside),)))) == []
    assert rules(layout.outside_margin(Screen(texts=(text(beyond),)))) == [Rule.MARGIN]


def test_letters_are_large_enough_from_sixteen_pixels_on() -> None:
    for x_height, found in ((16.0, []), (15.9, [Rule.SIZE])):
        small = text(at(0, 0), em=x_height / X_HEIGHT)
        assert rules(layout.too_small(Screen(texts=(small,)))) == found


def test_two_texts_keep_a_gap_unless_they_are_read_as_one() -> None:
    left = at(0, 0)
    for gap, found in ((0.3, []), (0.3 - NEAR, [Rule.GAP])):
        right = at(1 + gap, 0)
        apart = Screen(texts=(text(left), text(right)))
        assert rules(layout.crowded(apart)) == found
        assert rules(layout.crowded(apart, at_rest=False)) == []
        as_one = Screen(texts=(text(left, whole=1), text(right, whole=1)))
        assert rules(layout.crowded(as_one)) == []


def test_texts_that_lie_over_each_other_are_found_even_on_the_move() -> None:
    over = Screen(texts=(text(at(0, 0), "one"), text(at(1 - NEAR, 0), "two")))
    assert rules(layout.crowded(over)) == [Rule.OVERLAP]
    assert rules(layout.crowded(over, at_rest=False)) == [Rule.OVERLAP]


@pytest.mark.parametrize(("other", "found"), [("−8.0", []), ("8.0", [Rule.OVERLAP])])
def test_a_copy_may_leave_from_its_original_in_another_form(other: str, found: list[Rule]) -> None:
    leaving = Screen(texts=(text(at(0, 0), "−8"), text(at(1 - NEAR, 0), other)))
    assert rules(layout.crowded(leaving, at_rest=False)) == found
    assert rules(layout.crowded(leaving)) == [Rule.OVERLAP]


def test_a_text_on_its_way_out_is_in_nobodys_way() -> None:
    leaving = text(at(0.5, 0), "two", presence=0.5)
    assert rules(layout.crowded(Screen(texts=(text(at(0, 0)), leaving)))) == []


def across(y: float, order: int, presence: float = 1.0) -> Line:
    x = np.linspace(-1, 2, 200)
    return Line(np.stack([x, np.full_like(x, y)], axis=-1), order, presence)


def test_a_line_may_pass_below_the_letters_but_not_through_them() -> None:
    word = text(at(0, 0))
    assert rules(layout.crossed(Screen(texts=(word,), lines=(across(-0.01, 1),)))) == []
    assert rules(layout.crossed(Screen(texts=(word,), lines=(across(0.2, 1),)))) == [Rule.CROSSED]
    dimmed = across(0.2, 1, presence=DIM)
    assert rules(layout.crossed(Screen(texts=(word,), lines=(dimmed,)))) == []


def test_a_backing_between_line_and_text_keeps_them_apart() -> None:
    word, below = text(at(0, 0)), across(0.2, 1)

    def with_plate(presence: float, order: int, box: Box) -> list[Rule]:
        plate = Area(box, order, presence)
        return rules(layout.crossed(Screen(texts=(word,), lines=(below,), areas=(plate,))))

    around = Box(-0.1, -0.1, 1.1, 0.5)
    assert with_plate(BACKING, 3, around) == []
    assert with_plate(BACKING / 2, 3, around) == [Rule.CROSSED]  # too thin
    assert with_plate(BACKING, 0, around) == [Rule.CROSSED]  # below the line
    assert with_plate(BACKING, 3, at(0.2, 0)) == [Rule.CROSSED]  # beside the text
    haloed = text(at(0, 0), haloed=True)
    assert rules(layout.crossed(Screen(texts=(haloed,), lines=(below,)))) == []
    assert rules(layout.crossed(Screen(texts=(haloed,), lines=(across(0.2, 9),)))) == [Rule.CROSSED]


def test_a_backing_that_comes_with_its_text_keeps_it_apart_from_the_first() -> None:
    coming = text(at(0, 0), presence=0.7)
    for plate, found in ((0.7 * BACKING, []), (0.4 * BACKING, [Rule.CROSSED])):
        area = Area(Box(-0.1, -0.1, 1.1, 0.5), 3, plate)
        screen = Screen(texts=(coming,), lines=(across(0.2, 1),), areas=(area,))
        assert rules(layout.crossed(screen)) == found


def test_seven_ideas_are_not_too_many_and_eight_are() -> None:
    boxes = [(at(-6 + 1.6 * k, 0), 1.0) for k in range(8)]
    assert rules(layout.ideas(Screen(inks=tuple(boxes[:7])))) == []
    assert rules(layout.ideas(Screen(inks=tuple(boxes)))) == [Rule.IDEAS]
    dimmed = (*boxes[:7], (boxes[7][0], DIM))
    assert rules(layout.ideas(Screen(inks=dimmed))) == []


def test_a_scatter_of_dots_that_is_read_as_one_is_one_idea() -> None:
    dots = [Dot().shift((-6 + 1.6 * k) * RIGHT) for k in range(8)]
    assert rules(layout.ideas(Glance([*dots]).screen)) == [Rule.IDEAS]
    read_as_one(*dots)
    assert rules(layout.ideas(Glance([*dots]).screen)) == []


def test_what_stands_together_is_one_idea() -> None:
    row = [at(0.5 * k, 0, width=0.3) for k in range(9)]
    assert len(layout.islands_of(row)) == 1
    assert len(layout.islands_of([at(0, 0), at(1.51, 0)])) == 2


def test_what_is_off_the_screen_is_found_once_none_of_it_is_left() -> None:
    edge = STAGE.width / 2
    for left, found in ((edge - NEAR, []), (edge + NEAR, [Rule.OFF_SCREEN])):
        screen = Screen(things=(("Thing", at(left, 0)),))
        assert rules(layout.off_screen(screen)) == found
