"""A curve on a graph, drawn as far as something has come."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import Array
from mnemo_anim.mobjects.drawing.cased_line import CasedArea, CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import circle, polygon
from mnemo_anim.theme import PALETTE, STROKES, units

if TYPE_CHECKING:
    from mnemo_anim.mobjects.graphs.graph import Graph


_DOT = units(9.0)  # radius of the head


class GraphCurve(Live):
    """The straight lines through samples, from the first one up to ``until``.

    What lies above or below the graph's frame is left out: a curve that shoots out of it ends at
    its edge, and an arrow head there tells that it goes on.

    Args:
        graph: Where it is drawn.
        xs: Of the samples, ascending, shape (k,).
        ys: Of the samples, shape (k,), above zero on a logarithmic graph.
        color: A colour of the palette.
        width: In Manim's stroke unit.
        until: Gives the x up to which it is drawn, anew for every frame. Without it, vary the
            attribute ``x``; :meth:`trace` takes it from the first to the last.

    Attributes:
        x: Up to where it is drawn, where no ``until`` tells.
        line: The curve.
        head: The mark at its end.
    """

    shared: ClassVar[tuple[str, ...]] = ("graph", "until")

    def __init__(
        self,
        graph: "Graph",
        xs: ArrayLike,
        ys: ArrayLike,
        *,
        color: str = PALETTE.loss,
        width: float = STROKES.curve,
        until: Callable[[], float] | None = None,
    ) -> None:
        super().__init__()
        self.xs, self.ys = np.asarray(xs, float), np.asarray(ys, float)
        if self.xs.ndim != 1 or self.xs.shape != self.ys.shape or len(self.xs) < 2:
            raise ValueError(
                f"A curve needs as many x as y, at least two; got {self.xs.shape} and "
                f"{self.ys.shape}."
            )
        self.graph, self.until = graph, until
        self.x = float(self.xs[0] if until is None else until())
        self.line = CasedLine(color=color, width=width, casing=0.0)  # it meets its own axes
        self.head = CasedArea(color=color)
        self.add(self.line, self.head)
        self.set_z_index(1)  # over the axes, whenever these are added
        self.come_alive()

    def trace(self) -> Vary:
        """Return the animation that draws the whole curve from its start."""
        return self.vary(x=(self.xs[0], self.xs[-1]))

    def y_at(self, x: float) -> float:
        """Return the y of the curve at ``x``, on the line between its samples as it is drawn."""
        heights = self.graph.heights(self.ys)
        return float(self.graph.values(np.interp(x, self.xs, heights)))

    @property
    def tip(self) -> Points:
        """The screen point (3,) at which the curve ends now; it may lie outside the frame."""
        x = self._reached()
        return self.graph.point(x, self.y_at(x))

    def redraw(self) -> None:
        """Draw the curve as far as it goes now."""
        x = self._reached()
        before = self.xs < x
        xs = np.append(self.xs[before], x)
        heights = np.interp(xs, self.xs, self.graph.heights(self.ys))
        low, high = self.graph.height_range
        parts = [self.graph.at_heights(*part) for part in _inside(xs, heights, low, high)]
        self.line.draw(parts)
        self.line.presence = self.head.presence = self.shown
        radius, height = _DOT * self.graph.scale_now, float(heights[-1])
        if low <= height <= high:
            self.head.set_points(circle(self.tip, radius))
        else:
            start = self.graph.at_heights(xs[0], np.clip(heights[0], low, high))
            edge = parts[-1][-1] if parts else start
            way = 1.0 if height > high else -1.0
            corners = [[-1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.4 * way, 0.0]]
            self.head.set_points(polygon(edge + radius * np.array(corners)))

    def _reached(self) -> float:
        x = self.x if self.until is None else self.until()
        return float(np.clip(x, self.xs[0], self.xs[-1]))


def _inside(xs: Array, heights: Array, low: float, high: float) -> list[tuple[Array, Array]]:
    """Return the parts of a line that lie between two heights, cut exactly there."""
    parts: list[tuple[Array, Array]] = []
    for x0, x1, h0, h1 in zip(xs[:-1], xs[1:], heights[:-1], heights[1:], strict=True):
        # The share of the way at which the line is at either height, in the order of its going.
        rise = h1 - h0
        ends = sorted(((low - h0) / rise, (high - h0) / rise)) if rise else [0.0, 1.0]
        start, end = max(0.0, ends[0]), min(1.0, ends[1])
        if start >= end or (not rise and not low <= h0 <= high):
            continue
        piece_x = x0 + np.array([start, end]) * (x1 - x0)
        piece_h = h0 + np.array([start, end]) * rise
        if parts and start == 0.0 and parts[-1][0][-1] == x0:
            last_x, last_h = parts[-1]
            parts[-1] = (np.append(last_x, piece_x[1]), np.append(last_h, piece_h[1]))
        else:
            parts.append((piece_x, piece_h))
    return parts
