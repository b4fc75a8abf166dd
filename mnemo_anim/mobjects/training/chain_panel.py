"""A deep chain: what back-propagation brings to each of its layers, and how it then trains."""

import numpy as np
from manim import (
    DOWN,
    LEFT,
    UP,
    Animation,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    Rectangle,
    RoundedRectangle,
    VGroup,
)
from manim.utils.rate_functions import there_and_back
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run
from mnemo_anim.maths.network_quantities import ChainLayerNorm
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.lettering import Words, baseline
from mnemo_anim.mobjects.live import Veiled
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.mobjects.training.chain_signal import ChainSignal
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

Array = NDArray[np.float64]

NORMS = (10.0**-7.5, 10.0**5.5)  # of the logarithmic axis
LOSSES = (0.0, 1.2)
_NORM_TICKS = (1e-6, 1e-3, 1.0, 1e3)
LOSS_TICKS = (0.0, 1.0)
_NORM_HEIGHT, _LOSS_HEIGHT = 2.35, 1.28  # of the graphs, in Manim units
_CHAIN_GAP = 0.26  # from the chain to the graph below it
_LOSS_GAP = 0.85  # from the one graph to the other
_NODE = 0.055  # radius of a layer
_NUMBER_GAP = 0.16  # from the line to the number of its first point
_EARLY = 8  # layers that count as early
_INSET = 0.1  # round what is framed
_VERDICT, _HEADING = 0.36, 0.87  # of the words' baselines, above the chain


class ChainPanel(VGroup):
    """A chain of layers from left to right; below it ‖∇L‖ layer by layer, and the loss.

    Args:
        scale: Of the chain's weights.
        weights: Words for that scale.
        verdict: A word for how such a chain's gradient behaves.
        width: Of the graphs, in Manim units.
        scaled: Whether the axes carry numbers: in a row of panels, those of the first do for all.

    Attributes:
        heading: The words for its weights.
        verdict: The word for its gradient.
        chain: The layers, and the node of the loss at their end.
        norms: The graph of ‖∇L‖, on a logarithmic axis.
        signal: The gradient on its way back through the chain.
        first: ‖∇L‖ of the first layer, as a number.
        losses: The graph of the loss.
        curve: The loss, step by step.
    """

    def __init__(
        self, scale: WeightScale, *, weights: str, verdict: str, width: float, scaled: bool
    ) -> None:
        super().__init__()
        self.run = deep_chain_run(scale)
        self.layers = self.run.gradient_norms.shape[1]
        steps = 100.0
        self.norms = Graph(
            (0.0, self.layers + 1.5),
            NORMS,
            width=width,
            height=_NORM_HEIGHT,
            x_ticks=0,
            y_ticks=_NORM_TICKS if scaled else 0,
            log_y=True,
            levels=_NORM_TICKS,
        )
        self.losses = Graph(
            (0.0, steps),
            LOSSES,
            width=width,
            height=_LOSS_HEIGHT,
            x_ticks=(0.0, steps),
            y_ticks=LOSS_TICKS if scaled else 0,
        )
        below = self.norms.point(0.0, NORMS[0]) + _LOSS_GAP * DOWN
        self.losses.shift(below - self.losses.point(0.0, LOSSES[1]))
        self.chain = self._chained()
        self.signal = ChainSignal(self)
        self.curve = self.losses.curve(np.arange(len(self.run.losses)), self.run.losses)
        self.first = self._first_number(scale)
        self.heading = Words(weights, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True)
        self.verdict = Words(verdict, size=TYPE.body, family=FONTS.strong, track_baselines=True)
        for words, above in ((self.verdict, _VERDICT), (self.heading, _HEADING)):
            words.shift((self.node(0)[1] + above - baseline(words)) * UP)
            words.align_to(self.norms.point(0.0, NORMS[1]), LEFT)
        self.add(self.norms, self.losses, self.chain, self.signal, self.curve)
        self.add(self.heading, self.verdict, self.first)

    def node(self, layers: ArrayLike) -> Array:
        """Return the screen points (…, 3) of layers (…) in the chain, counted from 0."""
        points = self.norms.point(np.asarray(layers, float) + 1, NORMS[1])
        return np.asarray(points + _CHAIN_GAP * self.norms.scale_now * UP)

    def lay_chain(self) -> Animation:
        """Return the animation in which the chain is laid, from the first layer to the loss."""
        line, nodes, loss = self.chain
        layers = LaggedStart(*map(FadeIn, nodes), lag_ratio=0.3)
        return LaggedStart(AnimationGroup(Create(line), layers), FadeIn(loss), lag_ratio=0.8)

    def light_heading(self) -> Animation:
        """Return the animation in which the words for its weights come forward."""
        animation: Animation = self.heading.animate.set_color(PALETTE.ink).build()
        return animation

    def count_layers(self) -> Animation:
        """Return the animation in which the layers light up one by one, from the loss."""
        return LaggedStart(
            *(
                node.animate(rate_func=there_and_back).set_fill(PALETTE.ink)
                for node in reversed(self.chain[1])
            ),
            lag_ratio=0.15,
        )

    def _chained(self) -> VGroup:
        at = self.node(np.arange(self.layers + 1))
        line = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline, casing=0.0)
        line.draw([at[[0, -1]]])
        nodes = VGroup(*(_ring(point, _NODE, PALETTE.ink_soft) for point in at[:-1]))
        loss = _ring(at[-1], 1.5 * _NODE, PALETTE.loss).set_fill(PALETTE.loss)
        return VGroup(line, nodes, loss)

    def early_frame(self) -> RoundedRectangle:
        """Return a frame round the early layers, in the chain and on the graph."""
        left, right = self.node([0, _EARLY - 1])
        bottom = self.norms.point(0.0, NORMS[0]) + _INSET * UP
        top = left + _INSET * UP
        return RoundedRectangle(
            width=right[0] - left[0] + 2 * _INSET,
            height=top[1] - bottom[1],
            corner_radius=_INSET,
            stroke_color=PALETTE.ink_soft,
            stroke_width=STROKES.level,
        ).move_to([(left[0] + right[0]) / 2, (top[1] + bottom[1]) / 2, 0])

    def _first_number(self, scale: WeightScale) -> VGroup:
        """Return ‖∇L‖ of the first layer, beyond the line, on a patch that covers faint lines."""
        number = Number(
            source=lambda: ChainLayerNorm(scale, 0),
            live=False,
            decimals=1,
            scientific=scale is not WeightScale.BALANCED,
            size=TYPE.tick,
            color=PALETTE.uphill,
            family=FONTS.maths,
        )
        points = self.norms.point(np.arange(self.layers) + 1, self.run.gradient_norms[0])
        near = points[points[:, 0] < points[0, 0] + number.width + _NUMBER_GAP, 1]
        if points[0, 1] < points[-1, 1]:  # beyond the line, on the side to which it bends away
            number.next_to([0, near.max(), 0], UP, buff=_NUMBER_GAP)
        else:
            number.next_to([0, near.min(), 0], DOWN, buff=_NUMBER_GAP)
        number.align_to(points[0], LEFT)
        patch = Rectangle(
            width=number.width + _NUMBER_GAP,
            height=number.height + _NUMBER_GAP,
            fill_color=PALETTE.ground,
            fill_opacity=1,
            stroke_width=0,
        )
        return VGroup(patch.move_to(number), number)


def _ring(at: Array, radius: float, color: str) -> Veiled:
    ring = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1,
        stroke_color=color,
        stroke_width=STROKES.hairline,
    )
    ring.set_points(circle(at, radius))
    return ring
