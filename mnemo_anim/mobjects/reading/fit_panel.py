"""A curve of few weights through its data, with the gaps that the loss is the mean square of."""

from typing import ClassVar

import numpy as np
from manim import DOWN, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.corners import Corners
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.outline import circle, polygon
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_SAMPLES = 141
_MARGIN, _HEADROOM = 0.4, 0.15  # beyond the data, in units of x and of y
_VEIL = 0.16  # opacity under the bell in focus
_DOT = units(6.5)  # radius of a data point
_FAINT = 0.35  # opacity of the bells that are not in focus
_NAME_GAP = 0.2


class FitPanel(Live):
    """The curve at a spot of weights, the bells that it is the sum of, the data, and the gaps.

    Args:
        fit: The curve and its data.
        spot: The weights.
        width, height: In Manim units, without the names of the weights below.
        centre: Screen point (3,) of the middle.

    Attributes:
        drawn: How much of the curve is drawn, from its left end, and of the gaps beside it.
        lit: How bright each bell is, 0 to 1, shape (n,).
        names: The names of the weights, below their bells.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot",)
    lit: np.ndarray

    def __init__(
        self,
        fit: CurveFit,
        spot: Spot,
        *,
        width: float,
        height: float,
        centre: ArrayLike = (0.0, 0.0, 0.0),
    ) -> None:
        super().__init__()
        self.fit, self.spot = fit, spot
        self.drawn, self.lit = 1.0, np.zeros(len(fit.start))
        x, y = np.array(fit.inputs), np.array(fit.targets)
        reach = (float(x.min()) - _MARGIN, float(x.max()) + _MARGIN)
        ends = np.array([y.min(), y.max(), 0.0, *fit.start])
        values = (float(ends.min()) - _HEADROOM, float(ends.max()) + _HEADROOM)
        scale = np.array([width, height]) / np.ptp([reach, values], axis=1)
        self.corners = Corners(reach, values, scale, centre)
        self._x = np.linspace(*reach, _SAMPLES)
        self._data = np.stack([x, y], axis=1)

        self.axis = CasedLine(color=PALETTE.rule, width=STROKES.axis)
        self.bells = VGroup(
            *(CasedLine(color=PALETTE.ink_soft, width=STROKES.level) for _ in fit.start)
        )
        self.veils = VGroup(
            *(
                Veiled(fill_color=PALETTE.ink, fill_opacity=_VEIL, stroke_width=0.0)
                for _ in fit.start
            )
        )
        self.gaps = CasedLine(color=PALETTE.loss, width=STROKES.axis)
        self.curve = CasedLine(color=PALETTE.ink, width=STROKES.curve)
        self.dots = VGroup(
            *(
                Veiled(
                    fill_color=PALETTE.ground,
                    fill_opacity=1.0,
                    stroke_color=PALETTE.loss,
                    stroke_width=STROKES.axis,
                )
                for _ in fit.inputs
            )
        )
        self.names = VGroup(
            *(Formula(f"w_{index + 1}", size=TYPE.label) for index in range(len(fit.centres)))
        )
        floor = values[0]
        for name, place in zip(self.names, fit.centres, strict=True):
            name.next_to(self.corners.point((place, floor)), DOWN, buff=_NAME_GAP)
        self.add(self.corners, self.veils, self.axis, self.bells, self.gaps, self.curve)
        self.add(self.dots, self.names)
        self.come_alive()

    def light(self, index: int | None) -> Vary:
        """Return the animation that brings out the bell of one weight; None: of none."""
        return self.vary(lit=np.eye(len(self.lit))[index] if index is not None else 0 * self.lit)

    def draw_curve(self) -> Vary:
        """Return the animation that draws curve and gaps from the left."""
        return self.vary(drawn=(0.0, 1.0), shown=(1.0, 1.0))

    def come_back(self) -> Vary:
        """Return the animation in which the panel appears again, no bell brought out."""
        return self.vary(shown=(0.0, 1.0), lit=(0 * self.lit, 0 * self.lit))

    def redraw(self) -> None:
        """Draw the curve for the weights as they are now."""
        fit, weights, point = self.fit, self.spot.coords, self.corners.point
        (left, right), _ = self.corners.ranges
        end = left + self.drawn * (right - left)
        x = np.minimum(self._x, end)
        self.axis.draw([point([(left, 0.0), (right, 0.0)])])
        self.curve.draw([self._line(x, fit.predictions(weights, x))])
        for index, (bell, veil) in enumerate(zip(self.bells, self.veils, strict=True)):
            alone = np.zeros(len(weights))
            alone[index] = weights[index]
            line = self._line(x, fit.predictions(alone, x))
            bell.draw([line])
            veil.set_points(polygon(np.concatenate([line, point([(end, 0.0), (left, 0.0)])])))
            bell.presence = self.shown * (_FAINT + (1 - _FAINT) * float(self.lit[index]))
            veil.presence = self.shown * float(self.lit[index])
        predicted = fit.predictions(weights, self._data[:, 0])
        feet = point(np.stack([self._data[:, 0], predicted], axis=1))
        dots = point(self._data)
        passed = self._data[:, 0] <= end
        self.gaps.draw([np.stack(gap) for gap in zip(feet[passed], dots[passed], strict=True)])
        for dot, middle in zip(self.dots, dots, strict=True):
            dot.set_points(circle(middle, _DOT))
            dot.presence = self.shown
        for part in (self.axis, self.gaps, self.curve):
            part.presence = self.shown
        for index, name in enumerate(self.names):
            name.set_opacity(self.shown * (0.6 + 0.4 * float(self.lit[index])))

    def _line(self, x: np.ndarray, y: np.ndarray) -> Points:
        return self.corners.point(np.stack([x, y], axis=1))
