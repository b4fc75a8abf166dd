"""The rules about pixels, on arrays made by hand, each from both sides of its limit."""

import numpy as np
import pytest
from numpy.typing import NDArray

from mnemo_anim.palettes import PALETTES
from mnemo_anim.review import limits, pixels
from mnemo_anim.review.layout import Sight
from mnemo_anim.review.rules import Rule
from mnemo_anim.theme import STAGE

HEIGHT, WIDTH = 1080, 1920
UNIT = HEIGHT / STAGE.height  # pixels
RAIL = round(HEIGHT * (1 - STAGE.rail))  # its first row

Mask = NDArray[np.bool_]


def bare() -> Mask:
    return np.zeros((HEIGHT, WIDTH), bool)


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_ink_is_what_differs_from_the_ground_in_any_channel(theme: str) -> None:
    ground = bytes.fromhex(PALETTES[theme].ground.removeprefix("#"))
    for channel in range(3):
        levels = np.arange(256, dtype=np.uint8)
        frame = np.tile(np.frombuffer(ground, np.uint8), (1, 256, 1))
        frame[0, :, channel] = levels
        expected = np.abs(levels.astype(int) - ground[channel]) > 10
        assert (pixels.inked(frame, ground)[0] == expected).all()


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_neither_black_nor_white_is_taken_for_the_other(theme: str) -> None:
    ground = bytes.fromhex(PALETTES[theme].ground.removeprefix("#"))
    frame = np.array([[[0, 0, 0], [255, 255, 255]]], np.uint8)
    assert pixels.inked(frame, ground).any()


def test_a_fourth_channel_is_not_looked_at() -> None:
    frame = np.full((2, 2, 4), 30, np.uint8)
    frame[..., 3] = 255
    assert not pixels.inked(frame, bytes([30, 30, 30])).any()


def test_a_frame_is_blank_below_the_least_ink() -> None:
    rows = round(limits.LEAST_INK * HEIGHT * WIDTH)
    for count, found in ((rows + 1, []), (rows - 1, [Rule.BLANK])):
        ink = bare()
        ink.flat[:count] = True
        assert [sight.rule for sight in pixels.blank(ink)] == found


def test_things_may_stand_on_the_edge_of_the_rail_but_not_in_it() -> None:
    above, within = bare(), bare()
    above[:RAIL, 400:800] = True
    within[: RAIL + 30, 400:800] = True
    assert list(pixels.in_rail(above)) == []
    (sight,) = pixels.in_rail(within)
    assert sight.rule == Rule.RAIL
    assert sight.value == pytest.approx(30 / UNIT, abs=1 / UNIT)
    assert sight.box is not None
    assert sight.box.top == STAGE.bottom
    assert sight.box.left == pytest.approx(400 / UNIT - STAGE.width / 2, abs=1 / UNIT)


def test_specks_in_the_rail_are_let_pass() -> None:
    ink = bare()
    ink[RAIL:, 900:903] = True  # less than two thousandths of each row
    assert list(pixels.in_rail(ink)) == []
    ink[RAIL:, 900:910] = True
    assert [sight.rule for sight in pixels.in_rail(ink)] == [Rule.RAIL]


@pytest.mark.parametrize("side", ["left", "right", "upper"])
def test_an_edge_may_cut_a_line_but_not_a_shape(side: str) -> None:
    def cut(units: float) -> list[Sight]:
        ink, length = bare(), round(units * UNIT)
        match side:
            case "left":
                ink[100 : 100 + length, 0] = True
            case "right":
                ink[100 : 100 + length, -1] = True
            case _:
                ink[0, 100 : 100 + length] = True
        return list(pixels.clipped(ink))

    assert cut(limits.CUT_OFF - 0.02) == []
    (sight,) = cut(1.2 * limits.CUT_OFF / (1 - STAGE.rail))
    assert sight.rule == Rule.CLIPPED
    assert side in sight.what


def test_the_lower_edge_is_the_rails_matter() -> None:
    ink = bare()
    ink[-1] = True
    assert list(pixels.clipped(ink)) == []
