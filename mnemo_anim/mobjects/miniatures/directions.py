"""∇f points uphill: the change of f in every direction from a point, the greatest along ∇f."""

from math import pi

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, gradient_angle, unit_directions
from mnemo_anim.maths.quantities import Slope
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.slopes.compass import Compass
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow

_LONGER = 2.6  # the scale of the arrow, over that of the rays


class DirectionsMiniature(Miniature):
    """A compass of slopes, and ∇f, at a point that goes round.

    Args:
        field: What is mapped.
        centre: Coords (2,) that the point goes round: the middle of the map.
        extent: Of the map, in units of coords.
        radius: Of the point's round.
        ring: Radius of the compass.
        scale: Length of its ray of slope 1, in units of coords.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        spot: The point.
        turn: Of the needle from ∇f, in radians.
        felt: Part of the directions that have been felt, 0 to 1.
        compass: The slopes.
        arrow: ∇f.
        grown: How much of it there is, 0 to 1.
    """

    def __init__(
        self,
        field: ScalarField,
        centre: ArrayLike,
        *,
        extent: float,
        radius: float,
        ring: float,
        scale: float,
        box: ArrayLike,
        pace: float = 0.06,
    ) -> None:
        super().__init__(
            SmallMap(field, middle=centre, extent=extent, levels=12, still=True), box, pace=pace
        )
        self.centre, self.radius = np.asarray(centre, float), radius
        self.spot = Spot(self.centre)
        self.turn, self.felt, self.grown = 0.0, 0.0, 0.0
        chart = self.map.chart
        self.compass = Compass(chart, self.spot, radius=ring, scale=scale, rays=32, staff=True)
        self.arrow = GradientArrow(self.map.chart, self.spot, scale=_LONGER * scale)
        self.stand(self.compass, self.arrow, PointMark(self.map.chart, self.spot))

    @property
    def slope(self) -> Slope:
        """The slope along the needle."""
        heading = unit_directions(self.compass.heading)
        return Slope(self.map.field, self.spot.at, (float(heading[0]), float(heading[1])))

    def sweep(self) -> Vary:
        """Return the animation in which the needle feels its way round, back to ∇f."""
        return self.vary(turn=(-2 * pi, 0.0), felt=(0.0, 1.0))

    def point_uphill(self) -> Vary:
        """Return the animation in which ∇f grows in the place of the needle."""
        return self.vary(grown=(0.0, 1.0))

    def pose(self, phase: float) -> None:
        """Put the point on its round, and the needle where it has turned to."""
        self.spot.coords = self.centre + self.radius * unit_directions(2 * pi * phase)
        uphill = float(gradient_angle(self.map.field, self.spot.coords))
        self.compass.heading = uphill + self.turn
        self.compass.felt = self.felt
        self.arrow.stretch = self.grown
        self.compass.needle_shown = 1.0 - self.grown
