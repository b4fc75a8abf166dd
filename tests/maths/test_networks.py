"""Back-propagation agrees with hand, automatic differentiation and differences."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemo_anim.maths import (
    Activation,
    DenseLayer,
    Network,
    WeightScale,
    deep_chain,
    dense_network,
    gradient_vector,
)
from tests.maths.oracles import Array, central_differences

TANH, LINEAR = Activation.TANH, Activation.LINEAR


def random_case(sizes: tuple[int, ...], seed: int) -> tuple[Network, Array, Array]:
    draw = np.random.default_rng(seed)
    network = dense_network(sizes, lambda out, n: draw.normal(size=(out, n)), activation=TANH)
    network = network.with_parameters(draw.normal(size=network.parameters().size))
    return network, draw.normal(size=(6, sizes[0])), draw.normal(size=(6, sizes[-1]))


def test_one_linear_neuron_by_hand() -> None:
    neuron = Network((DenseLayer(np.array([[2.0, -1.0]]), np.array([0.5])),))
    inputs, targets = [[1.0, 3.0]], [[1.0]]
    # Output 2·1 − 1·3 + 0.5 = −0.5; error −1.5; loss 2.25; ∂L/∂w = 2·error·input = [−3, −9].
    np.testing.assert_allclose(neuron.outputs(inputs), [[-0.5]])
    assert neuron.loss(inputs, targets) == pytest.approx(2.25, rel=1e-15)
    (gradient,) = neuron.gradient(inputs, targets)
    np.testing.assert_allclose(gradient.weights, [[-3, -9]])
    np.testing.assert_allclose(gradient.biases, [-3])
    assert gradient.norm == pytest.approx(np.sqrt(99), rel=1e-15)


def test_two_neurons_in_a_row_by_hand() -> None:
    chain = Network(
        (
            DenseLayer(np.array([[0.5]]), np.array([0.0]), TANH),
            DenseLayer(np.array([[3.0]]), np.array([1.0]), LINEAR),
        )
    )
    hidden = np.tanh(1.0)
    error = 3 * hidden + 1 - 4
    first, second = chain.gradient([[2.0]], [[4.0]])
    np.testing.assert_allclose(second.weights, [[2 * error * hidden]], rtol=1e-14)
    np.testing.assert_allclose(first.weights, [[2 * error * 3 * (1 - hidden**2) * 2]], rtol=1e-14)


def test_a_linear_layer_of_three_inputs_has_gradients_of_the_shapes_in_the_lecture() -> None:
    network, inputs, targets = random_case((3, 1), seed=0)
    (gradient,) = network.gradient(inputs, targets)
    assert gradient.weights.shape == (1, 3)
    assert gradient.biases.shape == (1,)
    # The normal equations of least squares give the same gradient without back-propagation.
    rows = np.column_stack([inputs, np.ones(len(inputs))])
    errors = rows @ network.parameters()[:, np.newaxis] - targets
    expected = 2 * rows.T @ errors / len(inputs)
    np.testing.assert_allclose(gradient_vector([gradient]), expected[:, 0], rtol=1e-12)


@settings(max_examples=30)
@given(st.sampled_from([(2, 1), (2, 4, 1), (3, 5, 4, 2), (1, 3, 3, 3, 1)]), st.integers(0, 99))
def test_back_propagation_agrees_with_automatic_differentiation(
    sizes: tuple[int, ...], seed: int
) -> None:
    from autograd import grad
    from autograd import numpy as anp

    network, inputs, targets = random_case(sizes, seed)

    def loss(parameters: Array) -> float:
        passed, start = inputs, 0
        for number, (before, after) in enumerate(pairwise(sizes), start=2):
            middle, end = start + after * before, start + after * before + after
            weights = parameters[start:middle].reshape(after, before)
            passed = anp.dot(passed, weights.T) + parameters[middle:end]
            if number < len(sizes):
                passed = anp.tanh(passed)
            start = end
        value: float = anp.mean((passed - targets) ** 2)
        return value

    assert network.loss(inputs, targets) == pytest.approx(loss(network.parameters()), rel=1e-12)
    actual = gradient_vector(network.gradient(inputs, targets))
    expected = grad(loss)(network.parameters())
    np.testing.assert_allclose(actual, expected, rtol=1e-9, atol=1e-9 * np.abs(expected).max())


def test_back_propagation_agrees_with_finite_differences() -> None:
    network, inputs, targets = random_case((2, 4, 1), seed=3)

    def losses(rows: Array) -> Array:
        return np.array([network.with_parameters(row).loss(inputs, targets) for row in rows])

    differences = central_differences(losses, network.parameters()[np.newaxis])[0]
    actual = gradient_vector(network.gradient(inputs, targets))
    np.testing.assert_allclose(actual, differences, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("scale", WeightScale)
def test_back_propagation_through_a_deep_chain_agrees_with_finite_differences(
    scale: WeightScale,
) -> None:
    network = deep_chain(scale)
    inputs, targets = np.array([[0.3, -0.8], [0.9, 0.1]]), np.array([[0.2], [-0.4]])
    exact = gradient_vector(network.gradient(inputs, targets))
    h = 1e-5 / np.linalg.norm(exact)
    for index in np.argsort(-np.abs(exact))[:3]:
        nudged = network.parameters()
        nudged[index] += h
        ahead = network.with_parameters(nudged).loss(inputs, targets)
        nudged[index] -= 2 * h
        behind = network.with_parameters(nudged).loss(inputs, targets)
        assert (ahead - behind) / (2 * h) == pytest.approx(exact[index], rel=1e-4)


def test_parameters_go_out_and_come_back_in_the_same_order() -> None:
    network, inputs, _ = random_case((3, 5, 4, 2), seed=2)
    assert network.sizes == (3, 5, 4, 2)
    assert network.parameters().shape == (5 * 3 + 5 + 4 * 5 + 4 + 2 * 4 + 2,)
    again = network.with_parameters(network.parameters())
    np.testing.assert_array_equal(again.outputs(inputs), network.outputs(inputs))
    np.testing.assert_array_equal(network.parameters()[:3], network.layers[0].weights[0])


def test_activations_are_those_of_every_layer() -> None:
    network, inputs, _ = random_case((3, 5, 2), seed=2)
    given_, hidden, out = network.activations(inputs)
    np.testing.assert_array_equal(given_, inputs)
    assert hidden.shape == (6, 5)
    assert np.abs(hidden).max() < 1
    np.testing.assert_array_equal(out, network.outputs(inputs))


def test_weights_cannot_be_changed_and_are_not_those_handed_over() -> None:
    weights = np.ones((1, 2))
    layer = DenseLayer(weights, np.zeros(1))
    weights[:] = 7
    assert layer.weights[0, 0] == 1
    with pytest.raises(ValueError, match="read-only"):
        layer.weights[:] = 0


def test_malformed_networks_and_examples_are_refused() -> None:
    network, inputs, targets = random_case((2, 4, 1), seed=0)
    with pytest.raises(ValueError, match=r"inputs must have shape \(m, 2\), m > 0; got \(6, 3\)"):
        network.outputs(np.ones((6, 3)))
    with pytest.raises(ValueError, match=r"got \(0, 2\)"):
        network.outputs(np.ones((0, 2)))
    with pytest.raises(ValueError, match=r"targets must have the shape .* \(6, 1\); got \(6,\)"):
        network.loss(inputs, targets[:, 0])
    with pytest.raises(ValueError, match="inputs must be finite"):
        network.outputs([[np.nan, 1]])
    with pytest.raises(ValueError, match="inputs must be real numbers"):
        network.outputs([["a", "b"]])
    with pytest.raises(ValueError, match=r"parameters must have shape \(17,\), got \(3,\)"):
        network.with_parameters([1, 2, 3])
    with pytest.raises(ValueError, match=r"weights of shape \(out, in\)"):
        DenseLayer(np.ones((2, 2)), np.ones(3))
    with pytest.raises(ValueError, match="weights must be finite"):
        DenseLayer(np.full((1, 1), np.inf), np.ones(1))
    with pytest.raises(ValueError, match="gives 4 numbers and the next takes 2"):
        Network((network.layers[0], network.layers[0]))
    with pytest.raises(ValueError, match="at least one layer"):
        Network(())
    with pytest.raises(ValueError, match="at least two sizes"):
        dense_network((2,), lambda out, n: np.ones((out, n)), activation=TANH)
