"""Slope against angle, beside a map on which a direction turns: the graph, and what is said of it."""

from collections.abc import Sequence

import numpy as np
from manim import DL, DR, LEFT, RIGHT, UL, UR, AnimationGroup, FadeIn, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.arrows import Arrow
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.gradient_panel import Lay
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.lettering import Words, baseline, halo
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.slope_graph import FULL_TURN, SlopeCurve
from mnemo_anim.mobjects.unit_direction import UnitDirection
from mnemo_anim.theme import FONTS, PALETTE, TYPE

_QUARTERS = (0.0, 90.0, 180.0, 270.0, 360.0)  # degrees
_BESIDE = 0.3  # from words to their number, in Manim units
_NOTE_GAP = 0.3  # from a place of the curve to its name


class SlopePanel:
    """A graph of the slope in each direction, drawn to the scale of the arrow of ∇f.

    So the arrow, put upright, reaches from the axis to the peak. It is no mobject: its parts come
    one by one.

    Args:
        direction: The direction that turns.
        arrow: ∇f at the same spot.
        steepest: The largest slope to come.
        width: Of the graph, in screen units.
        corner: Screen point (2,) of its lower left corner.
        words: What the axes are, angle and slope.
        ticks: The numbered slopes.

    Attributes:
        graph: The axes.
        curve: The slopes.
        number: That in the direction, live, beside the name of its axis.
    """

    def __init__(
        self,
        direction: UnitDirection,
        arrow: GradientArrow,
        *,
        steepest: float,
        width: float,
        corner: ArrayLike,
        words: tuple[str, str],
        ticks: Sequence[float],
    ) -> None:
        self.direction, self.arrow = direction, arrow
        unit = direction.chart.vector((0.0, arrow.drawn_to))[1]
        angle, slope = (Words(word, size=TYPE.label, color=PALETTE.ink_soft) for word in words)
        self.graph = Graph(
            (0.0, FULL_TURN),
            (-steepest, steepest),
            width=width,
            height=2 * steepest * unit,
            names=(angle, slope),
            x_ticks=_QUARTERS,
            y_ticks=ticks,
            x_unit="°",
        )
        foot = np.array([*np.asarray(corner, float), 0.0])
        self.graph.shift(foot - self.graph.point(0.0, -steepest))
        self.curve = SlopeCurve(self.graph, direction)
        self.number = Number(
            source=direction.quantity,
            decimals=2,
            size=TYPE.body,
            signed=True,
            widest=-steepest,
            anchor="point",
            family=FONTS.maths,
        )
        self.number.next_to(slope, RIGHT, buff=_BESIDE)

    def upright(self) -> Lay:
        """Return the animation in which a copy of ∇f comes from the map, and stands at the peak."""
        peak, slope = self.curve.peak, self.arrow.magnitude
        copy = Arrow(self.arrow.tail, self.arrow.tip, thickness=self.arrow.thickness)
        return Lay(copy, self.graph.point(peak, 0.0), self.graph.point(peak, slope))

    def note(
        self, words: str, turn: float, side: ArrayLike, *, width: float | None = None
    ) -> Words:
        """Return words beside the curve, at a turn from the gradient.

        Args:
            words: What is there.
            turn: In degrees, counter-clockwise.
            side: Direction in which they stand.
            width: Longest line, in screen units.
        """
        color = {0: PALETTE.level, 1: PALETTE.uphill, -1: PALETTE.downhill}
        rise = int(round(np.cos(np.radians(turn))))
        note = Words(words, size=TYPE.label, color=color[rise], width=width)
        note.next_to(self.curve.point(self.curve.peak + turn), side, buff=_NOTE_GAP)
        return halo(note)
