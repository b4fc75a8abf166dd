import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths import ELLIPTIC_BOWL, linear_layer_run
from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.examples.update_map import UpdateMap
from mnemo_anim.mobjects.lettering.claims import claims
from tests.mobjects.moments import show

EXAMPLE = WorkedExample(ELLIPTIC_BOWL, (1.0, 2.0), 0.1, linear_layer_run())
CORNER = np.array([6.0, 3.0, 0.0])


@pytest.fixture(name="plan")
def map_of_the_update() -> UpdateMap:
    return UpdateMap(
        EXAMPLE,
        window=((0.3, 2.0), (0.7, 3.0)),
        unit=2.1,
        corner=CORNER,
        known=5.0,
        words=("before", "after", "arrow scale"),
    )


def finish(animations: list[Animation]) -> None:
    for animation in animations:
        animation.begin()
        show(animation, 1.0)
        animation.finish()


def test_it_ends_at_its_corner(plan: UpdateMap) -> None:
    assert plan.chart.get_corner([1, 1, 0]) == pytest.approx(CORNER)


def test_the_step_is_as_long_as_the_gradient_is_drawn(plan: UpdateMap) -> None:
    assert plan.arrow.tip == pytest.approx(plan.chart.point([1.2, 2.8]))
    assert plan.step.y_part.tip == pytest.approx(plan.chart.point([0.8, 1.2]))


def test_both_moves_together_are_the_update(plan: UpdateMap) -> None:
    for index in (0, 1):
        finish(plan.move(index))
    expected = [EXAMPLE.updated(index).value for index in (0, 1)]
    assert plan.spot.coords == pytest.approx(expected)
    assert plan.spot.coords == pytest.approx([0.8, 1.2])
    plan.readouts.update()
    assert [claim.shown for claim in claims(plan.readouts)] == ["0.8", "1.2"]


def test_the_first_input_alone_puts_the_mark_on_its_axis(plan: UpdateMap) -> None:
    plan.enter_x()
    assert plan.spot.coords == pytest.approx([1.0, 0.7])
    finish(plan.enter_y())
    assert plan.spot.coords == pytest.approx([1.0, 2.0])


def test_the_notches_divide_the_y_part_into_x_parts(plan: UpdateMap) -> None:
    heights = [plan.chart.coords(notch.points[0])[1] for notch in plan.notes.notches]
    assert heights == pytest.approx([2.2, 2.4, 2.6])
    assert [claim.shown for claim in claims(plan.notes.times)] == ["8", "4", "2"]
    assert all(claim.holds() for claim in claims(plan.notes.times))


def test_the_parts_of_the_step_are_told_beside_them(plan: UpdateMap) -> None:
    assert [claim.shown for claim in claims(plan.notes.legs)] == ["−0.2", "−0.8"]
    assert all(claim.holds() for claim in claims(plan.notes.legs))
    x_leg, y_leg = plan.notes.legs
    assert x_leg.get_bottom()[1] > plan.step.x_part.tail[1]
    assert y_leg.get_right()[0] < plan.step.y_part.tail[0]


def test_no_value_of_a_level_stands_where_a_note_does(plan: UpdateMap) -> None:
    for note in (plan.notes.times, plan.notes.name, *plan.notes.legs):
        for label in plan.chart.labels:
            apart = np.abs(note.get_center() - label.get_center())[:2]
            assert (apart > np.array([note.width, note.height]) / 2).any()


def test_the_readouts_stand_on_one_baseline(plan: UpdateMap) -> None:
    x, y = plan.readouts
    assert x.number.origin[1] == pytest.approx(y.number.origin[1])
