"""The tiles of a frame that something has changed in, and a few boxes around them."""

from collections.abc import Iterable

import numpy as np
from scipy.ndimage import find_objects, label

from mnemo_anim.boxes import Box

TILE = 32  # pixels
_MOST = 6  # boxes that are painted one by one; what they share is painted once for each
_SPREAD = 1.25  # of the area of two boxes, up to which they had better be one
_ROUND = np.ones((3, 3), bool)  # tiles touch at corners, too


class Tiles:
    """The tiles of a frame in which something has changed.

    Args:
        width: Of the frame, in pixels.
        height: Of the frame.
    """

    def __init__(self, width: int, height: int) -> None:
        self.frame = Box(0, 0, width, height)
        self._changed = np.zeros((-(-height // TILE), -(-width // TILE)), bool)

    def add(self, box: Box) -> None:
        """Note that something has changed within a box."""
        box = box.grown(0, self.frame.right, self.frame.lower)
        if box.area:
            rows = slice(box.upper // TILE, -(-box.lower // TILE))
            self._changed[rows, box.left // TILE : -(-box.right // TILE)] = True

    def boxes(self) -> list[Box]:
        """Return a few boxes that hold all of these tiles, none of which meets another."""
        labelled, count = label(self._changed, structure=_ROUND)
        if not count:
            return []
        return _few(
            Box(
                columns.start * TILE,
                rows.start * TILE,
                min(columns.stop * TILE, self.frame.right),
                min(rows.stop * TILE, self.frame.lower),
            )
            for rows, columns in find_objects(labelled)
        )


def _few(boxes: Iterable[Box]) -> list[Box]:
    """Return boxes around boxes: apart from each other, and not many."""
    left = sorted(boxes, key=lambda box: -box.area)
    while True:
        pair = _pair_to_join(left)
        if pair is None:
            return left
        one, other = pair
        left = [box for box in left if box is not one and box is not other]
        left.append(one.with_(other))


def _pair_to_join(boxes: list[Box]) -> tuple[Box, Box] | None:
    """Return two boxes that had better be one; None if all are better left as they are."""
    best: tuple[float, Box, Box] | None = None
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            spread = one.with_(other).area / (one.area + other.area)
            if one.meets(other):
                return one, other
            if best is None or spread < best[0]:
                best = spread, one, other
    if best is not None and (len(boxes) > _MOST or best[0] < _SPREAD):
        return best[1:]
    return None
