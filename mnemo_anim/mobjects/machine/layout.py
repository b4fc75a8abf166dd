"""Where a machine stands: large beside the rail at first, small in its corner later."""

from manim import DOWN, LEFT, RIGHT, UP, Animation

from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.step_rail import StepRail
from mnemo_anim.theme import STAGE

_RAIL_GAP = 0.32  # from the rail to the machine in its corner, in Manim units


class MachineLayout:
    """The rail at the left edge, and the machine in the middle of the room beside it.

    Args:
        rail: Is put at the left edge.
        machine: Is enlarged, and put at the bottom.
        closer: How much larger the machine is until it stands aside.

    Attributes:
        aside: The middle, in x, of the room beside the machine when it stands aside.
    """

    def __init__(self, rail: StepRail, machine: DialMachine, *, closer: float) -> None:
        self._machine, self._closer = machine, closer
        rail.move_to([0, STAGE.middle, 0]).align_to([STAGE.left, 0, 0], LEFT)
        machine.next_to(rail, RIGHT, buff=_RAIL_GAP).align_to([0, STAGE.top, 0], UP)
        self._corner = machine.get_center()
        self.aside = float(machine.get_right()[0] + STAGE.right) / 2
        machine.scale(closer).set_x((rail.get_right()[0] + STAGE.right) / 2)
        machine.align_to([0, STAGE.bottom + STAGE.gap, 0], DOWN)

    def rise(self) -> Animation:
        """Return the animation in which the machine moves to the top."""
        return self._machine.animate.align_to([0, STAGE.top, 0], UP).build()

    def stand_aside(self) -> Animation:
        """Return the animation in which it goes to its corner, no larger than it was made."""
        return self._machine.animate.scale(1 / self._closer).move_to(self._corner).build()
