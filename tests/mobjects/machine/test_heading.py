from manim import UP

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.heading import MachineHeading


def test_the_function_is_written_on_the_plate_and_rises_above_it() -> None:
    machine = DialMachine(MACHINE, Spot(MACHINE_WALK.start), high=20.0, meter_above=True)
    heading = MachineHeading(machine.shift(UP))
    plate = machine.plate
    assert plate.get_bottom()[1] < heading.large.get_bottom()[1]
    assert heading.large.get_top()[1] < plate.get_top()[1]
    assert heading.get_bottom()[1] > plate.get_top()[1]
    assert heading.function.width < heading.large.width


def test_as_many_inputs_are_counted_as_the_machine_has_dials() -> None:
    machine = DialMachine(MACHINE, Spot(MACHINE_WALK.start), high=20.0, meter_above=True)
    (count,) = claims(MachineHeading(machine))
    assert count.holds()
    assert count.shown == str(len(machine.dials))
