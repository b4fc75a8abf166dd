import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.dial_nudge import DialNudge
from mnemo_anim.theme import STAGE


@pytest.mark.parametrize("index", [0, 1, 2])
def test_change_nudge_and_quotient_are_those_of_the_field(index: int) -> None:
    start = np.array(MACHINE_WALK.start)
    spot = Spot(start)
    machine = DialMachine(MACHINE, spot, high=20.0, meter_above=True)
    nudge = DialNudge(machine, index, words=("change", "nudge"))
    for by in (0.5, 0.01):
        spot.coords = start + by * np.eye(3)[index]
        machine.update()
        nudge.update()
        change = float(MACHINE.value(spot.coords) - MACHINE.value(start))
        numbers = [nudge.quotient.above[1], nudge.quotient.below[1], nudge.quotient.value]
        assert [number.value for number in numbers] == pytest.approx([change, by, change / by])
        assert nudge.change.number.text == nudge.quotient.above[1].text
        assert all(claim.holds() for claim in claims(machine, nudge))


def test_the_smallest_nudge_gives_the_partial_derivative_as_it_is_written() -> None:
    """What drops out of the quotient is what stands in the gradient."""
    start = np.array(MACHINE_WALK.start)
    for index, slope in enumerate(MACHINE.gradient(start)):
        after = start + 0.01 * np.eye(3)[index]
        quotient = float(MACHINE.value(after) - MACHINE.value(start)) / 0.01
        assert f"{quotient:.1f}" == f"{slope:.1f}"


def test_the_quotient_stands_below_the_graph_at_the_top_of_the_stage() -> None:
    machine = DialMachine(MACHINE, Spot(MACHINE_WALK.start), high=20.0, meter_above=True)
    nudge = DialNudge(machine, 0, words=("change", "nudge"))
    nudge.stand_at(3.0)
    assert nudge.graph.get_top()[1] == pytest.approx(STAGE.top)
    assert nudge.quotient.get_top()[1] < nudge.graph.get_bottom()[1]
    assert nudge.graph.get_x() == pytest.approx(3.0)
    assert nudge.quotient.get_x() == pytest.approx(3.0)
