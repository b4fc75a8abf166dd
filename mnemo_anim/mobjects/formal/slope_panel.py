"""Slope against angle, beside a map on which a direction turns: the graph, and its notes."""

from math import pi

import numpy as np
from manim import LEFT, RIGHT, UR, AnimationGroup, FadeIn, FadeOut, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval
from mnemo_anim.mobjects.drawing.cased_line import CasedArea
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.formal.magnitude_lines import MagnitudeLines
from mnemo_anim.mobjects.formal.peak_mark import PeakMark
from mnemo_anim.mobjects.formal.slope_graph import FULL_TURN, SlopeCurve
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Words, baseline, halo
from mnemo_anim.mobjects.motion.focus import dim, undim
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.heading_arc import HeadingArc
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE, units

_QUARTERS = (0.0, 90.0, 180.0, 270.0, 360.0)  # degrees
_FOOT = 1.1  # from the lower edge of the stage to the graph, for what stands under it
_END = 0.2  # from the end of the graph to the right edge of the column, for half a number
_SIDE = 0.75  # from the left edge of the column to the graph, for the numbers of its axis
HEADROOM = 1.14  # the largest slope that there is room for, over that at first
_BESIDE = 0.35  # from words to their number
# By the turn from the gradient: colour of a name, its side, and its distance.
_NOTES: dict[int, tuple[str, ArrayLike, float]] = {
    0: (PALETTE.uphill, RIGHT, 0.5),
    90: (PALETTE.level, UR, 0.12),
    180: (PALETTE.downhill, LEFT, 0.5),
}
_ZERO = units(9.0)  # radius of the mark where the slope is zero
_DECIMALS = 2


class SlopePanel:
    """A graph of the slope in each direction, drawn to the scale of the arrow of ∇f.

    So the arrow, put upright, reaches from the axis to the peak. It is no mobject: its parts come
    one by one.

    Args:
        direction: The direction that turns.
        arrow: ∇f at the same spot.
        column: Left and right edge of where it stands, in screen units.
        words: What the axes are, angle and slope.

    Attributes:
        graph: The axes.
        curve: The slopes.
        number: That in the direction, live, beside the name of its axis.
        peak: The gradient under the peak.
        lines: ‖∇f‖, over the graph.
        arc: The direction's angle, on the map.
        notes: Words beside the curve, and marks on it.
    """

    def __init__(
        self,
        direction: UnitDirection,
        arrow: GradientArrow,
        column: Interval,
        words: tuple[str, str],
    ) -> None:
        self.direction, self.arrow = direction, arrow
        (left, right), steepest = column, HEADROOM * arrow.magnitude
        angle, slope = (
            Words(word, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True)
            for word in words
        )
        self.graph = Graph(
            (0.0, FULL_TURN),
            (-steepest, steepest),
            width=right - left - _SIDE - _END,
            height=2 * steepest * arrow.drawn_to * _unit(direction),
            names=(angle, slope),
            x_ticks=_QUARTERS,
            x_unit="°",
        )
        foot = np.array([left + _SIDE, STAGE.bottom + _FOOT, 0.0])
        self.graph.shift(foot - self.graph.point(0.0, -steepest))
        self.curve = SlopeCurve(self.graph, direction)
        self.peak = PeakMark(self.curve, arrow)
        self.arc = HeadingArc(direction)
        self.notes = VGroup()
        self.number = Number(
            source=direction.quantity,
            decimals=_DECIMALS,
            size=TYPE.body,
            signed=True,
            widest=-steepest,
            anchor="point",
            family=FONTS.maths,
        )
        start = slope.get_right()[0] + _BESIDE
        self.number.place([start, baseline(slope), 0])
        self.lines = MagnitudeLines(arrow, (left + right) / 2, steepest)

    def open(self) -> AnimationGroup:
        """Return the animation in which the axes appear, and the slope in the direction."""
        return together(FadeIn(self.graph, self.number), self.arc.vanish())

    def begin(self) -> SlopeCurve:
        """Return the curve, of which nothing is drawn yet; the direction starts anew at 0°."""
        self.direction.turned = 0.0
        return self.curve

    def turn_on(self) -> AnimationGroup:
        """Return the animation in which the direction turns on to the gradient; the curve stays."""
        self.curve.whole, self.direction.turned = True, 0.0
        return together(self.direction.turn_to(self.direction.steepest), undim(self.arrow))

    def draw_lines(self) -> AnimationGroup:
        """Return the animation in which dashed lines lead from the peak to angle and height."""
        return together(self.peak.draw_lines(), late(FadeIn(self.peak.number)))

    def note(self, words: str, turn: int) -> FadeIn:
        """Return the animation in which words appear at 0°, 90° or 180° from the gradient."""
        color, side, gap = _NOTES[turn]
        note = halo(Words(words, size=TYPE.label, color=color))
        note.next_to(self.curve.point(self.curve.peak + turn), side, buff=gap)
        self.notes.add(note)
        return FadeIn(note)

    def mark_zeros(self) -> FadeIn:
        """Return the animation in which both places where the slope is zero are marked."""
        zeros = VGroup(*(self._zero(self.curve.peak + turn) for turn in (90, 270)))
        self.notes.add(zeros)
        return FadeIn(zeros)

    def turn_square(self) -> AnimationGroup:
        """Return the animation in which the direction turns on, square to ∇f."""
        turn = self.direction.turn_to(self.direction.steepest + pi / 2)
        return together(turn, self.arc.vanish(), self.peak.leave_height())

    def turn_opposite(self) -> AnimationGroup:
        """Return the animation in which it turns on, opposite to ∇f, and the notes step back."""
        return together(self.direction.turn_to(self.direction.steepest + pi), dim(*self.notes))

    def come_alive(self) -> AnimationGroup:
        """Return the animation in which what holds at one point leaves, and ‖∇f‖ is live."""
        lines = self.lines
        return AnimationGroup(
            FadeOut(self.notes, self.peak.number, lines.norm), FadeIn(lines.readout)
        )

    def leave(self) -> AnimationGroup:
        """Return the animation in which all but ‖∇f‖ leaves."""
        written = FadeOut(self.graph, self.number)
        return together(written, self.curve.vanish(), self.peak.vanish())

    def _zero(self, angle: float) -> CasedArea:
        mark = CasedArea(color=PALETTE.level)
        mark.set_points(circle(self.curve.point(angle), _ZERO))
        return mark


def _unit(direction: UnitDirection) -> float:
    """Return how long the direction, of length one, is on the screen."""
    start, end = direction.chart.step(direction.spot.coords, np.array([[0.0, 0.0], [1.0, 0.0]]))
    return float(np.linalg.norm(end - start))
