"""A direction of length one at a spot, which turns; where ∇f points that way, a bead."""

from math import tau

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import (
    directional_derivative,
    gradient_angle,
    relative_slope,
    unit_directions,
)
from mnemo_anim.maths.quantities import Slope, as_coord_tuple
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.slopes.tangent_arrow import TangentArrow
from mnemo_anim.theme import STROKES

_THICKNESS = 0.72 * STROKES.arrow  # thinner than ∇f
_BEAD = 2.9  # size of the bead, over that of the tail's round end


class UnitDirection(TangentArrow):
    """An arrow of length one, in units of coords; colour and head tell the slope along it.

    Args:
        chart: The map that it stands on.
        at: Coords (2,) or a spot.
        heading: Its angle first, in radians counter-clockwise from the x-axis.

    Attributes:
        turned: Its angle, while it is not held uphill.
        bead: How far it has become a bead at its tip, 0 to 1: so it leaves room for ∇f, which
            points the same way.
        uphill: Whether it is held in the direction of ∇f, wherever the spot goes.
    """

    def __init__(self, chart: Chart, at: ArrayLike | Spot, *, heading: float = 0.0) -> None:
        self.turned, self.bead, self.uphill = heading, 0.0, False
        super().__init__(chart, at, thickness=_THICKNESS)

    @property
    def steepest(self) -> float:
        """The angle of ∇f in radians, from 0 to 2π; 0 where the ground is level."""
        return float(gradient_angle(self.chart.field, self.spot.coords)) % tau

    @property
    def heading(self) -> float:
        """Its angle, in radians."""
        return self.steepest if self.uphill else self.turned

    @property
    def slope(self) -> float:
        """The directional derivative of f along it."""
        unit = unit_directions(self.heading)
        return float(directional_derivative(self.chart.field, self.spot.coords, unit))

    def quantity(self) -> Slope:
        """Return what a number beside it stands for: the slope along it."""
        unit = unit_directions(self.heading)
        return Slope(self.chart.field, as_coord_tuple(self.spot.coords), as_coord_tuple(unit))

    def turn_to(self, heading: float) -> Vary:
        """Return the animation that turns it to an angle, in radians, the way that numbers go.

        A bead is an arrow again.
        """
        return self.vary(turned=heading, bead=0.0)

    def join(self) -> Vary:
        """Return the animation in which it comes to ∇f, and is a bead in its way."""
        return self.vary(turned=self.steepest, bead=1.0)

    def displacements(self) -> NDArray[np.float64]:
        """Return the displacements of tail and tip from the spot, shape (2, 2), in coords."""
        unit = unit_directions(self.heading)
        return np.stack([self.bead * unit, unit])

    def redraw(self) -> None:
        """Draw the arrow as it points now, or what it has become."""
        unit = unit_directions(self.heading)
        self.tell(float(relative_slope(self.chart.field, self.spot.coords, unit)))
        self.swell = 1 + self.bead * (_BEAD - 1)
        super().redraw()
