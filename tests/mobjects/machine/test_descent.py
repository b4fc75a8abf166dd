import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.machine.descent import MachineDescent
from mnemo_anim.mobjects.machine.gradient import MachineGradient
from mnemo_anim.mobjects.machine.workbench import Workbench
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

START = np.array(MACHINE_WALK.start)
ALPHA = MACHINE_WALK.learning_rate


@pytest.fixture
def descent(bench: Workbench, gradient: MachineGradient) -> MachineDescent:
    return MachineDescent(bench, gradient)


def finish(animation: Animation) -> None:
    animation.begin()
    animation.finish()


def test_each_step_takes_all_dials_downhill_by_the_rule(
    bench: Workbench, descent: MachineDescent
) -> None:
    here = START
    for number in range(1, descent.last + 1):
        here = here - ALPHA * MACHINE.gradient(here)
        finish(descent.take_step(number))
        finish(descent.feel(number))
        np.testing.assert_allclose(bench.spot.coords, here)
        np.testing.assert_allclose(bench.felt.coords, here)
        ahead = [turn.end() - turn.start() for turn in descent.turns]
        assert ahead == pytest.approx(list(-ALPHA * MACHINE.gradient(here)))


def test_mark_and_trail_go_side_by_side(gradient: MachineGradient, descent: MachineDescent) -> None:
    step = descent.take_step(1)
    step.begin()
    for alpha in (0.25, 0.5, 0.9):
        show(step, alpha)
        np.testing.assert_allclose(gradient.map.trail.head, gradient.map.here.coords, atol=1e-9)


def test_the_rule_stands_below_the_map_on_the_stage(
    gradient: MachineGradient, descent: MachineDescent
) -> None:
    assert descent.rule.get_top()[1] < gradient.map.chart.get_bottom()[1]
    assert descent.rule.get_bottom()[1] > STAGE.bottom
    assert descent.rule.get_right()[0] < STAGE.right
