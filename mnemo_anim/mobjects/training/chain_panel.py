"""A deep chain: what back-propagation brings to each of its layers, and how it then trains."""

from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    RoundedRectangle,
    VGroup,
)
from manim.utils.rate_functions import linear, smooth, there_and_back
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run
from mnemo_anim.maths.network_quantities import ChainLayerNorm
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.glow import Glow
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.lettering import Words, halo
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import circle
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

Array = NDArray[np.float64]

NORMS = (10.0**-7.5, 10.0**5.5)  # of the logarithmic axis
LOSSES = (0.0, 1.5)
_NORM_TICKS = (1e-6, 1e-3, 1.0, 1e3)
_LOSS_TICKS = (0.0, 1.0)
_NORM_HEIGHT, _LOSS_HEIGHT = 2.35, 1.15  # of the graphs, in Manim units
_CHAIN_GAP = 0.26  # from the chain to the graph below it
_LOSS_GAP = 1.0  # from the one graph to the other
_NODE = 0.055  # radius of a layer
_BEAD = (0.025, 0.085)  # radius of its light, at the lower and the upper end of the axis
_DOT = 0.05  # radius of a point of the graph
_FALL = 3.0  # how many layers the light goes on while a point comes down to its place
_GLOW = (0.1, 0.85)  # radius at the front of the light
_NUMBER_RISE = 0.52  # from the first point to its number
_EARLY = 7  # layers that count as early
_INSET = 0.1  # round what is framed
_VERDICT, _HEADING = 0.48, 0.98  # of the words, above the chain


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
        early: A frame round the early layers.
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
        )
        self.losses = Graph(
            (0.0, steps),
            LOSSES,
            width=width,
            height=_LOSS_HEIGHT,
            x_ticks=(0.0, steps),
            y_ticks=_LOSS_TICKS if scaled else 0,
        )
        below = self.norms.point(0.0, NORMS[0]) + _LOSS_GAP * DOWN
        self.losses.shift(below - self.losses.point(0.0, LOSSES[1]))
        self.chain = self._chained()
        self.signal = ChainSignal(self)
        self.curve = self.losses.curve(np.arange(len(self.run.losses)), self.run.losses)
        self.first = self._first_number(scale)
        self.heading = Words(weights, size=TYPE.label, color=PALETTE.ink_soft)
        self.verdict = Words(verdict, size=TYPE.body, family=FONTS.strong)
        left = self.norms.point(0.0, NORMS[1])[0]
        for words, above in ((self.verdict, _VERDICT), (self.heading, _HEADING)):
            words.move_to([left + words.width / 2, self.node(0)[1] + above, 0])
        self.add(self.norms, self.losses, self.chain, self.signal, self.curve)
        self.early = self._early_frame()
        self.add(self.heading, self.verdict, self.first, self.early)

    def node(self, layers: ArrayLike) -> Array:
        """Return the screen points (…, 3) of layers (…) in the chain, counted from 0."""
        points = self.norms.point(np.asarray(layers, float) + 1, NORMS[1])
        return np.asarray(points + _CHAIN_GAP * self.norms.scale_now * UP)

    def lay_chain(self) -> Animation:
        """Return the animation in which the chain is laid, from the first layer to the loss."""
        line, nodes, loss = self.chain
        layers = LaggedStart(*map(FadeIn, nodes), lag_ratio=0.3)
        return LaggedStart(AnimationGroup(Create(line), layers), FadeIn(loss), lag_ratio=0.8)

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
        line = CasedLine(color=PALETTE.rule, width=STROKES.axis, casing=0.0)
        line.draw([at[[0, -1]]])
        nodes = VGroup(*(_dot(point, _NODE, PALETTE.rule) for point in at[:-1]))
        return VGroup(line, nodes, _dot(at[-1], 1.5 * _NODE, PALETTE.loss))

    def _early_frame(self) -> RoundedRectangle:
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

    def _first_number(self, scale: WeightScale) -> Number:
        number = Number(
            source=lambda: ChainLayerNorm(scale, 0),
            live=False,
            decimals=1,
            scientific=scale is not WeightScale.BALANCED,
            size=TYPE.tick,
            color=PALETTE.uphill,
            family=FONTS.maths,
        )
        at = self.norms.point(1.0, self.run.gradient_norms[0, 0])
        # The line goes up from a low first point, and down from a high one.
        away = DOWN if at[1] > self.norms.get_y() else UP
        number.next_to(at + _NUMBER_RISE * away, RIGHT, buff=0)
        halo(number)
        return number


class ChainSignal(Live):
    """The gradient as it goes back through a chain, and the graph of its norms.

    Attributes:
        swept: Through how many layers it has come, from the loss; then some more, until the last
            point is in its place.
    """

    shared: ClassVar[tuple[str, ...]] = ("panel",)

    def __init__(self, panel: ChainPanel) -> None:
        super().__init__()
        self.panel = panel
        self.swept = 0.0
        self.norms = panel.run.gradient_norms[0]
        self.line = CasedLine(color=PALETTE.uphill, width=0.8 * STROKES.curve)
        self.dots = Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0)
        self.beads = Veiled(fill_color=PALETTE.uphill, fill_opacity=1, stroke_width=0)
        self.glow = Glow(1.0, color=PALETTE.uphill, opacity=0.7)
        self.add(self.glow, self.line, self.dots, self.beads)
        self.come_alive()

    def run_back(self) -> Vary:
        """Return the animation in which the gradient runs from the loss to the first layer."""
        return Vary(self, {"swept": (0.0, self.panel.layers + _FALL)}, rate_func=linear)

    def redraw(self) -> None:
        """Draw the light on the chain, and the points that it has left behind."""
        panel = self.panel
        layers = np.arange(panel.layers)
        heights = panel.norms.heights(self.norms)
        share = np.interp(heights, panel.norms.height_range, (0.0, 1.0))
        since = self.swept - (panel.layers - 1 - layers)  # the light came by so many layers ago
        reached = since > 0
        nodes = panel.node(layers)
        radii = np.interp(share, (0, 1), _BEAD) * np.clip(since, 0, 1)
        self.beads.set_points(_circles(nodes[reached], radii[reached]))

        fallen = np.array([smooth(float(part)) for part in np.clip(since / _FALL, 0, 1)])
        ends = panel.norms.point(layers + 1, self.norms)
        points = nodes + fallen[:, None] * (ends - nodes)
        self.dots.set_points(_circles(points[reached], np.full(reached.sum(), _DOT)))
        self.line.draw([ends[fallen >= 1]])

        front = float(np.clip(panel.layers - self.swept, 0, panel.layers))
        strength = float(np.interp(front, layers, share))
        self.glow.radius = float(np.interp(strength, (0, 1), _GLOW))
        self.glow.place(panel.node(front))
        on_its_way = np.clip(self.swept, 0, 1) * np.clip(panel.layers + 1 - self.swept, 0, 1)
        self.glow.veil(self.shown * float(on_its_way))
        for part in (self.line, self.dots, self.beads):
            part.presence = self.shown


def _circles(at: Array, radii: Array) -> Array:
    parts = [circle(point, radius) for point, radius in zip(at, radii, strict=True)]
    return np.concatenate([np.zeros((0, 3)), *parts])


def _dot(at: Array, radius: float, color: str) -> Veiled:
    dot = Veiled(fill_color=color, fill_opacity=1, stroke_width=0)
    dot.set_points(circle(at, radius))
    return dot
