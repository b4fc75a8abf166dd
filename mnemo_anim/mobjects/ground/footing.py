"""The ground under a figure that stands on a map or a landscape."""

from collections.abc import Callable
from math import atan2
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.chart import Chart, Points
from mnemo_anim.mobjects.drawing.spot import Spot

Footing: TypeAlias = Callable[[], tuple[Points, float]]
"""Computes a screen point (3,) and the slope of the ground there."""

_STEP = 1e-4  # of coords, to measure the tangent plane on the screen


def footing(chart: Chart, spot: Spot) -> Footing:
    """Return what computes where a figure on ``spot`` stands: screen point (3,), and slope.

    The slope, rise over run on the screen, is that of the ground along the line that runs straight
    across the view: the line along which the figure's feet stand.
    """

    def measure() -> tuple[Points, float]:
        point = chart.point(spot.coords)
        run, rise = _tangents(chart, spot)[:, :2].T
        across = run / (run @ run)  # the direction whose run on the screen is 1
        return point, float(across @ rise)

    return measure


def heading(chart: Chart, spot: Spot, displacement: ArrayLike) -> float:
    """Return the heading, in radians, of a figure that goes along ``displacement`` (2,), in coords.

    0 is to the right of the screen, π/2 towards the viewer, π to the left.
    """
    run = _tangents(chart, spot)[:, 0]
    across, away = run, np.array([-run[1], run[0]])
    way = np.asarray(displacement, dtype=np.float64)
    return atan2(-float(way @ away), float(way @ across))


def _tangents(chart: Chart, spot: Spot) -> NDArray[np.float64]:
    """Return how the screen point moves per unit of x and of y in the tangent plane, (2, 3)."""
    at = np.asarray(spot.coords, dtype=np.float64)
    ends = chart.step(at, _STEP * np.eye(2))
    moves: NDArray[np.float64] = (ends - chart.point(at)) / _STEP
    return moves
