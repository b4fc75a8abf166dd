"""A straight bar on the ground along x or y: the foot that feels, the tangent of a cut."""

from math import atan, cos, sin
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES


class TangentBar(Live, CasedLine):
    """A bar centred at a spot of a landscape, in the tangent of the ground along one axis.

    Args:
        landscape: What it lies on.
        at: Coords (2,) or a spot.
        index: 0 along x, 1 along y.
        length: From end to end in the world, in units of coords.
        width: In Manim's stroke unit.

    Attributes:
        tilt: Part of the angle of the ground; 0 is level, 1 has the slope of the ground.
        stretch: Part of its length that is drawn, from the middle.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape", "spot")

    def __init__(
        self,
        landscape: Landscape,
        at: ArrayLike | Spot,
        index: int,
        *,
        length: float = 1.0,
        width: float = STROKES.arrow,
    ) -> None:
        super().__init__(color=PALETTE.part(index), width=width)
        self.landscape, self.spot, self.index = landscape, as_spot(at), index
        self.length = length
        self.tilt, self.stretch = 1.0, 1.0
        self.come_alive()

    def feel(self) -> Vary:
        """Return the animation in which the level bar tilts into the slope of the ground."""
        return self.vary(tilt=(0.0, 1.0))

    def grow(self) -> Vary:
        """Return the animation in which the bar grows from its middle."""
        return self.vary(stretch=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the bar where its spot and the landscape are now."""
        angle = self.tilt * atan(float(self.landscape.slopes(self.spot.coords)[self.index]))
        half = np.zeros(3)
        half[self.index], half[2] = cos(angle), sin(angle)
        half *= self.stretch * self.length / 2
        foot = self.landscape.world(self.spot.coords)
        self.draw([self.landscape.view.project(np.stack([foot - half, foot + half]))])
        self.presence = self.shown
