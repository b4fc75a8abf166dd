"""A cut along x through valleys whose minimum lies at the same place: one becomes another."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from manim import VGroup

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
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.map_axes import axis_name
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import PALETTE, STROKES, units

_SAMPLES = 241
_DOT = units(10.0)  # radius of the point
_TANGENT = 1.25  # length, in screen units
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
    def steepest(self) -> float:
        """The greatest ‖∇f‖ that there is on the cut."""
        return float(max(np.abs(cut.slope(self.xs)).max() for cut in self._slices))

    @property
    def farthest(self) -> float:
        """The greatest distance from the minimum that there is on the cut."""
        return float(np.abs(self.xs - self.minimum[0]).max())

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


class CutPoint(Live):
    """A point of a cut: a dot with its tangent, and how far it is from the minimum.

    Args:
        cut: The cut; add it before this.
        at: The spot.
        hollow: Whether the dot is a ring.

    Attributes:
        dot: The point.
        tangent: The tangent there.
        way: The line from the minimum to it, along the axis.
        stretch: How much of the tangent is drawn, from its middle.
        gone: How much of the way is drawn, from the minimum.
    """

    shared: ClassVar[tuple[str, ...]] = ("cut", "spot")

    def __init__(self, cut: Cut, at: Spot, *, hollow: bool = False) -> None:
        super().__init__()
        self.cut, self.spot, self.stretch, self.gone = cut, at, 1.0, 1.0
        self.way = CasedLine(color=PALETTE.level, width=1.4 * STROKES.curve)
        self.tangent = CasedLine(color=PALETTE.uphill, width=STROKES.curve)
        self.dot = point_dot(hollow)
        self.add(VGroup(self.way, self.tangent, self.dot))
        self.come_alive()

    def feel(self) -> Vary:
        """Return the animation in which the tangent grows anew."""
        return self.vary(stretch=(0.0, 1.0))

    def pace(self) -> Vary:
        """Return the animation in which the way grows anew, from the minimum."""
        return self.vary(gone=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw all of it where the spot is now."""
        graph, x = self.cut.graph, float(self.spot.coords[0])
        here = graph.point(x, self.cut.value(x))
        along = graph.corners.vector([1.0, self.cut.slope(x)])
        along *= self.stretch * _TANGENT / 2 / np.linalg.norm(along)
        self.tangent.draw([np.stack([here - along, here + along])])
        self.dot.set_points(circle(here, _DOT))
        foot, floor = self.cut.minimum[0], graph.y_range[0]
        self.way.draw([graph.point([foot, foot + self.gone * (x - foot)], floor)])
        for part in (self.way, self.tangent, self.dot):
            part.presence = self.shown


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


def point_dot(hollow: bool) -> Veiled:
    """Return the dot of a point, at the origin: a disc, or a ring."""
    dot = Veiled(
        fill_color=PALETTE.panel if hollow else PALETTE.ink,
        fill_opacity=1.0,
        stroke_color=PALETTE.ink,
        stroke_width=STROKES.curve,
        background_stroke_color=PALETTE.ground,
        background_stroke_width=STROKES.curve + STROKES.casing,
    )
    dot.set_points(circle(np.zeros(3), _DOT))
    return dot
