"""A batch of examples through one linear layer, to one number: the mean squared error."""

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    GrowFromPoint,
    LaggedStart,
    Line,
    ReplacementTransform,
    ShowPassingFlash,
    SurroundingRectangle,
    VGroup,
)

from mnemo_anim.maths import Array
from mnemo_anim.maths.network_quantities import Tensor, Training
from mnemo_anim.maths.networks import Network
from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.maths.training import TrainingRun
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.examples.table_words import TableHeading, sign_key
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.networks.network_diagram import FULL, NetworkDiagram
from mnemo_anim.mobjects.networks.tensor_block import TensorBlock
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_CELL = 0.31  # of the tables, in Manim units
_NET_WIDTH, _NET_HEIGHT, _RADIUS = 1.0, 2.1, 0.24
_WIDEST = 11.0  # stroke of the brightest edge: the layer is small
_CLOSER = 1.7  # how much larger the layer is while it is alone
_GAP = 0.14  # between what the examples pass through
_ASIDE = 0.54  # between the targets and the squared errors


class BatchPass(VGroup):
    """Inputs, a layer, outputs beside their targets, the squared errors, and below them the loss.

    Squared errors and loss are drawn to one scale.

    Args:
        run: The training; its first epoch is shown.
        names: Of inputs, outputs and targets.
        signs: Words for a positive and for a negative number.

    Attributes:
        run: As given.
        made: How much of the first update the number at the loss has come through, 0 to 1.
        inputs: The examples, a row each.
        network: The layer.
        outputs: What it makes of them.
        targets: What it should make of them.
        errors: The squares of the differences.
        around: A frame around these.
        mean: Their mean, under them.
        loss: Its name and its value.
        headings: Of inputs, outputs and targets: for each its name above it, its shape below it.
        key: What filled and hollow squares are.
    """

    def __init__(
        self, run: TrainingRun, *, names: tuple[str, str, str], signs: tuple[str, str]
    ) -> None:
        super().__init__()
        self.run, self.made = run, 0.0
        training, epoch = Training.of(run), run.epochs[0]
        outputs, errors = _forward(run, epoch.network)
        largest = float(np.abs([*outputs, *run.targets]).max())
        parts = [PALETTE.part(i) for i in range(run.inputs.shape[1])]
        self.inputs = TensorBlock(run.inputs, colors=parts, cell=_CELL)
        weights = [layer.weights for layer in epoch.gradient]
        self.network = NetworkDiagram(
            epoch.network.sizes,
            lambda: weights,
            largest=float(np.abs(weights[0]).max()) * (FULL / _WIDEST) ** 2,
            width=_NET_WIDTH,
            height=_NET_HEIGHT,
            radius=_RADIUS,
        )
        self.outputs = TensorBlock(outputs, cell=_CELL, largest=largest)
        soft = [PALETTE.ink_soft]
        self.targets = TensorBlock(run.targets, colors=soft, cell=_CELL, largest=largest)
        self.errors = TensorBlock(errors, colors=[PALETTE.loss], cell=_CELL)
        pairs = VGroup(self.outputs, self.targets).arrange(RIGHT, buff=STAGE.gap)
        VGroup(self.inputs, self.network, pairs).arrange(RIGHT, buff=_GAP)
        self.errors.next_to(pairs, RIGHT, buff=_ASIDE)
        self.around = SurroundingRectangle(
            self.errors, color=PALETTE.loss, buff=_GAP / 3, stroke_width=STROKES.level
        )
        self.mean = TensorBlock(
            [epoch.loss], colors=[PALETTE.loss], cell=_CELL, largest=self.errors.largest
        )
        self.mean.next_to(self.around, DOWN, buff=_GAP)

        def loss_now() -> Quantity:
            return training.loss_underway(self.made)

        self.loss = Readout("L", loss_now, size=TYPE.body, color=PALETTE.loss)
        self.loss.next_to(self.mean, DOWN, buff=_GAP).align_to(self.around, RIGHT)
        self.headings = VGroup(
            TableHeading(names[0], self.inputs, training, Tensor.INPUTS),
            TableHeading(names[1], self.outputs, training, Tensor.TARGETS, edge=RIGHT),
            TableHeading(names[2], self.targets, training, Tensor.TARGETS, edge=LEFT),
        )
        self.key = sign_key(signs, _CELL).align_to(self.inputs, LEFT).match_y(self.loss)
        self.add(self.headings, self.inputs, self.network, self.outputs, self.targets)
        self.add(self.around, self.errors, self.mean, self.loss, self.key)
        self._place = self.network.get_center()

    # ---- what happens ----------------------------------------------------------------------

    def grow_network(self) -> LaggedStart:
        """Return the animation in which the layer is drawn, large in the middle."""
        self._place = self.network.get_center()
        self.network.scale(_CLOSER).move_to(self)
        return self.network.grow()

    def step_back(self) -> Animation:
        """Return the animation in which the layer takes its place, for the rest to come."""
        return self.network.animate.scale(1 / _CLOSER).move_to(self._place).build()

    def show_inputs(self) -> AnimationGroup:
        """Return the animation in which the examples appear, one below the other."""
        rows = (FadeIn(row, shift=_GAP * DOWN) for row in self.inputs.rows)
        still = FadeIn(self.inputs.frame, self.headings[0], self.key)
        return AnimationGroup(still, LaggedStart(*rows, lag_ratio=0.2))

    def pass_through(self) -> AnimationGroup:
        """Return the animation in which each example passes the layer, and becomes its output."""
        neurons, (output,) = self.network.neurons[0], self.network.neurons[-1]
        ways = []
        for row, result in zip(self.inputs.rows, self.outputs.squares, strict=True):
            entering = (
                FadeOut(cell.copy(), target_position=neuron.get_center(), scale=0.5)
                for cell, neuron in zip(row, neurons, strict=True)
            )
            made = GrowFromPoint(result, output.get_center())
            ways.append(LaggedStart(AnimationGroup(*entering), made, lag_ratio=0.7))
        still = FadeIn(self.outputs.frame, self.headings[1])
        return AnimationGroup(still, LaggedStart(*ways, lag_ratio=0.2))

    def show_targets(self) -> FadeIn:
        """Return the animation in which the targets appear beside the outputs."""
        return FadeIn(self.targets, self.headings[2])

    def compare(self) -> AnimationGroup:
        """Return the animation in which outputs and targets become squared errors, row by row."""
        pairs = zip(self.outputs.squares, self.targets.squares, self.errors.squares, strict=True)
        compared = (
            ReplacementTransform(VGroup(made, wanted).copy(), error)
            for made, wanted, error in pairs
        )
        still = FadeIn(self.errors.frame, self.around)
        return AnimationGroup(still, LaggedStart(*compared, lag_ratio=0.1))

    def take_mean(self) -> AnimationGroup:
        """Return the animation in which the squared errors make one number, their mean."""
        mean = self.mean
        merged = (
            FadeOut(error.copy(), target_position=mean.get_center())
            for error in self.errors.squares
        )
        arrived = AnimationGroup(FadeIn(mean.frame, self.loss), GrowFromCenter(mean.squares))
        return AnimationGroup(*merged, late(arrived))

    def light_back(self) -> ShowPassingFlash:
        """Return the animation in which light runs from the loss back to the output."""
        output = self.network.neurons[-1][0]
        way = Line(self.mean.get_center(), output.get_right(), color=PALETTE.uphill)
        return ShowPassingFlash(way.set_stroke(width=STROKES.arrow), time_width=0.6)

    # ---- what there is -----------------------------------------------------------------------

    def show(self, network: Network) -> None:
        """Show outputs, squared errors and their mean as another network of this shape has them."""
        outputs, errors = _forward(self.run, network)
        self.outputs.show(outputs)
        self.errors.show(errors)
        self.mean.show(errors.mean())

    def sources(self) -> list[Points]:
        """Return the screen points (3,) of the parameters in the network: each edge, the bias."""
        edges = range(len(self.network.edges))
        bias = self.network.neurons[-1][0].get_center()
        return [*(self.network.middle(edge) for edge in edges), bias]


def _forward(run: TrainingRun, network: Network) -> tuple[Array, Array]:
    """Return what a network makes of the examples, and the squares of what it misses by."""
    outputs = network.outputs(run.inputs)
    return outputs, (outputs - run.targets) ** 2
