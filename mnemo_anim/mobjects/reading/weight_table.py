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
from numpy.typing import ArrayLike

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.square_brackets import square_brackets
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.motion.focus import Veil, dim, undim
from mnemo_anim.mobjects.reading.weight_row import WeightRow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_PITCH = 1.3  # from row to row, in Manim units
_FIRST = 2.15  # y of the first row
_INNER, _OUTER = 3.9, 6.8  # from the left edge to the brackets
_OVER, _UNDER = 0.5, 0.45  # of the brackets, over the first row and under the last
_FOOT = 0.16  # length of a bracket's horizontal ends
_LINE = 5.0  # thickness of a bracket, in Manim's stroke unit
_HEADER = 0.38  # from the brackets up to the header
_RISE = 0.2  # of one header as it takes the place of another
_CLOSER = 1.75  # scale of the column before it is spread
_TIGHT = 0.85  # from entry to entry there, in Manim units


class WeightTable(VGroup):
    """A row for each weight, the entries of ∇L between tall brackets.

    Args:
        fit: The curve whose weights are read.
        spot: All weights as they are now.
        sentences: What each entry advises: the words for its sign and for its size.
        weight: The word over the weights.
        room: For each weight to grow, on its slider.

    Attributes:
        rows: A `WeightRow` for each weight.
        brackets: Round the entries.
        header: What stands over the weights: a word, later what is added to each of them.
        slope: ∂L/∂wᵢ, over the entries.
        label: ∇L and “=”, before the column; later ∇L stands over the brackets.
        felt: The weights at which the gradient is felt.
    """

    def __init__(
        self,
        fit: CurveFit,
        spot: Spot,
        sentences: Sequence[tuple[str, str]],
        *,
        weight: str,
        room: float,
    ) -> None:
        super().__init__()
        left = STAGE.left
        interval = (floor(min(fit.start)), ceil(max(fit.start) + room))
        self.felt = Spot(fit.start)
        self.rows = [
            WeightRow(
                fit,
                spot,
                self.felt,
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
        self._over = top + _HEADER
        self.header: VMobject = Words(weight, size=TYPE.label, color=PALETTE.ink_soft)
        self._head(self.header)
        self.slope = Formula("partial L \\/ partial w_i", size=TYPE.body, color=PALETTE.uphill)
        self.slope.move_to([left + _OUTER - self.slope.width / 2, self._over, 0.0])
        self.label = VGroup(
            Formula("nabla L", size=_CLOSER * TYPE.body, color=PALETTE.uphill),
            Formula("=", size=_CLOSER * TYPE.body),
        ).arrange(RIGHT, buff=0.3)
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
        """Return the animation in which each number goes to its weight's row, ∇L over them."""
        moves = (
            row.number.animate.scale(1 / _CLOSER).move_to(place)
            for row, place in zip(self.rows, self._places, strict=True)
        )
        name, equals = self.label
        small = name.copy().scale(1 / _CLOSER)
        small.move_to([STAGE.left + _INNER + small.width / 2, self._over, 0.0])
        return AnimationGroup(
            *moves, Transform(self.brackets, self._tall), Transform(name, small), FadeOut(equals)
        )

    def show_weights(self) -> LaggedStart:
        """Return the animation in which the weights appear, and the arrows of their entries."""
        return LaggedStart(
            FadeIn(self.header, self.slope),
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

    def show_probe(self, size: Given) -> AnimationGroup:
        """Return the animation in which the size of each nudge stands over the weights."""
        probe = Formula("abs(Delta w_i) = #size", numbers={"size": size}, decimals={"size": 2})
        return together(self._rename(probe), *(row.slider.hide_step() for row in self.rows))

    def show_step(self) -> AnimationGroup:
        """Return the animation in which the step of all weights is drawn, its formula over it."""
        named = self._rename(Formula("Delta bold(w) = -alpha nabla L"))
        return together(named, *(row.slider.show_step() for row in self.rows))

    def follow(self, weights: ArrayLike) -> Vary:
        """Return the animation in which the gradient is felt anew all the way to ``weights``."""
        return self.felt.go_to(weights)

    def widen_one(self, index: int) -> Veil:
        """Return the animation in which one row comes forward again."""
        return undim(self.rows[index])

    def step_back(self, index: int) -> Veil:
        """Return the animation in which one row steps back."""
        return dim(self.rows[index])

    def shift_focus(self, old: int, new: int) -> AnimationGroup:
        """Return the animation in which one row steps back and another comes forward."""
        return together(dim(self.rows[old]), undim(self.rows[new]))

    def _head(self, header: VMobject) -> VMobject:
        """Put something over the sliders; return it."""
        return header.move_to([self.rows[0].slider.anchor.origin[0], self._over, 0.0])

    def _rename(self, formula: Formula) -> AnimationGroup:
        """Return the animation in which a formula takes the place over the weights."""
        old = self.header
        self.header = self._head(
            formula.scale(TYPE.body / formula.size).set_color(PALETTE.downhill)
        )
        return AnimationGroup(
            FadeOut(old, shift=_RISE * UP), FadeIn(self.header, shift=_RISE * UP), lag_ratio=0.8
        )

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
    return square_brackets(left, right, top, bottom, foot=_FOOT, line_width=_LINE)
