"""What is what in the picture of a fit: data, prediction, gap."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, FadeIn, VGroup, VMobject

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_SAMPLE = 0.42  # length of a stroke, in Manim units
_DOT = units(6.5)
_GAP, _PITCH = 0.2, 0.55


class FitKey(VGroup):
    """A ring for the data, a bright stroke for the prediction, a yellow one for a gap.

    Args:
        data: The word for the data.
        prediction: The word for the curve.
        gap: The word for what lies between the two.

    Attributes:
        lines: Each with its sample and its word, in this order.
    """

    def __init__(self, *, data: str, prediction: str, gap: str) -> None:
        super().__init__()
        ring = VMobject(stroke_color=PALETTE.loss, stroke_width=STROKES.axis)
        ring.set_points(circle(np.zeros(3), _DOT))
        curve = CasedLine(color=PALETTE.ink, width=STROKES.curve)
        curve.draw([np.stack([_SAMPLE / 2 * LEFT, _SAMPLE / 2 * RIGHT])])
        drop = CasedLine(color=PALETTE.loss, width=STROKES.axis)
        drop.draw([np.stack([_SAMPLE / 2 * UP, _SAMPLE / 2 * DOWN])])
        self.lines = [
            self._line(sample, word, index)
            for index, (sample, word) in enumerate(((ring, data), (curve, prediction), (drop, gap)))
        ]
        self.add(*self.lines)

    def tell(self, index: int) -> FadeIn:
        """Return the animation in which one line of the key appears."""
        return FadeIn(self.lines[index])

    def _line(self, sample: VMobject, word: str, index: int) -> VGroup:
        """Return a sample with its word beside it, in the line that is its own."""
        sample.shift(index * _PITCH * DOWN)
        words = Words(word, size=TYPE.label, color=PALETTE.ink_soft)
        words.next_to(index * _PITCH * DOWN + _SAMPLE / 2 * RIGHT, RIGHT, buff=_GAP)
        return VGroup(sample, words)
