"""A cut along x through valleys whose minimum lies at the same place: one becomes another."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from mnemo_anim.maths import ScalarField, slice_along
from mnemo_anim.maths.quantities import (
    Coord,
    Distance,
    Magnitude,
    Product,
    Quantity,
    Sum,
    as_coord_tuple,
)
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.graphs.map_axes import axis_name
from mnemo_anim.theme import PALETTE, STROKES

_SAMPLES = 241
_HEADROOM = 1.06  # of a graph over the highest value


class Cut(Live):
    """The profile of a valley through its minimum, on a graph; it may become that of another.

    On the way the function is (1 − t) f₀ + t f₁, and all that is read off it is true of that one.

    Args:
        graph: Where it is drawn.
        fields: One or two functions of two variables, round: their gradients on the cut run along
            it, and away from the minimum.

    Attributes:
        turned: t, from 0, the first of them, to 1, the last.
        minimum: Where both are lowest.
        line: The curve.
    """

    shared: ClassVar[tuple[str, ...]] = ("graph",)

    def __init__(self, graph: Graph, *fields: ScalarField) -> None:
        super().__init__()
        self.graph, self.turned = graph, 0.0
        self.first, self.last = fields[0], fields[-1]
        self.minimum: Coord = as_coord_tuple(self.first.critical_points()[0].point)
        self._slices = [slice_along(field, 0, self.minimum) for field in (self.first, self.last)]
        self.xs = np.linspace(*graph.x_range, _SAMPLES)
        self._values = [cut.value(self.xs) for cut in self._slices]
        self.line = CasedLine(color=PALETTE.x_part, width=STROKES.curve)
        self.add(self.line)
        self.come_alive()

    def value(self, x: float) -> float:
        """Return the height of the cut at ``x``."""
        first, last = (float(cut.value(x)) for cut in self._slices)
        return self._mixed(first, last)

    def slope(self, x: float) -> float:
        """Return the slope of the cut at ``x``."""
        first, last = (float(cut.slope(x)) for cut in self._slices)
        return self._mixed(first, last)

    def steepness(self, at: Coord) -> Quantity:
        """Return ‖∇f‖ at a point of the cut: parallel gradients add up with their lengths."""
        first, last = (Magnitude(field, at) for field in (self.first, self.last))
        if self.turned in {0.0, 1.0}:
            return last if self.turned else first
        return Sum(Product(1 - self.turned, first), Product(self.turned, last))

    @property
    def greatest(self) -> tuple[Magnitude, Distance]:
        """The greatest ‖∇f‖, of the first function, and the greatest distance from the minimum."""
        steepest = self.xs[np.abs(self._slices[0].slope(self.xs)).argmax()]
        farthest = self.xs[np.abs(self.xs - self.minimum[0]).argmax()]
        steep, far = (as_coord_tuple((x, self.minimum[1])) for x in (steepest, farthest))
        return Magnitude(self.first, steep), Distance(far, self.minimum)

    def distance(self, at: Coord) -> Quantity:
        """Return the distance of a point from the minimum."""
        return Distance(at, self.minimum)

    def redraw(self) -> None:
        """Draw the curve of the function as it is now."""
        first, last = self._values
        heights = (1 - self.turned) * first + self.turned * last
        self.line.draw([self.graph.point(self.xs, heights)])
        self.line.presence = self.shown

    def _mixed(self, first: float, last: float) -> float:
        return (1 - self.turned) * first + self.turned * last


def cut_graph(fields: Sequence[ScalarField], width: float, height: float, *, ticks: int) -> Graph:
    """Return the axes for cuts through ``fields`` along x, at their minimum.

    Args:
        fields: Functions of two variables.
        width: In screen units.
        height: In screen units.
        ticks: The most numbered ticks on an axis; with none the axes have no names.
    """
    first = fields[0]
    minimum = as_coord_tuple(first.critical_points()[0].point)
    xs = np.linspace(*first.domain[0], _SAMPLES)
    top = max(float(slice_along(field, 0, minimum).value(xs).max()) for field in fields)
    names = (
        axis_name(first.variables[0], PALETTE.x_part),
        axis_name(first.name, PALETTE.loss),
    )
    return Graph(
        first.domain[0],
        (0.0, _HEADROOM * top),
        width=width,
        height=height,
        names=names if ticks else (None, None),
        x_ticks=ticks,
        y_ticks=ticks,
    )
