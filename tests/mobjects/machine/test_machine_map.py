import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from mnemo_anim.mobjects.machine.machine_map import MachineMap
from mnemo_anim.theme import PALETTE, STAGE
from tests.mobjects.moments import show

START = np.array(MACHINE_WALK.start)


@pytest.fixture
def machine_map() -> MachineMap:
    machine = DialMachine(MACHINE, Spot(START), high=20.0, meter_above=True)
    return MachineMap(
        machine,
        Spot(START),
        MACHINE_WALK.descent().iterates,
        inputs=(0, 1),
        window=((-1.5, 2.9), (-1.9, 2.5)),
        scale=0.16,
        words=("held constant", "arrow scale"),
    )


def test_the_map_shows_the_field_with_the_other_input_held(machine_map: MachineMap) -> None:
    assert machine_map.held == 2
    for x1, x2 in ((0.0, 0.0), (1.5, -1.0)):
        assert machine_map.chart.field.value((x1, x2)) == pytest.approx(
            float(MACHINE.value((x1, x2, START[2])))
        )


def test_the_arrow_is_the_gradient_to_scale(machine_map: MachineMap) -> None:
    arrow = machine_map.arrow
    tail, tip = machine_map.chart.coords(np.stack([arrow.tail, arrow.tip]))
    np.testing.assert_allclose(tail, START[:2], atol=1e-9)
    np.testing.assert_allclose(tip - tail, 0.16 * MACHINE.gradient(START)[:2], atol=1e-9)


def test_map_note_and_key_stand_below_each_other_in_the_corner(machine_map: MachineMap) -> None:
    chart, note, key = machine_map.chart, machine_map.note, machine_map.key
    assert chart.get_top()[1] == pytest.approx(STAGE.top)
    assert note.get_top()[1] < chart.get_bottom()[1]
    assert key.get_top()[1] < note.get_bottom()[1]


def test_the_names_of_weights_end_where_the_stage_does(machine_map: MachineMap) -> None:
    renaming = machine_map.rename(("w_1", "w_2", "w_3"))
    renaming.begin()
    renaming.finish()
    assert STAGE.right - 0.02 < machine_map.chart.get_right()[0] <= STAGE.right


def test_the_name_of_the_arrow_is_beyond_its_tip(machine_map: MachineMap) -> None:
    arrow = machine_map.arrow
    machine_map.name_arrow()
    beyond = machine_map.tag.get_center() - arrow.tip
    along = arrow.tip - arrow.tail
    assert np.linalg.norm(beyond) > 0.2
    np.testing.assert_allclose(np.cross(along, beyond), 0.0, atol=1e-6)


def test_the_arrow_turned_round_is_named_in_the_colour_of_downhill(machine_map: MachineMap) -> None:
    colors = []
    for turn in (0.0, np.pi):
        machine_map.arrow.turn = turn
        machine_map.name_arrow()
        (written,) = machine_map.tag
        colors.append(str(written[0].get_fill_color()))
    assert colors == [PALETTE.uphill.upper(), PALETTE.downhill.upper()]


def test_the_point_swings_to_both_sides_of_the_steepest_descent(machine_map: MachineMap) -> None:
    machine_map.here.coords = machine_map.ring.along(np.pi)
    downhill = complex(*-MACHINE.gradient(START)[:2])
    swing = machine_map.swing(0.5)
    swing.begin()
    angles = []
    for alpha in np.linspace(0, 1, 201):
        show(swing, alpha)
        angles.append(np.angle(complex(*machine_map.here.coords - START[:2]) / downhill))
    assert max(angles) == pytest.approx(0.5, abs=0.02)
    assert min(angles) == pytest.approx(-0.5, abs=0.02)
    assert angles[-1] == pytest.approx(0.0, abs=1e-6)


def test_the_mark_lies_over_the_arrow_and_the_arrow_over_the_way(machine_map: MachineMap) -> None:
    ring, trail, arrow, mark = (
        part.z_index
        for part in (machine_map.ring, machine_map.trail, machine_map.arrow, machine_map.mark)
    )
    assert ring < trail < arrow < mark
