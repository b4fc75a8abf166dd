"""Four inputs, and one of them nudged: how much of the gradient is known?"""

from collections.abc import Iterator

from manim import DOWN, RIGHT, UP, Animation, FadeIn, LaggedStart

from mnemo_anim.maths.gallery import FOUR_DIALS
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.column import ComponentColumn
from mnemo_anim.mobjects.dial_machine import DialMachine
from mnemo_anim.mobjects.dial_turn import DialTurn
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.staging import soon
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_START = (0.4, 0.8, -0.2, 0.6)
_NUDGE = 0.5  # of the first dial: large enough to be seen
_HIGH = 8.0  # the full meter
_ASIDE = 0.12  # of the machine, in Manim units: its plate may hang over the stage
_BELOW = 0.35  # from the machine to the column, in Manim units


class OneOfFour(ReviewPicture):
    """A machine with four dials, and the column of its gradient with a place for each."""

    def __init__(self) -> None:
        self.spot = spot = Spot(_START)
        self.machine = machine = DialMachine(FOUR_DIALS, spot, high=_HIGH, meter_above=True)
        machine.move_to(CENTRE + _ASIDE * RIGHT).align_to([0.0, STAGE.top, 0.0], UP)
        self.turn = DialTurn(
            machine.dials[0],
            lambda: _START[0],
            lambda: float(spot.coords[0]),
            color=PALETTE.part(0),
        )
        self.column = ComponentColumn(
            [self._entry(index) for index in range(FOUR_DIALS.dimension)],
            empty=True,
            name="nabla f",
        )
        self.column.next_to(machine, DOWN, buff=_BELOW)

    def pose(self) -> Iterator[Animation]:
        """Show the machine; hold three dials, and nudge the first; show what is to be known."""
        yield FadeIn(self.machine)
        yield self.machine.hold_all_but(0)
        yield together(self.turn.appear(), self.machine.nudge(0, _NUDGE))
        yield soon(FadeIn(self.column))

    def answer(self) -> Iterator[Animation]:
        """Fill the entry that is known; light the places of the others, one after another."""
        yield together(
            self.column.drop(0, self.machine.dials[0].label),
            self.machine.nudge(0, -_NUDGE),
            self.turn.vanish(),
        )
        yield self.machine.release_all()
        others = range(1, FOUR_DIALS.dimension)
        yield LaggedStart(*(self._ask_for(index) for index in others), lag_ratio=0.6)

    def _ask_for(self, index: int) -> Animation:
        """Return the animation in which the empty place of an input is lit."""
        slot = self.column.slots[index]
        return slot.animate.set_stroke(PALETTE.part(index), opacity=1.0)

    def _entry(self, index: int) -> Number:
        return Number(
            source=lambda: PartialDerivative(FOUR_DIALS, _START, index),
            decimals=1,
            size=TYPE.formula,
            color=PALETTE.part(index),
            signed=True,
            family=FONTS.maths,
        )
