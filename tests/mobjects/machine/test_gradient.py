import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.machine.gradient import MachineGradient

START = np.array(MACHINE_WALK.start)


def test_flipping_changes_every_sign_and_turns_the_point_round(gradient: MachineGradient) -> None:
    positive = gradient.column
    for animation in gradient.flip():
        animation.begin()
        animation.finish()
    assert gradient.column is not positive
    assert [entry.value for entry in gradient.column.entries] == pytest.approx(
        list(-MACHINE.gradient(START))
    )
    moved = gradient.map.here.coords - START[:2]
    uphill = MACHINE.gradient(START)[:2]
    assert moved @ uphill == pytest.approx(-np.linalg.norm(moved) * np.linalg.norm(uphill))


def test_the_entry_that_the_map_holds_constant_is_paler(gradient: MachineGradient) -> None:
    gradient.flip()
    opacities = [entry[0].get_fill_opacity() for entry in gradient.column.entries]
    assert opacities[2] < opacities[0] == opacities[1]


def test_the_change_on_the_meter_is_measured_from_the_start(gradient: MachineGradient) -> None:
    moved = START + np.array([0.2, 0.1, 0.0])
    gradient.map.here.coords = moved[:2]
    change = float(MACHINE.value(moved) - MACHINE.value(START))
    assert gradient.change.quantity.value == pytest.approx(change)
