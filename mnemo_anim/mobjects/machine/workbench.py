"""A machine beside the steps of an argument, and what each of its dials tells when nudged."""

from collections.abc import Callable

import numpy as np
from manim import (
    DOWN,
    Animation,
    AnimationGroup,
    DrawBorderThenFill,
    FadeIn,
    FadeOut,
    Indicate,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import Walk
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.dial_nudge import DialNudge
from mnemo_anim.mobjects.machine.heading import MachineHeading
from mnemo_anim.mobjects.machine.layout import MachineLayout
from mnemo_anim.mobjects.machine.partials import Partials
from mnemo_anim.mobjects.machine.step_rail import StepRail
from mnemo_anim.mobjects.motion.focus import dim
from mnemo_anim.theme import PALETTE, TYPE

_STEPS = 6  # of the argument
_RAIL = 1.3  # width of their words, in Manim units
_CLOSER = 1.25  # how much larger the machine is until it stands aside
_SPAN = 16.0  # of the values of f on the graph of one input
_BELOW = 0.3  # from the plate to the words below it


class Workbench:
    """A rail with the steps, a machine beside it, and the nudges of its dials.

    It is no mobject: its parts come and go one by one.

    Args:
        walk: The machine's function, and where its dials are set to.
        elsewhere: Coords (n,) at which they stand before.
        word: Gives the words for ``step-1`` and so on, ``change``, ``nudge`` and ``constant``.
        high: The value of the full meter.

    Attributes:
        walk: As given.
        word: As given.
        spot: Where the dials stand.
        felt: Where the slopes are taken: the start of the walk.
        rail: The steps.
        machine: Large at first.
        heading: The function that becomes the machine.
        partials: What the nudges tell, below the dials.
        nudge: That of the dial in hand.
        aside: The middle, in x, of the room beside the machine when it stands aside.
    """

    def __init__(
        self, walk: Walk, elsewhere: ArrayLike, *, word: Callable[[str], str], high: float
    ) -> None:
        self.walk, self.word = walk, word
        self.spot, self.felt = Spot(elsewhere), Spot(walk.start)
        self.rail = StepRail([word(f"step-{step + 1}") for step in range(_STEPS)], width=_RAIL)
        self.machine = DialMachine(walk.field, self.spot, high=high, meter_above=True)
        self._layout = MachineLayout(self.rail, self.machine, closer=_CLOSER)
        self.aside = self._layout.aside
        self.heading = MachineHeading(self.machine)
        self.partials = Partials(self.machine, self.felt)

    def set_up(self) -> tuple[Animation, Animation]:
        """Return the animations in which the rail appears, and the plate of the machine."""
        return (
            self.rail.vary(shown=(0.0, 1.0), place=0.0),
            DrawBorderThenFill(self.machine.plate, stroke_color=PALETTE.rule),
        )

    def set_dials(self) -> Vary:
        """Return the animation in which all dials turn to where the walk starts."""
        return self.spot.go_to(self.walk.start)

    def rise(self) -> AnimationGroup:
        """Return the animation in which the machine takes the place of its heading."""
        return together(FadeOut(self.heading), self._layout.rise())

    def nudge_first(self) -> DialNudge:
        """Return what a nudge of the first dial shows."""
        self.nudge = self._nudge(0)
        return self.nudge

    def nudge_next(self) -> DialNudge:
        """Return what a nudge of the next dial shows, where that of the last one stood."""
        self.take_back()
        last = self.nudge
        self.nudge = self._nudge(last.index + 1)
        self.nudge.stand_where(last)
        return self.nudge

    def hold_others(self) -> AnimationGroup:
        """Return the animation in which the other dials are locked, and told to be constant."""
        self._held = Words(self.word("constant"), size=TYPE.label, color=PALETTE.ink_soft)
        self._held.next_to(self.machine.plate, DOWN, buff=_BELOW)
        self._held.set_x(self.machine.dials[1:].get_x())
        return together(self.machine.hold_all_but(0), FadeIn(self._held, shift=0.1 * DOWN))

    def stress_constant(self) -> Indicate:
        """Return the animation in which the words for the locked dials pulse."""
        return Indicate(self._held, scale_factor=1.12, color=PALETTE.ink)

    def stand_aside(self) -> AnimationGroup:
        """Return the animation in which the machine makes room for graph and quotient."""
        self.nudge.stand_at(self.aside)
        return together(FadeOut(self._held), self._layout.stand_aside())

    def clear(self) -> AnimationGroup:
        """Return the animation in which the last nudge goes, and the machine dims."""
        return together(self.nudge.vanish(), dim(self.machine))

    def take_back(self) -> None:
        """Put the dials back to where the walk starts: a nudge of the least is not to be seen."""
        self.spot.coords = np.array(self.walk.start)

    def _nudge(self, index: int) -> DialNudge:
        words = (self.word("change"), self.word("nudge"))
        return DialNudge(self.machine, index, words=words, span=_SPAN)
