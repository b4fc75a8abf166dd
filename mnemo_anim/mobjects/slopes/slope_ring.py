"""A ring round a spot, coloured by the slope in every direction."""

from math import pi
from typing import ClassVar

import numpy as np
from manim import CapStyleType
from numpy.typing import ArrayLike

from mnemo_anim.maths import gradient_angle, relative_slope, unit_directions
from mnemo_anim.mobjects.drawing.arrows import slope_color
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart, Coords, Points
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.theme import PALETTE, STROKES

_SEGMENTS = 96
_OVERLAP = 0.15  # of a segment, so that no ground shows between two of them


class SlopeRing(Live):
    """A thin ring: uphill, level or downhill in the colours of these, direction by direction.

    The gradient leaves it where it is most uphill; it is level where the tangent of the level curve
    crosses it.

    Args:
        chart: What it stands on.
        at: Coords (2,) or a spot.
        radius: In units of coords.
        start: Where the ring begins, in radians counter-clockwise from the x-axis; by default at
            the steepest ascent.

    Attributes:
        felt: Part of the ring that is drawn, 0 to 1, counter-clockwise from its start.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        radius: float = 0.6,
        start: float | None = None,
    ) -> None:
        super().__init__()
        self.chart, self.spot, self.radius = chart, as_spot(at), radius
        self.start = start
        self.felt = 1.0
        self.casing = CasedLine(color=PALETTE.ground, width=STROKES.curve)
        self.segments = [CasedLine(width=1.3 * STROKES.curve, casing=0.0) for _ in range(_SEGMENTS)]
        for segment in self.segments:
            # Round ends and dark edges would look like beads.
            segment.set_cap_style(CapStyleType.BUTT).set_stroke(width=0.0, background=True)
        read_as_one(*self.segments)
        self.add(self.casing, *self.segments)
        self.come_alive()

    def along(self, turns: ArrayLike) -> Coords:
        """Return the coords (…, 2) on the ring at angles (…) from the steepest ascent.

        Angles are in radians, counter-clockwise.
        """
        angles = self._uphill() + np.asarray(turns, float)
        return np.asarray(self.spot.coords + self.radius * unit_directions(angles))

    def redraw(self) -> None:
        """Draw and colour the ring where the spot is now."""
        start = self._uphill() if self.start is None else self.start
        edges = start + np.linspace(0, 2 * pi * self.felt, _SEGMENTS + 1)
        reach = _OVERLAP * (edges[1] - edges[0])
        middles = unit_directions((edges[1:] + edges[:-1]) / 2)
        slopes = relative_slope(self.chart.field, self.spot.coords, middles)
        self.casing.draw([self._arc(edges)])
        self.casing.presence = self.shown
        for segment, start, end, slope in zip(
            self.segments, edges[:-1], edges[1:], slopes, strict=True
        ):
            segment.draw([self._arc(np.array([start - reach, end + reach]))])
            segment.set_stroke(slope_color(float(slope)))
            segment.presence = self.shown

    def _uphill(self) -> float:
        """Return the angle of the gradient, in radians from the x-axis."""
        return float(gradient_angle(self.chart.field, self.spot.coords))

    def _arc(self, angles: ArrayLike) -> Points:
        return self.chart.step(self.spot.coords, self.radius * unit_directions(angles))
