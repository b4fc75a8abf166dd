"""The level that is nearest to a height: reckoned where levels are even, else looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TABLE_SIZE = 1024
"""Entries of the table."""

_MARGIN = 0.02  # of the range of heights, on both sides
_FAR = 1e30  # of a level that there is not
_CLOSE = 1e-6  # of a step, by which even levels may be off


@dataclass(frozen=True, slots=True)
class EvenLevels:
    """Levels as far from each other as the next, some of them stronger: each so-and-so-many-th.

    Attributes:
        first: The lowest.
        step: From one to the next.
        last: The number of the highest, counted from 0.
        index: The number of the lowest that is stronger.
        every: From the number of one that is stronger to that of the next.
        strength: 1; 0 if none is stronger.
    """

    first: float
    step: float
    last: int
    index: int
    every: int
    strength: float

    @property
    def gap(self) -> float:
        """The step; infinitely much, or nearly, where there is one level, or none."""
        return self.step if self.last else _FAR


@lru_cache(maxsize=64)
def even_levels(levels: tuple[float, ...], index_levels: tuple[float, ...]) -> EvenLevels | None:
    """Return by what rule levels follow each other; None if by none.

    Args:
        levels: Values of f, in any order.
        index_levels: Those among them that are drawn stronger.
    """
    ordered = np.unique(np.asarray(levels, float))
    if not len(ordered):
        return EvenLevels(_FAR, 1.0, 0, 0, 1, 0.0)
    last = len(ordered) - 1
    step = float(ordered[-1] - ordered[0]) / last if last else 1.0
    if np.abs(ordered - np.linspace(ordered[0], ordered[-1], last + 1)).max() > _CLOSE * step:
        return None
    stronger = np.flatnonzero(_are_among(index_levels, ordered))
    index = int(stronger[0]) if len(stronger) else 0
    every = int(stronger[1]) - index if len(stronger) > 1 else 2 * (last + 1)
    if len(stronger) and stronger.tolist() != list(range(index % every, last + 1, every)):
        return None
    return EvenLevels(float(ordered[0]), step, last, index, every, float(len(stronger) > 0))


def table_range(low: float, high: float) -> tuple[float, float]:
    """Return slope and offset of the map from a height to its entry in the table."""
    span = max(high - low, 1e-9)
    slope = TABLE_SIZE / (span * (1.0 + 2.0 * _MARGIN))
    return slope, -slope * (low - _MARGIN * span)


def level_table(
    low: float, high: float, levels: Sequence[float], index_levels: Sequence[float]
) -> NDArray[np.float32]:
    """Return the table for heights from ``low`` to ``high``, shape (`TABLE_SIZE`, 4).

    An entry holds the nearest level, whether it is an index level (1 or 0), and the distance
    between neighbouring levels there.

    Args:
        low: The lowest height.
        high: The highest.
        levels: Two or more values of f.
        index_levels: Those among them that are drawn stronger.
    """
    slope, offset = table_range(low, high)
    heights = (np.arange(TABLE_SIZE) + 0.5 - offset) / slope
    ordered = np.unique(np.asarray(levels, float))
    nearest = np.searchsorted(0.5 * (ordered[1:] + ordered[:-1]), heights)
    gaps = np.diff(ordered)
    smaller = np.minimum(np.append(gaps, gaps[-1]), np.append(gaps[0], gaps))
    table = np.zeros((TABLE_SIZE, 4), np.float32)
    table[:, 0] = ordered[nearest]
    table[:, 1] = _are_among(index_levels, ordered)[nearest]
    table[:, 2] = smaller[nearest]
    return table


def _are_among(some: Sequence[float], ordered: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return for each of ``ordered`` whether it is one of some."""
    if not len(some):
        return np.zeros(len(ordered), bool)
    away = np.abs(ordered[:, None] - np.asarray(some, float)[None, :]).min(axis=1)
    return np.asarray(away <= 1e-9 * max(1.0, float(np.abs(ordered).max())))
