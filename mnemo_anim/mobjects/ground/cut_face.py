"""The face that a cut opens in the ground: what lies under its curve."""

from typing import ClassVar

import numpy as np

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.graphs.slice_parts import Paper

_POINTS = 81
_ON_GROUND, _FLAT = 0.34, 0.16  # opacity: rock shows through the one, lettering stands on the other


class CutFace(Live):
    """The area under a cut, on the landscape that is cut open, or flat under its graph.

    It reaches down to the bottom of the graph.  On the landscape it ends where the ground does.

    Args:
        landscape: What is cut.
        paper: The cut, and where its graph is drawn.
        folded: 1 on the landscape, 0 under the graph.

    Attributes:
        folded: As given.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape", "paper")

    def __init__(self, landscape: Landscape, paper: Paper, *, folded: float = 1.0) -> None:
        super().__init__(fill_color=paper.color, fill_opacity=1.0, stroke_width=0.0)
        self.landscape, self.paper, self.folded = landscape, paper, folded
        self.come_alive()

    def unfold(self) -> Vary:
        """Return the animation that takes the face from the landscape to the graph."""
        return self.vary(folded=(1.0, 0.0), shown=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the face where it is now."""
        folded = self.folded
        flat = self._flat() if folded < 1 else np.zeros(3)
        ground = self._on_ground() if folded > 0 else np.zeros(3)
        self.set_points(polygon(folded * ground + (1 - folded) * flat))
        self.presence = self.shown * (folded * _ON_GROUND + (1 - folded) * _FLAT)

    def _flat(self) -> Points:
        """Return the outline under the graph, there along the curve, back below it; (2m, 3)."""
        s = np.linspace(*self.paper.cut.interval, _POINTS)
        bottom = np.full(_POINTS, self._bottom)
        edge, base = (np.stack([s, f], axis=-1) for f in (self.paper.cut.value(s), bottom))
        return self.paper.corners.point(np.concatenate([edge, base[::-1]]))

    def _on_ground(self) -> Points:
        """Return the outline in the cut, likewise; (2m, 3)."""
        ground = self.landscape
        s = np.linspace(*ground.domain[self.paper.index], _POINTS)
        edge = ground.world(self.paper.cut.coords(s))
        base = edge.copy()
        base[:, 2] = ground.terrain.height(self._bottom, ground.state.flatness)
        return ground.view.project(np.concatenate([edge, base[::-1]]))

    @property
    def _bottom(self) -> float:
        return float(self.paper.corners.ranges[1][0])
