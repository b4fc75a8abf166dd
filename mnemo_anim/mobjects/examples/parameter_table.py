"""The parameters of a layer, each with its gradient beside it, in the same shape."""

from collections.abc import Sequence

import numpy as np
from manim import (
    LEFT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    LaggedStart,
    VGroup,
    there_and_back,
)
from numpy.typing import NDArray

from mnemo_anim.maths.networks import Network
from mnemo_anim.maths.training import Epoch
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.networks.tensor_block import TensorBlock
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_CELL = 0.38  # of a parameter, in Manim units
_PITCH = 0.8  # from row to row
_MARK = 0.32  # the room over a parameter for its mark
_RISE = 0.1  # of a mark that appears
_SWELL = 1.25  # of a gradient that is spoken of, at its most


class ParameterTable(VGroup):
    """Two rows, weights and bias; in each the parameters, and their gradient.

    Args:
        epoch: Of a network of one layer.
        names: Of the weights and of the bias.
        headings: Over the parameters and over their gradients.

    Attributes:
        names: As given.
        headings: As given.
        parameters: A block for each row.
        gradients: A block of the same shape beside each.
        marks: A plus or a minus over each parameter: which way the optimiser moves it.
    """

    def __init__(
        self,
        epoch: Epoch,
        *,
        names: tuple[str, str],
        headings: tuple[str, str],
    ) -> None:
        super().__init__()
        (layer,), (gradient,) = epoch.network.layers, epoch.gradient
        inputs = [PALETTE.part(i) for i in range(layer.weights.shape[1])]
        tables = ((layer.weights, inputs), (layer.biases, [PALETTE.ink]))
        slopes = (gradient.weights, gradient.biases)
        most = max(float(np.abs(table).max()) for table, _ in tables)
        steepest = max(float(np.abs(table).max()) for table in slopes)
        self.parameters = VGroup(
            *(TensorBlock(t, colors=c, cell=_CELL, largest=most) for t, c in tables)
        )
        self.gradients = VGroup(
            *(TensorBlock(t, colors=_signs(t), cell=_CELL, largest=steepest) for t in slopes)
        )
        self.names = VGroup(*(Words(n, size=TYPE.label, family=FONTS.code) for n in names))
        self.headings = VGroup(
            Words(headings[0], size=TYPE.label, color=PALETTE.ink_soft),
            Words(headings[1], size=TYPE.label, color=PALETTE.uphill, family=FONTS.code),
        )
        self._arrange()
        self.marks = VGroup(
            *(
                _mark(square.get_center(), slope)
                for block, table in zip(self.parameters, slopes, strict=True)
                for square, slope in zip(block.frame, np.ravel(table), strict=True)
            )
        )
        read_as_one(*self.marks)
        self.add(self.headings, self.names, self.parameters, self.gradients, self.marks)

    def _arrange(self) -> None:
        wide = max(self.parameters[0].width, self.headings[0].width)
        x = self.names.width / 2 + STAGE.gap + wide / 2
        for row, name in enumerate(self.names):
            y = -row * _PITCH
            name.move_to([0, y, 0]).align_to(self.names[0], LEFT)
            self.parameters[row].move_to([x, y, 0])
            self.gradients[row].move_to([x + wide + STAGE.gap, y, 0])
        for heading, blocks in zip(self.headings, (self.parameters, self.gradients), strict=True):
            heading.next_to(blocks[0], UP, buff=_MARK).set_x(blocks[0].get_x())

    def gather(self, starts: Sequence[Points]) -> AnimationGroup:
        """Return the animation in which the parameters come from points of the network."""
        squares = [square for block in self.parameters for square in block.squares]
        came = (GrowFromPoint(s, start) for s, start in zip(squares, starts, strict=True))
        frames = VGroup(*(block.frame for block in self.parameters))
        heading = late(FadeIn(self.headings[0]))  # the squares cross its place
        return AnimationGroup(FadeIn(self.names, frames), *came, heading)

    def receive(self, row: int, starts: Sequence[Points]) -> LaggedStart:
        """Return the animation in which a row's gradient arrives from points of the network."""
        block, first = self.gradients[row], row * len(self.gradients[0].squares)
        squares = zip(block.squares, starts[first:], strict=False)
        return LaggedStart(
            FadeIn(block.frame),
            *(GrowFromPoint(square, start) for square, start in squares),
            lag_ratio=0.15,
        )

    def pulse(self, row: int) -> Animation:
        """Return the animation in which a row's gradient swells, and is as before."""
        swelling = self.gradients[row].animate(rate_func=there_and_back)
        return swelling.scale(_SWELL).build()

    def point_the_way(self) -> LaggedStart:
        """Return the animation in which the heading makes room for a mark over each parameter."""
        marks = (FadeIn(mark, shift=_RISE * UP) for mark in self.marks)
        return LaggedStart(FadeOut(self.headings[0]), *marks, lag_ratio=0.25)

    def show(self, network: Network) -> None:
        """Show the parameters of another network of this shape."""
        (layer,) = network.layers
        for block, table in zip(self.parameters, (layer.weights, layer.biases), strict=True):
            block.show(table)


def _signs(slopes: NDArray[np.float64]) -> list[str]:
    """Return a colour for each slope: that of a way uphill, or downhill."""
    return [PALETTE.uphill if slope > 0 else PALETTE.downhill for slope in np.ravel(slopes)]


def _mark(centre: Points, slope: float) -> Formula:
    """Return the sign of a move against a slope, over the middle of a parameter's cell."""
    mark = Formula("-" if slope > 0 else "+", size=TYPE.body, color=PALETTE.downhill)
    mark.move_to(centre + (_CELL + _MARK) / 2 * UP)
    return mark
