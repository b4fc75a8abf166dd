"""Flashes, after WCAG 2.2, 2.3.1: general flashes, and how much of the sight they take.

A flash is a pair of opposing changes in relative luminance of a tenth or more, where the darker
picture is below 0.80. The changes are looked for at each of 80 × 45 places of the frame, and count
in a window of a third by a third of it where a quarter of its places change at once. Thin lines
that move change place after place: they are no flash.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.review.findings import Box
from mnemo_anim.review.limits import FLASH_AREA, FLASH_CHANGE, FLASH_DARKER, FLASHES_PER_SECOND
from mnemo_anim.review.looks import HEIGHT, WIDTH, Look
from mnemo_anim.review.luminance import luminance
from mnemo_anim.theme import STAGE

_STEP = 4  # pixels of a look from one place to the next
_ROWS, _COLUMNS = HEIGHT // _STEP, WIDTH // _STEP
_HIGH, _WIDE = _ROWS // 3, _COLUMNS // 3  # of a window, in places
_ROUNDING = 1e-9  # of luminance

_NEEDED = FLASH_AREA * _HIGH * _WIDE  # places of a window that change at once
_WINDOWS = (_ROWS - _HIGH + 1, _COLUMNS - _WIDE + 1)

_Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Flashing:
    """Too many flashes: when they were most, how many within that second, and where."""

    time: float
    flashes: float
    box: Box


class FlashCounter:
    """Counts the flashes in looks that come in order.

    Attributes:
        found: One for each time that it flashed too often, at its worst.
    """

    def __init__(self) -> None:
        self.found: list[Flashing] = []
        self._places = _Turns((_ROWS, _COLUMNS))
        self._since_turn: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
        self._windows = _Turns(_WINDOWS)
        self._changes: deque[tuple[float, _Mask]] = deque()
        self._count = np.zeros(_WINDOWS, int)  # of the changes within a second
        self._is_flashing = False

    def see(self, look: Look) -> None:
        """Take the next look."""
        rises, falls = self._turns(look)
        while self._changes and look.time - self._changes[0][0] >= 1.0:
            self._count -= self._changes.popleft()[1]
        turned = self._windows.take(_in_windows(rises) >= _NEEDED, _in_windows(falls) >= _NEEDED)
        if turned.any():
            self._changes.append((look.time, turned))
            self._count += turned
        self._judge(look.time)

    def _turns(self, look: Look) -> tuple[_Mask, _Mask]:
        """Return where the luminance has risen, and where fallen, and not before that as well."""
        light = luminance(look.picture[_STEP // 2 :: _STEP, _STEP // 2 :: _STEP])
        low, high = self._since_turn or (light, light)
        low, high = np.minimum(low, light), np.maximum(high, light)
        enough = FLASH_CHANGE - _ROUNDING
        rises = (light - low >= enough) & (low < FLASH_DARKER)
        falls = (high - light >= enough) & (light < FLASH_DARKER)
        turned = self._places.take(rises, falls)
        self._since_turn = np.where(turned, light, low), np.where(turned, light, high)
        return turned & self._places.up, turned & self._places.down

    def _judge(self, time: float) -> None:
        flashes = int(self._count.max()) / 2
        if flashes <= FLASHES_PER_SECOND:
            self._is_flashing = False
            return
        if not self._is_flashing or flashes > self.found[-1].flashes:
            row, column = np.unravel_index(int(self._count.argmax()), _WINDOWS)
            flashing = Flashing(time, flashes, _box_of(int(row), int(column)))
            self.found[-1 if self._is_flashing else len(self.found) :] = [flashing]
        self._is_flashing = True


class _Turns:
    """Which way each of many things has changed last: up, down, or not yet."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.up: _Mask = np.zeros(shape, bool)
        self.down: _Mask = np.zeros(shape, bool)

    def take(self, rises: _Mask, falls: _Mask) -> _Mask:
        """Return where a change is not the way of the last one, and take it as the last."""
        up, down = rises & ~self.up, falls & ~self.down
        turned: _Mask = up | down
        self.up = np.where(turned, up, self.up)
        self.down = np.where(turned, ~up, self.down)
        return turned


def _in_windows(places: _Mask) -> NDArray[np.int64]:
    """Return how many of the places lie in each window."""
    sums = np.zeros((_ROWS + 1, _COLUMNS + 1), np.int64)
    sums[1:, 1:] = places.cumsum(axis=0).cumsum(axis=1)
    rows = sums[_HIGH:] - sums[:-_HIGH]
    result: NDArray[np.int64] = rows[:, _WIDE:] - rows[:, :-_WIDE]
    return result


def _box_of(row: int, column: int) -> Box:
    unit = STAGE.height / _ROWS
    left, top = column * unit - STAGE.width / 2, STAGE.height / 2 - row * unit
    return Box(left, top - _HIGH * unit, left + _WIDE * unit, top)
