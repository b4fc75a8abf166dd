"""A soft light: rings that fade outwards."""

from itertools import pairwise

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.theme import PALETTE

_RINGS = 24
_FALL = 2.2  # how steeply the light falls off towards the edge


class Glow(VGroup):
    """A round glow, brightest in the middle.

    Rings side by side, not discs on top of each other: every pixel is blended once, so the
    rounding of colours does not add up.

    Args:
        radius: Where it has faded to nothing, in Manim units.
        color: A colour of the palette.
        opacity: In the middle.

    Attributes:
        radius: As given; :meth:`place` draws with it.

    """

    def __init__(self, radius: float, *, color: str = PALETTE.flame, opacity: float = 0.5) -> None:
        super().__init__()
        self.radius = radius
        middles = (np.arange(_RINGS) + 0.5) / _RINGS
        for opacity_here in opacity * (1 - middles) ** _FALL:
            self.add(Veiled(fill_color=color, fill_opacity=opacity_here, stroke_width=0))
        edges = [circle(np.zeros(3), edge / _RINGS) for edge in range(_RINGS + 1)]
        self._outlines = [
            outer if ring == 0 else np.concatenate([outer, inner[::-1]])
            for ring, (inner, outer) in enumerate(pairwise(edges))
        ]
        self.place((0, 0, 0))

    def place(self, centre: ArrayLike) -> "Glow":
        """Put the middle at ``centre`` (3,)."""
        at = np.asarray(centre, dtype=float)
        for ring, outline in zip(self, self._outlines, strict=True):
            ring.set_points(self.radius * outline + at)
        return self

    def veil(self, presence: float) -> "Glow":
        """Show the glow at ``presence`` times its brightness, 0 to 1."""
        for ring in self:
            ring.presence = presence
        return self
