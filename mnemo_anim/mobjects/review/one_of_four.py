"""Four inputs, and one of them nudged: how much of the gradient is known?"""

from collections.abc import Iterator, Sequence

import numpy as np
from manim import RIGHT, UP, Animation, FadeIn, there_and_back

from mnemo_anim.maths.gallery import FOUR_DIALS
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.dial_turn import DialTurn
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.review.entry_row import EntryRow
from mnemo_anim.mobjects.review.picture import CENTRE, ReviewPicture
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_START = (0.4, 0.8, -0.2, 0.6)
_NUDGE = 0.5  # of the first dial: large enough to be seen
_HIGH = 8.0  # the full meter
_PITCH = 1.32  # from dial to dial: the row below begins with its name
_ASIDE = 0.3  # of the machine, in Manim units: its plate may hang over the stage
_BELOW = 1.1  # from the machine to the middle of the row, in Manim units


class OneOfFour(ReviewPicture):
    """A machine with four dials, and under each its place in the gradient."""

    def __init__(self) -> None:
        self.spot = spot = Spot(_START)
        self.machine = machine = DialMachine(
            FOUR_DIALS, spot, high=_HIGH, meter_above=True, pitch=_PITCH
        )
        machine.move_to(CENTRE + _ASIDE * RIGHT).align_to([0.0, STAGE.top, 0.0], UP)
        self.turns = [self._turn(index) for index in range(FOUR_DIALS.dimension)]
        self.row = EntryRow(
            [self._entry(index) for index in range(FOUR_DIALS.dimension)],
            [float(dial.anchor.origin[0]) for dial in machine.dials],
            float(machine.get_bottom()[1]) - _BELOW,
            name="nabla f",
        )

    def pose(self) -> Iterator[Animation]:
        """Show the machine; hold three dials, and nudge the first; show what is to be known."""
        yield FadeIn(self.machine)
        yield self.machine.hold_all_but(0)
        yield together(self.turns[0].appear(), self.machine.nudge(0, _NUDGE))
        yield soon(FadeIn(self.row))

    def ponder(self) -> Sequence[Animation]:
        """Turn the dial back, and nudge it again."""
        return (Vary(self.spot, {"coords": (self.spot.coords, _START)}, rate_func=there_and_back),)

    def answer(self) -> Iterator[Animation]:
        """Fill the entry that is known; show, one after the other, what the others need."""
        others = range(1, FOUR_DIALS.dimension)
        yield together(
            self.row.drop(0),
            self.machine.nudge(0, -_NUDGE),
            *(late(self.row.miss(index)) for index in others),
        )
        for index in others:
            yield self._ask_for(index)

    def _ask_for(self, index: int) -> Animation:
        """Return the animation in which an input alone is free, nudged, and its place lit."""
        nudged = np.array(_START)
        nudged[index] += _NUDGE
        there = Vary(self.spot, {"coords": (_START, nudged)}, rate_func=there_and_back)
        return together(
            soon(self.machine.hold_all_but(index)),
            soon(self.row.light(index, PALETTE.part(index))),
            self.turns[index].vary(shown=(1.0, 1.0)),
            there,
        )

    def _turn(self, index: int) -> DialTurn:
        return DialTurn(
            self.machine.dials[index],
            lambda: _START[index],
            lambda: float(self.spot.coords[index]),
            color=PALETTE.part(index),
        )

    def _entry(self, index: int) -> Number:
        return Number(
            source=lambda: PartialDerivative(FOUR_DIALS, _START, index),
            decimals=1,
            size=TYPE.formula,
            color=PALETTE.part(index),
            signed=True,
            family=FONTS.maths,
        )
