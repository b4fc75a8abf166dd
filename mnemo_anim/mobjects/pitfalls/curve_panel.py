"""A function of one variable: its graph, the tangent at a point, and the derivative there."""

import numpy as np
from manim import DOWN, RIGHT, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.pitfalls.line_gradient import LineGradient
from mnemo_anim.mobjects.readout import Readout
from mnemo_anim.mobjects.slice_graph import SliceGraph
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_TANGENT = 0.32  # of the width of the graph
_ROOM = -8.0  # the derivative for which room is kept: no sign is wider


class CurvePanel:
    """The graph of a function of one variable, and df/dx as a number; its parts come one by one.

    Args:
        field: f, of one variable.
        at: The spot, one coordinate.
        size: Width and height of the graph, in screen units.
        centre: Screen point of its middle.
        scale: Length, in units of x, of the gradient's arrow for a derivative of 1.
        word: What df/dx is.

    Attributes:
        axes: The axes.
        curve: The curve.
        tangent: The tangent at the spot.
        dot: The spot.
        arrow: ∇f, along the axis of the input.
        derivative: df/dx = …, live.
        word: The word, under the number or beside it.
    """

    def __init__(
        self,
        field: ScalarField,
        at: Spot,
        *,
        size: tuple[float, float],
        centre: ArrayLike,
        scale: float,
        word: str,
    ) -> None:
        ends = np.reshape(field.domain[0], (2, 1))
        graph = SliceGraph(
            field,
            at,
            0,
            centre=centre,
            width=size[0],
            height=size[1],
            f_range=(0.0, float(np.max(field.value(ends)))),
            same_unit=False,
        )
        self.axes, self.curve, self.tangent, self.dot = (
            graph.axes,
            graph.curve,
            graph.tangent,
            graph.dot,
        )
        self.dot.set_z_index(1)  # over the tangent, which comes later
        self.tangent.length = _TANGENT * size[0]
        self.arrow = LineGradient(graph.dot.paper, at, scale=scale)
        self.derivative = Readout(
            f"(d {field.name})/(d {field.variables[0]})",
            lambda: PartialDerivative(field, at.at, 0),
            decimals=1,
            size=TYPE.formula,
            color=PALETTE.x_part,
            signed=True,
            widest=_ROOM,
            haloed=False,
        )
        self.word = Words(word, size=TYPE.body, color=PALETTE.ink_soft)
        self._gradient = f"nabla {field.name}"

    def write_below(self, middle: ArrayLike) -> None:
        """Put number and word beside each other, their middle at a screen point (3,)."""
        VGroup(self.derivative, self.word).arrange(RIGHT, buff=1.5 * STAGE.gap).move_to(middle)

    def write_beside(self, middle: ArrayLike) -> None:
        """Put the number at a screen point (3,), and the word under it."""
        self.derivative.move_to(middle)
        self.word.next_to(self.derivative, DOWN, buff=STAGE.gap)

    def mistaken(self) -> Formula:
        """Return the gradient's symbol, written where the derivative's number has to stand."""
        symbol = Formula(self._gradient, size=TYPE.formula, color=PALETTE.uphill)
        equals = self.derivative.label[-1]
        symbol.next_to(equals, RIGHT, buff=STAGE.gap / 2)
        return symbol
