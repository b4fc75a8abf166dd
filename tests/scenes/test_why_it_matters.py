"""What the film of training does: it plays the real runs, and shows no number that is chaotic."""

from typing import Any

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run, small_network_run
from mnemo_anim.maths.network_quantities import ChainLayerNorm
from scenes.why_it_matters import WhyItMatters
from tests.scenes.playing import inspected


class Watched(WhyItMatters):
    """The scene, with the state of the training noted after each play."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.states: list[tuple[float, float, np.ndarray]] = []

    def play(self, *args: Any, **kwargs: Any) -> None:
        super().play(*args, **kwargs)
        progress = self.board.progress
        self.states.append((progress.updates, progress.idle, progress.weights))


@pytest.fixture(scope="module")
def scene() -> Watched:
    with tempconfig({"format": "none", "frame_rate": 15, "progress_bar": "none"}):
        watched = Watched(skip_animations=True)
        watched.render()
    return watched


def test_the_network_makes_the_updates_of_its_run_and_stops_without_a_gradient(
    scene: Watched,
) -> None:
    run = small_network_run()
    updates, idle, weights = scene.states[-1]
    assert (updates, idle) == (scene.trained, scene.idle)
    layers = run.epochs[scene.trained].network.layers
    assert weights == pytest.approx(np.concatenate([layer.weights.ravel() for layer in layers]))
    assert run.losses[scene.trained] < 0.3 * run.losses[0]  # it does learn
    moved = [not np.array_equal(before[2], after[2]) for before, after in _pairs(scene)]
    without = [before[1] != after[1] for before, after in _pairs(scene)]
    assert any(moved)
    assert any(without)
    assert not any(m and w for m, w in zip(moved, without, strict=True))


def test_the_first_updates_move_every_weight_at_once(scene: Watched) -> None:
    for before, after in _pairs(scene):
        if before[0] < after[0] <= 4:
            assert after[0] - before[0] == 1
            assert (before[2] != after[2]).all()


def test_every_chain_is_gone_through_to_its_end_and_trained_to_its_end(scene: Watched) -> None:
    for scale, panel in scene.row.panels.items():
        assert panel.signal.swept >= panel.layers
        assert panel.curve.x == len(deep_chain_run(scale).losses) - 1


def test_of_the_chaotic_chain_only_the_untrained_gradient_is_shown_as_a_number() -> None:
    claimed = inspected("why-it-matters").claimed
    shown = [quantity for quantity in claimed if isinstance(quantity, ChainLayerNorm)]
    assert {quantity.scale for quantity in shown} == set(WeightScale)
    assert {quantity.layer for quantity in shown} == {0}


def _pairs(scene: Watched) -> list[tuple[Any, Any]]:
    return list(zip(scene.states, scene.states[1:], strict=False))
