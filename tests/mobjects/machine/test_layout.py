import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.layout import MachineLayout
from mnemo_anim.mobjects.machine.step_rail import StepRail
from mnemo_anim.theme import STAGE


def test_the_machine_is_large_first_and_leaves_room_when_it_stands_aside() -> None:
    rail = StepRail(["one", "two"], width=1.3)
    machine = DialMachine(MACHINE, Spot(MACHINE_WALK.start), high=20.0, meter_above=True)
    made = machine.width
    layout = MachineLayout(rail, machine, closer=1.25)
    assert rail.get_left()[0] == pytest.approx(STAGE.left)
    assert machine.width == pytest.approx(1.25 * made)
    assert rail.get_right()[0] < machine.get_left()[0]
    assert machine.get_right()[0] < STAGE.right
    assert machine.get_bottom()[1] > STAGE.bottom
    for animation in (layout.rise(), layout.stand_aside()):
        animation.begin()
        animation.finish()
        assert machine.get_top()[1] == pytest.approx(STAGE.top)
    assert machine.width == pytest.approx(made)
    assert machine.get_left()[0] > rail.get_right()[0]
    assert layout.aside == pytest.approx((machine.get_right()[0] + STAGE.right) / 2)
