"""Colours as the shaders mix them, and the table in which they look tints and levels up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mnemo_anim.landscape.frame import Palette
    from mnemo_anim.landscape.state import Rgb

TABLE_SIZE = 1024
"""Entries of the table."""

_MARGIN = 0.02  # of the range of heights, on both sides


def squared(colour: Rgb) -> Rgb:
    """Return a colour as the shaders mix it."""
    red, green, blue = colour
    return red**2, green**2, blue**2


def table_range(low: float, high: float) -> tuple[float, float]:
    """Return slope and offset of the map from a height to its entry in the table."""
    span = max(high - low, 1e-9)
    slope = TABLE_SIZE / (span * (1.0 + 2.0 * _MARGIN))
    return slope, -slope * (low - _MARGIN * span)


def height_table(low: float, high: float, palette: Palette) -> NDArray[np.float32]:
    """Return the table for heights from ``low`` to ``high``, shape (2, `TABLE_SIZE`, 4).

    Row 0 holds the tint, squared as the shaders want it.  Row 1 holds the nearest level, whether it
    is an index level (1 or 0), and the distance between neighbouring levels there.
    """
    slope, offset = table_range(low, high)
    heights = (np.arange(TABLE_SIZE) + 0.5 - offset) / slope
    table = np.zeros((2, TABLE_SIZE, 4), np.float32)

    t = np.clip((heights - low) / max(high - low, 1e-9), 0.0, 1.0)
    stops = np.linspace(0.0, 1.0, len(palette.tints))
    colours = np.asarray(palette.tints, float)
    for channel in range(3):
        table[0, :, channel] = np.interp(t, stops, colours[:, channel]) ** 2

    row = table[1]
    row[:] = (1e30, 0.0, 1e30, 0.0)
    if palette.levels:
        ordered = np.unique(np.asarray(palette.levels, float))
        between = 0.5 * (ordered[1:] + ordered[:-1])
        nearest = np.searchsorted(between, heights)
        row[:, 0] = ordered[nearest]
        if palette.index_levels:
            indices = np.asarray(palette.index_levels, float)
            away = np.min(np.abs(ordered[:, None] - indices[None, :]), axis=1)
            row[:, 1] = (away <= 1e-9 * max(1.0, float(np.abs(ordered).max())))[nearest]
        if len(ordered) > 1:
            gaps = np.diff(ordered)
            smaller = np.minimum(np.append(gaps, gaps[-1]), np.append(gaps[0], gaps))
            row[:, 2] = smaller[nearest]
    return table
