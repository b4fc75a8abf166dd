"""Oracles for networks: written as a bare chain of products, differentiated by autograd."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from autograd import grad
from autograd import numpy as anp

from mnemo_anim.maths.network_gallery import WeightScale, waves
from mnemo_anim.maths.network_quantities import (
    ChainLayerNorm,
    Training,
    TrainingLoss,
    WeightDerivative,
)
from mnemo_anim.maths.networks import Activation
from tests.truth.recompute import recompute

Layers = list[tuple[Any, Any]]  # weights and biases of each


def outputs(layers: Layers, curved: list[bool], inputs: Any) -> Any:
    """Return what the layers make of the inputs; the curved ones end in tanh."""
    passed = inputs
    for (weights, biases), bends in zip(layers, curved, strict=True):
        passed = anp.dot(passed, weights.T) + biases
        passed = anp.tanh(passed) if bends else passed
    return passed


@cache
def trained(training: Training, updates: int) -> tuple[float, Layers]:
    """Return the loss after the updates, and its derivatives by autograd."""
    inputs, targets = np.array(training.inputs), np.array(training.targets)
    curved = [activation is Activation.TANH for activation in training.activations]
    layers: Layers = [
        (np.array(weights), np.array(biases))
        for weights, biases in zip(training.weights, training.biases, strict=True)
    ]

    def loss(parameters: Layers) -> Any:
        return anp.mean((outputs(parameters, curved, inputs) - targets) ** 2)

    derivatives = grad(loss)
    for _ in range(updates):
        layers = [
            (w - training.learning_rate * dw, b - training.learning_rate * db)
            for (w, b), (dw, db) in zip(layers, derivatives(layers), strict=True)
        ]
    return float(loss(layers)), derivatives(layers)


@cache
def chain_norms(scale: WeightScale) -> tuple[float, ...]:
    """Return ‖∂L/∂w‖ of each layer of the chain of 20 tanh layers of 64 and one linear output."""
    draw = np.random.default_rng(4)
    layers: Layers = []
    for before, after in [(2, 64), *[(64, 64)] * 19, (64, 1)]:
        if after == 1:
            weights = draw.normal(scale=1 / 8, size=(1, 64))
        else:
            q, r = np.linalg.qr(draw.normal(size=(64, 64)))
            weights = scale.value * np.round(q * np.sign(np.diag(r)), 6)[:, :before]
        layers.append((weights, np.zeros(after)))
    inputs, targets = waves(32)

    def loss(parameters: Layers) -> Any:
        return anp.mean((outputs(parameters, [True] * 20 + [False], inputs) - targets) ** 2)

    return tuple(float(np.sqrt((dw**2).sum() + (db**2).sum())) for dw, db in grad(loss)(layers))


@recompute.register
def _(quantity: TrainingLoss) -> float:
    return trained(quantity.training, quantity.updates)[0]


@recompute.register
def _(quantity: WeightDerivative) -> float:
    derivatives = trained(quantity.training, quantity.updates)[1]
    return float(derivatives[quantity.layer][0][quantity.row, quantity.column])


@recompute.register
def _(quantity: ChainLayerNorm) -> float:
    return chain_norms(quantity.scale)[quantity.layer]
