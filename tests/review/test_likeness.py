"""How unlike pictures look: CIELAB as others compute it, and an eye that blurs."""

import numpy as np
import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from mnemo_anim.review.likeness import difference
from mnemo_anim.review.limits import CHANGED_MEAN, CHANGED_MOST, NOTICEABLE

LEVEL = st.integers(0, 255)
COLOUR = st.tuples(LEVEL, LEVEL, LEVEL)


def plain(colour: tuple[int, ...]) -> NDArray[np.uint8]:
    return np.full((6, 8, 3), colour, np.uint8)


def other_reckoning(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return ΔE*ab of two colours, in the CIELAB of sRGB's own white."""
    colours = [Color("srgb", [level / 255 for level in colour]) for colour in (one, other)]
    return float(colours[0].delta_e(colours[1], method="76", space="lab-d65"))


@given(COLOUR, COLOUR)
def test_plain_pictures_are_as_unlike_as_their_colours(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    found = difference(plain(one), plain(other))
    expected = other_reckoning(one, other)
    assert found.most == pytest.approx(expected, abs=0.1)
    assert found.mean == pytest.approx(max(0.0, expected - NOTICEABLE), abs=0.1)


def test_it_does_not_matter_which_picture_is_first() -> None:
    dice = np.random.default_rng(4)
    one, other = dice.integers(0, 256, (2, 20, 30, 3), dtype=np.uint8)
    there, back = difference(one, other), difference(other, one)
    assert (there.mean, there.most) == pytest.approx((back.mean, back.most))


def test_heat_is_greatest_where_the_pictures_differ() -> None:
    one = np.full((40, 60, 3), 60, np.uint8)
    other = one.copy()
    other[10:15, 41:46] = 255
    heat = difference(one, other).heat
    assert heat is not None
    assert heat.shape == (40, 60)
    assert divmod(int(heat.argmax()), 60) == (12, 43)


def test_the_eye_blurs_fine_grain_away_but_not_large_squares() -> None:
    row, column = np.indices((48, 64))
    grey = np.full((48, 64, 3), 120, np.uint8)

    def squares(size: int) -> NDArray[np.uint8]:
        dark = (row // size + column // size) % 2 == 0
        return np.where(dark[..., None], 110, 130).astype(np.uint8).repeat(3, axis=-1)

    fine, coarse = difference(grey, squares(1)), difference(grey, squares(16))
    assert fine.mean < CHANGED_MEAN
    assert coarse.mean > CHANGED_MEAN
    assert fine.most < coarse.most


def test_pictures_of_different_sizes_are_unlike_however_alike_they_are() -> None:
    found = difference(plain((9, 9, 9)), plain((9, 9, 9))[:-1])
    assert found.heat is None
    assert found.most > CHANGED_MOST
    assert found.mean > CHANGED_MEAN
