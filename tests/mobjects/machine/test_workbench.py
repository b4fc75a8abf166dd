import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.machine.workbench import Workbench
from mnemo_anim.theme import STAGE

ELSEWHERE = (-0.9, -0.6, 1.6)
START = np.array(MACHINE_WALK.start)


def finish(*animations: Animation) -> None:
    for animation in animations:
        animation.begin()
        animation.finish()


def test_the_dials_are_set_to_where_the_walk_starts() -> None:
    bench = Workbench(MACHINE_WALK, ELSEWHERE, word=lambda name: name, high=20.0)
    np.testing.assert_allclose(bench.spot.coords, ELSEWHERE)
    finish(bench.set_dials())
    np.testing.assert_allclose(bench.spot.coords, START)


def test_the_machine_rises_to_the_top_of_the_stage(bench: Workbench) -> None:
    finish(bench.rise())
    assert bench.machine.get_top()[1] == pytest.approx(STAGE.top)


def test_each_nudge_begins_at_the_start_and_turns_one_dial_alone(bench: Workbench) -> None:
    finish(bench.rise())
    nudges = [bench.nudge_first()]
    finish(nudges[0].by(0.2), bench.hold_others(), bench.stand_aside())
    nudges += [bench.nudge_next(), bench.nudge_next()]
    for index, nudge in enumerate(nudges):
        bench.take_back()
        for amount in (0.2, 0.01):
            finish(nudge.by(amount))
            np.testing.assert_allclose(bench.spot.coords, START + amount * np.eye(3)[index])
            assert nudge.change.quantity.value == pytest.approx(
                float(MACHINE.value(bench.spot.coords) - MACHINE.value(START))
            )


def test_the_next_dial_uses_the_frame_that_stands_there(bench: Workbench) -> None:
    finish(bench.rise())
    first = bench.nudge_first()
    bench.hold_others()
    bench.stand_aside()
    second = bench.nudge_next()
    assert second.frame is first.frame
    np.testing.assert_allclose(
        second.quotient.equals.get_center(), first.quotient.equals.get_center(), atol=1e-9
    )
    np.testing.assert_allclose(
        second.graph.lines.get_center(), first.graph.lines.get_center(), atol=1e-9
    )


def test_the_words_stand_below_the_dials_that_are_locked(bench: Workbench) -> None:
    finish(bench.rise())
    locks, words = (animation.mobject for animation in bench.hold_others().animations)
    assert set(locks) == {dial.lock for dial in bench.machine.dials}
    assert words.get_top()[1] < bench.machine.plate.get_bottom()[1]
    assert words.get_x() == pytest.approx(bench.machine.dials[1:].get_x())
