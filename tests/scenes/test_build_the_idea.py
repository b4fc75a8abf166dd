"""What the machine's film asserts: its numbers, its steps and its arrows, against the field."""

from typing import Any

import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, MACHINE_WALK
from mnemo_anim.mobjects.machine.dial_turn import DialTurn
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from scenes.build_the_idea import BuildTheIdea

START = np.array(MACHINE_WALK.start)
ALPHA = MACHINE_WALK.learning_rate


class Watched(BuildTheIdea):
    """The scene, with what stands on the screen noted after each play."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.felt_at: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def play(self, *args: Any, **kwargs: Any) -> None:
        super().play(*args, **kwargs)
        for mobject in self.mobjects:
            if isinstance(mobject, GradientArrow) and mobject.shown == 1.0:
                tail, tip = self.gradient.map.chart.coords(np.stack([mobject.tail, mobject.tip]))
                self.felt_at.append((tail, tip - tail, np.array(self.bench.felt.coords)))


@pytest.fixture(scope="module")
def scene() -> Watched:
    from manim import tempconfig

    with tempconfig({"format": "none", "frame_rate": 15, "progress_bar": "none"}):
        watched = Watched(skip_animations=True)
        watched.render()
    return watched


def test_the_arrow_is_a_multiple_of_the_gradient_wherever_it_stands(scene: Watched) -> None:
    assert len(scene.felt_at) > 10
    for tail, reach, felt in scene.felt_at:
        np.testing.assert_allclose(tail, felt[:2], atol=1e-9)
        gx, gy = MACHINE.gradient(felt)[:2]
        across = gx * reach[1] - gy * reach[0]
        assert abs(across) <= 1e-9 * np.hypot(gx, gy) * np.hypot(*reach)


def test_each_step_of_the_descent_is_drawn_at_its_full_length(scene: Watched) -> None:
    steps = {
        tuple(np.round(felt, 6)): reach
        for _, reach, felt in scene.felt_at
        if np.abs(felt - START).max() > 0
    }
    assert len(steps) == MACHINE_WALK.steps
    for felt, reach in steps.items():
        np.testing.assert_allclose(reach, -ALPHA * MACHINE.gradient(felt)[:2], atol=1e-5)


def test_every_dial_ends_where_the_descent_does(scene: Watched) -> None:
    end = START
    for _ in range(MACHINE_WALK.steps):
        end = end - ALPHA * MACHINE.gradient(end)
    np.testing.assert_allclose(scene.bench.spot.coords, end)
    assert MACHINE.value(end) < MACHINE.value(START) / 10


def test_the_turn_shown_on_each_dial_is_what_is_left_of_its_step(scene: Watched) -> None:
    for index, turn in enumerate(scene.descent.turns):
        assert isinstance(turn, DialTurn)
        step = -ALPHA * MACHINE.gradient(scene.bench.spot.coords)[index]
        assert turn.end() - turn.start() == pytest.approx(step)


def test_the_map_shows_the_machine_with_its_other_input_held(scene: Watched) -> None:
    for x1, x2 in ((0.0, 0.0), (1.5, -1.0), (-2.0, 2.0)):
        on_map = scene.gradient.map.chart.field.value((x1, x2))
        assert on_map == pytest.approx(float(MACHINE.value((x1, x2, START[2]))))
