"""A value that code prints, in the form in which the listing's comment promises it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from manim import DL, DOWN, DR, RIGHT, Line, RoundedRectangle, VGroup, VMobject
from numpy.typing import ArrayLike
from pygments.token import Punctuation

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.code.code_line import CodeLine, advance
from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.lettering.numerals import read_number
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

_UNDER = 0.1  # from the value to a bar under it, in Manim units
_PADDING, _CHIP_HEIGHT = 0.1, 0.4  # of the ground of the value
_NUMBER = re.compile(r"[-−]?\d+(?:\.(\d+))?")


class CodeValue(VGroup):
    """Computed numbers, with the punctuation of the comment: ``2.0``, ``(1, 3)``.

    Args:
        comment: What the listing promises: it gives the form, and what the numbers must be.
        quantities: One for each number in it.
        line: Of the code, from 0.
        color: Of the numbers.

    Attributes:
        line: As given.
        numbers: The numbers alone.

    Raises:
        ValueError: The comment holds other numbers than those computed.
    """

    def __init__(
        self,
        comment: str,
        quantities: Sequence[Quantity],
        *,
        line: int,
        color: str = PALETTE.ink,
    ) -> None:
        super().__init__()
        self.line = line
        found = list(_NUMBER.finditer(comment))
        self.numbers = VGroup(
            *(
                _number(quantity, match, color)
                for quantity, match in zip(quantities, found, strict=False)
            )
        )
        computed = [read_number(number.text) for number in self.numbers]
        if len(quantities) != len(found) or computed != [read_number(m[0]) for m in found]:
            shown = ", ".join(f"{quantity.value:g}" for quantity in quantities)
            raise ValueError(
                f"The listing promises “{comment}”, but what its line gives is {shown}. "
                "Correct the comment in the document."
            )
        signs = VGroup(
            *(
                _signs(sign[0], sign.start())
                for sign in re.finditer(r"\S+", _NUMBER.sub(lambda m: " " * len(m[0]), comment))
            )
        )
        self.add(_chip(VGroup(self.numbers, signs)), self.numbers, signs)

    def place(self, point: ArrayLike) -> None:
        """Put the left end of the baseline at ``point`` (3,); it stands at the origin at first."""
        self.shift(np.asarray(point, float))

    def bar(self) -> Line:
        """Return a bar under the value, in its colour, for something to be made of."""
        start, end = self.numbers.get_corner(DL), self.numbers.get_corner(DR)
        color = self.numbers[0].family_members_with_points()[0].get_fill_color()
        bar = Line(start, end, color=color, stroke_width=STROKES.arrow)
        return bar.shift(_UNDER * DOWN)

    def seen_as(self, number: VMobject) -> CodeValue:
        """Return a copy of the value whose first digit covers that of a number elsewhere.

        All else cannot be seen: where a 2 stands, so does the 2 of 2.0.
        """
        copy: CodeValue = self.copy()
        chip, first, *others = copy.family_members_with_points()
        digit = number.family_members_with_points()[0]
        copy.scale(digit.height / first.height).shift(digit.get_center() - first.get_center())
        for other in (chip, *others):
            other.set_opacity(0.0)
        return copy


def _number(quantity: Quantity, match: re.Match[str], color: str) -> Number:
    number = Number(
        source=lambda: quantity,
        live=False,
        decimals=len(match[1] or ""),
        size=TYPE.label,
        color=color,
        family=FONTS.code,
        separator=".",  # a program prints it so in every language
    )
    return number.place(match.start() * advance() * RIGHT)


def _chip(text: VGroup) -> Veiled:
    """Return the ground on which printed text stands: it is no part of the code."""
    chip = Veiled(fill_color=PALETTE.ground, fill_opacity=1.0, stroke_width=0)
    middle = CAP_HEIGHT * units(TYPE.label) / 2  # of the line: brackets reach deeper than digits
    shape = RoundedRectangle(
        width=text.width + 2 * _PADDING, height=_CHIP_HEIGHT, corner_radius=_PADDING
    )
    chip.set_points(shape.move_to([text.get_x(), middle, 0]).points)
    return chip


def _signs(text: str, column: int) -> CodeLine:
    signs = CodeLine([(Punctuation, text)], {})
    signs.place(column * advance() * RIGHT)
    return signs
