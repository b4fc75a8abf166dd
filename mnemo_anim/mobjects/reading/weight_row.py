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

from mnemo_anim.maths import Interval
from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Formula, Words, baseline
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.reading.entry_arrow import EntryArrow
from mnemo_anim.mobjects.reading.slider import Slider
from mnemo_anim.mobjects.slopes.gradient_column import partial_derivative
from mnemo_anim.theme import PALETTE, TYPE

# From the left edge of the row, in Manim units:
_NAME = 0.36  # to the middle of the name
_SLIDER = 2.25  # to the middle of the slider
_ZERO = 5.35  # to the zero line of the entries
_LINE = 2.6  # width of the slider
_REACH = 1.3  # of the largest entry
_GAP = 0.22  # between the zero line and the number on its other side
_SECOND_LINE = 0.5  # below the first one
_SWELL = 1.5
_SMALL = 0.5  # scale of a word as it leaves the entry
_FROM_THE_COLUMN = 0.4  # how far a word comes from there: its bracket is not crossed
_SPACE = 0.11  # between two words


class WeightRow(VGroup):
    """wᵢ on a slider, with room for a sentence below it, and ∂L/∂wᵢ where the gradient is felt.

    Args:
        fit: The curve whose weights are read.
        spot: All weights as they are now.
        felt: The weights at which the gradient is felt.
        index: Of this weight, from 0.
        left: Screen point (3,) of the left end of the row's first line.
        interval: The weights at both ends of the slider.
        sentence: What the entry advises: the words for its sign and for its size.

    Attributes:
        label: wᵢ.
        slider: The weight as it is now.
        value: The same as a number.
        entry: ∂L/∂wᵢ as an arrow.
        number: ∂L/∂wᵢ as a number.
        sentence: The advice, two pieces of text, to be shown by :meth:`say`.
    """

    def __init__(
        self,
        fit: CurveFit,
        spot: Spot,
        felt: Spot,
        index: int,
        *,
        left: Iterable[float],
        interval: Interval,
        sentence: tuple[str, str],
    ) -> None:
        super().__init__()
        loss, origin = fit.loss, np.array(list(left))
        self.label = Formula(f"w_{index + 1}", size=TYPE.formula)
        self.label.move_to(origin + _NAME * RIGHT)
        self.slider = Slider(spot, index, interval, width=_LINE, step=float(fit.nudges[index]))
        self.slider.shift(origin + _SLIDER * RIGHT).update()
        self.value = self.slider.readout()
        self.value.move_to(origin + _NAME * RIGHT + _SECOND_LINE * DOWN)
        scale = _REACH / float(np.abs(fit.gradient).max())
        self.entry = EntryArrow(loss, felt, index, scale=scale)
        self.entry.shift(origin + _ZERO * RIGHT).update()
        self.number = partial_derivative(
            loss, felt, index, decimals=2, size=TYPE.body, color=PALETTE.uphill
        )
        other_side = LEFT if self.entry.entry > 0 else RIGHT
        self.number.next_to(origin + _ZERO * RIGHT, other_side, buff=_GAP)
        self.sentence = VGroup(
            *(
                Words(part, size=TYPE.body, color=PALETTE.downhill, track_baselines=True)
                for part in sentence
            )
        )
        for part in self.sentence:
            part.shift(baseline(part) * DOWN)
        way, amount = self.sentence
        amount.shift((way.get_right()[0] + _SPACE - amount.get_left()[0]) * RIGHT)
        read_as_one(self.label, self.value)
        read_as_one(*self.sentence)
        self.sentence.move_to(origin + _SLIDER * RIGHT + _SECOND_LINE * DOWN)
        self.add(self.label, self.slider, self.value, self.entry, self.number)

    def appear(self) -> AnimationGroup:
        """Return the animation in which name, slider and arrow join the number."""
        return together(FadeIn(self.label, self.value), self.slider.appear(), self.entry.grow())

    def say(self) -> LaggedStart:
        """Return the animation in which sign and size become words, and the step is drawn."""
        self.add(self.sentence)
        way, amount = self.sentence
        sign = self.number[0]
        return LaggedStart(
            FadeIn(way, target_position=sign.get_center(), scale=_SMALL),
            together(
                FadeIn(amount, shift=_FROM_THE_COLUMN * LEFT, scale=_SMALL),
                self.weigh(),
                self.slider.show_step(),
            ),
            lag_ratio=0.5,
            suspend_mobject_updating=False,
        )

    def weigh(self) -> Vary:
        """Return the animation in which the arrow swells for a moment."""
        return Vary(self.entry, {"swell": (1.0, _SWELL)}, rate_func=there_and_back)
