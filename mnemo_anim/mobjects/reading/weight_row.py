"""One weight of a loss: its name, its slider, its entry of the gradient, and what that advises."""

from collections.abc import Iterable

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    AnimationGroup,
    FadeIn,
    LaggedStart,
    VGroup,
    there_and_back,
)

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.corners import Interval
from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.live import Vary, together
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.reading.entry_arrow import EntryArrow
from mnemo_anim.mobjects.reading.slider import Slider
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import FONTS, PALETTE, TYPE

# From the left edge of the row, in Manim units:
_NAME = 0.3  # to the middle of the name
_SLIDER = 1.85  # to the middle of the slider
_ZERO = 4.8  # to the zero line of the entries
_LINE = 2.0  # width of the slider
_REACH = 1.3  # of the largest entry
_GAP = 0.22  # between the zero line and the number on its other side
_SECOND_LINE = 0.53  # below the first one
_SWELL = 1.5
_SMALL, _ONE_BY_ONE = 0.4, 0.04  # letters as they leave the entry, and how much later each


class WeightRow(VGroup):
    """wᵢ on a slider and ∂L/∂wᵢ where the gradient was felt, with room for a sentence below them.

    Args:
        fit: The curve whose weights are read.
        spot: All weights as they are now.
        index: Of this weight, from 0.
        left: Screen point (3,) of the left end of the row's first line.
        interval: The weights at both ends of the slider.
        sentence: What the entry advises, in words.

    Attributes:
        label: wᵢ.
        slider: The weight as it is now.
        value: The same as a number.
        entry: ∂L/∂wᵢ as an arrow.
        number: ∂L/∂wᵢ as a number.
        sentence: The advice, to be shown by :meth:`say`.
    """

    def __init__(
        self,
        fit: CurveFit,
        spot: Spot,
        index: int,
        *,
        left: Iterable[float],
        interval: Interval,
        sentence: str,
    ) -> None:
        super().__init__()
        loss, origin = fit.loss, np.array(list(left))
        self.label = Formula(f"w_{index + 1}", size=TYPE.formula)
        self.label.move_to(origin + _NAME * RIGHT)
        self.slider = Slider(spot, index, interval, width=_LINE, step=float(fit.nudges[index]))
        self.slider.shift(origin + _SLIDER * RIGHT).update()
        self.value = self.slider.readout()
        scale = _REACH / float(np.abs(fit.gradient).max())
        self.entry = EntryArrow(loss, fit.start, index, scale=scale)
        self.entry.shift(origin + _ZERO * RIGHT).update()
        self.number = Number(
            decimals=2,
            size=TYPE.body,
            color=PALETTE.uphill,
            signed=True,
            family=FONTS.maths,
            source=lambda: PartialDerivative(loss, fit.start, index),
        )
        other_side = LEFT if self.entry.entry > 0 else RIGHT
        self.number.next_to(origin + _ZERO * RIGHT, other_side, buff=_GAP)
        self.sentence = Words(sentence, size=TYPE.body, color=PALETTE.downhill)
        self.sentence.move_to(origin + _ZERO * RIGHT + _SECOND_LINE * DOWN)
        self.add(self.label, self.slider, self.value, self.entry, self.number)

    def appear(self) -> AnimationGroup:
        """Return the animation in which name, slider and arrow join the number."""
        return together(FadeIn(self.label, self.value), self.slider.appear(), self.entry.grow())

    def say(self) -> AnimationGroup:
        """Return the animation in which a sentence comes out of the entry; its step is drawn."""
        self.add(self.sentence)
        start = self.number.get_center()
        letters = (FadeIn(glyph, target_position=start, scale=_SMALL) for glyph in self.sentence)
        return together(LaggedStart(*letters, lag_ratio=_ONE_BY_ONE), self.slider.show_step())

    def weigh(self) -> Vary:
        """Return the animation in which the arrow swells for a moment."""
        return Vary(self.entry, {"swell": (1.0, _SWELL)}, rate_func=there_and_back)
