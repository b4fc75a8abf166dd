import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.notation import gradient_row
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.partials import Partials

START = np.array(MACHINE_WALK.start)


def test_each_drops_below_its_own_dial_with_the_value_of_the_derivative() -> None:
    machine = DialMachine(MACHINE, Spot(START), high=20.0, meter_above=True)
    partials = Partials(machine, Spot(START))
    for index, slope in enumerate(MACHINE.gradient(START)):
        partials.drop(index, Formula("1"))
        symbol, number = partials.symbols[index], partials.numbers[index]
        assert number.value == pytest.approx(slope)
        assert symbol.get_x() == pytest.approx(machine.dials[index].get_x())
        assert number.get_x() == pytest.approx(symbol.get_x())
        assert machine.get_bottom()[1] > symbol.get_top()[1]
        assert symbol.get_bottom()[1] > number.get_top()[1]


def test_the_symbols_go_as_those_of_the_row_come() -> None:
    partials = Partials(DialMachine(MACHINE, Spot(START), high=20.0, meter_above=True), Spot(START))
    partials.drop(0, Formula("1"))
    row = gradient_row()
    going, coming = partials.write_as(row)
    assert [animation.mobject for animation in going.animations] == list(partials.symbols)
    assert sum(len(animation.mobject) for animation in coming.animations) == len(row)
