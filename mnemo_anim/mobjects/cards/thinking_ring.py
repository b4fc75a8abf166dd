"""Time to think: a ring that empties, calmly, while nothing is said."""

import numpy as np
from manim import linear
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle, hermite
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_VERTICES = 65  # of the whole ring
_HEAD = units(9.0)  # radius of the light at the end of what is left
_TRACK = 0.6  # opacity of the ring that has been emptied
_PADDING = 0.35  # between the word and the ring, in Manim units
_LEAST = 0.9  # radius, in Manim units


class ThinkingRing(Live):
    """A ring of light that gets shorter, clockwise from the top, until none is left.

    Args:
        word: What stands inside.
        centre: Screen point (3,).
        radius: In Manim units; by default as large as the word asks for.

    Attributes:
        left: Part of the time that is left, 1 to 0.
        radius: In Manim units, as it was made.
    """

    def __init__(
        self, word: str, *, centre: ArrayLike = (0.0, 0.0, 0.0), radius: float | None = None
    ) -> None:
        super().__init__()
        self.left = 1.0
        self.word = Words(word, size=TYPE.label, color=PALETTE.ink_soft)
        self.radius = radius or max(_LEAST, self.word.width / 2 + _PADDING)
        self.anchor = Anchor()
        self.track = Veiled(
            stroke_color=PALETTE.rule, stroke_width=STROKES.arrow, stroke_opacity=_TRACK
        )
        self.arc = Veiled(stroke_color=PALETTE.lantern, stroke_width=STROKES.arrow)
        self.head = Veiled(fill_color=PALETTE.lantern, fill_opacity=1.0, stroke_width=0.0)
        self.add(self.anchor, self.track, self.arc, self.head, self.word)
        self.shift(np.asarray(centre, float))
        self.come_alive()

    def empty(self) -> Vary:
        """Return the animation in which the ring empties, at an even pace."""
        return Vary(self, {"left": (1.0, 0.0)}, rate_func=linear)

    def redraw(self) -> None:
        """Draw what is left of the ring."""
        centre, unit = self.anchor.origin, self.anchor.unit
        radius = unit * self.radius
        self.track.set_points(circle(centre, radius))
        # What has gone begins at the top and goes on clockwise: what is left ends at the top.
        angles = np.pi / 2 - 2 * np.pi * np.linspace(1 - self.left, 1.0, _VERTICES)
        spokes = np.stack([np.cos(angles), np.sin(angles), np.zeros(_VERTICES)], axis=1)
        tangents = np.stack([np.sin(angles), -np.cos(angles), np.zeros(_VERTICES)], axis=1)
        there = self.left > 0
        self.arc.set_points(hermite(centre + radius * spokes, tangents) if there else [])
        self.head.set_points(circle(centre + radius * spokes[0], unit * _HEAD))
        self.track.presence = self.arc.presence = self.shown
        self.head.presence = self.shown if there else 0.0
        self.word.set_opacity(self.shown)
