"""A number that may change with every frame."""

from collections.abc import Callable
from typing import Literal

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.lettering.claims import Claim
from mnemo_anim.mobjects.lettering.glyphs import glyph_sheet
from mnemo_anim.mobjects.lettering.numerals import NUMERALS, decimal_separator, format_number
from mnemo_anim.theme import FONTS, PALETTE, PIXELS_PER_UNIT, TYPE

Source = Callable[[], Quantity]


class Number(VGroup):
    """A number on the screen.

    Its glyphs are set once; a new value only moves them, so that a change costs microseconds. All
    digits have the same advance: nothing jitters. It may be moved and scaled, but not rotated.

    Args:
        value: What is shown first; None: what ``source`` gives.
        decimals: Digits after the decimal separator.
        size: Em height in pixels at 1080p.
        color: A colour of the palette.
        signed: Whether positive values carry a plus.
        unit: Text right behind the number, as ``"%"`` or ``" m"``.
        family: ``FONTS.text``, or ``FONTS.maths`` for a number that stands in a formula.
        scientific: Whether to write 0.00031 as 3.1×10⁻⁴.
        widest: The widest value to come, for which room is kept; by default the first one.
        anchor: What stays where it is when the value changes: ``left``, the first character, or
            ``point``, the decimal separator.
        source: Gives the quantity shown, from the state of the scene. A number without one stands
            for nothing: no scene shows it.
        live: Whether the source is asked anew for every frame; else only now, as for a tick.
        exact: Whether no digit is rounded off, as at a tick.
        separator: Of the decimals; by default that of the film's language.

    Raises:
        ValueError: A value is not finite, or there is neither value nor source.

    """

    def __init__(
        self,
        value: float | None = None,
        decimals: int = 2,
        *,
        size: float = TYPE.label,
        color: str = PALETTE.ink,
        signed: bool = False,
        unit: str = "",
        family: str = FONTS.text,
        scientific: bool = False,
        widest: float | None = None,
        anchor: Literal["left", "point"] = "left",
        source: Source | None = None,
        live: bool = True,
        exact: bool = False,
        separator: str | None = None,
    ) -> None:
        super().__init__()
        if value is None:
            if source is None:
                raise ValueError("A number needs a value or a source; give one.")
            value = source().value
        self.size, self.unit = size, unit
        self._decimals, self._signed, self._scientific = decimals, signed, scientific
        self._anchor, self._exact = anchor, exact
        self._separator = separator or decimal_separator()
        self._sheet = glyph_sheet(NUMERALS + unit, family)
        self._roomiest = self._format(value if widest is None else widest)
        self._source: Source | None = None

        self.value = value
        self.text = self._format(value)
        self.add(
            VMobject(
                fill_color=color,
                fill_opacity=1,
                stroke_width=0,
                background_stroke_color=PALETTE.ground,
            )
        )
        self._write(size / PIXELS_PER_UNIT, np.zeros(3))
        if source is not None:
            # A function of its own: to copy a bound method would copy the tracker behind it.
            def compute() -> Quantity:
                return source()

            self._source = compute
            if live:
                self.add_updater(lambda number: number.set_value(compute().value))

    def set_value(self, value: float) -> "Number":
        """Show ``value``; size, style and anchor stay. Raises ``ValueError`` unless finite."""
        text = self._format(value)
        if text != self.text:
            em, origin = self._placement()
            self.text = text
            self._write(em, origin)
        self.value = value
        return self

    def place(self, point: ArrayLike) -> "Number":
        """Put the left end of the baseline, with the room that is kept, at ``point`` (3,)."""
        self.shift(np.asarray(point, dtype=float) - self.origin)
        return self

    @property
    def origin(self) -> Points:
        """The left end of the baseline, with the room that is kept."""
        return self._placement()[1]

    @property
    def em(self) -> float:
        """The em height in pixels at 1080p, as it stands."""
        return self._placement()[0] * PIXELS_PER_UNIT

    @property
    def room(self) -> float:
        """The width that is kept for the widest value, in Manim units."""
        return self._sheet.width(self._roomiest + self.unit) * self._placement()[0]

    def room_for(self, value: float) -> float:
        """Return the width that ``value`` would take, in Manim units."""
        return self._sheet.width(self._format(value) + self.unit) * self._placement()[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the number asserts as it is drawn; nothing without a source."""
        return () if self._source is None else (Claim(self.text, self._source(), self._exact),)

    def _format(self, value: float) -> str:
        return format_number(
            value,
            self._decimals,
            signed=self._signed,
            scientific=self._scientific,
            separator=self._separator,
        )

    def _outlines(self) -> list[Points]:
        """Return the outline of each character of the text, in ems from the origin."""
        start = 0.0
        if self._anchor == "point":
            start = self._width_to_point(self._roomiest) - self._width_to_point(self.text)
        return self._sheet.outlines(self.text + self.unit, start)

    def _width_to_point(self, text: str) -> float:
        return self._sheet.width(text.partition(self._separator)[0])

    def _write(self, em: float, origin: Points) -> None:
        """Make the cells show the text, in the style of the first of them."""
        outlines = self._outlines()
        cells = list(self)
        spare = [cells[0].copy() for _ in range(len(outlines) - len(cells))]
        for cell in cells[len(outlines) :]:
            cell.clear_points()  # Manim draws all that a play began with, even what was removed
            self.remove(cell)
        self.add(*spare)
        for cell, outline in zip(self, outlines, strict=True):
            cell.set_points(outline * em + origin)

    def _placement(self) -> tuple[float, Points]:
        """Return the size of an em and the origin, read off the first cell as it stands now."""
        outline = self._outlines()[0]
        points = self[0].points
        em = float(np.linalg.norm(points - points[0]) / np.linalg.norm(outline - outline[0]))
        return em, points[0] - em * outline[0]


def digit_corner(family: str) -> Points:
    """Return the lower left corner of a zero, in ems from the origin of its number."""
    corner: Points = glyph_sheet(NUMERALS, family).outlines("0")[0].min(axis=0)
    return corner
