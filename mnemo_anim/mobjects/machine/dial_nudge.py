"""What a nudge of one dial shows: on the dial, on the meter, on the graph, and as a quotient."""

import numpy as np
from manim import DOWN, UP, Create, FadeIn, FadeOut, TransformFromCopy, VGroup, VMobject, rush_from

from mnemo_anim.maths.quantities import Coordinate, Difference, PartialDerivative
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.graphs.secant_graph import SecantGraph
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.dial_turn import DialTurn
from mnemo_anim.mobjects.numbers.quotient import Quotient
from mnemo_anim.theme import PALETTE, STAGE

_DECIMALS = 3  # of change and nudge: enough for a nudge of a hundredth
_ARC = np.pi / 2  # of the way of the change from the meter to the quotient, in radians
_GAP = 0.7  # from the graph to the quotient, in Manim units


class DialNudge(VGroup):
    """Four views of one nudge, from where the machine stands now.

    Args:
        machine: The machine.
        index: Of the dial that is nudged, from 0.
        words: What the quotient's upper and lower number are: a change, a nudge.
        span: Of the values of f on the graph, from bottom to top; see `SecantGraph`.

    Attributes:
        index: As given.
        turn: How far the dial has been turned.
        change: How far the meter has moved since.
        graph: Both, on the graph of this input.
        quotient: The change per unit of nudge; its limit is the partial derivative.
        frame: What is the same for every dial: the axis of f, the fraction without its numbers.
    """

    def __init__(
        self, machine: DialMachine, index: int, *, words: tuple[str, str], span: float | None = None
    ) -> None:
        super().__init__()
        self._machine, self.index = machine, index
        field, spot = machine.field, machine.spot
        color = PALETTE.part(index)
        start, before = np.array(spot.coords), spot.at
        self._start = float(start[index])
        self.turn = DialTurn(
            machine.dials[index],
            lambda: float(start[index]),
            lambda: float(spot.coords[index]),
            color=color,
        )
        self.change = change = machine.change_by(index, decimals=_DECIMALS)
        self.graph = SecantGraph(field, start, spot, index, span=span)
        self.quotient = Quotient(
            lambda: change.quantity,
            lambda: Difference(Coordinate(spot.at, index), Coordinate(before, index)),
            limit=lambda: PartialDerivative(field, before, index),
            words=words,
            decimals=_DECIMALS,
            color=color,
        )
        self.add(self.turn, self.change, self.graph, self.quotient)
        graph, quotient = self.graph, self.quotient
        words = quotient.above[0], quotient.below[0]
        self.frame = (graph.lines, graph.f_name, *words, quotient.bar, quotient.equals)

    @property
    def own(self) -> tuple[VMobject, ...]:
        """What only this dial has, but for the quotient's value."""
        graph, quotient = self.graph, self.quotient
        numbers = quotient.above[1], quotient.below[1]
        return (self.turn, self.change, graph.x_name, graph.curve, graph.secant, *numbers)

    def by(self, amount: float) -> Vary:
        """Return the animation in which the dial turns to ``amount`` from where it stood."""
        return self._machine.turn(self.index, self._start + amount)

    def stand_at(self, x: float) -> None:
        """Put the graph at the top of the stage, the quotient below it, their middle at ``x``."""
        self.update()
        self.graph.align_to([0, STAGE.top, 0], UP).set_x(x)
        self.quotient.next_to(self.graph, DOWN, buff=_GAP).set_x(x)

    def come_first(self) -> FadeIn:
        """Return the animation in which it begins to show on the dial and on the meter."""
        return FadeIn(self.turn, self.change, rate_func=rush_from)

    def come(self) -> FadeIn:
        """Return the animation in which all comes that the last dial did not have."""
        return FadeIn(*self.own, rate_func=rush_from)

    def write_change(self) -> tuple[FadeIn, TransformFromCopy]:
        """Return the animations in which the change on the meter comes above the bar to be."""
        word, number = self.quotient.above
        # Sideways first, past the end of the meter's scale.
        coming = TransformFromCopy(self.change.number, number, path_arc=_ARC)
        return FadeIn(word), coming

    def write_nudge(self) -> tuple[Create, FadeIn]:
        """Return the animations in which the bar is drawn, and the nudge comes below it."""
        return Create(self.quotient.bar), FadeIn(self.quotient.below, shift=0.15 * UP)

    def write_quotient(self) -> FadeIn:
        """Return the animation in which the equals sign comes, and the quotient behind it."""
        return FadeIn(self.quotient.equals, self.quotient.value)

    def write_value(self) -> FadeIn:
        """Return the animation in which the quotient comes where the sign is there already."""
        self.quotient.update()
        return FadeIn(self.quotient.value, rate_func=rush_from)

    def leave(self) -> FadeOut:
        """Return the animation in which all goes but what the next dial has in common with it."""
        return FadeOut(*self.own, self.quotient.value)

    def vanish(self) -> FadeOut:
        """Return the animation in which all goes."""
        return FadeOut(*self.own, self.quotient.value, *self.frame)

    def stand_where(self, other: "DialNudge") -> None:
        """Put graph and quotient where those of another dial are, into its frame, which stays."""
        self.graph.shift(other.graph.lines.get_center() - self.graph.lines.get_center())
        self.quotient.shift(other.quotient.bar.get_center() - self.quotient.bar.get_center())
        self.frame = other.frame
