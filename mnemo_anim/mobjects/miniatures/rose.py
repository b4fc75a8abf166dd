"""What happens to f all around a point: how much higher, or lower, it is at some distance."""

from math import pi
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import unit_directions
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Chart
from mnemo_anim.mobjects.live import Live
from mnemo_anim.theme import PALETTE, STROKES

_RAYS = 20
_SHORTEST = 0.05  # ray that is drawn, over the radius: less would be a blot
_RING = 97  # points of the ring


class ChangeRose(Live):
    """Rays round a ring: outwards where f is higher than in the middle, inwards where it is lower.

    The length of a ray is the change of f from the middle to the ring. Where the ground is level,
    and all slopes vanish, it tells a minimum from a maximum and from a saddle.

    Args:
        chart: What it stands on.
        at: Coords (2,) of the middle.
        radius: Of the ring, in units of coords.
        scale: Length of a ray for a change of 1, in units of coords.

    Attributes:
        grown: How much of the rays there is, 0 to 1.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart",)

    def __init__(self, chart: Chart, at: ArrayLike, *, radius: float, scale: float) -> None:
        super().__init__()
        self.chart, self.grown = chart, 1.0
        self._at, self._radius = np.asarray(at, float), radius
        self._directions = unit_directions(np.arange(_RAYS) * 2 * pi / _RAYS)
        ends = self._at + radius * self._directions
        changes = chart.field.value(ends) - chart.field.value(self._at)
        self._lengths = scale * changes
        self.ring = CasedLine(color=PALETTE.level, width=STROKES.level)
        self.higher = CasedLine(color=PALETTE.uphill, width=STROKES.curve)
        self.lower = CasedLine(color=PALETTE.downhill, width=STROKES.curve)
        self.add(self.higher, self.lower, self.ring)
        self.come_alive()

    def redraw(self) -> None:
        """Draw ring and rays where the chart is now."""
        circle = self._radius * unit_directions(np.linspace(0, 2 * pi, _RING))
        self.ring.draw([self.chart.point(self._at + circle)])
        reaches = self._radius + self.grown * self._lengths
        feet = self.chart.point(self._at + self._radius * self._directions)
        tips = self.chart.point(self._at + reaches[:, np.newaxis] * self._directions)
        least = _SHORTEST * self._radius
        for line, rays in (
            (self.higher, self._lengths > least),
            (self.lower, self._lengths < -least),
        ):
            line.draw(list(np.stack([feet, tips], axis=1)[rays]) if self.grown > 0 else [])
        for line in (self.ring, self.higher, self.lower):
            line.presence = self.shown
