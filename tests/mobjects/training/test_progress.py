import numpy as np
import pytest

from mnemo_anim.maths.network_gallery import small_network_run
from mnemo_anim.mobjects.training.progress import TrainingProgress

RUN = small_network_run()


def at(updates: float, idle: float = 0.0) -> TrainingProgress:
    progress = TrainingProgress(RUN)
    progress.updates, progress.idle = updates, idle
    return progress


def test_after_a_whole_update_everything_is_that_epoch() -> None:
    epoch = RUN.epochs[7]
    weights = np.concatenate([layer.weights.ravel() for layer in epoch.network.layers])
    assert at(7.0).weights == pytest.approx(weights, abs=0)
    for derivative, layer in zip(at(7.0).derivatives(), epoch.gradient, strict=True):
        assert derivative == pytest.approx(layer.weights, abs=0)


def test_all_weights_move_by_the_learning_rate_against_their_derivatives() -> None:
    before, after = at(0.0), at(1.0)
    slopes = np.concatenate([layer.ravel() for layer in before.derivatives()])
    assert after.weights - before.weights == pytest.approx(-RUN.learning_rate * slopes)
    assert at(0.5).weights == pytest.approx((before.weights + after.weights) / 2)


def test_numbers_are_those_of_the_last_whole_update() -> None:
    assert at(3.9).loss().value == pytest.approx(RUN.losses[3])
    derivative = at(3.9).derivative((1, 0, 2))
    assert derivative.value == pytest.approx(RUN.epochs[3].gradient[1].weights[0, 2])


def test_in_idle_steps_nothing_moves() -> None:
    trained, idle = at(5.0), at(5.0, idle=20.0)
    assert idle.steps == 25.0
    assert idle.loss() == trained.loss()
    assert idle.weights == pytest.approx(trained.weights, abs=0)


def test_the_last_epoch_can_be_shown() -> None:
    last = len(RUN.epochs) - 1
    assert at(float(last)).loss().value == pytest.approx(RUN.losses[-1])
