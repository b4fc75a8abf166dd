import pytest

import tests.truth.oracles_networks  # noqa: F401, registers the oracles
from mnemo_anim.maths.network_gallery import WeightScale, small_network_run
from mnemo_anim.maths.network_quantities import (
    ChainLayerNorm,
    Training,
    TrainingLoss,
    WeightDerivative,
)
from mnemo_anim.maths.networks import Activation
from tests.truth.recompute import recompute

# One neuron y = 2x + 1, one example, x = 3, that should give 5: L = (y − 5)² = 4, ∂L/∂w = 12.
ONE_NEURON = Training(
    weights=(((2.0,),),),
    biases=((1.0,),),
    activations=(Activation.LINEAR,),
    inputs=((3.0,),),
    targets=((5.0,),),
    learning_rate=0.01,
)


def test_one_neuron_by_hand() -> None:
    assert recompute(TrainingLoss(ONE_NEURON, 0)) == pytest.approx(4.0)
    assert recompute(WeightDerivative(ONE_NEURON, 0, 0, 0, 0)) == pytest.approx(12.0)
    moved = (2 - 0.12) * 3 + (1 - 0.04) - 5  # the error after one update
    assert recompute(TrainingLoss(ONE_NEURON, 1)) == pytest.approx(moved**2)
    assert TrainingLoss(ONE_NEURON, 1).value == pytest.approx(moved**2)


@pytest.mark.parametrize("updates", [0, 7])
def test_the_small_network_agrees(updates: int) -> None:
    training = Training.of(small_network_run())
    for quantity in (
        TrainingLoss(training, updates),
        WeightDerivative(training, updates, 0, 3, 1),
        WeightDerivative(training, updates, 1, 0, 2),
    ):
        assert quantity.value == pytest.approx(recompute(quantity), rel=1e-9)


@pytest.mark.parametrize("scale", WeightScale)
def test_the_deep_chains_agree(scale: WeightScale) -> None:
    for layer in (0, 10, 20):
        quantity = ChainLayerNorm(scale, layer)
        assert quantity.value == pytest.approx(recompute(quantity), rel=1e-6)
