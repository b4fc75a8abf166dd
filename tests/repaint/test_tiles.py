"""Boxes around what has changed: all of it, apart from one another, and not many."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemo_anim.boxes import Box
from mnemo_anim.repaint.tiles import _MOST, Tiles

WIDTH, HEIGHT = 430, 250
FRAME = Box(0, 0, WIDTH, HEIGHT)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Give a box in the frame, over its edge, or beyond it; it may be empty."""
    left, upper = draw(st.integers(-90, WIDTH + 90)), draw(st.integers(-90, HEIGHT + 90))
    return Box(left, upper, left + draw(st.integers(0, 200)), upper + draw(st.integers(0, 200)))


@given(st.lists(boxes(), max_size=20))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_the_boxes_hold_all_that_has_changed_and_lie_apart_in_the_frame(changed: list[Box]) -> None:
    tiles = Tiles(WIDTH, HEIGHT)
    expected = np.zeros((HEIGHT, WIDTH), bool)
    for box in changed:
        tiles.add(box)
        inside = box.grown(0, WIDTH, HEIGHT)
        if inside.area:
            expected[inside.slices] = True
    found = np.zeros((HEIGHT, WIDTH), int)
    made = tiles.boxes()
    for box in made:
        assert box.grown(0, WIDTH, HEIGHT) == box
        assert all(end % 2 == 0 for end in box)  # as the encoder wants them
        found[box.slices] += 1
    assert found[expected].all()
    assert found.max(initial=0) <= 1
    assert len(made) <= _MOST
    assert bool(made) == bool(expected.any())


def test_two_small_changes_far_apart_stay_two() -> None:
    tiles = Tiles(WIDTH, HEIGHT)
    tiles.add(Box(1, 1, 4, 4))
    tiles.add(Box(400, 200, 404, 204))
    assert sorted(tiles.boxes()) == [Box(0, 0, 32, 32), Box(384, 192, 416, 224)]
