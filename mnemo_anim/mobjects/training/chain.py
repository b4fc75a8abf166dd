"""A chain of layers: rings on a line, and the node of the loss at its end."""

import numpy as np
from manim import Animation, AnimationGroup, Create, FadeIn, LaggedStart, VGroup
from manim.utils.rate_functions import there_and_back
from numpy.typing import NDArray

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.theme import PALETTE, STROKES

NODE = 0.068  # radius of a layer, in Manim units
_LOSS = 0.08  # radius of the node of the loss


class Chain(VGroup):
    """A chain without any light on it.

    Args:
        at: Screen points (k, 3) of the layers, first to last, then of the loss.

    Attributes:
        line: From the first layer to the loss.
        nodes: The layers.
        loss: The node of the loss.
    """

    def __init__(self, at: NDArray[np.float64]) -> None:
        self.line = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline, casing=0.0)
        self.line.draw([at[[0, -1]]])
        self.nodes = VGroup(*(_ring(point, NODE, PALETTE.ink_soft) for point in at[:-1]))
        self.loss = _ring(at[-1], _LOSS, PALETTE.loss).set_fill(PALETTE.loss)
        super().__init__(self.line, self.nodes, self.loss)

    def lay(self) -> Animation:
        """Return the animation in which the chain is laid, from the first layer to the loss."""
        layers = LaggedStart(*map(FadeIn, self.nodes), lag_ratio=0.3)
        line = AnimationGroup(Create(self.line), layers)
        return LaggedStart(line, FadeIn(self.loss), lag_ratio=0.8)

    def count(self) -> Animation:
        """Return the animation in which the layers light up one by one, from the loss."""
        flashes = (
            node.animate(rate_func=there_and_back).set_fill(PALETTE.ink)
            for node in reversed(self.nodes)
        )
        return LaggedStart(*flashes, lag_ratio=0.15)


def _ring(at: NDArray[np.float64], radius: float, color: str) -> Veiled:
    ring = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1,
        stroke_color=color,
        stroke_width=STROKES.hairline,
    )
    ring.set_points(circle(at, radius))
    return ring
