"""Where a flat picture stands on the screen, and how large its units are."""

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import Interval
from mnemo_anim.mobjects.drawing.chart import Coords, Points
from mnemo_anim.mobjects.drawing.outline import polyline


class Corners(VMobject):
    """Lower left and upper right corner of a picture over a rectangle of coords, never drawn.

    They are moved and scaled with the picture that they belong to, and what is drawn in it later is
    placed by them.

    Args:
        x_range: Smallest and largest x.
        y_range: Smallest and largest y.
        units: Screen units per unit of x and of y, both above zero.
        centre: Screen point of the middle, two or three numbers.
    """

    def __init__(
        self, x_range: Interval, y_range: Interval, units: ArrayLike, centre: ArrayLike
    ) -> None:
        super().__init__(stroke_width=0)
        self.ranges = np.array([x_range, y_range], float)
        self._middle, self._extent = self.ranges.mean(axis=1), np.ptp(self.ranges, axis=1)
        half = np.array([*(self._extent * np.asarray(units, float) / 2), 0.0])
        middle = np.zeros(3)
        middle[: np.size(centre)] = centre
        self.set_points(polyline(np.stack([middle - half, middle + half])))

    @property
    def lower_left(self) -> Points:
        """Screen point (3,)."""
        return np.array(self.points[0])

    @property
    def upper_right(self) -> Points:
        """Screen point (3,)."""
        return np.array(self.points[-1])

    @property
    def units(self) -> NDArray[np.float64]:
        """Screen units per unit of x and of y, shape (2,)."""
        diagonal = self.upper_right - self.lower_left
        return np.asarray(diagonal[:2] / self._extent)

    def vector(self, displacement: ArrayLike) -> Points:
        """Return the screen vectors (…, 3) of displacements (…, 2)."""
        flat = np.asarray(displacement, float)
        across = np.zeros((*flat.shape[:-1], 3))
        across[..., :2] = self.units * flat
        return across

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) at which ``coords`` (…, 2) appear."""
        middle = (self.lower_left + self.upper_right) / 2
        return self.vector(np.asarray(coords, float) - self._middle) + middle

    def coords(self, point: ArrayLike) -> Coords:
        """Return the coords (…, 2) that appear at screen points (…, 3)."""
        middle = (self.lower_left + self.upper_right) / 2
        offsets = (np.asarray(point, float) - middle)[..., :2]
        return np.asarray(offsets / self.units + self._middle)
