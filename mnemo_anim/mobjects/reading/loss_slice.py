"""The loss along one weight, beside the meter of the loss, on the meter's own scale."""

from typing import ClassVar

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Slope, as_coord_tuple
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.reading.entry_arrow import EntryArrow
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

_SAMPLES = 161
_DOT = units(9.0)  # radius of the point
_TANGENT = 0.8  # length over the width of the graph
_ASIDE, _ABOVE = 0.75, 0.5  # from the point to the number of the slope, in Manim units
_ARC = 0.7  # how high the entry's arrow is lifted on its way, in Manim units
_NAME_GAP = 0.2


class LossSlice(Live):
    """L along a line of weights through a start, up to where the meter ends.

    From one weight's slice to another the line turns: each slice on the way is one of the loss.

    Args:
        field: L, of n weights.
        start: Weights (n,) through which the line goes, and where the tangent touches.
        spot: The weights as they are now, on the line.
        meter: The meter of the loss, upright. The graph has its scale.
        left: X of the left end, in screen units.
        right: X of the right end.
        reach: From the start to both ends, in units of a weight.

    Attributes:
        direction: Of the line, coords (n,), of any length.
        drawn: How much of the curve is drawn, from the start to both sides.
        touched: How far the arrow of an entry has become the tangent.
        trailed: How much of a trail there is behind the point, 0 to 1.
        slope: The slope of the tangent, shown once it is drawn.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot", "meter")
    direction: NDArray[np.float64]

    def __init__(
        self,
        field: ScalarField,
        start: ArrayLike,
        spot: Spot,
        meter: Meter,
        *,
        left: float,
        right: float,
        reach: float,
    ) -> None:
        super().__init__()
        self.field, self.spot, self.meter = field, spot, meter
        self.start = np.asarray(start, float)
        self.left, self.right, self.reach = left, right, reach
        self.direction = np.eye(len(self.start))[0]
        self.drawn, self.touched, self.trailed = 1.0, 0.0, 0.0
        self._entry: Points = np.zeros((2, 3))  # tail and tip of the arrow that becomes the tangent
        self.axis = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.before = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.ties = CasedLine(color=PALETTE.loss, width=STROKES.hairline)
        self.curve = CasedLine(color=PALETTE.loss, width=STROKES.curve)
        self.tangent = CasedLine(color=PALETTE.uphill, width=STROKES.curve)
        self.trail = CasedLine(color=PALETTE.downhill, width=STROKES.arrow)
        self.dot = Veiled(fill_color=PALETTE.ink, fill_opacity=1.0, stroke_width=0.0)
        self.names = VGroup(
            *(Formula(f"w_{index + 1}", size=TYPE.body) for index in range(len(self.start)))
        )
        for name in self.names:
            name.next_to(self.point(reach, meter.low), RIGHT, buff=_NAME_GAP)
        self.slope = Number(
            source=lambda: Slope(field, as_coord_tuple(self.start), as_coord_tuple(self.direction)),
            decimals=2,
            size=TYPE.body,
            color=PALETTE.uphill,
            signed=True,
            family=FONTS.maths,
        )
        self.add(self.axis, self.before, self.ties, self.curve, self.tangent, self.trail)
        self.add(self.dot, self.names, self.slope)
        self.come_alive()

    @property
    def along(self) -> NDArray[np.float64]:
        """The direction of the line (n,), of length 1."""
        return np.asarray(self.direction / np.linalg.norm(self.direction))

    def point(self, way: ArrayLike, loss: ArrayLike) -> Points:
        """Return the screen points (…, 3) of a way (…) along the line and a loss (…)."""
        part, level = np.broadcast_arrays(
            np.asarray(way, float) / self.reach, np.asarray(loss, float)
        )
        low, high = self.meter.at(self.meter.low)[1], self.meter.at(self.meter.high)[1]
        x = (self.left + self.right) / 2 + part * (self.right - self.left) / 2
        y = low + (level - self.meter.low) / (self.meter.high - self.meter.low) * (high - low)
        return np.stack([x, y, np.zeros_like(x)], axis=-1)

    def turn_to(self, index: int) -> Vary:
        """Return the animation in which the line turns until only one weight changes along it."""
        return self.vary(direction=np.eye(len(self.start))[index])

    def unfold(self) -> Vary:
        """Return the animation in which the curve grows from the start to both sides."""
        return self.vary(drawn=(0.0, 1.0), shown=(0.0, 1.0))

    def fold(self) -> Vary:
        """Return the animation in which the graph goes back to the start, and leaves."""
        return Vary(self, {"drawn": 0.0, "touched": 0.0, "shown": 0.0}, remover=True)

    def touch(self, entry: EntryArrow) -> Vary:
        """Return the animation in which an entry's arrow turns into the tangent."""
        self._entry = np.stack([entry.anchor.origin, entry.tip])
        return self.vary(touched=(0.0, 1.0))

    def leave_trail(self) -> Vary:
        """Return the animation in which the point begins to leave a trail."""
        return self.vary(trailed=1.0)

    def let_go(self) -> Vary:
        """Return the animation in which the tangent goes back into its entry, the trail leaves."""
        return self.vary(touched=0.0, trailed=0.0)

    def redraw(self) -> None:
        """Draw the slice along the line as it lies now."""
        along, meter = self.along, self.meter
        way = np.linspace(-self.reach, self.reach, _SAMPLES) * max(self.drawn, 1e-3)
        losses = self.field.value(self.start + way[:, np.newaxis] * along)
        inside = losses <= meter.high
        self.curve.draw([self.point(way[inside], losses[inside])])
        ends = way[[0, -1]]
        self.axis.draw([self.point(ends, meter.low)])
        self.before.draw([self.point(ends, float(self.field.value(self.start)))])
        self._draw_point()
        self._draw_tangent()
        for part in (self.axis, self.before, self.ties, self.curve, self.dot):
            part.presence = self.shown
        for name, share in zip(self.names, along, strict=True):
            name.set_opacity(self.shown * self.drawn * float(share) ** 2)

    def _draw_point(self) -> None:
        """Draw the weights as they are now, tied to the axis and to the meter."""
        now = float((self.spot.coords - self.start) @ self.along)
        loss = float(self.field.value(self.spot.coords))
        here, foot = self.point([now, now], [loss, self.meter.low])
        edge = self.meter.at(loss) - self.meter.thickness / 2 * RIGHT
        self.ties.draw([np.stack([foot, here, edge])])
        self.dot.set_points(circle(here, _DOT))
        way = np.linspace(0.0, now, _SAMPLES)
        losses = self.field.value(self.start + way[:, np.newaxis] * self.along)
        self.trail.draw([self.point(way, losses)])
        self.trail.presence = self.shown * self.trailed

    def _draw_tangent(self) -> None:
        """Draw the entry's arrow on its way to the tangent, and the slope where there is room."""
        slope = float(self.field.gradient(self.start) @ self.along)
        loss = float(self.field.value(self.start))
        touching, ahead = self.point([0.0, 1.0], [loss, loss + slope])
        rising = (ahead - touching) / np.linalg.norm(ahead - touching)
        uphill = np.sign(slope) * rising * _TANGENT * (self.right - self.left) / 2
        part = self.touched
        ends = (1 - part) * self._entry + part * np.stack([touching - uphill, touching + uphill])
        self.tangent.draw([ends + 4 * part * (1 - part) * _ARC * UP])
        self.tangent.presence = self.shown * float(self.touched > 0)
        self.slope.update()
        self.slope.move_to(touching + np.sign(slope) * _ASIDE * LEFT + _ABOVE * UP)
        self.slope.set_opacity(self.shown * float(np.clip(5 * part - 4, 0, 1)))
