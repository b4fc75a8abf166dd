"""The right angle between a level curve and ∇f."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import level_direction, steepest_ascent_direction
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_FILL = 0.4  # opacity of a solid corner inside
_LEVEL = 1e-9  # steepness below which no direction is the steepest


class RightAngle(Live, CasedLine):
    """A square corner between the level direction and ∇f at a spot; none where it is level.

    Args:
        chart: What it stands on.
        at: Coords (2,) or a spot.
        size: Of the square, in units of coords.
        left: Whether it stands to the left of ∇f, or to the right.
        solid: Whether the whole square is drawn, heavy and filled: to be seen on a small map.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        size: float = 0.2,
        left: bool = True,
        solid: bool = False,
    ) -> None:
        super().__init__(color=PALETTE.level, width=STROKES.curve if solid else STROKES.axis)
        self._solid = solid
        if solid:
            self.set_fill(PALETTE.level, opacity=_FILL)
        self.chart, self.spot = chart, as_spot(at)
        self.size, self.side = size, 1.0 if left else -1.0
        self.come_alive()

    def redraw(self) -> None:
        """Draw the corner where its spot and its chart are now."""
        field, at = self.chart.field, self.spot.coords
        self.presence = self.shown
        if np.linalg.norm(field.gradient(at)) < _LEVEL:
            self.draw([])
            return
        level = self.side * self.size * level_direction(field, at)
        uphill = self.size * steepest_ascent_direction(field, at)
        corner = np.stack([level, level + uphill, uphill])
        if self._solid:
            corner = np.concatenate([np.zeros((1, 2)), corner, np.zeros((1, 2))])
        self.draw([self.chart.step(at, corner)])
