"""A node of a computation graph, with what it is worth and what it does to the result."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, ManimColor, VGroup, VMobject
from numpy.typing import NDArray

from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.maths.quantities import Coord, Quantity
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

RADIUS = 0.44  # of a node, in Manim units
_BESIDE = 0.24  # between a node and its numbers
_OFF = 0.2  # between an edge and its local derivative


class GraphNode(VGroup):
    """An input or an operation: a disc with its name, and numbers beside it.

    What it is worth stands on the side away from the middle of the graph, the derivative of the
    result by it on the other; what the result is worth stands below it.

    Args:
        graph: The whole graph.
        index: Of the node.
        at: The inputs.
        centres: Of all nodes, screen points (k, 3).
        decimals: Of all numbers.

    Attributes:
        tint: The colour of its input where only one leads to it.
        disc, name, value, derivative: Its parts.
        local_derivative: At the edge that leads on from it; an empty group at the result.
    """

    def __init__(
        self,
        graph: ComputationGraph,
        index: int,
        at: Coord,
        centres: NDArray[np.float64],
        *,
        decimals: int,
    ) -> None:
        super().__init__()
        self._graph, self._node, self._decimals = graph, graph.nodes[index], decimals
        self._centre, user = centres[index], graph.user(index)
        self._is_result = user is None
        self.tint = self._own_color()
        self.disc = _disc(self._centre)
        self.name = self._named()
        self.value = self._worth(graph.value(index, at))
        is_input = self._node.operation is None
        slope = graph.derivative(index, at)
        derivative = self._number(slope, self.tint if is_input else PALETTE.uphill)
        self.derivative = self._beside(derivative, 1.0 if self._is_result else -1.0)
        self.local_derivative: VMobject = VGroup()
        if user is not None:
            self.local_derivative = self._factor(graph.local_derivative(index, at), centres[user])
        self.add(self.disc, self.name, self.value, self.derivative, self.local_derivative)

    def show(self, there: float, back: float, factor: float, *, ink: ManimColor) -> None:
        """Show node and value, the derivative, and the local derivative, each from 0 to 1.

        Values but the result are in ``ink``.
        """
        self.disc.presence = there
        self.disc.set_stroke(self.tint if back > 0 else PALETTE.ink_soft)
        self.name.set_opacity(there)
        if not self._is_result:
            self.value.set_color(ink)
        self.value.set_opacity(there)
        self.derivative.set_opacity(back)
        self.local_derivative.set_opacity(factor)

    def _own_color(self) -> str:
        if self._is_result:
            return PALETTE.loss
        names = self._node.inputs
        index = self._graph.field.index_of(names[0])
        return PALETTE.part(index) if len(names) == 1 else PALETTE.ink

    def _named(self) -> Formula:
        joins = len(self._node.operands) > 1
        text = "+" if joins else self._node.result.formula()
        name = Formula(text, size=TYPE.body, color=PALETTE.ink if joins else self.tint)
        name.move_to(self._centre)
        return name

    def _worth(self, quantity: Quantity) -> VMobject:
        if not self._is_result:
            return self._beside(self._number(quantity, PALETTE.ink), 1.0)
        value = Formula(
            f"{self._graph.field.name} = #value",
            numbers={"value": quantity},
            decimals={"value": self._decimals},
            size=TYPE.formula,
            color=PALETTE.loss,
        )
        return value.next_to(self._centre + RADIUS * DOWN, DOWN, buff=_BESIDE)

    def _factor(self, quantity: Quantity, end: Points) -> Formula:
        """Return the local derivative at the edge to ``end``: inside a straight one, else out."""
        factor = Formula(
            "times #slope",
            numbers={"slope": quantity},
            decimals={"slope": self._decimals},
            size=TYPE.label,
            color=PALETTE.ink_soft,
        )
        straight = bool(np.isclose(end[0], self._centre[0]))
        side = -self._outwards if straight else self._outwards
        factor.next_to((self._centre + end) / 2, side, buff=_OFF)
        return factor

    @property
    def _outwards(self) -> Points:
        """The direction away from the middle; of what stands there, to the right."""
        return np.asarray(RIGHT if self._centre[0] >= 0 else LEFT)

    def _beside(self, number: VMobject, side: float) -> VMobject:
        direction = side * self._outwards
        number.next_to(self._centre + RADIUS * direction, direction, buff=_BESIDE)
        return number

    def _number(self, quantity: Quantity, color: str) -> Number:
        return Number(
            source=lambda: quantity,
            live=False,
            decimals=self._decimals,
            size=TYPE.body,
            color=color,
            family=FONTS.maths,
        )


def _disc(centre: Points) -> Veiled:
    disc = Veiled(
        fill_color=PALETTE.panel,
        fill_opacity=1.0,
        stroke_color=PALETTE.ink_soft,
        stroke_width=STROKES.axis,
    )
    disc.set_points(circle(centre, RADIUS))
    return disc
