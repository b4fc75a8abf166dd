"""The frame of a flat picture: a thin border, a few numbered ticks, the names of the axes."""

from collections.abc import Callable, Sequence

import numpy as np
from manim import (
    DL,
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
    UP,
    AnimationGroup,
    ManimColor,
    Transform,
    VGroup,
    VMobject,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.outline import polygon, polyline
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.numbers.tick_label import TickLabel
from mnemo_anim.mobjects.numbers.ticks import decimals_for, nice_ticks
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_TICK = 0.09  # length, in screen units
_ASIDE = STAGE.gap  # between an axis and its name
_GAP = 0.2  # between a tick and its number


class MapAxes(VGroup):
    """The border of a picture over a rectangle of coords, with its scales.

    Args:
        point: Turns coords (…, 2) into screen points (…, 3).
        x_range: Smallest and largest x.
        y_range: Smallest and largest y.
        names: Of the axes: in Typst's maths notation, or words in double quotes.
        colors: Of the names.
        ticks: The most numbered ticks on an axis; 0 for a border without scales or names.
        boxed: Whether the border goes all round; else it is the two axes.

    Attributes:
        border: The rectangle, or the axes.
        marks: The ticks.
        numbers: The numbers at the ticks.
        names: The names of the axes, x first.
    """

    def __init__(
        self,
        point: Callable[[ArrayLike], Points],
        x_range: Interval,
        y_range: Interval,
        *,
        names: tuple[str, str] = ("x", "y"),
        colors: tuple[str, str] = (PALETTE.x_part, PALETTE.y_part),
        ticks: int = 5,
        boxed: bool = True,
    ) -> None:
        super().__init__()
        (left, right), (low, high) = x_range, y_range
        self.border = VMobject(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.hairline)
        corners = point([(left, low), (right, low), (right, high), (left, high)])
        self.border.set_points(polygon(corners) if boxed else polyline(corners[[3, 0, 1]]))
        self.marks, self.numbers, self.names = VGroup(), VGroup(), VGroup()
        self.add(self.border, self.marks, self.numbers, self.names)
        if ticks:
            for axis in (0, 1):
                self._add_scale(axis, point, (x_range, y_range), ticks)
            self.names.add(*self._written(names, colors))

    def rename(self, names: tuple[str, str]) -> AnimationGroup:
        """Return the animation in which the axes get other names."""
        colors = [name.get_fill_color() for name in self.names]
        renamed = zip(self.names, self._written(names, colors), strict=True)
        return AnimationGroup(*(Transform(old, new) for old, new in renamed))

    def weights(self) -> VGroup:
        """Return the names w₁ and w₂, in their colours, outside the border where the axes end."""
        first, second = (
            halo(Formula(f"w_{index + 1}", size=TYPE.body, color=PALETTE.part(index)))
            for index in (0, 1)
        )
        first.next_to(self.border.get_corner(DR), DL, buff=STAGE.gap / 2)
        second.next_to(self.border.get_corner(UL), UP, buff=STAGE.gap / 2)
        return VGroup(first, second)

    def _add_scale(
        self,
        axis: int,
        point: Callable[[ArrayLike], Points],
        ranges: tuple[Interval, Interval],
        at_most: int,
    ) -> None:
        interval, outwards = ranges[axis], (DOWN, LEFT)[axis]
        foot = [low for low, _ in ranges]
        values = nice_ticks(*interval, at_most)
        decimals = decimals_for(values)
        for value in values:
            foot[axis] = value
            start = point(foot)
            mark = VMobject(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.hairline)
            self.marks.add(mark.set_points(polyline(np.array([start, start + _TICK * outwards]))))
            number = TickLabel(
                value, decimals, mark=mark, border=self.border, axis=axis, interval=interval
            )
            self.numbers.add(number.next_to(mark, outwards, buff=_GAP))

    def _written(
        self, names: Sequence[str], colors: Sequence[str | ManimColor]
    ) -> tuple[VMobject, VMobject]:
        """Return the names in their places: that of x right of its axis, that of y above its own.

        Formulas keep clear of the numbers at the ends of the axes. Words would lead off the picture
        there: those of x stand under the axis, and those of y begin where it does.
        """
        x_name, y_name = (axis_name(*pair) for pair in zip(names, colors, strict=True))
        lower_right, upper_left = self.border.get_corner(DR), self.border.get_corner(UL)
        if isinstance(x_name, Words):
            x_name.next_to(self.numbers, DOWN, buff=_ASIDE).align_to(lower_right, RIGHT)
        else:
            beyond = max(float(self.numbers.get_right()[0]), float(lower_right[0]))
            x_name.next_to([beyond, 0.0, 0.0], RIGHT, buff=_ASIDE).align_to(lower_right, DOWN)
        above = max(float(self.numbers.get_top()[1]), float(upper_left[1]))
        y_name.next_to([0.0, above, 0.0], UP, buff=_ASIDE).align_to(upper_left, LEFT)
        return x_name, y_name


def axis_name(name: str, color: str | ManimColor) -> Formula | Words:
    """Return the name of an axis: maths in Typst's notation, or words in double quotes."""
    words = len(name) > 1 and name[0] == name[-1] == '"'
    kind, content = (Words, name[1:-1]) if words else (Formula, name)
    written: Formula | Words = halo(kind(content, size=TYPE.label, color=color))
    return written
