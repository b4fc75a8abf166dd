"""A small padlock: held, and treated as a constant."""

import numpy as np

from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Veiled
from mnemo_anim.mobjects.drawing.outline import polygon, polyline
from mnemo_anim.theme import PALETTE, STROKES

_TURNS = np.linspace(np.pi, 0, 17)
# About the middle of the upper edge of the body, in Manim units.
_BODY = np.array([[-0.1, -0.15, 0], [0.1, -0.15, 0], [0.1, 0, 0], [-0.1, 0, 0]])
_BOW = np.stack([0.06 * np.cos(_TURNS), 0.06 + 0.06 * np.sin(_TURNS), 0 * _TURNS], axis=1)
_SHACKLE = np.concatenate([[[-0.06, 0, 0]], _BOW, [[0.06, 0, 0]]])


class Padlock(Live):
    """A closed padlock, about a fifth of a unit wide.

    Args:
        shown: How far it is there, 0 to 1.

    """

    def __init__(self, *, shown: float = 1.0) -> None:
        super().__init__()
        self.shown = shown
        self.anchor = Anchor()
        self.body = Veiled(fill_color=PALETTE.ink, fill_opacity=1, stroke_width=0)
        self.shackle = Veiled(stroke_color=PALETTE.ink, stroke_width=STROKES.axis)
        self.add(self.anchor, self.shackle, self.body)
        self.come_alive()

    def redraw(self) -> None:
        """Draw body and shackle."""
        self.body.set_points(polygon(self._on_screen(_BODY)))
        self.shackle.set_points(polyline(self._on_screen(_SHACKLE)))
        self.body.presence = self.shackle.presence = self.shown

    def _on_screen(self, outline: Points) -> Points:
        return self.anchor.origin + self.anchor.unit * outline
