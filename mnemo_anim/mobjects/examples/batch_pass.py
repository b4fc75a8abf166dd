"""A batch of examples through one linear layer, to one number: the mean squared error."""

import numpy as np
from manim import (
    DOWN,
    RIGHT,
    UP,
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
    VGroup,
)

from mnemo_anim.maths.network_quantities import Extent, Tensor, Training
from mnemo_anim.maths.training import TrainingRun
from mnemo_anim.mobjects.chart import Points
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.network_diagram import FULL, NetworkDiagram
from mnemo_anim.mobjects.staging import late
from mnemo_anim.mobjects.tensor_block import TensorBlock
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_CELL = 0.3  # of the tables, in Manim units
_LOSS = 0.52  # of the one cell of the loss
_NET_WIDTH, _NET_HEIGHT, _RADIUS = 1.05, 2.0, 0.22
_WIDEST = 11.0  # stroke of the brightest edge: the layer is small
_CLOSER = 1.7  # how much larger the layer is while it is alone
_GAP = 0.22  # between what the examples pass through


class BatchPass(VGroup):
    """Inputs, a layer, outputs beside their targets, and the loss, from left to right.

    Args:
        run: The training; its first epoch is shown.

    Attributes:
        inputs: The examples, a row each.
        network: The layer.
        outputs: What it makes of them.
        targets: What it should make of them.
        errors: The squares of the differences.
        loss: Their mean, and its symbol.
        sizes: The shapes of inputs and targets, above them.
    """

    def __init__(self, run: TrainingRun) -> None:
        super().__init__()
        training, epoch = Training.of(run), run.epochs[0]
        made = epoch.network.outputs(run.inputs)
        largest = float(np.abs([*made, *run.targets]).max())
        squares = (made - run.targets) ** 2
        self.inputs = TensorBlock(
            run.inputs, colors=[PALETTE.part(i) for i in range(3)], cell=_CELL
        )
        weights = [layer.weights for layer in epoch.gradient]
        self.network = NetworkDiagram(
            epoch.network.sizes,
            lambda: weights,
            largest=float(np.abs(weights[0]).max()) * (FULL / _WIDEST) ** 2,
            width=_NET_WIDTH,
            height=_NET_HEIGHT,
            radius=_RADIUS,
        )
        self.outputs = TensorBlock(made, cell=_CELL, largest=largest)
        self.targets = TensorBlock(
            run.targets, colors=[PALETTE.ink_soft], cell=_CELL, largest=largest
        )
        self.errors = TensorBlock(squares, colors=[PALETTE.loss], cell=_CELL)
        mean = TensorBlock([epoch.loss], colors=[PALETTE.loss], cell=_LOSS)
        pairs = VGroup(self.outputs, self.targets).arrange(RIGHT, buff=_GAP / 2)
        VGroup(self.inputs, self.network, pairs, mean).arrange(RIGHT, buff=_GAP)
        self.errors.move_to(mean)
        symbol = Formula("L", size=TYPE.body, color=PALETTE.loss).next_to(mean, UP, buff=_GAP / 2)
        self.loss = VGroup(mean, symbol)
        self.sizes = VGroup(
            _size(training, Tensor.INPUTS).next_to(self.inputs, UP, buff=_GAP / 2),
            _size(training, Tensor.TARGETS).next_to(pairs, UP, buff=_GAP / 2),
        )
        self.add(self.sizes, self.inputs, self.network, self.outputs, self.targets)
        self.add(self.errors, self.loss)
        self._place = self.network.get_center()

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
        rows = (FadeIn(row, shift=_GAP * DOWN / 2) for row in self.inputs.rows)
        return AnimationGroup(
            FadeIn(self.inputs.frame), FadeIn(self.sizes[0]), LaggedStart(*rows, lag_ratio=0.2)
        )

    def pass_through(self) -> AnimationGroup:
        """Return the animation in which each example passes the layer, and becomes its output."""
        neurons, (output,) = self.network.neurons[0], self.network.neurons[-1]
        ways = []
        for row, result in zip(self.inputs.rows, self.outputs.squares, strict=True):
            entering = (
                FadeOut(cell.copy(), target_position=neuron.get_center(), scale=0.5)
                for cell, neuron in zip(row, neurons, strict=True)
            )
            ways.append(
                LaggedStart(
                    AnimationGroup(*entering),
                    GrowFromPoint(result, output.get_center()),
                    lag_ratio=0.7,
                )
            )
        return AnimationGroup(
            FadeIn(self.outputs.frame), FadeIn(self.sizes[1]), LaggedStart(*ways, lag_ratio=0.2)
        )

    def show_targets(self) -> FadeIn:
        """Return the animation in which the targets appear beside the outputs."""
        return FadeIn(self.targets)

    def compare(self) -> LaggedStart:
        """Return the animation in which outputs and targets become squared errors, row by row."""
        pairs = zip(self.outputs.squares, self.targets.squares, self.errors.squares, strict=True)
        return LaggedStart(
            *(
                ReplacementTransform(VGroup(made, wanted).copy(), error)
                for made, wanted, error in pairs
            ),
            lag_ratio=0.1,
        )

    def take_mean(self) -> AnimationGroup:
        """Return the animation in which the squared errors become one number, their mean."""
        mean, symbol = self.loss
        self.remove(self.errors)  # what moves the whole from now on moves no errors
        merged = (
            FadeOut(error, target_position=mean.get_center()) for error in self.errors.squares
        )
        arrived = AnimationGroup(FadeIn(mean.frame, symbol), GrowFromCenter(mean.squares))
        return AnimationGroup(*merged, late(arrived))

    def light_back(self) -> ShowPassingFlash:
        """Return the animation in which light runs from the loss back to the output."""
        block, output = self.loss[0], self.network.neurons[-1][0]
        way = Line(block.get_left(), output.get_right(), color=PALETTE.uphill)
        return ShowPassingFlash(way.set_stroke(width=STROKES.arrow), time_width=0.6)

    def sources(self) -> list[Points]:
        """Return the screen points (3,) of the parameters in the network: each edge, the bias."""
        edges = range(len(self.network.edges))
        bias = self.network.neurons[-1][0].get_center()
        return [*(self.network.middle(edge) for edge in edges), bias]


def _size(training: Training, of: Tensor) -> Formula:
    return Formula(
        "#rows times #columns",
        numbers={"rows": Extent(training, of, 0), "columns": Extent(training, of, 1)},
        size=TYPE.tick,
        color=PALETTE.ink_soft,
    )
