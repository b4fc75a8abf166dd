"""Where a live drawing stands on the screen, so that it may be moved and scaled like any other."""

import numpy as np
from manim import RIGHT, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.outline import polyline

_REACH = 0.1  # of a unit, between the two points that are remembered


class Anchor(VMobject):
    """A point and a unit of length, never drawn, that move and scale with what they belong to.

    Args:
        origin: Screen point, two or three numbers.
        unit: Screen units.
    """

    def __init__(self, origin: ArrayLike = (0.0, 0.0, 0.0), unit: float = 1.0) -> None:
        super().__init__(stroke_width=0)
        start = np.zeros(3)
        start[: np.size(origin)] = origin
        self.set_points(polyline(np.stack([start, start + _REACH * unit * RIGHT])))

    @property
    def origin(self) -> Points:
        """The screen point (3,)."""
        return np.array(self.points[0])

    @property
    def unit(self) -> float:
        """The unit, in screen units."""
        return float(np.linalg.norm(self.points[-1] - self.points[0])) / _REACH
