"""The partial derivatives in a row below the dials of a machine."""

import numpy as np
from manim import (
    DOWN,
    UP,
    FadeIn,
    FadeOut,
    Indicate,
    LaggedStart,
    TransformFromCopy,
    VGroup,
    VMobject,
)

from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.notation import row_parts
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.slopes.gradient_column import partial_derivative
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_GAP = STAGE.gap  # from the machine to a symbol, and from it to its number, in Manim units
_DROP = 0.95  # radians of the arc on which a number drops: clear of the fraction it leaves
_ONE_BY_ONE = 0.3  # how much later each symbol pulses, or is written, than the one before
_GOING = 0.2  # the same where they go


class Partials:
    """∂f/∂xᵢ below the dial of each input: a symbol over a number, dropped there one by one.

    It is no mobject: its parts come one by one.

    Args:
        machine: The machine, where it stands as they drop.
        at: The spot, coords (n,), at which the derivatives are taken.

    Attributes:
        symbols: Those that have dropped.
        numbers: Below them, live.
    """

    def __init__(self, machine: DialMachine, at: Spot) -> None:
        self._machine, self._spot = machine, at
        self.symbols, self.numbers = VGroup(), VGroup()

    def drop(self, index: int, value: VMobject) -> tuple[FadeIn, TransformFromCopy]:
        """Return the animations in which ``value`` drops below its dial, and gets its name."""
        dial = self._machine.dials[index]
        name = f"(partial f)/(partial x_{index + 1})"
        symbol = Formula(name, size=TYPE.body, color=PALETTE.part(index))
        symbol.next_to(self._machine, DOWN, buff=_GAP).set_x(dial.get_x())
        number = partial_derivative(self._machine.field, self._spot, index)
        number.next_to(symbol, DOWN, buff=_GAP)
        self.symbols.add(symbol)
        self.numbers.add(number)
        return (
            FadeIn(symbol, shift=0.15 * DOWN),
            TransformFromCopy(value, number, path_arc=_arc(value, number)),
        )

    def pulse(self) -> LaggedStart:
        """Return the animation in which one symbol after the other is pointed out."""
        pulses = (
            Indicate(symbol, scale_factor=1.2, color=PALETTE.part(index))
            for index, symbol in enumerate(self.symbols)
        )
        return LaggedStart(*pulses, lag_ratio=_ONE_BY_ONE)

    def write_as(self, row: Formula) -> tuple[LaggedStart, LaggedStart]:
        """Return the animations in which the symbols go, and those of a gradient's row come."""
        going = (FadeOut(symbol, shift=0.1 * DOWN) for symbol in self.symbols)
        coming = (FadeIn(part, shift=0.1 * UP) for part in row_parts(row))
        return (
            LaggedStart(*going, lag_ratio=_GOING),
            LaggedStart(*coming, lag_ratio=_ONE_BY_ONE),
        )


def _arc(value: VMobject, number: VMobject) -> float:
    """Return the angle of the arc from a fraction's value down to a number, above the captions."""
    start, end = value.get_center(), number.get_center()
    room = (start[1] + end[1]) / 2 - STAGE.bottom - value.height
    flattest = 4 * float(np.arctan2(2 * max(room, 0.0), np.linalg.norm(end - start)))
    return min(_DROP, flattest)
