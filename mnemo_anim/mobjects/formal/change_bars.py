"""What two nudges do to f: two bars from one base line, drawn to one scale."""

from typing import ClassVar

import numpy as np
from manim import DOWN, RIGHT, UP, LaggedStart, TransformFromCopy, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Veiled
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.formal.nudge_lens import Nudges
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_WIDTH = 0.56  # of a bar, in screen units
_BLOCK = 0.5  # width of a bar that is laid into another, over that of the other
_APART = 1.15  # from the middle of one bar to that of the next
_GAP = 0.16  # between a bar and its number, or its name
_FILL = 0.85  # opacity
_ARC = 2.2  # radians, of the way of a bar into another one on its right


class ChangeBars(Live):
    """The change of f that each of two nudges makes, as a bar with its number.

    Args:
        nudges: What is measured.
        foot: Screen point of the middle of the base line.
        unit: Screen units per unit of f.
        decimals: Of the numbers.

    Attributes:
        bars: One for each input.
        numbers: Above them, live.
        names: Below them.
        blocks: The one bar in the other, as often as it fits.
    """

    shared: ClassVar[tuple[str, ...]] = ("nudges",)

    def __init__(self, nudges: Nudges, *, foot: ArrayLike, unit: float, decimals: int = 2) -> None:
        super().__init__()
        self.nudges, self.foot, self.unit = nudges, np.asarray(foot, float), unit
        self.blocks = VGroup()
        self.base = CasedLine(color=PALETTE.ink_soft, width=STROKES.axis)
        self.bars = [
            Veiled(fill_color=PALETTE.part(index), fill_opacity=_FILL, stroke_width=0.0)
            for index in (0, 1)
        ]
        self.numbers = VGroup(*(self._number(index, decimals) for index in (0, 1)))
        self.names = VGroup(
            *(
                Formula(name, size=TYPE.body, color=PALETTE.part(index))
                for index, name in enumerate(nudges.chart.field.variables)
            )
        )
        for index, name in enumerate(self.names):
            name.move_to(self._middle(index) + _GAP * DOWN, aligned_edge=-DOWN)
        self.base.set_z_index(1)  # over whatever is laid into a bar
        self.add(*self.bars, self.base, self.numbers, self.names)
        self.come_alive()

    def height(self, index: int) -> float:
        """Return the height of a bar, in screen units."""
        return self.unit * self.nudges.change(index).value

    def fit_in(self, index: int, other: int) -> LaggedStart:
        """Return the animation in which a bar is laid into another as often as it fits."""
        height = self.height(index)
        self.blocks.submobjects = [
            Veiled(
                fill_color=PALETTE.part(index),
                fill_opacity=1.0,
                stroke_color=PALETTE.ground,
                stroke_width=STROKES.axis,
            ).set_points(_box(self._middle(other) + k * height * UP, _BLOCK * _WIDTH, height))
            for k in range(round(self.height(other) / height))
        ]
        # The way bends downwards, past the number over the bar.
        bar, arc = self.bars[index], (index - other) * _ARC
        flights = (TransformFromCopy(bar, block, path_arc=arc) for block in self.blocks)
        return LaggedStart(*flights, lag_ratio=0.7)

    def redraw(self) -> None:
        """Draw the bars as the nudges are now."""
        reach = (_APART / 2 + _WIDTH) * RIGHT
        self.base.draw([np.stack([self.foot - reach, self.foot + reach])])
        for index, (bar, number) in enumerate(zip(self.bars, self.numbers, strict=True)):
            middle, height = self._middle(index), self.height(index)
            bar.set_points(_box(middle, _WIDTH, height))
            number.update()  # first, for its width decides where it stands
            number.move_to(middle + (height + _GAP + number.height / 2) * UP)

    def _middle(self, index: int) -> Points:
        middle: Points = self.foot + (index - 0.5) * _APART * RIGHT
        return middle

    def _number(self, index: int, decimals: int) -> Number:
        return Number(
            source=lambda: self.nudges.change(index),
            decimals=decimals,
            size=TYPE.body,
            color=PALETTE.part(index),
            signed=True,
            family=FONTS.maths,
        )


def _box(foot: Points, width: float, height: float) -> Points:
    """Return the cubics of a rectangle on the middle of its lower side."""
    across, up = width / 2 * RIGHT, height * UP
    return polygon(np.stack([foot - across, foot + across, foot + across + up, foot - across + up]))
