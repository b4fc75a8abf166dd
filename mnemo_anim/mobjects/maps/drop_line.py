"""The plumb line between a place on the surface and the same place on the floor."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES


class DropLine(Live, CasedLine):
    """A thin line that ties the pictures of one spot on two charts together.

    Args:
        above: Usually a landscape.
        below: Usually its `Floor`.
        at: Coords (2,) or a spot.
        color: A colour of the palette.

    Attributes:
        stretch: Part of it that is drawn, from above.
    """

    shared: ClassVar[tuple[str, ...]] = ("above", "below", "spot")

    def __init__(
        self, above: Chart, below: Chart, at: ArrayLike | Spot, *, color: str = PALETTE.ink_soft
    ) -> None:
        super().__init__(color=color, width=STROKES.level)
        self.above, self.below, self.spot = above, below, as_spot(at)
        self.stretch = 1.0
        self.come_alive()

    def drop(self) -> Vary:
        """Return the animation in which the line is let down."""
        return self.vary(stretch=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the line where the spot is now."""
        start, end = self.above.point(self.spot.coords), self.below.point(self.spot.coords)
        self.draw([np.stack([start, start + self.stretch * (end - start)])])
        self.presence = self.shown
