"""What the same small nudge of each weight takes off the loss, beside the entries."""

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    VGroup,
    there_and_back,
)

from mnemo_anim.maths.curve_fit import CurveFit
from mnemo_anim.maths.quantities import Change, as_coord_tuple
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled, together
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.reading.weight_table import WeightTable
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_THICKNESS = 0.17  # of a bar, as of the shaft of an entry's arrow
_ZERO = 0.26  # half the height of the zero line
_BELOW = 0.5  # from the bar to its number
_SWELL = 1.5


class LossAnswer(Live):
    """How much the loss falls for a nudge of one weight, as a bar from a zero line.

    Args:
        fit: Its start is where the nudge is made.
        by: The nudge, coords (n,).
        origin: Screen point (3,) of the zero line's middle.
        unit: Screen units for a fall of 1.

    Attributes:
        grown: How much of the nudge is made, 0 to 1.
        swell: Thickness over that at rest.
        number: The change of the loss for the whole nudge.
    """

    def __init__(self, fit: CurveFit, by: Points, *, origin: Points, unit: float) -> None:
        super().__init__()
        self.fit, self.by, self.origin, self.unit = fit, by, origin, unit
        self.grown, self.swell = 0.0, 1.0
        self.zero = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.bar = Veiled(fill_color=PALETTE.downhill, fill_opacity=1.0, stroke_width=0.0)
        change = Change(fit.loss, as_coord_tuple(fit.start), as_coord_tuple(by))
        self.number = Number(
            source=lambda: change,
            decimals=4,
            size=TYPE.label,
            color=PALETTE.downhill,
            signed=True,
            family=FONTS.maths,
        )
        self.number.move_to(origin + _BELOW * DOWN).align_to(origin, LEFT)
        self.add(self.bar, self.zero)
        self.come_alive()

    @property
    def fall(self) -> float:
        """How much the loss falls for as much of the nudge as is made."""
        start, loss = np.array(self.fit.start), self.fit.loss
        return float(loss.value(start)) - float(loss.value(start + self.grown * self.by))

    def redraw(self) -> None:
        """Draw the bar of the fall."""
        up, across = np.array(UP), self.unit * self.fall * RIGHT
        side = self.swell * _THICKNESS / 2 * up
        ends = np.stack([self.origin, self.origin + across])
        self.bar.set_points(polygon(np.concatenate([ends - side, ends[::-1] + side])))
        self.zero.draw([np.stack([self.origin - _ZERO * up, self.origin + _ZERO * up])])
        self.bar.presence = self.shown * float(self.grown > 0)
        self.zero.presence = self.shown


class LossAnswers(VGroup):
    """An answer for each weight, in its row of a table: where nudges are small, all in proportion.

    A nudge of size δ takes about δ |∂L/∂wᵢ| off the loss; the bars are 1/δ times as long for their
    number as the arrows of the entries for theirs.

    Args:
        fit: The curve whose weights are nudged.
        table: The weights and their entries.
        size: Of each nudge, in units of a weight.
        left: Screen x of the zero lines.

    Attributes:
        answers: One for each weight.
        header: ΔL, over them.
    """

    def __init__(self, fit: CurveFit, table: WeightTable, size: float, *, left: float) -> None:
        super().__init__()
        self.answers = [
            LossAnswer(
                fit,
                by,
                origin=np.array([left, row.entry.anchor.origin[1], 0.0]),
                unit=row.entry.scale_of_entry / size,
            )
            for row, by in zip(table.rows, fit.probes(size), strict=True)
        ]
        self.header = Formula("Delta L", size=TYPE.body, color=PALETTE.downhill)
        self.header.move_to([left, table.slope.get_y(), 0.0]).align_to([left, 0.0, 0.0], LEFT)
        self.add(self.header, *self.answers, *(answer.number for answer in self.answers))

    def appear(self) -> AnimationGroup:
        """Return the animation in which header and zero lines appear."""
        return together(FadeIn(self.header), *(answer.appear() for answer in self.answers))

    def grow(self, index: int) -> Vary:
        """Return the animation in which one weight's nudge is made."""
        return self.answers[index].vary(grown=(0.0, 1.0))

    def tell(self, index: int) -> FadeIn:
        """Return the animation in which one answer's number appears."""
        return FadeIn(self.answers[index].number, shift=0.1 * DOWN)

    def weigh(self) -> LaggedStart:
        """Return the animation in which the bars swell, one after the other."""
        return LaggedStart(
            *(
                Vary(answer, {"swell": (1.0, _SWELL)}, rate_func=there_and_back)
                for answer in self.answers
            ),
            lag_ratio=0.4,
            suspend_mobject_updating=False,
        )

    def vanish(self) -> AnimationGroup:
        """Return the animation in which all of it leaves."""
        numbers = (answer.number for answer in self.answers)
        return together(
            FadeOut(self.header, *numbers), *(answer.vanish() for answer in self.answers)
        )
