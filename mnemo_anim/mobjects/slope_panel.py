"""Slope against angle, beside a map on which a direction turns: the graph, and its notes."""

from collections.abc import Mapping

import numpy as np
from manim import LEFT, RIGHT, UP, UR, AnimationGroup, FadeIn, FadeOut, ReplacementTransform, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths.quantities import (
    Magnitude,
    PartialDerivative,
    Quantity,
    Square,
    as_coord_tuple,
)
from mnemo_anim.mobjects.corners import Interval
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.gradient_row import ENTRIES, GradientRow
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.lettering import Formula, Words, baseline, halo
from mnemo_anim.mobjects.live import Vary, together
from mnemo_anim.mobjects.notation import rest
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.peak_mark import PeakMark
from mnemo_anim.mobjects.readout import Readout
from mnemo_anim.mobjects.slope_graph import FULL_TURN, SlopeCurve
from mnemo_anim.mobjects.staging import late, soon
from mnemo_anim.mobjects.unit_direction import UnitDirection
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_QUARTERS = (0.0, 90.0, 180.0, 270.0, 360.0)  # degrees
_FOOT = 1.1  # from the lower edge of the stage to the graph, for what stands under it
_SIDE = 0.75  # from the left edge of the column to the graph, for the numbers of its axis
HEADROOM = 1.14  # the largest slope that there is room for, over that at first
_BESIDE = 0.35  # from words to their number
# By the turn from the gradient: colour of a name, its side, its distance, and its longest line.
_NOTES: dict[int, tuple[str, ArrayLike, float, float | None]] = {
    0: (PALETTE.uphill, RIGHT, 0.5, None),
    90: (PALETTE.level, UR, 0.2, 2.0),
    180: (PALETTE.downhill, LEFT, 0.5, None),
}
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
        root: ‖∇f‖ by the entries of ∇f, as they are at first.
        norm: The same in numbers.
        readout: ‖∇f‖, live.
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
            width=right - left - _SIDE,
            height=2 * steepest * arrow.drawn_to * _unit(direction),
            names=(angle, slope),
            x_ticks=_QUARTERS,
            x_unit="°",
        )
        foot = np.array([left + _SIDE, STAGE.bottom + _FOOT, 0.0])
        self.graph.shift(foot - self.graph.point(0.0, -steepest))
        self.curve = SlopeCurve(self.graph, direction)
        self.peak = PeakMark(self.curve, arrow)
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
        norm, entries = self._norm(), self._entries()
        self.root = self._written(
            "sqrt({{#first : first}}^2 + {{#last : last}}^2)",
            dict(zip(ENTRIES, entries, strict=True)),
        )
        for index, part in enumerate(ENTRIES):
            self.root.part(part).set_color(PALETTE.part(index))
        self.norm = self._written(
            "sqrt(#square) approx #norm", {"square": Square(norm), "norm": norm}
        )
        self.readout = Readout(
            f"norm({{{{nabla {direction.chart.field.name} : name}}}})",
            self._norm,
            parts={"name": PALETTE.uphill},
            decimals=_DECIMALS,
            size=TYPE.title,
            widest=steepest,
            haloed=False,
        )
        self.norm.move_to([(left + right) / 2, STAGE.top, 0], aligned_edge=UP)
        equals = self.norm.part("equals").get_center()
        self.root.shift(equals - self.root.part("equals").get_center())
        self.readout.shift(equals - self.readout.label[-1].get_center())
        lines = VGroup(self.norm, self.root, self.readout)
        lines.shift((STAGE.top - lines.get_top()[1]) * UP)

    def measure(self, row: GradientRow) -> AnimationGroup:
        """Return the animation in which the entries of ∇f go under the root of their squares."""
        root = self.root
        parts = ("name", "equals", *ENTRIES)
        moves = (ReplacementTransform(row.part(part), root.part(part)) for part in parts)
        gone = (row.part(part) for part in ("open", "comma", "close"))
        return AnimationGroup(soon(FadeOut(*gone)), *moves, late(FadeIn(*rest(root, parts))))

    def evaluate(self) -> AnimationGroup:
        """Return the animation in which the root of the squares becomes ‖∇f‖ in numbers."""
        parts = ("name", "equals", "opening", "closing")
        kept = (ReplacementTransform(self.root.part(p), self.norm.part(p)) for p in parts)
        return AnimationGroup(
            *kept,
            soon(FadeOut(*rest(self.root, parts))),
            late(FadeIn(*rest(self.norm, parts))),
        )

    def begin(self) -> SlopeCurve:
        """Return the curve, of which nothing is drawn yet; the direction starts anew at 0°."""
        self.direction.turned = 0.0
        return self.curve

    def come_back(self) -> Vary:
        """Return the animation in which the direction comes to the gradient; the curve stays."""
        self.curve.whole = True
        return self.direction.turn_to(self.direction.steepest)

    def note(self, words: str, turn: int) -> FadeIn:
        """Return the animation in which words appear at 0°, 90° or 180° from the gradient."""
        color, side, gap, width = _NOTES[turn]
        note = halo(Words(words, size=TYPE.label, color=color, width=width))
        note.next_to(self.curve.point(self.curve.peak + turn), side, buff=gap)
        self.notes.add(note)
        return FadeIn(note)

    def come_alive(self) -> AnimationGroup:
        """Return the animation in which what holds at one point leaves, and ‖∇f‖ is live."""
        return AnimationGroup(FadeOut(self.notes, self.norm), FadeIn(self.readout))

    def leave(self) -> AnimationGroup:
        """Return the animation in which all of it leaves."""
        written = FadeOut(self.graph, self.number, self.readout)
        return together(written, self.curve.vanish(), self.peak.vanish())

    def _norm(self) -> Magnitude:
        spot = self.direction.spot
        return Magnitude(self.direction.chart.field, as_coord_tuple(spot.coords))

    def _entries(self) -> list[PartialDerivative]:
        field, at = self.direction.chart.field, as_coord_tuple(self.direction.spot.coords)
        return [PartialDerivative(field, at, index) for index in range(field.dimension)]

    def _written(self, value: str, numbers: Mapping[str, Quantity]) -> Formula:
        """Return ‖∇f‖ and what it is, its equals sign in the column of all of them."""
        name = self.direction.chart.field.name
        return Formula(
            f'{{{{class("opening", bar.v.double) : opening}}}} {{{{nabla {name} : name}}}} '
            f'{{{{class("closing", bar.v.double) : closing}}}} {{{{= : equals}}}} {value}',
            size=TYPE.title,
            parts={"name": PALETTE.uphill},
            numbers=numbers,
            decimals={"norm": _DECIMALS} if "norm" in numbers else None,
        )


def _unit(direction: UnitDirection) -> float:
    """Return how long the direction, of length one, is on the screen."""
    start, end = direction.chart.step(direction.spot.coords, np.array([[0.0, 0.0], [1.0, 0.0]]))
    return float(np.linalg.norm(end - start))
