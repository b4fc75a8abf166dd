"""A column vector whose entries arrive one by one."""

import itertools
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    LaggedStart,
    Line,
    Mobject,
    ParsableManimColor,
    ReplacementTransform,
    RoundedRectangle,
    Transform,
    TransformFromCopy,
    VGroup,
    VMobject,
    smooth,
)

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.square_brackets import square_brackets
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT, Formula
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

Entry: TypeAlias = str | float | VMobject

DOTS = "dots.v"  # the entries that are not written, in Typst's maths notation

# In ems of the entries:
_ROW_GAP = 0.5  # between the entries
_SLOT_PADDING = 0.14  # round an entry, inside its slot
_SIDE = 0.2  # between the slots and the brackets
_OVERHANG = 0.12  # of the brackets over the first and the last slot
_FOOT = 0.2  # length of a bracket's horizontal ends
_NAME_GAP = 0.44

# In Manim units:
_BAR_GAP = 0.2  # between the right bracket and a bar beside it
_BAR = 0.6  # length of that bar
_LEVEL, _RISEN = 0.45, 0.85  # of the way to the column: an entry leaves its height; has its new
_ONE_BY_ONE = 0.4  # how much later each entry sets out than the one before
_LINE = 0.066  # thickness of a bracket: that of a fraction bar


class ComponentColumn(VGroup):
    """A column in square brackets, such as ∇f, each entry in the colour of its input.

    Args:
        entries: From above: a formula in Typst's maths notation (``DOTS`` for ⋮), a number, or a
            mobject that is ready, such as a live ``Number``.
        colors: Of the entries; by default those of the first, second, third input.
        size: Em height in pixels at 1080p.
        decimals: Of numbers.
        signed: Whether positive numbers carry a plus.
        empty: Whether only slots are shown at first, to be filled by :meth:`drop`.
        row_height: Least height of an entry's place, in Manim units: that of another column's
            entries, to stand beside it row by row.
        name: What the column is, in Typst's maths notation: set before it with an equals sign.
        name_color: Its colour.

    Raises:
        ValueError: There are no entries, or not as many colours.

    """

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        colors: Sequence[str] | None = None,
        size: float = TYPE.formula,
        decimals: int = 2,
        signed: bool = False,
        empty: bool = False,
        row_height: float = 0.0,
        name: str | None = None,
        name_color: str = PALETTE.uphill,
    ) -> None:
        super().__init__()
        if not entries:
            raise ValueError("A column needs at least one entry.")
        hues = _input_colors(entries) if colors is None else colors
        if len(hues) != len(entries):
            raise ValueError(f"A column of {len(entries)} entries was given {len(hues)} colours.")
        em = units(size)
        self.entries = [
            _set(entry, color, size, decimals, signed)
            for entry, color in zip(entries, hues, strict=True)
        ]
        heights = [max(entry.height, row_height) for entry in self.entries]
        _stack(self.entries, heights, em)
        self.slots = _slots(self.entries, heights, em)
        self._offsets = [
            entry.get_center() - slot.get_center()
            for entry, slot in zip(self.entries, self.slots, strict=True)
        ]
        self.brackets = _brackets(self.slots, em)
        self.add(self.slots, self.brackets)
        if name is not None:
            self.label = _named(name, size, name_color)
            self.label.next_to(self.brackets, LEFT, buff=_NAME_GAP * em)
            self.add(self.label)
        if not empty:
            self.slots.set_stroke(opacity=0)
            self.add(*self.entries)
        read_as_one(self, *self.entries)
        self.move_to(ORIGIN)

    def bar_beside(self, index: int) -> Line:
        """Return a bar to the right of an entry, in its colour, for an arrow to be made of."""
        x = float(self.brackets.get_right()[0]) + _BAR_GAP
        start = np.array([x, self.entries[index].get_y(), 0.0])
        color = self.entries[index].family_members_with_points()[0].get_fill_color()
        return Line(start, start + _BAR * RIGHT, color=color, stroke_width=STROKES.arrow)

    def rename(self, name: str) -> Transform:
        """Return the animation in which the column gets another name, in Typst's notation."""
        named = _named(name, self.label.size, self.label[0].get_fill_color())
        named.scale(self.label[-1].width / named[-1].width)
        named.shift(self.label[-1].get_center() - named[-1].get_center())
        return Transform(self.label, named)

    def gather(self, numbers: Sequence[VMobject]) -> LaggedStart:
        """Return the animation in which numbers from a row on the left become the entries.

        The rightmost sets out first and keeps to the row until it is past what stands above it, so
        that none of them crosses another. The brackets are not part of it.
        """
        pairs = list(zip(numbers, self.entries, strict=True))
        return LaggedStart(
            *(
                ReplacementTransform(number, entry, path_func=_level_then_up)
                for number, entry in reversed(pairs)
            ),
            lag_ratio=_ONE_BY_ONE,
        )

    def drop(self, index: int, start: Mobject | Points | None = None) -> AnimationGroup:
        """Return the animation in which the entry ``index`` arrives in its slot.

        It comes out of ``start``, as a copy of it, or from there if that is a screen point (3,), or
        else from a little above.
        """
        entry, slot = self.entries[index], self.slots[index]
        entry.move_to(slot.get_center() + self._offsets[index])
        self.add(entry)
        arrival: Animation
        if isinstance(start, Mobject):
            arrival = TransformFromCopy(start, entry)
        elif start is not None:
            arrival = FadeIn(entry, target_position=start)
        else:
            arrival = FadeIn(entry, shift=slot.height * DOWN)
        return AnimationGroup(arrival, slot.animate.set_stroke(opacity=0))


