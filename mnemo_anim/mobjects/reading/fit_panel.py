"""A curve of few weights through its data, with the gaps that the loss is the mean square of."""

from typing import ClassVar

import numpy as np
from manim import DOWN, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle, polygon, polyline
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_SAMPLES = 141
_MARGIN = 0.4  # beyond the data, in units of x
_FOOTROOM, _HEADROOM = 0.15, 0.7  # beyond data and weights, in units of y
_VEIL = 0.16  # opacity under the bell in focus
_DOT = units(6.5)  # radius of a data point
_TIP = units(9.0)  # radius of the dot on the tip of a bell
_FAINT = 0.35  # opacity of the bells that are not in focus
_FULL = 2.0  # least width, in Manim units, at which dots and names have their full size
_STEM = 0.7  # opacity of a weight that is not in focus
_NAME_BELOW = 0.3  # from the floor to the middle of a name


class FitPanel(Live):
    """The curve at a spot of weights, the bells that it is the sum of, the data, and the gaps.

    Args:
        fit: The curve and its data.
        spot: The weights.
        frame: Left and right x, lower and upper y in screen units, without the names below.

    Attributes:
        frame: The same; to be varied where the panel moves.
        pointed: How many of the data points are there, from the left, 0 to 1.
        drawn: How much of the curve and its bells is drawn, from the left.
        gapped: How much of the gaps is drawn, from the curve.
        lit: How bright each bell is, 0 to 1, shape (n,).
        names: The names of the weights, below their bells.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot",)
    lit: np.ndarray
    frame: np.ndarray

    def __init__(self, fit: CurveFit, spot: Spot, *, frame: ArrayLike) -> None:
        super().__init__()
        self.fit, self.spot = fit, spot
        self.frame, self.lit = np.asarray(frame, float), np.zeros(len(fit.start))
        self.pointed = self.drawn = self.gapped = 1.0
        x, y = np.array(fit.inputs), np.array(fit.targets)
        reach = (float(x.min()) - _MARGIN, float(x.max()) + _MARGIN)
        ends = np.array([y.min(), y.max(), 0.0, *fit.start])
        values = (float(ends.min()) - _FOOTROOM, float(ends.max()) + _HEADROOM)
        self.corners = Corners(reach, values, (1.0, 1.0), (0.0, 0.0))
        self._x = np.linspace(*reach, _SAMPLES)
        self._data = np.stack([x, y], axis=1)

        self.axis = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.bells = VGroup(
            *(CasedLine(color=PALETTE.ink_soft, width=STROKES.level) for _ in fit.start)
        )
        self.veils = VGroup(
            *(
                Veiled(fill_color=PALETTE.ink, fill_opacity=_VEIL, stroke_width=0.0)
                for _ in fit.start
            )
        )
        self.stems = VGroup(*(CasedLine(color=PALETTE.ink, width=STROKES.axis) for _ in fit.start))
        self.tips = VGroup(
            *(
                Veiled(
                    fill_color=PALETTE.ink,
                    fill_opacity=1.0,
                    stroke_color=PALETTE.ground,
                    stroke_width=STROKES.level,
                )
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
        read_as_one(*self.dots)  # a scatter of data, not many things
        self.names = VGroup(
            *(Formula(f"w_{index + 1}", size=TYPE.body) for index in range(len(fit.centres)))
        )
        self.add(self.corners, self.veils, self.axis, self.bells, self.stems, self.gaps, self.curve)
        self.add(self.dots, self.tips, self.names)
        self.come_alive()

    def light(self, index: int | None) -> Vary:
        """Return the animation that brings out the bell of one weight; None: of none."""
        return self.vary(lit=np.eye(len(self.lit))[index] if index is not None else 0 * self.lit)

    def draw_data(self) -> Vary:
        """Return the animation in which the data appear from the left, and nothing else yet."""
        return self.vary(pointed=(0.0, 1.0), drawn=(0.0, 0.0), gapped=(0.0, 0.0))

    def draw_curve(self) -> Vary:
        """Return the animation that draws the curve, and the bells of its weights."""
        return self.vary(drawn=(0.0, 1.0))

    def draw_gaps(self) -> Vary:
        """Return the animation that draws the gaps, from the curve to the data."""
        return self.vary(gapped=(0.0, 1.0))

    def shrink_to(self, point: ArrayLike) -> Vary:
        """Return the animation in which all of it becomes one screen point (3,), and leaves."""
        x, y = np.asarray(point, float)[:2]
        return Vary(self, {"frame": (self.frame, [x, x, y, y]), "shown": 0.0}, remover=True)

    def grow_from(self, point: ArrayLike, frame: ArrayLike) -> Vary:
        """Return the animation in which it comes out of a screen point (3,), no bell lit."""
        x, y = np.asarray(point, float)[:2]
        self.lit = 0 * self.lit
        return self.vary(frame=([x, x, y, y], frame), shown=(0.0, 1.0))

    @property
    def gap_ends(self) -> Points:
        """Where the gaps begin on the curve and end in the data, screen points (k, 2, 3)."""
        predicted = self.fit.predictions(self.spot.coords, self._data[:, 0])
        feet = self.corners.point(np.stack([self._data[:, 0], predicted], axis=1))
        return np.stack([feet, self.corners.point(self._data)], axis=1)

    def redraw(self) -> None:
        """Draw the curve for the weights as they are now."""
        left, right, low, high = self.frame
        self.corners.set_points(polyline(np.array([[left, low, 0.0], [right, high, 0.0]])))
        self._draw_bells()
        begins, ends = self.gap_ends.swapaxes(0, 1)
        ends_now = begins + self.gapped * (ends - begins)
        self.gaps.draw(list(np.stack([begins, ends_now], axis=1)))
        for index, (dot, middle) in enumerate(zip(self.dots, ends, strict=True)):
            dot.set_points(circle(middle, self._size * _DOT))
            come = self.pointed * (len(ends) + 1) - index
            dot.presence = self.shown * float(np.clip(come, 0, 1))
        self.gaps.presence = self.shown * float(self.gapped > 0)

    def _draw_bells(self) -> None:
        """Draw the curve, the bells that it is the sum of, and how high their weights lift them."""
        fit, weights, point = self.fit, self.spot.coords, self.corners.point
        (left, right), (floor, _) = self.corners.ranges
        end = left + self.drawn * (right - left)
        x = np.minimum(self._x, end)
        size = self._size
        self.axis.draw([point([(left, 0.0), (right, 0.0)])])
        self.curve.draw([self._line(x, fit.predictions(weights, x))])
        for index, (bell, veil) in enumerate(zip(self.bells, self.veils, strict=True)):
            alone, centre = weights * np.eye(len(weights))[index], fit.centres[index]
            line = self._line(x, fit.predictions(alone, x))
            foot, tip = point([(centre, 0.0), (centre, weights[index])])
            bell.draw([line])
            veil.set_points(polygon(np.concatenate([line, point([(end, 0.0), (left, 0.0)])])))
            stem, dot, name = self.stems[index], self.tips[index], self.names[index]
            stem.draw([np.stack([foot, tip])])
            dot.set_points(circle(tip, size * _TIP))
            name.move_to(point((centre, floor)) + size * _NAME_BELOW * DOWN)
            lit = float(self.lit[index])
            passed = float(np.clip(2 * (end - centre), 0, 1))
            bell.presence = self.shown * (_FAINT + (1 - _FAINT) * lit)
            veil.presence = self.shown * lit
            dot.presence = self.shown * passed
            stem.presence = dot.presence * (_STEM + (1 - _STEM) * lit)
            opacity = self.shown * passed * size * (_STEM + (1 - _STEM) * lit)
            if name.get_fill_opacity() != opacity:  # to set it takes as long as a bell
                name.set_opacity(opacity)
        self.curve.presence = self.axis.presence = self.shown * float(self.drawn > 0)

    @property
    def _size(self) -> float:
        """The size of dots and names over that at rest: less where the panel is on its way."""
        return min(1.0, float(self.frame[1] - self.frame[0]) / _FULL)

    def _line(self, x: np.ndarray, y: np.ndarray) -> Points:
        return self.corners.point(np.stack([x, y], axis=1))
