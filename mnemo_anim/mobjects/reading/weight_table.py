"""The gradient of a loss, entry by entry: first a column, then a row for each weight."""

from collections.abc import Sequence
from math import ceil, floor

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    UP,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Transform,
    VGroup,
    VMobject,
)

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.mobjects.focus import Veil, dim, undim
from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.outline import polyline
from mnemo_anim.mobjects.reading.weight_row import WeightRow
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_PITCH = 1.38  # from row to row, in Manim units
_FIRST = 2.25  # y of the first row
_INNER, _OUTER = 3.3, 6.3  # from the left edge to the brackets
_OVER, _UNDER = 0.5, 0.8  # of the brackets, over the first row and under the last
_FOOT = 0.16  # length of a bracket's horizontal ends
_LINE = 5.0  # its thickness, in Manim's stroke unit
_HEADER = 0.38  # from the brackets up to the header
_CLOSER = 1.75  # scale of the column before it is spread
_TIGHT = 0.85  # from entry to entry there, in Manim units


class WeightTable(VGroup):
    """A row for each weight, the entries of ∇L between tall brackets.

    Args:
        fit: The curve whose weights are read.
        spot: All weights as they are now.
        sentences: What each entry advises, in words.
        weight: The word over the weights.
        slope: What stands over the entries.
        room: For each weight to move to both sides, on its slider.

    Attributes:
        rows: A `WeightRow` for each weight.
        brackets: Round the entries.
        header: The word over the weights, and what stands over the entries.
        label: “∇L =”, before the column.
    """

    def __init__(
        self,
        fit: CurveFit,
        spot: Spot,
        *,
        sentences: Sequence[str],
        weight: str,
        slope: str,
        room: float,
    ) -> None:
        super().__init__()
        left = STAGE.left
        interval = (floor(min(fit.start) - room), ceil(max(fit.start) + room))
        self.rows = [
            WeightRow(
                fit,
                spot,
                index,
                left=(left, _FIRST - index * _PITCH, 0.0),
                interval=interval,
                sentence=sentence,
            )
            for index, sentence in enumerate(sentences)
        ]
        top = _FIRST + _OVER
        bottom = _FIRST - (len(sentences) - 1) * _PITCH - _UNDER
        self.brackets = _brackets(left + _INNER, left + _OUTER, top, bottom)
        words = Words(weight, size=TYPE.label, color=PALETTE.ink_soft)
        words.move_to([self.rows[0].slider.anchor.origin[0], top + _HEADER, 0.0])
        entries = Words(slope, size=TYPE.label, color=PALETTE.uphill)
        entries.move_to([(2 * left + _INNER + _OUTER) / 2, top + _HEADER, 0.0])
        self.header = VGroup(words, entries)
        self.label = Formula(
            "{{nabla L : name}} =", size=_CLOSER * TYPE.body, parts={"name": PALETTE.uphill}
        )
        self._tall = self.brackets.copy()
        self._gather(left / 2)
        self.add(self.brackets, *self.rows)

    def show_column(self) -> AnimationGroup:
        """Return the animation in which the gradient appears as a column of numbers."""
        numbers = (FadeIn(row.number, shift=0.15 * UP) for row in self.rows)
        return AnimationGroup(
            LaggedStart(*numbers, lag_ratio=0.15), FadeIn(self.brackets), FadeIn(self.label)
        )

    def spread(self) -> AnimationGroup:
        """Return the animation in which each number goes to its weight's row; the name leaves."""
        moves = (
            row.number.animate.scale(1 / _CLOSER).move_to(place)
            for row, place in zip(self.rows, self._places, strict=True)
        )
        return AnimationGroup(*moves, Transform(self.brackets, self._tall), FadeOut(self.label))

    def show_weights(self) -> LaggedStart:
        """Return the animation in which the weights appear, and the arrows of their entries."""
        return LaggedStart(
            FadeIn(self.header),
            *(row.appear() for row in self.rows),
            lag_ratio=0.3,
            suspend_mobject_updating=False,
        )

    def weigh(self, *indices: int) -> LaggedStart:
        """Return the animation in which the arrows of some entries swell; by default of all."""
        chosen = indices or range(len(self.rows))
        return LaggedStart(
            *(self.rows[index].weigh() for index in chosen),
            lag_ratio=0.4,
            suspend_mobject_updating=False,
        )

    def focus(self, *indices: int) -> Veil:
        """Return the animation in which all rows but these step back."""
        return dim(*(row for index, row in enumerate(self.rows) if index not in indices))

    def widen(self, *indices: int) -> Veil:
        """Return the animation in which all rows but these come forward again."""
        return undim(*(row for index, row in enumerate(self.rows) if index not in indices))

    def step_back(self, index: int) -> Veil:
        """Return the animation in which one row steps back."""
        return dim(self.rows[index])

    def shift_focus(self, old: int, new: int) -> AnimationGroup:
        """Return the animation in which one row steps back and another comes forward."""
        return together(dim(self.rows[old]), undim(self.rows[new]))

    def _gather(self, x: float) -> None:
        """Put the numbers close together in a column of their own, brackets round it."""
        self._places = [np.array(row.number.get_center()) for row in self.rows]
        numbers = [row.number.scale(_CLOSER) for row in self.rows]
        block = VGroup(*numbers)
        for index, number in enumerate(numbers):
            number.move_to([x, STAGE.middle - index * _TIGHT, 0.0])
        right = block.get_right()
        for number in numbers:
            number.align_to(right, RIGHT)
        block.move_to([x, STAGE.middle, 0.0])
        edges = block.get_left()[0] - 0.3, block.get_right()[0] + 0.3
        close = _brackets(*edges, block.get_top()[1] + 0.25, block.get_bottom()[1] - 0.25)
        self.brackets.become(close)
        self.label.next_to(self.brackets, LEFT, buff=0.35)


def _brackets(left: float, right: float, top: float, bottom: float) -> VGroup:
    """Return two square brackets."""
    brackets = VGroup()
    for back, inwards in ((left, 1), (right, -1)):
        tip = back + inwards * _FOOT
        corners = [[tip, top, 0], [back, top, 0], [back, bottom, 0], [tip, bottom, 0]]
        bracket = VMobject(stroke_color=PALETTE.ink, stroke_width=_LINE)
        brackets.add(bracket.set_points(polyline(np.array(corners))))
    return brackets
