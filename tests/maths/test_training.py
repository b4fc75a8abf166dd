"""Training is gradient descent on the weights; deep chains fade, hold and blow up."""

from __future__ import annotations

import numpy as np
import pytest

from mnemo_anim.maths import (
    Activation,
    DenseLayer,
    Network,
    WeightScale,
    deep_chain,
    deep_chain_run,
    dense_network,
    gradient_vector,
    linear_layer_run,
    small_network_run,
    train,
)
from mnemo_anim.maths.network_quantities import Training


def neuron() -> Network:
    return Network((DenseLayer(np.array([[0.0]]), np.array([0.0])),))


def test_an_update_underway_is_one_at_a_smaller_learning_rate() -> None:
    run = linear_layer_run()
    for part in (0.0, 0.3, 1.0):
        network = run.underway(part)
        loss = network.loss(run.inputs, run.targets)
        assert Training.of(run).loss_underway(part).value == pytest.approx(loss)
    assert network.parameters() == pytest.approx(run.epochs[1].network.parameters())


def test_training_one_linear_neuron_finds_the_line_through_the_examples() -> None:
    inputs = np.linspace(-1, 1, 9)[:, np.newaxis]
    run = train(neuron(), inputs, 3 * inputs - 2, learning_rate=0.3, updates=200)
    np.testing.assert_allclose(run.epochs[-1].network.parameters(), [3, -2], atol=1e-9)
    assert len(run.epochs) == len(run.losses) == 201
    assert not run.diverged


def test_each_epoch_follows_from_the_one_before() -> None:
    run = small_network_run()
    for before, after in zip(run.epochs[:20], run.epochs[1:21], strict=True):
        moved = before.network.parameters() - run.learning_rate * gradient_vector(before.gradient)
        np.testing.assert_array_equal(after.network.parameters(), moved)
        assert after.loss == after.network.loss(run.inputs, run.targets)


def test_the_small_network_really_learns() -> None:
    run = small_network_run()
    assert run.epochs[0].network.sizes == (2, 4, 1)
    assert (np.diff(run.losses) < 0).all()
    assert run.losses[-1] < 0.03 * run.losses[0]
    assert run.gradient_norms.shape == (len(run.losses), 2)
    assert run.gradient_norms[-1].max() < 0.1 * run.gradient_norms[0].max()
    outputs = run.epochs[-1].network.outputs(run.inputs)
    clear = np.abs(run.targets) > 0.2
    assert clear.sum() >= 8
    np.testing.assert_array_equal(np.sign(outputs[clear]), np.sign(run.targets[clear]))


def test_a_training_that_runs_away_is_cut_short_without_a_warning() -> None:
    inputs = np.linspace(-1, 1, 9)[:, np.newaxis]
    run = train(neuron(), inputs, 3 * inputs - 2, learning_rate=1e3, updates=500)
    assert run.diverged
    assert 1 <= len(run.epochs) < 20
    assert np.isfinite(run.losses).all()
    assert np.isfinite(run.gradient_norms).all()


@pytest.mark.parametrize(("rate", "target"), [(1e150, 5.0), (1e300, 5.0), (1e300, 1e10)])
def test_no_learning_rate_makes_training_overflow(rate: float, target: float) -> None:
    draw = np.random.default_rng(0)
    network = dense_network(
        (2, 3, 1), lambda out, n: draw.normal(size=(out, n)), activation=Activation.TANH
    )
    run = train(network, [[1, 2], [2, 1]], [[target], [1.0]], learning_rate=rate, updates=5)
    assert run.diverged


def per_layer(scale: WeightScale) -> np.ndarray:
    """Return ‖∂L/∂w‖ of the hidden layers of a chain before training, first to last."""
    return deep_chain_run(scale).gradient_norms[0, :-1]


def test_in_a_chain_of_small_weights_the_gradient_fades_on_its_way_back() -> None:
    norms = per_layer(WeightScale.SMALL)
    assert len(norms) == 20
    assert norms[0] < 1e-4 * norms[-1]
    assert (np.diff(np.log(norms[1:])) > 0).all()


def test_in_a_chain_of_balanced_weights_the_gradient_holds() -> None:
    norms = per_layer(WeightScale.BALANCED)
    assert norms.max() < 2 * norms.min()
    assert norms.min() > 0.1


def test_in_a_chain_of_large_weights_the_gradient_blows_up_on_its_way_back() -> None:
    norms = per_layer(WeightScale.LARGE)
    assert norms[0] > 1e3 * norms[-1]
    assert (norms[:-5] > norms[5:]).all()


def test_only_the_balanced_chain_learns() -> None:
    small, balanced, large = (deep_chain_run(scale) for scale in WeightScale)
    assert small.losses[-1] == pytest.approx(small.losses[0], rel=0.05)
    assert balanced.losses[-1] < 0.05 * balanced.losses[0]
    assert not small.diverged
    assert not balanced.diverged
    assert large.diverged
    assert large.losses.max() > 100 * large.losses[0]


def test_the_early_layers_of_the_small_chain_learn_nothing() -> None:
    norms = deep_chain_run(WeightScale.SMALL).gradient_norms
    assert norms[:, :10].max() < 1e-3


def test_the_chains_differ_only_in_the_scale_of_their_weights() -> None:
    small, large = deep_chain(WeightScale.SMALL), deep_chain(WeightScale.LARGE)
    ratio = WeightScale.LARGE.value / WeightScale.SMALL.value
    for one, other in zip(small.layers[:-1], large.layers[:-1], strict=True):
        np.testing.assert_allclose(other.weights, ratio * one.weights, rtol=1e-12)
    np.testing.assert_array_equal(small.layers[-1].weights, large.layers[-1].weights)


def test_the_weights_of_a_chain_are_orthogonal_but_for_the_scale() -> None:
    for layer in deep_chain(WeightScale.LARGE).layers[:-1]:
        square = layer.weights.T @ layer.weights / WeightScale.LARGE.value**2
        rounding = 1e-6 * np.sqrt(len(square))  # of two columns of length one, at the most
        np.testing.assert_allclose(square, np.eye(len(square)), rtol=0, atol=rounding)


def test_a_run_is_the_same_when_made_again() -> None:
    once = small_network_run()
    small_network_run.cache_clear()
    again = small_network_run()
    assert again is not once
    np.testing.assert_array_equal(again.losses, once.losses)


def test_malformed_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="the learning rate must be one number above zero"):
        train(neuron(), [[1]], [[1]], learning_rate=0, updates=5)
    with pytest.raises(ValueError, match="the number of updates must be a whole number"):
        train(neuron(), [[1]], [[1]], learning_rate=0.1, updates=0)
    with pytest.raises(ValueError, match="targets must have the shape of the outputs"):
        train(neuron(), [[1]], [1], learning_rate=0.1, updates=5)
