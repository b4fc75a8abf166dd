"""The vector of all weights, each a slider in its place."""

from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    PI,
    AnimationGroup,
    FadeIn,
    LaggedStart,
    TransformFromCopy,
    VGroup,
    VMobject,
    linear,
)
from manim.utils.rate_functions import squish_rate_func

from mnemo_anim.maths import Array
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled, together
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.drawing.square_brackets import square_brackets
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.training.progress import TrainingProgress
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_HEADROOM = 1.06  # of the range of a slider over the largest weight
_KNOB = 0.12  # half its width, in Manim units
_CHEVRON = (0.15, 0.15)  # half its width, its height: of the largest derivative
_SMALLEST = 0.4  # of a chevron, over that
_LIFT = 0.1  # from a knob to its chevron
_NAME_GAP = 0.22
_BRACKET = (0.3, 0.12, 0.1)  # from the outer tracks, length of the ends, over the tracks
_ONE_BY_ONE = 0.08  # of the flight of an edge, until the next one sets out
_FRAMED = 0.2  # of the gathering, until the brackets stand
_ARC = -PI / 2.5  # of that flight, below what stands on the straight way


class WeightBank(VGroup):
    """w = [w₁, …, wₙ], every weight a knob on a track about zero.

    Args:
        progress: Of the training whose weights they are.
        width: From the first to the last track, in Manim units.
        height: Of a track.

    Attributes:
        tracks: One for each weight, in the order of the progress.
        frame: The brackets, the line of zero, and the name w.
        first: The name of the first weight.
        last: That of the last.
        dots: What stands between the names.
        knobs: The weights, the marks where they began, and which way each is to go.
    """

    def __init__(
        self, progress: TrainingProgress, *, width: float = 3.9, height: float = 1.75
    ) -> None:
        super().__init__()
        count = len(progress.weights)
        most = _HEADROOM * progress.weight_range
        units = (width / (count - 1), height / (2 * most))
        self.corners = Corners((0.0, count - 1.0), (-most, most), units, (0, 0, 0))
        self.tracks = VGroup(
            *(
                _line(self.corners.point([(slot, -most), (slot, most)]), STROKES.level)
                for slot in range(count)
            )
        )
        self.frame = self._framed(most)
        self.first, self.dots, self.last = (
            Formula(name, size=TYPE.label, color=PALETTE.ink_soft)
            for name in ("w_1", "dots.h", "w_n")
        )
        for name, slot in ((self.first, 0), (self.last, count - 1)):
            name.next_to(self.corners.point((slot, -most)), DOWN, buff=_NAME_GAP)
        self.dots.move_to((self.first.get_center() + self.last.get_center()) / 2)
        self.knobs = Knobs(self, progress)
        self.add(self.corners, self.frame, self.tracks, self.first, self.dots, self.last)
        self.add(self.knobs)

    def gather_from(self, edges: VGroup) -> AnimationGroup:
        """Return the animation in which every edge gives its weight, one after the other."""
        pairs = zip(edges, self.tracks, strict=True)
        flights = [TransformFromCopy(*pair, path_arc=_ARC) for pair in pairs]
        last = 1 + _ONE_BY_ONE * (len(flights) - 1)  # lands then, when the first one lands at 1
        frame = (self.frame, self.first, self.dots, self.last)
        drop = squish_rate_func(linear, 0.9 / last, 1.0)
        landed = {"landed": (0.0, float(len(flights)))}
        return together(
            LaggedStart(*flights, lag_ratio=_ONE_BY_ONE, run_time=last),
            Vary(self.knobs, landed, rate_func=drop, run_time=last),
            FadeIn(*frame, run_time=_FRAMED * last),
        )

    def _framed(self, most: float) -> VGroup:
        """Return brackets round the tracks, the line of zero, and the name."""
        away, end, over = _BRACKET
        (left, right), (low, high) = self.corners.ranges
        (first, floor, _), (last, ceiling, _) = self.corners.point([(left, low), (right, high)])
        zero = _line(self.corners.point([(left, 0), (right, 0)]), STROKES.hairline)
        brackets = square_brackets(
            first - away,
            last + away,
            ceiling + over,
            floor - over,
            foot=end,
            line_width=STROKES.curve,
        )
        name = halo(Formula("w =", size=TYPE.formula)).next_to(brackets, LEFT, buff=_NAME_GAP)
        name.set_z_index(1)  # over the edges that fly past
        return VGroup(zero, brackets, name)


