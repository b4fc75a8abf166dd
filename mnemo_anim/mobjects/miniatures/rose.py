"""Which way is up all around a point: a ring of small gradients."""

from math import pi
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import unit_directions
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.theme import PALETTE, STROKES

_COUNT = 10
_THIN = 0.7  # thickness over that of the one gradient that is looked at


class GradientRose(Live):
    """∇f at places on a ring, each arrow with its middle at its place.

    Where the ground is level in the middle, all of them point outwards round a minimum, inwards
    round a maximum, and both round a saddle.

    Args:
        chart: What it stands on.
        at: Coords (2,) of the middle.
        radius: Of the ring, in units of coords.
        scale: Length of the arrow of magnitude 1, in units of coords.

    Attributes:
        grown: How much of the arrows there is, 0 to 1.
        places: Coords (k, 2) of the ring.
        arrows: ∇f at each of them.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart",)

    def __init__(self, chart: Chart, at: ArrayLike, *, radius: float, scale: float) -> None:
        super().__init__()
        self.chart, self.grown = chart, 1.0
        self.places = np.asarray(at, float) + radius * unit_directions(
            np.arange(_COUNT) * 2 * pi / _COUNT
        )
        self._reaches = scale * chart.field.gradient(self.places)
        self.arrows = [
            Arrow(color=PALETTE.uphill, thickness=_THIN * STROKES.arrow) for _ in self.places
        ]
        self.add(*self.arrows)
        self.come_alive()

    def redraw(self) -> None:
        """Draw the arrows where the chart is now, as far as they have grown from their tails."""
        tails = self.chart.point(self.places - self._reaches / 2)
        tips = self.chart.point(self.places + (self.grown - 0.5) * self._reaches)
        for arrow, tail, tip in zip(self.arrows, tails, tips, strict=True):
            arrow.put(tail, tip)
            arrow.presence = self.shown
