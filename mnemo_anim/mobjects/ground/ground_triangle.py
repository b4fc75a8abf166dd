"""Rise over run, where it is measured: on the cut through a landscape."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES


class GroundTriangle(Live):
    """The level run from a spot along x or y, and the rise of the tangent over it.

    Args:
        landscape: What it stands on.
        at: Coords (2,) or a spot.
        index: 0 along x, 1 along y.
        run: In units of coords; negative leads backwards.

    Attributes:
        drawn: How much there is: the run up to a half, then the rise.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape", "spot")

    def __init__(
        self, landscape: Landscape, at: ArrayLike | Spot, index: int, *, run: float = 1.0
    ) -> None:
        super().__init__()
        self.landscape, self.spot, self.index = landscape, as_spot(at), index
        self.run, self.drawn = run, 1.0
        self.run_side = CasedLine(color=PALETTE.level, width=STROKES.axis)
        self.rise_side = CasedLine(color=PALETTE.part(index), width=STROKES.curve)
        self.add(self.run_side, self.rise_side)
        self.come_alive()

    def trace(self) -> Vary:
        """Return the animation that draws the run, then the rise."""
        return self.vary(drawn=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the triangle where its spot and the landscape are now."""
        slope = float(self.landscape.slopes(self.spot.coords)[self.index])
        runs, rises = np.clip([2 * self.drawn, 2 * self.drawn - 1], 0, 1)
        foot = self.landscape.world(self.spot.coords)
        corner, partly, end = foot.copy(), foot.copy(), foot.copy()
        for point, part in ((corner, 1.0), (partly, runs), (end, 1.0)):
            point[self.index] += part * self.run
        end[2] += rises * self.run * slope
        project = self.landscape.view.project
        self.run_side.draw([project(np.stack([foot, partly]))])
        self.rise_side.draw([project(np.stack([corner, end]))])
        self.run_side.presence = self.shown * float(runs > 0)
        self.rise_side.presence = self.shown * float(rises > 0)
