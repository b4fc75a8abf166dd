"""Two equal nudges under the glass, and what they do to f, beside a map."""

import numpy as np
from manim import (
    DOWN,
    RIGHT,
    UP,
    AnimationGroup,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    TransformFromCopy,
    VGroup,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval
from mnemo_anim.maths.quantities import Given, PartialDerivative, Quantity, Ratio, as_coord_tuple
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.formal.change_bars import ChangeBars
from mnemo_anim.mobjects.formal.nudge_lens import NudgeLens
from mnemo_anim.mobjects.lettering.notation import rest
from mnemo_anim.mobjects.lettering.text import Formula, Words, baseline, halo
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.numbers.gradient_row import ENTRIES, GradientRow
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.numbers.ticks import decimals_for
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_GLASS = 0.6  # of the width of the column
_TOP = 1.3  # from the upper edge of the stage to the glass
_FOOT = 0.2  # from the lower edge of the stage to the ratio
_BESIDE = 0.25  # from words to their number
_LINES = STAGE.gap  # between the lines under the glass
_BAR = 0.72  # of the height of the glass: the longer bar


class NudgePanel:
    """A glass over a point of a map, two nudges in it, and the change of f that each makes.

    It is no mobject: its parts come one by one.

    Args:
        chart: The map.
        here: Coords (2,) of the point.
        nudge: How far each input is nudged.
        column: Left and right edge of where it stands, in screen units.
        words: What the bars show, how long a nudge is, and how far from one level to the next.

    Attributes:
        lens: The glass.
        nudges: The nudges in it.
        bars: The changes.
        heading: Over them, their words.
        legend: Under the glass, how long a nudge is, and what one level adds.
        ratio: One entry of ∇f as a multiple of the other.
    """

    def __init__(
        self,
        chart: ContourMap,
        here: ArrayLike,
        nudge: float,
        column: Interval,
        words: tuple[str, str, str],
    ) -> None:
        left, right = column
        side = _GLASS * (right - left)
        self.chart, self.by = chart, nudge
        self._point = chart.point(here)
        self.lens = lens = NudgeLens(chart.field, here, nudge=nudge, side=side)
        lens.glass.move_to([right - side / 2, STAGE.top - _TOP - side / 2, 0])
        self.nudges = lens.nudges
        change = Words(words[0], size=TYPE.label, color=PALETTE.ink_soft)
        x = (left + right - side - STAGE.gap) / 2
        border = lens.glass.chart.axes.border
        floor, ceiling = float(border.get_bottom()[1]), float(border.get_top()[1])
        tallest = nudge * float(chart.field.gradient(here).max())
        self.bars = ChangeBars(self.nudges, foot=(x, floor, 0), unit=_BAR * side / tallest)
        self.heading = change.move_to([x, ceiling, 0], aligned_edge=UP)
        self.legend = VGroup(_line(words[1], Given("nudge", nudge)), _line(words[2], lens.spacing))
        self.legend.arrange(DOWN, buff=_LINES, aligned_edge=RIGHT)
        self.legend.next_to(lens.glass.chart, DOWN, buff=STAGE.gap / 2).align_to(border, RIGHT)
        self.ratio = self._ratio(here)
        self.ratio.move_to([x, STAGE.bottom + _FOOT, 0], aligned_edge=DOWN)

    def open(self) -> AnimationGroup:
        """Return the animation in which the glass comes out of the map."""
        self.beam = self.lens.beam_from(self._point)
        return together(GrowFromPoint(self.beam, self._point), self.lens.open_from(self._point))

    def set_up(self) -> AnimationGroup:
        """Return the animation in which what is measured appears."""
        shown = FadeIn(self.lens.mark, self.bars, self.heading, self.legend)
        return AnimationGroup(FadeOut(self.beam), shown)

    def nudge(self, index: int) -> Vary:
        """Return the animation in which one input is nudged."""
        return self.nudges.nudge(index, self.by)

    def compare(self, row: GradientRow) -> AnimationGroup:
        """Return the animation in which the entries of ∇f come down to be compared."""
        entries = [self.ratio.part(name) for name in ENTRIES]
        flights = (TransformFromCopy(row.entry(k), part) for k, part in enumerate(entries))
        return AnimationGroup(*flights, late(FadeIn(*rest(self.ratio, ENTRIES))))

    def leave(self) -> FadeOut:
        """Return the animation in which all of it leaves."""
        lens, bars = self.lens, self.bars
        return FadeOut(
            lens.glass,
            lens.mark,
            self.nudges,
            bars,
            bars.blocks,
            self.heading,
            self.legend,
            self.ratio,
        )

    def _ratio(self, here: ArrayLike) -> Formula:
        """Return 8 = 4 · 2, the entry of y by that of x."""
        field = self.chart.field
        at = as_coord_tuple(np.asarray(here, float))
        x, y = (PartialDerivative(field, at, index) for index in (0, 1))
        ratio = Formula(
            "{{#last : last}} = #times dot {{#first : first}}",
            size=TYPE.formula,
            numbers={"last": y, "times": Ratio(y, x), "first": x},
        )
        for index, name in enumerate(ENTRIES):
            ratio.part(name).set_color(PALETTE.part(index))
        halo(ratio)
        return ratio


def _line(words: str, quantity: Quantity) -> VGroup:
    """Return words and their number, on one baseline."""
    said = Words(words, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True)
    number = Number(
        source=lambda: quantity,
        decimals=decimals_for([quantity.value]),
        size=TYPE.label,
        signed=True,
        family=FONTS.maths,
    )
    number.place([said.get_right()[0] + _BESIDE, baseline(said), 0])
    read_as_one(said, number)
    return VGroup(said, number)
