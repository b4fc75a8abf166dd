"""The slope in every direction at a spot, against the angle of the direction: a cosine."""

from math import ceil, degrees
from typing import ClassVar

import numpy as np
from manim import CapStyleType, ManimColor
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import directional_derivative, relative_slope, unit_directions
from mnemo_anim.mobjects.drawing.arrows import slope_color
from mnemo_anim.mobjects.drawing.cased_line import CasedArea, CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection
from mnemo_anim.theme import PALETTE, STROKES, units

FULL_TURN = 360.0  # degrees
_SEGMENTS = 90
_OVERLAP = 0.12  # of a segment, so that no ground shows between two of them
_DOT = units(10.0)  # radius of the head


class SlopeCurve(Live):
    """The slope in each direction at a spot, in the colours of uphill, level and downhill.

    Its head is at the angle of a direction, and goes with it.

    Args:
        graph: Angles in degrees, against slopes.
        direction: The direction; the curve is that of its spot.

    Attributes:
        whole: Whether all of the curve is drawn; else it ends at its head.
    """

    shared: ClassVar[tuple[str, ...]] = ("graph", "direction")

    def __init__(self, graph: Graph, direction: UnitDirection) -> None:
        super().__init__()
        self.graph, self.direction, self.whole = graph, direction, False
        self.casing = CasedLine(color=PALETTE.ground, width=STROKES.curve)
        self.segments = [CasedLine(width=1.2 * STROKES.curve, casing=0.0) for _ in range(_SEGMENTS)]
        for segment in self.segments:
            # Round ends and dark edges would look like beads.
            segment.set_cap_style(CapStyleType.BUTT).set_stroke(width=0.0, background=True)
        self.head = CasedArea()
        self.add(self.casing, *self.segments, self.head)
        read_as_one(self)
        self.come_alive()

    @property
    def angle(self) -> float:
        """The direction's angle, in degrees from 0 to 360."""
        return float(np.clip(degrees(self.direction.heading), 0.0, FULL_TURN))

    @property
    def peak(self) -> float:
        """The angle of the gradient, in degrees."""
        return degrees(self.direction.steepest)

    def slopes(self, angles: ArrayLike) -> NDArray[np.float64]:
        """Return the slopes (…) in the directions at ``angles`` (…), in degrees."""
        directions = unit_directions(np.radians(angles))
        at = self.direction.spot.coords
        return directional_derivative(self.direction.chart.field, at, directions)

    def point(self, angle: float) -> Points:
        """Return the screen point (3,) of the curve at an angle in degrees."""
        return self.graph.point(angle, self.slopes(angle))

    def redraw(self) -> None:
        """Draw the curve as far as it goes, and its head."""
        edges = np.linspace(0.0, FULL_TURN, _SEGMENTS + 1)
        end = FULL_TURN if self.whole else self.angle
        drawn = ceil(end / edges[1])
        stops = np.append(edges[:drawn], end)
        self.casing.draw([self.graph.point(stops, self.slopes(stops))])
        reach = _OVERLAP * edges[1]
        for segment, start, stop in zip(self.segments, edges[:-1], edges[1:], strict=True):
            ends = np.clip([start - reach, stop + reach], 0.0, end)
            segment.draw([self.graph.point(ends, self.slopes(ends))] if start < end else [])
            segment.set_stroke(self._color((start + stop) / 2))
        self.head.set_fill(self._color(self.angle))
        self.head.set_points(circle(self.point(self.angle), _DOT * self.graph.scale_now))
        parts: list[Veiled] = [self.casing, self.head, *self.segments]
        for part in parts:
            part.presence = self.shown

    def _color(self, angle: float) -> ManimColor:
        chart, at = self.direction.chart, self.direction.spot.coords
        return slope_color(
            float(relative_slope(chart.field, at, unit_directions(np.radians(angle))))
        )