class Knobs(Live):
    """The weights on their tracks.

    Attributes:
        landed: How many of them have dropped into their places.
        advice: How far it is shown which way each weight is to go for less loss, 0 to 1.
        trace: How far it is shown where the weights began, and their way since.
    """

    shared: ClassVar[tuple[str, ...]] = ("bank", "progress")

    def __init__(self, bank: WeightBank, progress: TrainingProgress) -> None:
        super().__init__()
        self.bank, self.progress = bank, progress
        self.landed = float(len(progress.weights))
        self.advice, self.trace = 0.0, 0.0
        self._start = progress.weights
        self.ways = Veiled(stroke_color=PALETTE.downhill, stroke_width=STROKES.curve)
        self.marks = CasedLine(color=PALETTE.ink_soft, width=STROKES.axis)
        self.bars = CasedLine(color=PALETTE.ink, width=1.4 * STROKES.curve)
        self.chevrons = CasedLine(color=PALETTE.downhill, width=STROKES.curve)
        self.add(self.ways, self.marks, self.bars, self.chevrons)
        self.set_z_index(1)  # over the tracks and the line of zero, whenever these are added
        self.come_alive()

    def advise(self) -> Vary:
        """Return the animation in which it is shown which way each weight is to go."""
        return self.vary(advice=1.0, trace=1.0)

    def lose_advice(self) -> Vary:
        """Return the animation in which nothing says any more which way to go."""
        return self.vary(advice=0.0)

    @property
    def places(self) -> Array:
        """Where the knobs are, screen points (n, 3)."""
        return self._at(self.progress.weights)

    def redraw(self) -> None:
        """Put every knob where its weight is."""
        weights = self.progress.weights
        part = np.clip(self.landed - np.arange(len(weights)), 0, 1)
        top = self.bank.corners.ranges[1][1]
        falling = top + part**2 * (weights - top)
        self._put(self.bars, falling[part > 0], _KNOB)
        self._put(self.marks, self._start, 0.7 * _KNOB)
        slopes = np.concatenate([layer.ravel() for layer in self.progress.derivatives()])
        self._point(weights, -np.sign(slopes) * np.sqrt(np.abs(slopes) / self.progress.largest))
        ends = zip(self._at(self._start), self._at(weights), strict=True)
        self.ways.set_points(np.concatenate([polyline(np.stack(way)) for way in ends]))
        self.bars.presence = self.shown
        self.marks.presence = self.ways.presence = self.shown * self.trace
        self.chevrons.presence = self.shown * self.advice

    def _put(self, line: CasedLine, weights: Array, half: float) -> None:
        across = np.array([half, 0.0, 0.0])
        line.draw([np.stack([at - across, at + across]) for at in self._at(weights)])

    def _point(self, weights: Array, ways: Array) -> None:
        half, height = _CHEVRON
        parts = []
        for at, way in zip(self._at(weights), ways, strict=True):
            size, sign = max(_SMALLEST, abs(way)), np.sign(way)
            x, y = size * half, sign * size * height
            tip = at + np.array([0.0, sign * _LIFT + y, 0.0])
            parts.append(tip + np.array([[-x, -y, 0.0], [0.0, 0.0, 0.0], [x, -y, 0.0]]))
        self.chevrons.draw(parts)

    def _at(self, weights: Array) -> Array:
        """Return the screen points (n, 3) of weights (n,)."""
        return self.bank.corners.point(np.stack([np.arange(len(weights)), weights], axis=1))


def _line(points: Array, width: float) -> VMobject:
    return VMobject(stroke_color=PALETTE.rule, stroke_width=width).set_points(polyline(points))
