"""‖∇f‖ is large where it is steep: a point that goes up a slope and down again."""

from math import cos, pi

import numpy as np
from manim import linear
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.paths import stroll
from mnemo_anim.maths.quantities import Magnitude
from mnemo_anim.mobjects.live import Vary
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.small_map import SmallMap
from mnemo_anim.mobjects.spot import Spot


class SteepnessMiniature(Miniature):
    """The gradient on the way from level ground to the steepest of a slope, and back.

    Args:
        field: What is mapped.
        near: Coords (2,) on the slope; the steepest is sought on the level curve through it.
        reach: How far along that curve.
        extent: Of the map, in units of coords; the way is in its middle.
        scale: Length of the arrow of magnitude 1, in units of coords.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        way: Coords (k, 2) from the bottom up to the steepest place.
        spot: The point.
        arrow: ∇f there.
    """

    def __init__(
        self,
        field: ScalarField,
        near: ArrayLike,
        *,
        reach: float,
        extent: float,
        scale: float,
        box: ArrayLike,
        pace: float = 0.08,
    ) -> None:
        found = stroll(field, near, reach)
        up = found.coords[found.steepest :][::-1]
        self.way = up[: int(np.linalg.norm(field.gradient(up), axis=1).argmax()) + 1]
        middle = (self.way[0] + self.way[-1]) / 2
        super().__init__(
            SmallMap(field, middle=middle, extent=extent, levels=12, still=True), box, pace=pace
        )
        self.spot = Spot(self.way[0])
        self.arrow = self.map.arrow(self.spot, scale=scale)
        self.stand(self.arrow, self.map.mark(self.spot))

    @property
    def steepest(self) -> float:
        """The largest ‖∇f‖ on the way."""
        return float(np.linalg.norm(self.map.field.gradient(self.way), axis=1).max())

    @property
    def magnitude(self) -> Magnitude:
        """‖∇f‖ at the point."""
        return Magnitude(self.map.field, self.spot.at)

    def climb(self) -> Vary:
        """Return the animation in which the point goes from the bottom to the steepest place."""
        return Vary(self, {"phase": (0.0, 0.5)}, rate_func=linear)

    def pose(self, phase: float) -> None:
        """Put the point on its way: at the bottom at 0, at the steepest place at one half."""
        index = (len(self.way) - 1) * (1 - cos(2 * pi * phase)) / 2
        whole = min(int(index), len(self.way) - 2)
        self.spot.coords = self.way[whole] + (index - whole) * (
            self.way[whole + 1] - self.way[whole]
        )