def _level_then_up(start: Points, end: Points, alpha: float) -> Points:
    """Return the points (k, 3) on the way: level at first, then up to the end, and level again."""
    points = start + alpha * (end - start)
    risen = smooth(float(np.clip((alpha - _LEVEL) / (_RISEN - _LEVEL), 0, 1)))
    points[:, 1] = start[:, 1] + risen * (end[:, 1] - start[:, 1])
    return points


def _named(name: str, size: float, color: ParsableManimColor) -> Formula:
    """Return the name of a column, and an equals sign."""
    return Formula(f"{{{{ {name} : name }}}} =", size=size, parts={"name": color})


def _input_colors(entries: Sequence[Entry]) -> list[str]:
    """Return the colours of the first, second, … input; dots have none of their own."""
    inputs = itertools.count()
    return [PALETTE.ink_soft if entry == DOTS else PALETTE.part(next(inputs)) for entry in entries]


def _set(entry: Entry, color: str, size: float, decimals: int, signed: bool) -> VMobject:
    if isinstance(entry, VMobject):
        return entry
    if isinstance(entry, str):
        return Formula(entry, size=size, color=color)
    return Number(entry, decimals, size=size, color=color, signed=signed, family=FONTS.maths)


def _stack(entries: Sequence[VMobject], heights: Sequence[float], em: float) -> None:
    """Put the entries below each other: formulas centred, numbers by their last digits."""
    y = 0.0
    for entry, height in zip(entries, heights, strict=True):
        entry.move_to([0, y - height / 2, 0])
        y -= height + _ROW_GAP * em
    numbers = VGroup(*(entry for entry in entries if isinstance(entry, Number)))
    right = numbers.get_right()
    for number in numbers:
        number.align_to(right, RIGHT)


def _slots(entries: Sequence[VMobject], heights: Sequence[float], em: float) -> VGroup:
    block = VGroup(*entries)
    return VGroup(
        *(
            RoundedRectangle(
                width=block.width + 2 * _SLOT_PADDING * em,
                height=max(height, em * CAP_HEIGHT) + 2 * _SLOT_PADDING * em,
                corner_radius=0.12 * em,
                stroke_color=PALETTE.rule,
                stroke_width=STROKES.level,
            ).move_to([block.get_x(), entry.get_y(), 0])
            for entry, height in zip(entries, heights, strict=True)
        )
    )


def _brackets(slots: VGroup, em: float) -> VGroup:
    """Return both square brackets round the slots."""
    top, bottom = slots.get_top()[1] + _OVERHANG * em, slots.get_bottom()[1] - _OVERHANG * em
    left, right = slots.get_left()[0] - _SIDE * em, slots.get_right()[0] + _SIDE * em
    return square_brackets(left, right, top, bottom, foot=_FOOT * em, line_width=100 * _LINE * em)
