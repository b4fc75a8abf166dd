"""The angle of a direction: an arc from the direction of x to it."""

from typing import ClassVar

import numpy as np

from mnemo_anim.maths import unit_directions
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection
from mnemo_anim.theme import PALETTE, STROKES

_RADIUS = 0.36  # of the arc, in units of coords
_RAY = 0.6  # length of the line along x
_SEGMENTS = 64


class HeadingArc(Live, CasedLine):
    """A thin line along x from a spot, and an arc from there to the direction.

    Args:
        direction: Whose angle it is.
    """

    shared: ClassVar[tuple[str, ...]] = ("direction",)

    def __init__(self, direction: UnitDirection) -> None:
        super().__init__(color=PALETTE.ink_soft, width=STROKES.axis)
        self.direction = direction
        self.come_alive()

    def redraw(self) -> None:
        """Draw line and arc as the direction is now."""
        chart, at = self.direction.chart, self.direction.spot.coords
        angles = np.linspace(0.0, self.direction.heading, _SEGMENTS)
        ray = np.array([[0.0, 0.0], [_RAY, 0.0]])
        self.draw([chart.step(at, ray), chart.step(at, _RADIUS * unit_directions(angles))])
        self.presence = self.shown
