import numpy as np
import pytest
from manim import ManimColor

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.machine.gradient import MachineGradient
from mnemo_anim.theme import PALETTE

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


def test_the_entry_that_the_map_holds_constant_is_in_soft_ink(gradient: MachineGradient) -> None:
    gradient.flip()
    colors = [entry[0].get_fill_color().to_hex() for entry in gradient.column.entries]
    expected = PALETTE.part(0), PALETTE.part(1), PALETTE.ink_soft
    assert colors == [ManimColor(color).to_hex() for color in expected]


def test_the_change_on_the_meter_is_measured_from_the_start(gradient: MachineGradient) -> None:
    moved = START + np.array([0.2, 0.1, 0.0])
    gradient.map.here.coords = moved[:2]
    change = float(MACHINE.value(moved) - MACHINE.value(START))
    assert gradient.change.quantity.value == pytest.approx(change)
