from itertools import pairwise

import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths import THREE_DIALS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.machine.dial_machine import DialMachine
from tests.mobjects.moments import show

AT = (1.2, -0.8, 0.9)


def finish(animation: Animation) -> None:
    animation.begin()
    show(animation, 1.0)
    animation.finish()


def test_there_is_a_dial_for_each_input_and_a_meter_for_the_value() -> None:
    machine = DialMachine(THREE_DIALS, AT, high=8.0)
    x1, x2, x3 = AT
    value = x1**2 + 0.5 * x2**2 + 2 * x3**2 + 0.5 * x1 * x2 - x2 * x3
    shown = [claim.shown for claim in claims(*machine.dials, machine.meter.header)]
    assert shown == ["1.20", "−0.80", "0.90", f"{value:.2f}"]


def test_a_nudge_turns_one_dial_and_the_meter_answers_by_the_field() -> None:
    spot = Spot(AT)
    machine = DialMachine(THREE_DIALS, spot, high=8.0)
    change = machine.change_by(2)
    finish(machine.nudge(2, 0.5))
    machine.update()
    change.update()
    assert spot.coords == pytest.approx([1.2, -0.8, 1.4])
    slope_term = 4 * 0.9 * 0.5 + 2 * 0.25 + 0.8 * 0.5  # 2·x₃², −x₂·x₃: by hand
    assert change.quantity.value == pytest.approx(slope_term)
    assert change.number.text == f"+{slope_term:.2f}"
    assert all(claim.holds() for claim in claims(machine, change))


def test_only_the_dial_in_hand_is_free() -> None:
    machine = DialMachine(THREE_DIALS, AT, high=8.0)
    finish(machine.hold_all_but(1))
    assert [float(dial.lock.shown) for dial in machine.dials] == [1, 0, 1]
    finish(machine.release_all())
    assert [float(dial.lock.shown) for dial in machine.dials] == [0, 0, 0]


def test_everything_stands_on_the_plate_and_nothing_overlaps() -> None:
    machine = DialMachine(THREE_DIALS, AT, high=8.0)
    for part in (*machine.dials, machine.meter):
        assert part.get_left()[0] > machine.plate.get_left()[0]
        assert part.get_right()[0] < machine.plate.get_right()[0]
        assert part.get_top()[1] < machine.plate.get_top()[1]
        assert part.get_bottom()[1] > machine.plate.get_bottom()[1]
    edges = [(part.get_left()[0], part.get_right()[0]) for part in (*machine.dials, machine.meter)]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_dials_and_meter_share_the_spot_with_whatever_else_stands_on_it() -> None:
    spot = Spot(AT)
    machine = DialMachine(THREE_DIALS, spot, high=8.0)
    spot.coords = np.zeros(3)
    machine.update()
    assert machine.meter.value == pytest.approx(0)
    assert [dial.number.text for dial in machine.dials] == ["0.00"] * 3


def test_names_may_be_changed_to_those_of_weights() -> None:
    machine = DialMachine(THREE_DIALS, AT, high=8.0, names=["w_1", "w_2", "w_3"], value_name="L")
    assert "w_2" in machine.dials[1].label.typst_code


def test_with_the_meter_above_nothing_overlaps_either() -> None:
    machine = DialMachine(THREE_DIALS, AT, high=8.0, meter_above=True)
    for part in (*machine.dials, machine.meter, machine.wires):
        assert part.get_left()[0] > machine.plate.get_left()[0]
        assert part.get_right()[0] < machine.plate.get_right()[0]
    assert machine.meter.get_bottom()[1] > max(dial.get_top()[1] for dial in machine.dials)
    edges = [(dial.get_left()[0], dial.get_right()[0]) for dial in machine.dials]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_new_names_take_the_places_of_the_old_and_the_number_stays() -> None:
    machine = DialMachine(THREE_DIALS, AT, high=8.0, meter_above=True)
    header = machine.meter.header
    place, equals = header.number.get_center(), header.label[-1].get_center()
    labels = [dial.label.get_center() for dial in machine.dials]
    finish(machine.rename(["w_1", "w_2", "w_3"]))
    finish(machine.meter.rename("L"))
    assert np.allclose(header.number.get_center(), place)
    assert np.allclose(header.label[-1].get_center(), equals)
    assert np.allclose([dial.label.get_center() for dial in machine.dials], labels)


def test_the_steps_lead_from_where_the_dials_are_to_where_the_descent_goes() -> None:
    spot, felt = Spot(AT), Spot(AT)
    machine = DialMachine(THREE_DIALS, spot, high=8.0)
    turns = machine.steps(felt, 0.1)
    x1, x2, x3 = AT
    slopes = np.array([2 * x1 + 0.5 * x2, x2 + 0.5 * x1 - x3, 4 * x3 - x2])  # by hand
    spot.coords = np.array(AT) - 0.05 * slopes  # half of the way
    for turn, at, slope in zip(turns, AT, slopes, strict=True):
        assert turn.end() == pytest.approx(at - 0.1 * slope)
        assert turn.end() - turn.start() == pytest.approx(-0.05 * slope)


def test_the_amounts_below_the_dials_are_the_steps_of_the_descent_and_follow_it() -> None:
    felt = Spot(AT)
    amounts = DialMachine(THREE_DIALS, felt, high=8.0).amounts(felt, 0.1)
    for at in (AT, (0.3, 0.2, -0.5)):
        felt.coords = np.array(at)
        amounts.update()
        x1, x2, x3 = at
        steps = (-0.1 * (2 * x1 + 0.5 * x2), -0.1 * (x2 + 0.5 * x1 - x3), -0.1 * (4 * x3 - x2))
        assert [number.value for number in amounts] == pytest.approx(steps)


def test_the_ghost_stays_where_the_meter_stood() -> None:
    spot = Spot(AT)
    machine = DialMachine(THREE_DIALS, spot, high=8.0, meter_above=True)
    before = machine.meter.at(machine.meter.value)
    ghost = machine.ghost()
    spot.coords = np.zeros(3)
    machine.update()
    assert ghost.get_center() == pytest.approx(before)
    assert machine.meter.at(machine.meter.value)[0] < before[0]
