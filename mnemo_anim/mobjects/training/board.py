"""A small network in training: the network, its weights as one vector, its loss."""

from dataclasses import dataclass

import numpy as np
from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Transform,
    VGroup,
)

from mnemo_anim.maths.training import TrainingRun
from mnemo_anim.mobjects.graph import Graph
from mnemo_anim.mobjects.lettering import Formula, Words, halo
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.network_diagram import NetworkDiagram
from mnemo_anim.mobjects.notation import gradient_row
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.readout import Readout
from mnemo_anim.mobjects.training.derivative_key import DerivativeKey
from mnemo_anim.mobjects.training.progress import TrainingProgress
from mnemo_anim.mobjects.training.weight_bank import WeightBank
from mnemo_anim.mobjects.update_rule import UpdateRule
from mnemo_anim.theme import FONTS, PALETTE, STAGE, STROKES, TYPE

_LEFT = 7.0  # width of the left part: network, formula, key
_NETWORK = (6.1, 3.15)  # width and height of the network
_NETWORK_Y = 0.42
_RAIL_GAP = 0.2  # from the key to the rail
_GRAPH = (3.9, 2.2)
_COLUMN = 2.2  # x at which graph and tracks begin
_GRAPH_Y = 0.72  # of the axis
_BANK_Y = -1.5
_HEADROOM = 1.12  # of the losses
_SAMPLES = (0.01, 0.1, 0.5)  # of the key
_ASIDE = 0.34  # from an edge to its number
_PADDING = 0.12  # of the plate of a number on an edge


@dataclass(frozen=True)
class BoardWords:
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
        words: Names.
        trained: How many updates are made.
        steps: How many steps the graph of the loss holds; those after the updates are idle.
        pointed_out: How many of the widest edges get their numbers.
    """

    def __init__(
        self, run: TrainingRun, words: BoardWords, *, trained: int, steps: int, pointed_out: int
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
        self.network.move_to([middle, _NETWORK_Y, 0])
        self.graph = Graph(
            (0.0, float(steps)),
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
            [*range(trained + 1), steps], [*losses, losses[-1]], until=lambda: progress.steps
        )
        self.loss = Readout(
            "{{L : loss}}(w)",
            progress.loss,
            color=PALETTE.loss,
            haloed=False,
        )
        above = STAGE.top - self.loss.height / 2
        self.loss.move_to([_COLUMN + self.loss.width / 2, above, 0])
        self.bank = WeightBank(progress, width=_GRAPH[0])
        self.bank.shift([_COLUMN, _BANK_Y, 0] - self.bank.tracks[0].get_center())
        edges = self.network.edges
        self.names = VGroup(
            *(
                self._beside(index, halo(Formula(name, size=TYPE.body)))
                for index, name in ((0, "w_1"), (len(edges) - 1, "w_n"))
            )
        )
        self.key = DerivativeKey(
            self.network, uphill=words.uphill, downhill=words.downhill, samples=_SAMPLES
        )
        self.key.move_to([middle, STAGE.bottom + _RAIL_GAP + self.key.height / 2, 0])
        self.widest = self.network.lights.widest(pointed_out)
        self.numbers = VGroup(*map(self._number, self.widest))
        self.gradient = gradient_row("L", "w")
        self.rule = UpdateRule(run.learning_rate, weights=words.weights, rate=words.rate)
        for formula in (self.gradient, self.rule):
            formula.move_to([middle, STAGE.top - formula.height / 2, 0])

    @property
    def parts(self) -> tuple[VGroup, ...]:
        """What is left on the board when the gradient is gone."""
        network = self.network
        rest = (part for part in self.rule if part is not self.rule.formula)
        formula = (self.rule.part(name) for name in ("weights", "becomes", "from", "minus", "rate"))
        return (
            network.edges,
            network.outlets,
            network.neurons,
            network.loss,
            self.graph,
            self.curve,
            self.loss,
            self.bank,
            *rest,
            *formula,
        )

    def show_loss(self) -> Animation:
        """Return the animation in which the outputs lead to a loss, and its graph begins."""
        return together(
            self.network.reach_loss(), FadeIn(self.graph), self.curve.appear(), FadeIn(self.loss)
        )

    def name_weights(self) -> Animation:
        """Return the animation in which the edges come forward, and two are named."""
        bright = (
            edge.animate.set_stroke(PALETTE.ink_soft, STROKES.curve) for edge in self.network.edges
        )
        return AnimationGroup(LaggedStart(*bright, lag_ratio=0.1), FadeIn(self.names))

    def gather_weights(self) -> Animation:
        """Return the animation in which the edges give their weights to one vector."""
        return self.bank.gather_from(self.network.edges, (self.names[0], self.names[1]))

    def settle(self) -> Animation:
        """Return the animation in which the edges step back, and their names go."""
        back = (edge.animate.set_stroke(PALETTE.rule, STROKES.level) for edge in self.network.edges)
        return AnimationGroup(*back, FadeOut(self.names))

    def point_out_widest(self) -> Animation:
        """Return the animation in which the widest edges stand alone, with their numbers."""
        return together(self.network.lights.point_out(self.widest), FadeIn(self.numbers))

    def look_at_all(self) -> Animation:
        """Return the animation in which all edges come back."""
        return together(self.network.lights.vary(focus=0.0), FadeOut(self.numbers))

    def write_rule(self) -> Animation:
        """Return the animation in which ∇L goes into the rule of which it is a part."""
        target = self.rule.part("gradient")
        return AnimationGroup(
            FadeOut(*(part for part in self.gradient if part not in self.gradient.part("name"))),
            Transform(self.gradient.part("name"), target.copy(), remover=True),
            FadeIn(self.rule),
        )

    def _beside(self, index: int, content: VGroup) -> VGroup:
        """Put something beside an edge: above it in the upper half, below it in the lower."""
        start, end = self.network.edges[index].points[[0, -1]]
        along = (end - start) / np.linalg.norm(end - start)
        upper = start[1] + end[1] > 2 * self.network.get_y()
        normal = np.array([-along[1], along[0], 0.0]) * (1 if upper else -1)
        return content.move_to(self.network.middle(index) + _ASIDE * normal)

    def _number(self, index: int) -> VGroup:
        """Return ∂L/∂w of an edge, on a plate in its middle."""
        place = self.network.place_of(index)
        number = Number(
            source=lambda: self.progress.derivative(place),
            size=TYPE.label,
            signed=True,
            family=FONTS.maths,
        )
        plate = Plate.behind(number, padding=_PADDING, opacity=1)
        return VGroup(plate, number).move_to(self.network.middle(index))
