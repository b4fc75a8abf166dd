"""A cross before what is not true."""

from typing import ClassVar

import numpy as np
from manim import VMobject

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.theme import PALETTE, STROKES

_HALF = 0.24  # half the width of the cross, in Manim units
_APART = 0.42  # between the cross and what it is about
_STROKES = _HALF * np.array([[[-1, 1, 0], [1, -1, 0]], [[-1, -1, 0], [1, 1, 0]]])


class CrossingOut(Live, CasedLine):
    """A cross to the left of a statement that is wrong: the statement itself stays legible.

    Args:
        wrong: The statement; the cross stays where that stands now.

    Attributes:
        drawn: How much of the cross is drawn, one stroke after the other, 0 to 1.
    """

    shared: ClassVar[tuple[str, ...]] = ("wrong",)

    def __init__(self, wrong: VMobject) -> None:
        super().__init__(color=PALETTE.ink, width=1.5 * STROKES.curve)
        self.wrong, self.drawn = wrong, 0.0
        self.come_alive()

    def cross_out(self) -> Vary:
        """Return the animation that draws the cross."""
        return self.vary(drawn=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the cross as far as it has come."""
        middle = self.wrong.get_left() - [_APART + _HALF, 0.0, 0.0]
        shares = np.clip([2 * self.drawn, 2 * self.drawn - 1], 0, 1)
        self.draw(
            [
                middle + np.stack([start, start + share * (end - start)])
                for (start, end), share in zip(_STROKES, shares, strict=True)
                if share > 0
            ]
        )
        self.presence = self.shown
