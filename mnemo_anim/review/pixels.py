"""Rules about the pixels of a drawn frame, its captions apart: pure functions of an array."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.review import limits
from mnemo_anim.review.findings import Box
from mnemo_anim.review.layout import Sight
from mnemo_anim.review.rules import Rule
from mnemo_anim.theme import STAGE

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_BARE = 10  # of 255: what differs less in every channel from the ground is bare
_SPECKS = 0.002  # share of a row that may be stray


def inked(frame: Pixels, ground: bytes) -> Mask:
    """Return which pixels of a frame (h, w, 3 or 4) are not the bare ground, shape (h, w)."""
    ink = np.zeros(frame.shape[:2], bool)
    for channel, level in enumerate(ground):
        least, most = max(0, level - _BARE), min(255, level + _BARE)
        # Unsigned bytes wrap around: what is below the least level is far above it.
        ink |= frame[..., channel] - np.uint8(least) > most - least
    return ink


def blank(ink: Mask) -> Iterator[Sight]:
    """Yield a sight where next to nothing is on the screen."""
    share = float(ink.mean())
    if share < limits.LEAST_INK:
        what = "next to nothing is on the screen"
        yield Sight(Rule.BLANK, 100 * share, 100 * limits.LEAST_INK, what, None)


def in_rail(ink: Mask) -> Iterator[Sight]:
    """Yield a sight where anything stands on the caption rail."""
    height, width = ink.shape
    first = round(height * (1 - STAGE.rail))
    rows = np.flatnonzero(ink[first:].mean(axis=1) > _SPECKS)
    if len(rows) < 2:
        return
    depth = (rows[-1] + 1) / height * STAGE.height
    columns = np.flatnonzero(ink[first:].any(axis=0)) / width * STAGE.width - STAGE.width / 2
    box = Box(float(columns[0]), STAGE.bottom - depth, float(columns[-1]), STAGE.bottom)
    what = "something reaches into the caption rail"
    yield Sight(Rule.RAIL, float(depth), 0.0, what, box)


def clipped(ink: Mask) -> Iterator[Sight]:
    """Yield the sides of the frame that cut something off."""
    height = len(ink)
    x, y = STAGE.width / 2, STAGE.height / 2
    above = ink[: round(height * (1 - STAGE.rail))]
    sides = {
        "left": (above[:, 0], STAGE.height, Box(-x, -y, -x + 0.5, y)),
        "right": (above[:, -1], STAGE.height, Box(x - 0.5, -y, x, y)),
        "upper": (above[0], STAGE.width, Box(-x, y - 0.5, x, y)),
    }
    for side, (border, length, box) in sides.items():
        cut = float(border.mean()) * length
        if cut > limits.CUT_OFF:
            what = f"the {side} edge of the frame cuts something off"
            yield Sight(Rule.CLIPPED, cut, limits.CUT_OFF, what, box)
