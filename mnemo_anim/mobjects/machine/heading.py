"""The function that a machine computes, above the machine that it becomes."""

from manim import (
    RIGHT,
    UP,
    AnimationGroup,
    FadeIn,
    LaggedStart,
    ReplacementTransform,
    VGroup,
)

from mnemo_anim.maths.quantities import Dimension
from mnemo_anim.mobjects.lettering.notation import function_of_many
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_INPUTS = ("first", "more", "last")  # the parts of the formula from which the dials get names
_APART = 1.0  # from the function to the number of its inputs, in Manim units
_ONE_BY_ONE = 0.25  # how much later each letter appears than the one before


class MachineHeading(VGroup):
    """f(x₁, …, xₙ), and how many inputs that is.

    Args:
        machine: The machine, where it stands first.

    Attributes:
        large: The function on the machine's plate, as it is written first.
        function: The function above the machine.
        count: n, beside it.
    """

    def __init__(self, machine: DialMachine) -> None:
        self._machine = machine
        self.large = function_of_many(size=TYPE.title).move_to(machine.plate)
        self.function = function_of_many()
        self.count = Formula(
            "n = #n",
            numbers={"n": Dimension(machine.field)},
            size=TYPE.body,
            color=PALETTE.ink_soft,
        )
        super().__init__(self.function, self.count)
        self.arrange(RIGHT, buff=_APART).next_to(machine, UP, buff=STAGE.gap)

    def write(self) -> LaggedStart:
        """Return the animation in which the function appears on the plate, letter by letter."""
        letters = (FadeIn(glyph, shift=0.15 * UP) for glyph in self.large)
        return LaggedStart(*letters, lag_ratio=_ONE_BY_ONE)

    def rise(self) -> ReplacementTransform:
        """Return the animation in which the function leaves the plate to the machine."""
        return ReplacementTransform(self.large, self.function)

    def grow_dials(self) -> tuple[LaggedStart, FadeIn]:
        """Return the animations in which each input becomes a dial, and they are counted."""
        names = [self.function.part(name) for name in _INPUTS]
        return self._machine.grow_dials(names), FadeIn(self.count)

    def grow_meter(self) -> AnimationGroup:
        """Return the animation in which the value becomes a meter."""
        return self._machine.grow_meter(self.function.part("value"))
