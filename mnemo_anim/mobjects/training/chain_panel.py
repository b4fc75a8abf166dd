"""A deep chain: what back-propagation brings to each of its layers, and how it then trains."""

from typing import NamedTuple

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    Rectangle,
    Restore,
    VGroup,
    VMobject,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import Array
from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run
from mnemo_anim.maths.network_quantities import ChainLayerNorm
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.mobjects.motion.focus import undim
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.training.chain import NODE, Chain
from mnemo_anim.mobjects.training.chain_signal import ChainSignal
from mnemo_anim.theme import DIM, FONTS, PALETTE, STAGE, TYPE

NORMS = (10.0**-7.5, 10.0**5.5)  # of the logarithmic axis
LOSSES = (10.0**-2.3, 10.0**2.9)  # over the first one, likewise
_NORM_TICKS = (1e-6, 1e-3, 1.0, 1e3)
_LOSS_TICKS = (1e-2, 1.0, 1e2)
_NORM_HEIGHT, _LOSS_HEIGHT = 2.1, 1.6  # of the graphs, in Manim units
_CHAIN_GAP = 0.26  # from the chain to the graph below it
_LOSS_GAP = 0.72  # from the one graph to the other
_NUMBER_GAP = 0.16  # from the line to the number of its first point
_EARLY = 8  # layers that count as early
_BAND = 0.16  # opacity of what is laid on these
_VERDICT, _HEADING = 0.36, 0.97  # of the words' baselines, above the chain
_ASIDE = 0.6 * STAGE.gap  # from an axis to its names


class PanelWords(NamedTuple):
    """What is said of a chain: of its weights, its gradient, its ends, its losses and updates."""

    weights: str
    verdict: str
    early: str
    late: str
    loss: str
    step: str


class ChainPanel(VGroup):
    """A chain of equal layers from left to right; below it ‖∇L‖ layer by layer, and the loss.

    The output layer, which is of another size, is left out. Losses are relative to the first one,
    so that chains which start from different losses can be compared.

    Args:
        scale: Of the chain's weights.
        words: What is said of it.
        width: Of the graphs, in Manim units.
        scaled: Whether the axes carry numbers: in a row of panels, those of the first do for all.

    Attributes:
        heading: The words for its weights.
        verdict: The word for its gradient.
        chain: The layers, and the node of the loss at their end.
        gradient_norms: ‖∇L‖ of each layer before training, shape (layers,).
        norms: The graph of ‖∇L‖, on a logarithmic axis.
        signal: The gradient on its way back through the chain.
        first: ‖∇L‖ of the first layer, as a number.
        losses: The graph of the loss over the first loss, on a logarithmic axis.
        curve: That, step by step.
        names: Of the axes.
    """

    def __init__(
        self, scale: WeightScale, words: PanelWords, *, width: float, scaled: bool
    ) -> None:
        super().__init__()
        run = deep_chain_run(scale)
        self.gradient_norms = run.gradient_norms[0, :-1]
        self.layers = len(self.gradient_norms)
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
            y_ticks=_LOSS_TICKS if scaled else 0,
            log_y=True,
            levels=(1.0,),
        )
        below = self.norms.point(0.0, NORMS[0]) + _LOSS_GAP * DOWN
        self.losses.shift(below - self.losses.point(0.0, LOSSES[1]))
        self.chain = Chain(self.node(np.arange(self.layers + 1)))
        self.signal = ChainSignal(self)
        self.curve = self.losses.curve(np.arange(len(run.losses)), run.losses / run.losses[0])
        self.first = self._first_number(scale)
        self.names = self._named(words)
        self.heading = Words(
            words.weights, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True
        )
        self.verdict = Words(
            words.verdict, size=TYPE.body, family=FONTS.strong, track_baselines=True
        )
        for line, above in ((self.verdict, _VERDICT), (self.heading, _HEADING)):
            line.shift((self.node(0)[1] + above - baseline(line)) * UP)
            line.align_to(self.norms.point(0.0, NORMS[1]), LEFT)
        self.add(self.norms, self.losses, self.names, self.chain, self.signal, self.curve)
        self.add(self.heading, self.verdict, self.first)

    def node(self, layers: ArrayLike) -> Array:
        """Return the screen points (…, 3) of layers (…) in the chain, counted from 0."""
        points = self.norms.point(np.asarray(layers, float) + 1, NORMS[1])
        return np.asarray(points + _CHAIN_GAP * self.norms.scale_now * UP)

    def come_close(self, y: float) -> None:
        """Put chain and heading large in the middle of the stage, ``y`` the height of the chain."""
        self.chain.save_state()
        self.heading.save_state()
        self.chain.scale((STAGE.right - STAGE.left) / self.chain.width).move_to([0, y, 0])
        self.heading.next_to(self.chain, UP, buff=STAGE.gap, aligned_edge=LEFT)

    def take_place(self) -> Animation:
        """Return the animation in which chain and heading, which had come close, go back."""
        return AnimationGroup(Restore(self.chain), Restore(self.heading))

    def show_axes(self) -> Animation:
        """Return the animation in which its axes appear, with their names."""
        return FadeIn(self.norms, self.losses, self.names)

    def hint_at_axes(self) -> Animation:
        """Return the animation in which the lines of its axes appear, dimmed."""
        return FadeIn(*(line.fade(1 - DIM) for line in self._lines()))

    def light_axes(self) -> Animation:
        """Return the animation in which axes that were hinted at come forward, with their names."""
        numbers = self.norms.numbers, self.losses.numbers
        return together(undim(*self._lines()), FadeIn(*numbers, self.names))

    def light_heading(self) -> Animation:
        """Return the animation in which the words for its weights come forward."""
        animation: Animation = self.heading.animate.set_color(PALETTE.ink).build()
        return animation

    def early_band(self) -> Rectangle:
        """Return a soft light on the early layers, in the chain and on the graph."""
        left, right = self.norms.point([0.5, _EARLY + 0.5], NORMS[0])
        top = self.node(0)[1] + 2 * NODE
        return Rectangle(
            width=right[0] - left[0],
            height=top - left[1],
            fill_color=PALETTE.ink_soft,
            fill_opacity=_BAND,
            stroke_width=0,
        ).move_to([(left[0] + right[0]) / 2, (top + left[1]) / 2, 0])

    def _lines(self) -> list[VMobject]:
        graphs = self.norms, self.losses
        return [part for graph in graphs for part in (graph.lines, graph.levels, graph.marks)]

    def _named(self, words: PanelWords) -> VGroup:
        early, late, step = (
            Words(name, size=TYPE.tick, color=PALETTE.ink_soft)
            for name in (words.early, words.late, words.step)
        )
        loss = Words(words.loss, size=TYPE.tick, color=PALETTE.loss)
        for name, x, inwards in ((early, 0, RIGHT), (late, 1, LEFT)):
            end = self.norms.point(self.norms.x_range[x], NORMS[0])
            name.next_to(end, DOWN, buff=_ASIDE).shift(name.width / 2 * inwards)
        step.align_to(self.losses.numbers[0], UP).set_x(float(self.losses.corners.get_x()))
        corner = self.losses.point(self.losses.x_range[1], LOSSES[1])
        loss.move_to(corner + (loss.width * LEFT + loss.height * DOWN) / 2)
        return VGroup(early, late, loss, step)

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
        points = self.norms.point(np.arange(self.layers) + 1, self.gradient_norms)
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
