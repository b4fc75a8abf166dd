"""The gradient, put upright under the peak of the slopes in all directions."""

from typing import ClassVar

import numpy as np
from manim import LEFT

from mnemo_anim.maths.quantities import Magnitude
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import dashes
from mnemo_anim.mobjects.formal.slope_graph import SlopeCurve
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_DASH, _SPACE = 0.12, 0.09  # of the dashed lines, in screen units
_GAP = 0.12  # between the axis and the height


class PeakMark(Live):
    """An arrow from the axis up to the peak of the curve, and dashed lines to where that is.

    Args:
        curve: The slopes.
        arrow: ∇f on the map, at the same spot; it comes from there.

    Attributes:
        upright: How far it has come from the map, 0 to 1.
        dashes: How much of the dashed lines is drawn, shape (2,): from the foot down to the angle,
            and from the tip to the slope.
        number: ‖∇f‖, left of the axis where the dashed line meets it; no part of the mark.
    """

    shared: ClassVar[tuple[str, ...]] = ("curve", "source", "number")

    def __init__(self, curve: SlopeCurve, arrow: GradientArrow) -> None:
        super().__init__()
        self.curve, self.source = curve, arrow
        self.upright, self.dashes = 0.0, np.zeros(2)
        self.line = CasedLine(color=PALETTE.ink_soft, width=STROKES.level)
        self.arrow = Arrow(thickness=arrow.thickness)
        self.number = Number(
            source=lambda: Magnitude(arrow.chart.field, arrow.spot.at),
            size=TYPE.tick,
            color=PALETTE.uphill,
            live=False,
        )
        self.number.next_to(self._on_axes()[1], LEFT, buff=_GAP)
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

    def draw_lines(self) -> Vary:
        """Return the animation that draws the dashed lines, from the arrow on."""
        return self.vary(dashes=np.ones(2))

    def leave_height(self) -> Vary:
        """Return the animation in which the line to the angle goes, and that to the slope stays."""
        return self.vary(dashes=np.array([0.0, 1.0]))

    def redraw(self) -> None:
        """Draw arrow and lines where the peak is now."""
        ends, t = self.ends, self.upright
        self.arrow.put(*((1 - t) * np.stack([self.source.tail, self.source.tip]) + t * ends))
        lines = []
        for start, goal, part in zip(ends, self._on_axes(), self.dashes, strict=True):
            lines += dashes(start, start + part * (goal - start), _DASH, _SPACE)
        self.line.draw(lines)
        self.arrow.presence = self.line.presence = self.shown

    def _on_axes(self) -> Points:
        """Return the screen points (2, 3) of its angle and of its slope on the axes."""
        graph = self.curve.graph
        places = ([self.curve.peak, graph.x_range[0]], [graph.y_range[0], self.source.magnitude])
        return graph.point(*places)
