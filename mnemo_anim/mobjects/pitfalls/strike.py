"""A line through what is not true."""

from typing import ClassVar

import numpy as np
from manim import VMobject

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.theme import PALETTE, STROKES

_BEYOND = 0.18  # how far it goes beyond what is struck out, on either side, in Manim units
_RISE = 0.3  # of the height of what is struck out, over the middle on the right


class Strike(Live, CasedLine):
    """A line that strikes something out, rising a little from left to right.

    Args:
        struck: What is struck out; the line stays where that stands now.

    Attributes:
        drawn: How much of the line is drawn, from the left.
    """

    shared: ClassVar[tuple[str, ...]] = ("struck",)

    def __init__(self, struck: VMobject) -> None:
        super().__init__(color=PALETTE.ink, width=STROKES.curve)
        self.struck, self.drawn = struck, 0.0
        self.come_alive()

    def cross_out(self) -> Vary:
        """Return the animation that draws the line."""
        return self.vary(drawn=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the line as far as it has come."""
        middle = self.struck.get_center()
        half = np.array([self.struck.width / 2 + _BEYOND, _RISE * self.struck.height, 0.0])
        start = middle - half
        self.draw([np.stack([start, start + 2 * self.drawn * half])] if self.drawn > 0 else [])
        self.presence = self.shown
