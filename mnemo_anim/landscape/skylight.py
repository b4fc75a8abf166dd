"""How much of the sky, and of the beam of the moon or the sun, each point of the ground sees.

Both depend on the ground alone, not on the view: they are computed once and carried by the mesh.
The horizon of each point is scanned in a few directions (as in N. Max, “Horizon mapping”, 1988).
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import map_coordinates

if TYPE_CHECKING:
    from numpy.typing import NDArray

BEAM_AZIMUTH = radians(128.0)
"""Direction of the beam, counter-clockwise from the x-axis: the upper left, as on relief maps."""

BEAM_ELEVATION = radians(38.0)

BEAM_DIRECTION = (
    cos(BEAM_ELEVATION) * cos(BEAM_AZIMUTH),
    cos(BEAM_ELEVATION) * sin(BEAM_AZIMUTH),
    sin(BEAM_ELEVATION),
)

_DIRECTIONS = 16
_STEPS = 28
_REACH = 0.5  # of the longer side: what is farther away darkens nothing
_PENUMBRA = 0.16  # in tan(elevation): far softer than of moon or sun, as under thin cloud


def bake_skylight(
    x: NDArray[np.float64], y: NDArray[np.float64], heights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return open sky and beam, each in 0..1, shape (len(y), len(x), 2).

    Args:
        x: Evenly spaced, ascending, shape (columns,).
        y: Evenly spaced, ascending, shape (rows,).
        heights: World heights, shape (rows, columns).
    """
    spacing = np.array([x[1] - x[0], y[1] - y[0]])
    reach = _REACH * max(x[-1] - x[0], y[-1] - y[0])
    distances = reach * np.linspace(0.0, 1.0, _STEPS + 1)[1:] ** 2
    rows, columns = np.indices(heights.shape, dtype=float)

    def horizon(azimuth: float) -> NDArray[np.float64]:
        """Return the tangent of the horizon's elevation, at least 0."""
        step = np.array([cos(azimuth), sin(azimuth)]) / spacing
        highest = np.zeros_like(heights)
        for distance in distances:
            target = (rows + distance * step[1], columns + distance * step[0])
            seen = map_coordinates(heights, target, order=1, mode="constant", cval=-1e30)
            np.maximum(highest, (seen - heights) / distance, out=highest)
        return highest

    open_sky = np.zeros_like(heights)
    for index in range(_DIRECTIONS):
        tangent = horizon(2.0 * np.pi * index / _DIRECTIONS)
        open_sky += 1.0 - tangent / np.sqrt(1.0 + tangent**2)
    open_sky /= _DIRECTIONS

    beam = np.zeros_like(heights)
    around = np.linspace(-0.16, 0.16, 5)
    for offset in around:
        clearance = (np.tan(BEAM_ELEVATION) - horizon(BEAM_AZIMUTH + offset)) / _PENUMBRA
        t = np.clip(0.5 + 0.5 * clearance, 0.0, 1.0)
        beam += t * t * (3.0 - 2.0 * t)
    beam /= len(around)
    return np.stack([open_sky, beam], axis=-1)
