from itertools import pairwise

import numpy as np
import pytest

from mnemo_anim.mobjects.drawing.arrow_shape import ARROW_SHAPE, DOWNHILL_FORM, UPHILL_FORM
from mnemo_anim.mobjects.drawing.chart import Points

TAIL, TIP = np.array([1.0, -0.5, 0.0]), np.array([3.0, 1.0, 0.0])
WIDTH = 0.07
DOT = 16  # points of the round tail, before those of the body


def along(length: float) -> Points:
    """Return the tip of an arrow to the right."""
    return np.array([TAIL[0] + length, TAIL[1], 0.0])


def body(outline: Points) -> Points:
    """Return the corners of shaft and head."""
    return outline[DOT::4]


@pytest.mark.parametrize("form", [UPHILL_FORM, 0.3, DOWNHILL_FORM])
def test_the_head_ends_exactly_at_the_tip(form: float) -> None:
    corners = body(ARROW_SHAPE.outline(TAIL, TIP, WIDTH, form))
    reach = (corners - TAIL) @ (TIP - TAIL) / np.linalg.norm(TIP - TAIL)
    assert reach.max() == pytest.approx(2.5, abs=1e-12)
    assert np.abs(corners - TIP).sum(axis=1).min() < 1e-12


@pytest.mark.parametrize("form", [UPHILL_FORM, DOWNHILL_FORM])
def test_an_arrow_is_symmetric_about_its_shaft(form: float) -> None:
    corners = body(ARROW_SHAPE.outline(TAIL, TIP, WIDTH, form))
    x, y, _ = TIP - TAIL
    across = np.sort((corners - TAIL) @ [-y, x, 0.0])
    assert across == pytest.approx(-across[::-1], abs=1e-12)


@pytest.mark.parametrize("form", [UPHILL_FORM, DOWNHILL_FORM])
def test_an_arrow_of_no_length_is_a_dot_of_the_full_width(form: float) -> None:
    outline = ARROW_SHAPE.outline(TAIL, TAIL, WIDTH, form)
    assert body(outline) == pytest.approx(np.tile(TAIL, (len(body(outline)), 1)))
    assert np.ptp(outline[:DOT, 0]) == pytest.approx(2 * ARROW_SHAPE.dot * WIDTH)


@pytest.mark.parametrize("length", [1e-6, 0.02, 0.1, 0.3])
def test_a_short_arrow_stays_between_its_ends(length: float) -> None:
    for form in (UPHILL_FORM, DOWNHILL_FORM):
        reach = body(ARROW_SHAPE.outline(TAIL, along(length), WIDTH, form))[:, 0] - TAIL[0]
        assert reach.min() >= -1e-12
        assert reach.max() <= length + 1e-12


def test_growing_from_nothing_an_arrow_does_not_jump() -> None:
    outlines = [
        ARROW_SHAPE.outline(TAIL, along(length), WIDTH, UPHILL_FORM)
        for length in np.linspace(0, 1, 2001)
    ]
    jumps = [np.abs(b - a).max() for a, b in pairwise(outlines)]
    assert max(jumps) < 3 / 2000


def inside(point: Points, corners: Points) -> bool:
    """Return whether a polygon covers a point: a ray from it crosses the sides an odd time."""
    (x, y), start, end = point[:2], corners[:, :2], np.roll(corners[:, :2], -1, axis=0)
    straddles = (start[:, 1] > y) != (end[:, 1] > y)
    rise = np.where(straddles, end[:, 1] - start[:, 1], 1.0)
    crossing = start[:, 0] + (y - start[:, 1]) / rise * (end[:, 0] - start[:, 0])
    return bool((straddles & (crossing > x)).sum() % 2)


@pytest.mark.parametrize("length", [0.1, 0.5, 2.0])
def test_the_uphill_head_is_solid_where_the_downhill_head_is_open(length: float) -> None:
    width = WIDTH * min(1.0, length / (ARROW_SHAPE.full * WIDTH))
    beside_the_shaft = along(length) + width * np.array([-2.53, 0.6, 0.0])
    for form, covered in ((UPHILL_FORM, True), (DOWNHILL_FORM, False)):
        corners = body(ARROW_SHAPE.outline(TAIL, along(length), WIDTH, form))
        assert inside(beside_the_shaft, corners) is covered


def test_without_its_head_an_arrow_is_a_bar() -> None:
    corners = body(ARROW_SHAPE.outline(TAIL, along(2.0), WIDTH, UPHILL_FORM, head=0.0))
    assert np.ptp(corners[:, 1]) == pytest.approx(WIDTH)
    assert np.ptp(corners[:, 0]) == pytest.approx(2.0)


@pytest.mark.parametrize("length", [0.05, 0.2, 0.6, 2.0])
def test_the_solid_head_never_takes_more_than_two_fifths_of_the_length(length: float) -> None:
    corners = body(ARROW_SHAPE.outline(TAIL, along(length), WIDTH, UPHILL_FORM))
    barbs = corners[np.abs(corners[:, 1] - TAIL[1]).argmax()]
    assert TAIL[0] + length - barbs[0] <= 0.4 * length
