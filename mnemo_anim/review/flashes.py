"""Flashes, after WCAG 2.2, 2.3.1: general flashes, and how much of the sight they take.

A flash is a pair of opposing changes in relative luminance of a tenth or more, where the darker
picture is below 0.80. They are counted at each of 80 × 45 places of the frame, and found where a
quarter of any window of a third by a third of it flashes too often within a second. The places
need not flash at one and the same moment, which is a little stricter than the text.
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
        self._since_turn: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
        self._rising = np.zeros((_ROWS, _COLUMNS), bool)
        self._falling = np.zeros((_ROWS, _COLUMNS), bool)
        self._changes: deque[tuple[float, _Mask]] = deque()
        self._count = np.zeros((_ROWS, _COLUMNS), int)  # of the changes within a second
        self._is_flashing = False

    def see(self, look: Look) -> None:
        """Take the next look."""
        light = luminance(look.picture[_STEP // 2 :: _STEP, _STEP // 2 :: _STEP])
        while self._changes and look.time - self._changes[0][0] >= 1.0:
            self._count -= self._changes.popleft()[1]
        turned = self._turns(light)
        if turned.any():
            self._changes.append((look.time, turned))
            self._count += turned
        self._judge(look.time)

    def _turns(self, light: NDArray[np.float64]) -> _Mask:
        """Return where the luminance has changed enough, and not the same way as before."""
        low, high = self._since_turn or (light.copy(), light.copy())
        low, high = np.minimum(low, light), np.maximum(high, light)
        enough = FLASH_CHANGE - _ROUNDING
        rises = (light - low >= enough) & (low < FLASH_DARKER) & ~self._rising
        falls = (high - light >= enough) & (light < FLASH_DARKER) & ~self._falling
        turned = rises | falls
        self._rising = (self._rising | rises) & ~falls
        self._falling = (self._falling | falls) & ~rises
        self._since_turn = np.where(turned, light, low), np.where(turned, light, high)
        return turned

    def _judge(self, time: float) -> None:
        changes = 2 * FLASHES_PER_SECOND + 1
        worst = None
        while (window := _fullest_window(self._count >= changes)) is not None:
            worst = Flashing(time, changes / 2, window)
            changes += 1
        if worst is None:
            self._is_flashing = False
        elif not self._is_flashing:
            self._is_flashing = True
            self.found.append(worst)
        elif worst.flashes > self.found[-1].flashes:
            self.found[-1] = worst


def _fullest_window(flashing: _Mask) -> Box | None:
    """Return the window that flashes most, in the frame; None if no window does so enough."""
    if np.count_nonzero(flashing) < FLASH_AREA * _HIGH * _WIDE:
        return None
    sums = np.zeros((_ROWS + 1, _COLUMNS + 1))
    sums[1:, 1:] = flashing.cumsum(axis=0).cumsum(axis=1)
    inside = (
        sums[_HIGH:, _WIDE:]
        - sums[:-_HIGH, _WIDE:]
        - sums[_HIGH:, :-_WIDE]
        + sums[:-_HIGH, :-_WIDE]
    )
    row, column = np.unravel_index(int(inside.argmax()), inside.shape)
    if inside[row, column] < FLASH_AREA * _HIGH * _WIDE:
        return None
    unit = STAGE.height / _ROWS
    left, top = column * unit - STAGE.width / 2, STAGE.height / 2 - row * unit
    return Box(float(left), float(top - _HIGH * unit), float(left + _WIDE * unit), float(top))
