"""The loss along one weight, beside the meter of the loss, on the meter's own scale."""

from typing import ClassVar

import numpy as np
from manim import DOWN, RIGHT
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Slope, as_coord_tuple
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.meter import Meter
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

_SAMPLES = 161
_DOT = units(9.0)  # radius of the point
_TANGENT = 0.55  # length over the width of the graph
_BELOW = 0.45  # from the point to the number of the slope, in Manim units
_ASIDE = 0.75
_NAME_GAP = 0.2


class LossSlice(Live):
    """L along a line of weights through a start, up to where the meter ends.

    From one weight's slice to another the line turns: each slice on the way is one of the loss.

    Args:
        field: L, of n weights.
        start: Weights (n,) through which the line goes, and where the tangent touches.
        spot: The weights as they are now, on the line.
        meter: The meter of the loss, upright. The graph has its scale.
        left, right: X of both ends, in screen units.
        reach: From the start to both ends, in units of a weight.

    Attributes:
        direction: Of the line, coords (n,), of any length.
        drawn: How much of the curve is drawn, from the start to both sides.
        touched: How much of the tangent is drawn.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot", "meter")
    direction: np.ndarray

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
        self.drawn, self.touched = 1.0, 0.0
        self.axis = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.before = CasedLine(color=PALETTE.rule, width=STROKES.axis)
        self.height_line = CasedLine(color=PALETTE.loss, width=STROKES.hairline)
        self.link = CasedLine(color=PALETTE.loss, width=STROKES.hairline)
        self.curve = CasedLine(color=PALETTE.loss, width=STROKES.curve)
        self.tangent = CasedLine(color=PALETTE.uphill, width=STROKES.curve)
        self.dot = Veiled(fill_color=PALETTE.ink, fill_opacity=1.0, stroke_width=0.0)
        self.add(self.axis, self.before, self.height_line, self.link)
        self.add(self.curve, self.tangent, self.dot)
        self.come_alive()

    @property
    def unit_direction(self) -> np.ndarray:
        """The direction (n,), of length 1."""
        return np.asarray(self.direction / np.linalg.norm(self.direction))

    def point(self, s: ArrayLike, loss: ArrayLike) -> Points:
        """Return the screen points (…, 3) of a way s (…) along the line and a loss (…)."""
        way, value = np.broadcast_arrays(np.asarray(s, float), np.asarray(loss, float))
        x = (self.left + self.right) / 2 + way / self.reach * (self.right - self.left) / 2
        y = np.vectorize(lambda level: self.meter.at(level)[1])(value)
        return np.stack([x, y, np.zeros_like(x)], axis=-1)

    def turn_to(self, index: int) -> Vary:
        """Return the animation in which the line turns until only one weight changes along it."""
        return self.vary(direction=np.eye(len(self.start))[index])

    def unfold(self) -> Vary:
        """Return the animation in which the curve grows from the start to both sides."""
        return self.vary(drawn=(0.0, 1.0), shown=(1.0, 1.0))

    def fold(self) -> Vary:
        """Return the animation in which the graph goes back to the start, and leaves."""
        return Vary(self, {"drawn": 0.0, "touched": 0.0, "shown": 0.0}, remover=True)

    def touch(self) -> Vary:
        """Return the animation in which the tangent grows at the start."""
        return self.vary(touched=(0.0, 1.0))

    def axis_name(self, index: int) -> Formula:
        """Return the name of a weight, to stand at the right end of the axis."""
        foot = self.point(self.reach, self.meter.low)
        return Formula(f"w_{index + 1}", size=TYPE.body).next_to(foot, RIGHT, buff=_NAME_GAP)

    def slope_number(self, index: int) -> Number:
        """Return the slope along one weight as a number, on the free side of the tangent."""
        direction = np.eye(len(self.start))[index]
        slope = Slope(self.field, as_coord_tuple(self.start), as_coord_tuple(direction))
        number = Number(
            source=lambda: slope,
            decimals=2,
            size=TYPE.body,
            color=PALETTE.uphill,
            signed=True,
            family=FONTS.maths,
        )
        aside = np.sign(slope.value) * _ASIDE * RIGHT
        return number.move_to(self._touching + aside + _BELOW * DOWN)

    @property
    def _touching(self) -> Points:
        return self.point(0.0, float(self.field.value(self.start)))

    def redraw(self) -> None:
        """Draw the slice along the line as it lies now."""
        along, meter = self.unit_direction, self.meter
        s = np.linspace(-self.reach, self.reach, _SAMPLES) * max(self.drawn, 1e-3)
        losses = self.field.value(self.start + s[:, np.newaxis] * along)
        inside = losses <= meter.high
        self.curve.draw([self.point(s[inside], losses[inside])])
        now = float((self.spot.coords - self.start) @ along)
        loss = float(self.field.value(self.spot.coords))
        here, first = self.point(now, loss), self._touching
        slope = float(self.field.gradient(self.start) @ along)
        rising = self.point(1.0, slope) - self.point(0.0, 0.0)
        rising *= self.touched * _TANGENT * (self.right - self.left) / 2 / np.linalg.norm(rising)
        self.tangent.draw([np.stack([first - rising, first + rising])])
        wing = np.array([-self.reach, self.reach]) * self.drawn
        self.axis.draw([self.point(wing, meter.low)])
        self.before.draw([self.point(wing, float(self.field.value(self.start)))])
        self.height_line.draw([np.stack([self.point(now, meter.low), here])])
        edge = meter.at(loss) - meter.thickness / 2 * RIGHT
        self.link.draw([np.stack([here, edge])])
        self.dot.set_points(circle(here, _DOT))
        for part in (self.axis, self.before, self.height_line, self.link, self.curve, self.dot):
            part.presence = self.shown
        self.tangent.presence = self.shown * float(self.touched > 0)
