"""The curve that a vertical plane cuts out of a landscape."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import slice_along
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_POINTS = 161
_LIFT = 1e-4  # of the size of the ground: on the rim of a cut, what turns away is seen all the same


class CutCurve(Live, CasedLine):
    """The ground along x or y through a spot: a bright line, hidden behind ridges.

    It is as long as the ground is, where that has been cut open.

    Args:
        landscape: What is cut.
        at: Coords (2,) or a spot.
        index: 0 along x, 1 along y.

    Attributes:
        drawn: Part of the curve that is drawn, from its start.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape", "spot")

    def __init__(self, landscape: Landscape, at: ArrayLike | Spot, index: int) -> None:
        super().__init__(color=PALETTE.part(index), width=STROKES.curve)
        self.landscape, self.spot, self.index = landscape, as_spot(at), index
        self.drawn = 1.0
        self.come_alive()

    def trace(self) -> Vary:
        """Return the animation that draws the curve from its start."""
        return self.vary(drawn=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw what can be seen of the curve from here."""
        cut = slice_along(self.landscape.field, self.index, self.spot.coords)
        start, end = self.landscape.domain[self.index]
        along = np.linspace(start, start + max(self.drawn, 1e-9) * (end - start), _POINTS)
        lift = _LIFT * self.landscape.terrain.size
        self.draw(self.landscape.surface_curve(cut.coords(along), lift))
        self.presence = self.shown
