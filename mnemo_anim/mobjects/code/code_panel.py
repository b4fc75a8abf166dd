"""The lecture's listings on a panel: one line in focus, values where the code produces them."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
from manim import (
    DOWN,
    RIGHT,
    UL,
    UP,
    UR,
    Line,
    TransformFromCopy,
    VGroup,
    VMobject,
)
from numpy.typing import NDArray

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.code.code_line import CodeLine, advance, tokens_by_line
from mnemo_anim.mobjects.code.code_parts import line_number, panel_plate
from mnemo_anim.mobjects.code.code_value import CodeValue
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import rectangle
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_PITCH = 0.44  # from line to line, in Manim units
_PADDING = 0.24  # between the edge of the panel and its lines
_GUTTER = 0.32  # between the line numbers and the code
_MARK = 0.06  # width of the mark at the left of the lines in focus
_QUIET = 0.42  # presence of the number of a line out of focus
_UNDER = 0.1  # from the baseline to a line under words
_COMES = 0.7  # of the time from line to line, in which one is set
_CLEAR = 0.1  # lines beyond the window that are still seen in full
_FADE = 0.6  # lines over which code fades at the edges of the window
_BAR_OPACITY = 0.75  # of bare ground: on a lighter bar no coloured name would be legible
_RISE = (_PITCH + CAP_HEIGHT * units(TYPE.label)) / 2  # from the top of a line to its baseline
_BEFORE = 0.5  # characters by which a value stands left of the comment that promises it


class CodePanel(Live):
    """Listings that share their variables, one below the other, seen through a window.

    What a comment promises is hidden, until :meth:`write` shows the computed value in its place.

    Args:
        listings: Their code, in order.
        language: For the tokeniser.
        names: Colours of names that have a meaning beyond the code.
        window: How many lines can be seen.

    Attributes:
        code: All lines, with their comments.
        starts: The first line of each listing, from 0.
        values: What is promised, in the order of :meth:`promise`.
        focus: The first and the last line in focus, from 0; between whole numbers, on the way.
        attention: How far all other lines have lost their colours, 0 to 1.
        top: The line at the top of the window, from 0.
        typed: How many lines have been set, from the top of the code.
        written: How far each of the values is there, 0 to 1.
    """

    def __init__(
        self,
        listings: Sequence[str],
        *,
        language: str,
        names: Mapping[str, str] | None = None,
        window: int = 11,
    ) -> None:
        super().__init__()
        self.code = "\n\n".join(listings).split("\n")
        lengths = (len(listing.split("\n")) + 1 for listing in listings)
        self.starts = [0, *accumulate(lengths)][:-1]
        self.values: list[CodeValue] = []
        self.focus: NDArray[np.float64] = np.zeros(2)
        self.attention, self.top, self.typed = 0.0, 0.0, float(len(self.code))
        self.written: NDArray[np.float64] = np.zeros(0)
        self.window = window

        tokens = tokens_by_line("\n".join(self.code), language)
        self._lines = {i: CodeLine(part, names or {}) for i, part in enumerate(tokens) if part}
        self._numbers = [line_number(i + 1) for i in range(len(self.code))]
        self._indent = _PADDING + max(number.width for number in self._numbers) + _GUTTER
        columns = max(self._columns(line) for line in self._lines)
        width = self._indent + columns * advance() + _PADDING
        self.plate = panel_plate(width, window * _PITCH + 2 * _PADDING)
        self.bar = Veiled(fill_color=PALETTE.ground, fill_opacity=_BAR_OPACITY, stroke_width=0)
        self.mark = Veiled(fill_color=PALETTE.lantern, fill_opacity=1, stroke_width=0)
        self.add(self.plate, self.bar, self.mark, *self._numbers, *self._lines.values())
        read_as_one(*self._lines.values())
        self._set_at = self.top
        for index, number in enumerate(self._numbers):
            number.shift(self._start(index) - _GUTTER * RIGHT)
        for index, line in self._lines.items():
            line.place(self._start(index))
        self.redraw()

    # ---- what it says ----------------------------------------------------------------------

    def line(self, fragment: str) -> int:
        """Return the number, from 0, of the one line that holds ``fragment``.

        Raises:
            ValueError: No line does, or several do.
        """
        found = [i for i, line in enumerate(self.code) if fragment in line]
        if len(found) != 1:
            raise ValueError(
                f"{len(found) or 'no'} lines of the listings hold “{fragment}”; "
                "one is looked for. Name it by what only that line says."
            )
        return found[0]

    def promise(self, fragment: str, *quantities: Quantity, color: str = PALETTE.ink) -> CodeValue:
        """Return the value that the comment of a line promises; it is not written yet.

        Args:
            fragment: What only that line holds.
            *quantities: One for each number of the comment, in order.
            color: Of the numbers.

        Raises:
            ValueError: The line has no comment, or the comment promises other values than these.
        """
        line = self.line(fragment)
        _, sign, comment = self.code[line].partition("#")
        if not sign:
            raise ValueError(f"The line “{self.code[line]}” promises no value: it has no comment.")
        value = CodeValue(comment.strip(), quantities, line=line, color=color)
        value.place(self._start(line) + self._value_column(line) * advance() * RIGHT)
        self.values.append(value)
        read_as_one(*self._lines.values(), *self.values)
        self.written = np.append(self.written, 0.0)
        self.add(value)
        self.redraw()
        return value

    # ---- what happens ----------------------------------------------------------------------

    def set_lines(self, listing: int) -> Vary:
        """Return the animation in which a listing is set, line by line."""
        first, end = self.starts[listing], self._end(listing)
        return self.vary(shown=(min(1.0, float(first)), 1.0), typed=(float(first), float(end)))

    def focus_on(self, *fragments: str) -> Vary:
        """Return the animation in which the bar glides to lines, and all others are dimmed.

        Args:
            *fragments: What only the first and what only the last of them holds; one may do.
        """
        lines = [self.line(fragment) for fragment in fragments]
        span = np.array([min(lines), max(lines)], float)
        return self.vary(focus=span if self.attention else (span, span), attention=1.0)

    def relax(self) -> Vary:
        """Return the animation in which all lines are bright again."""
        return self.vary(attention=0.0)

    def scroll_to(self, listing: int) -> Vary:
        """Return the animation in which the window moves on until a listing is seen to its end."""
        end = self._end(listing)
        return self.vary(top=float(max(0, end - self.window)), typed=float(end))

    def underline(self, words: str, color: str = PALETTE.uphill) -> VGroup:
        """Return lines under ``words`` wherever they stand in the lines in focus."""
        lines = range(round(self.focus[0]), round(self.focus[1]) + 1)
        return VGroup(
            *(
                Line(
                    self._start(line) + column * advance() * RIGHT + _UNDER * DOWN,
                    self._start(line) + (column + len(words)) * advance() * RIGHT + _UNDER * DOWN,
                    color=color,
                    stroke_width=STROKES.axis,
                )
                for line in lines
                if (column := self.code[line].find(words)) >= 0
            )
        )

    def write(self, *values: CodeValue) -> Vary:
        """Return the animation in which values appear where the code produces them."""
        return self.vary(written=self._with(values))

    def receive(self, value: CodeValue, start: VMobject) -> TransformFromCopy:
        """Return the animation in which a value arrives from where its number is there already."""
        self.written = self._with([value])
        self.redraw()
        return TransformFromCopy(value.seen_as(start), value)

    def redraw(self) -> None:
        """Put every line where it stands now, as bright as it is."""
        risen = (self.top - self._set_at) * _PITCH * UP
        self._set_at = self.top
        for part in self._moving():
            part.shift(risen)
        self._draw_bar()
        self.plate.presence = self.shown
        for index, number in enumerate(self._numbers):
            there = self.shown * self._in_window(index) * _share((self.typed - index) / _COMES)
            dimmed = (1 - self._in_focus(index)) * self.attention
            number.presence = there * (1 - (1 - _QUIET) * dimmed)
            if index in self._lines:
                self._lines[index].show(presence=there, dimmed=dimmed)
        for value, written in zip(self.values, self.written, strict=True):
            value.set_opacity(self.shown * self._in_window(value.line) * float(written))

    def _moving(self) -> list[VMobject]:
        return [*self._numbers, *self._lines.values(), *self.values]

    def _draw_bar(self) -> None:
        first, last = (self._start(line) for line in self.focus)
        left, right = (self.plate.get_corner(side)[0] for side in (UL, UR))
        top, bottom = first[1] + _RISE, last[1] + _RISE - _PITCH
        lower, upper = np.array([left, bottom, 0.0]), np.array([right, top, 0.0])
        self.bar.set_points(rectangle(lower, upper))
        self.mark.set_points(rectangle(lower, upper * UP + (left + _MARK) * RIGHT))
        seen = min(self._in_window(line) for line in self.focus)
        self.bar.presence = self.mark.presence = self.shown * self.attention * seen

    # ---- where it is -----------------------------------------------------------------------

    def _end(self, listing: int) -> int:
        """Return the line after the last one of a listing."""
        return [*self.starts[1:], len(self.code) + 1][listing] - 1

    def _start(self, line: float) -> Points:
        """Return the point (3,) where the baseline of a line begins, at no indent."""
        corner = self.plate.get_corner(UL)
        down = _PADDING + (line - self.top) * _PITCH + _RISE
        return np.asarray(corner + self._indent * RIGHT + down * DOWN)

    def _columns(self, line: int) -> float:
        """Return the characters that a line takes, with the value that it promises."""
        _, sign, comment = self.code[line].partition("#")
        own = self._lines[line].columns
        return max(own, self._value_column(line) + len(comment.strip())) if sign else own

    def _value_column(self, line: int) -> float:
        return self.code[line].index("#") - _BEFORE

    def _in_window(self, line: float) -> float:
        """Return how far a line can be seen: it fades at the edges of the window."""
        place = line - self.top
        outside = max(0.0, -place - _CLEAR, place - self.window + 1 - _CLEAR)
        return _share(1 - outside / _FADE)

    def _in_focus(self, line: int) -> float:
        """Return how far a line is in focus: wholly, once half of the bar has come to it."""
        first, last = self.focus
        return _share(2 * (1 - max(0.0, first - line, line - last)))

    def _with(self, values: Sequence[CodeValue]) -> NDArray[np.float64]:
        """Return the state of all values once these are written."""
        new = [any(value is other for other in values) for value in self.values]
        return np.asarray(np.maximum(self.written, np.array(new, float)))


def _share(part: float) -> float:
    return float(min(max(part, 0.0), 1.0))
