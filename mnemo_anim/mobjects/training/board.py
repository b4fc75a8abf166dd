"""A small network in training: the network, its weights as one vector, its loss."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    VGroup,
)

from mnemo_anim.maths.training import TrainingRun
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.networks.network_diagram import NetworkDiagram
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.training.derivative_key import DerivativeKey
from mnemo_anim.mobjects.training.edge_labels import EdgeNumber, beside_edge
from mnemo_anim.mobjects.training.progress import TrainingProgress
from mnemo_anim.mobjects.training.rule_line import RuleLine
from mnemo_anim.mobjects.training.weight_bank import WeightBank
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_LEFT = 7.0  # width of the left part: network, formula, key
_NETWORK = (6.1, 3.15)  # width and height of the network
_NETWORK_Y = 0.42
_POINTED_OUT = 3  # of the widest edges
_CLOSE = 1.4  # size of the network while it is alone, over that beside its loss
_RAIL_GAP = 0.32  # from the key to the rail
_GRAPH = (3.9, 2.2)
_COLUMN = 2.2  # x at which graph and tracks begin
_GRAPH_Y = 0.72  # of the axis
_BANK_Y = -1.46
_HEADROOM = 1.12  # of the losses


class BoardWords(NamedTuple):
    """The words on the board: of the graph's axes, the key's colours, the letters of the rule."""

    loss: str
    step: str
    uphill: str
    downhill: str
    weights: str
    rate: str


class TrainingBoard(VGroup):
    """A network on the left; its loss and the vector of its weights on the right.

    All of it follows one `TrainingProgress`.

    Args:
        run: The training.
        words: What its parts are called.
        trained: How many updates are made.
        idle: For how many steps after these the graph of the loss has room: steps without a
            gradient, in which nothing moves.
        samples: The |∂L/∂w| whose widths the key shows.
    """

    def __init__(
        self,
        run: TrainingRun,
        words: BoardWords,
        *,
        trained: int,
        idle: int,
        samples: Sequence[float],
    ) -> None:
        super().__init__()
        self.progress = progress = TrainingProgress(run)
        self.network = NetworkDiagram(
            run.epochs[0].network.sizes,
            progress.derivatives,
            largest=progress.largest,
            width=_NETWORK[0],
            height=_NETWORK[1],
            loss=Formula("L", size=TYPE.label, color=PALETTE.loss),
        )
        middle = STAGE.left + _LEFT / 2
        self._home = np.array([middle, _NETWORK_Y, 0])
        self.network.move_to(self._home)
        self.graph = Graph(
            (0.0, float(trained + idle)),
            (0.0, _HEADROOM * float(run.losses.max())),
            width=_GRAPH[0],
            height=_GRAPH[1],
            names=(Words(words.step, size=TYPE.tick, color=PALETTE.ink_soft), None),
            y_ticks=4,
        )
        corner = np.array([_COLUMN, _GRAPH_Y, 0.0])
        self.graph.shift(corner - self.graph.point(0.0, 0.0))
        losses = run.losses[: trained + 1]
        self.curve = self.graph.curve(
            [*range(trained + 1), trained + idle],
            [*losses, losses[-1]],
            until=lambda: progress.steps,
        )
        self.loss = Readout("L(w)", progress.loss, color=PALETTE.loss, haloed=False)
        above = STAGE.top - self.loss.height / 2
        self.loss.move_to([_COLUMN + self.loss.width / 2, above, 0])
        self.bank = WeightBank(progress, width=_GRAPH[0])
        self.bank.shift([_COLUMN, _BANK_Y, 0] - self.bank.tracks[0].get_center())
        self.names = VGroup(
            *(
                beside_edge(self.network, index, halo(Formula(name, size=TYPE.body)))
                for index, name in ((0, "w_1"), (len(self.network.edges) - 1, "w_n"))
            )
        )
        self.names.set_z_index(1)  # over the edges that fly past
        self.key = DerivativeKey(
            self.network, uphill=words.uphill, downhill=words.downhill, samples=samples
        )
        self.key.move_to([middle, STAGE.bottom + _RAIL_GAP + self.key.height / 2, 0])
        self.widest = self.network.lights.widest(_POINTED_OUT)
        self.numbers = VGroup(*(EdgeNumber(self.network, index, progress) for index in self.widest))
        self.line = RuleLine(run.learning_rate, weights=words.weights, rate=words.rate, x=middle)

    def come_close(self) -> None:
        """Let the network fill the stage alone, until the graph comes."""
        self.network.scale(_CLOSE).move_to([0, STAGE.middle, 0])

    def show_loss(self) -> Animation:
        """Return the animation in which the network makes room, and the graph of its loss begins.

        The network has come close before.
        """
        home = self.network.animate.scale(1 / _CLOSE).move_to(self._home)
        return together(home, late(FadeIn(self.graph, self.loss), self.curve.appear()))

    def name_weights(self) -> Animation:
        """Return the animation in which the edges come forward, and two are named."""
        bright = (
            edge.animate.set_stroke(PALETTE.ink_soft, STROKES.curve) for edge in self.network.edges
        )
        return AnimationGroup(LaggedStart(*bright, lag_ratio=0.1), FadeIn(self.names))

    def gather_weights(self) -> Animation:
        """Return the animation in which the edges give their weights to one vector."""
        return self.bank.gather_from(self.network.edges)

    def settle(self) -> Animation:
        """Return the animation in which the edges step back."""
        back = (edge.animate.set_stroke(PALETTE.rule, STROKES.level) for edge in self.network.edges)
        return AnimationGroup(*back)

    def point_out_widest(self) -> Animation:
        """Return the animation in which the widest edges stand alone, with their numbers."""
        return together(self.network.lights.point_out(self.widest), FadeIn(self.numbers))

    def look_at_all(self) -> Animation:
        """Return the animation in which all edges come back."""
        return together(self.network.lights.vary(focus=0.0), FadeOut(self.numbers))

    def propagate_back(self) -> Animation:
        """Return the animation in which light runs from the loss to the inputs, and the key.

        The entries of ∇L light up with the edges that they belong to.
        """
        lights, count = self.network.lights, self.network.layer_count
        stages, values = lights.stages, lights.values
        pulses = [
            self.line.pulse(
                entry,
                PALETTE.uphill if values[index] > 0 else PALETTE.downhill,
                start,
                start + 1 / stages,
            )
            for entry, index, start in (
                ("last", -1, (stages - count) / stages),
                ("first", 0, 1 - 1 / stages),
            )
        ]
        return together(lights.sweep(), *pulses, late(FadeIn(self.key), FadeOut(self.names)))

    def take_gradient_away(self) -> Animation:
        """Return the animation in which the light goes out, and all that it told."""
        return together(
            self.network.lights.go_out(),
            self.bank.knobs.lose_advice(),
            self.line.lose_gradient(),
            FadeOut(self.key),
        )

    def leave(self) -> Animation:
        """Return the animation in which all goes but the rule, which moves to the middle."""
        net = self.network
        parts = (net.edges, net.outlets, net.neurons, net.loss)
        rest = (self.graph, self.curve, self.loss, self.bank)
        return together(soon(FadeOut(*parts, *rest)), self.line.go_to_middle())
