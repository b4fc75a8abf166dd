"""The gradient, put upright under the peak of the slopes in all directions."""

from typing import ClassVar

import numpy as np

from mnemo_anim.mobjects.arrows import Arrow
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.live import Live, Vary
from mnemo_anim.mobjects.slope_graph import SlopeCurve
from mnemo_anim.theme import PALETTE, STROKES

_DASH, _SPACE = 0.12, 0.09  # of the dashed line, in screen units


class PeakMark(Live):
    """An arrow from the axis up to the peak of the curve, and a dashed line to its height.

    Args:
        curve: The slopes.
        arrow: ∇f on the map, at the same spot; it comes from there.

    Attributes:
        upright: How far it has come from the map, 0 to 1.
        dashes: How much of the dashed line is drawn, from the axis on.
    """

    shared: ClassVar[tuple[str, ...]] = ("curve", "source")

    def __init__(self, curve: SlopeCurve, arrow: GradientArrow) -> None:
        super().__init__()
        self.curve, self.source = curve, arrow
        self.upright, self.dashes = 0.0, 0.0
        self.line = CasedLine(color=PALETTE.ink_soft, width=STROKES.level)
        self.arrow = Arrow(thickness=arrow.thickness)
        self.add(self.line, self.arrow)
        self.come_alive()

    @property
    def ends(self) -> Points:
        """The screen points (2, 3) of its tail and its tip, when it is upright."""
        graph, peak = self.curve.graph, self.curve.peak
        return graph.point(np.full(2, peak), [0.0, self.source.magnitude])

    def fly_in(self) -> Vary:
        """Return the animation in which the arrow comes from the map and stands up."""
        return self.vary(upright=(0.0, 1.0))

    def draw_line(self) -> Vary:
        """Return the animation that draws the dashed line, from the axis to the peak."""
        return self.vary(dashes=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw arrow and line where the peak is now."""
        ends, t = self.ends, self.upright
        self.arrow.put(*((1 - t) * np.stack([self.source.tail, self.source.tip]) + t * ends))
        graph, tip = self.curve.graph, ends[1]
        start = graph.point(graph.x_range[0], self.source.magnitude)
        length = self.dashes * float(tip[0] - start[0])
        feet = np.arange(0.0, max(length, 1e-9), _DASH + _SPACE)
        along = np.array([1.0, 0.0, 0.0])
        self.line.draw(
            [
                np.stack([start + foot * along, start + min(foot + _DASH, length) * along])
                for foot in feet
                if length > 0
            ]
        )
        self.arrow.presence = self.line.presence = self.shown
