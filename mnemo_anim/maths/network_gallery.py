"""Networks that are really trained, small enough to be drawn and deep enough to fail.

Their first weights come from seeded generators, so that every run is the same. The three deep
chains show what Schoenholz et al., *Deep Information Propagation*, ICLR 2017, explain: in a deep
tanh network with weights of scale g, gradients shrink layer by layer where g is small, hold near
g ≈ 1, and grow where g is large.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np

from mnemo_anim.maths.coords import Array
from mnemo_anim.maths.networks import Activation, DenseLayer, Network, dense_network
from mnemo_anim.maths.training import TrainingRun, train, training_epochs

SMALL_NETWORK_SIZES = (2, 4, 1)
SMALL_NETWORK_RATE = 0.4
SMALL_NETWORK_UPDATES = 120

LINEAR_LAYER_SIZES = (3, 1)
LINEAR_LAYER_EXAMPLES = 10
LINEAR_LAYER_RATE = 0.1

CHAIN_DEPTH = 20
CHAIN_WIDTH = 64
CHAIN_RATE = 0.025
CHAIN_UPDATES = 100


class WeightScale(Enum):
    """The factor g on the orthogonal weights of a deep chain."""

    SMALL = 0.5
    BALANCED = 1.1
    LARGE = 6.0


@dataclass(frozen=True, eq=False)
class ChainRun:
    """How a deep chain trains.

    Attributes:
        scale: its weights at the start.
        gradient_norms: ‖∂L/∂w‖ of each layer, first to last, at each epoch, shape (k, layers).
        losses: L at each epoch, shape (k,).
        diverged: whether training was cut short because the loss ran away.
    """

    scale: WeightScale
    gradient_norms: Array
    losses: Array
    diverged: bool


@lru_cache(maxsize=1)
def small_network_run() -> TrainingRun:
    """Train a 2-4-1 tanh network to tell by the sign in which quadrants a point lies."""
    inputs, targets = quadrants(count=16)
    draw = np.random.default_rng(13)
    network = dense_network(
        SMALL_NETWORK_SIZES,
        lambda after, before: draw.normal(scale=1 / np.sqrt(before), size=(after, before)),
        activation=Activation.TANH,
    )
    return train(
        network,
        inputs,
        targets,
        learning_rate=SMALL_NETWORK_RATE,
        updates=SMALL_NETWORK_UPDATES,
    )


@lru_cache(maxsize=1)
def linear_layer_run() -> TrainingRun:
    """Make one update of a linear layer of 3 inputs and 1 output, on 10 random examples.

    Inputs and targets are normal, the first parameters uniform within ±1/√3: what
    ``torch.randn`` and ``torch.nn.Linear`` draw.
    """
    draw = np.random.default_rng(104)
    before, after = LINEAR_LAYER_SIZES
    limit = 1 / np.sqrt(before)
    layer = DenseLayer(
        draw.uniform(-limit, limit, size=(after, before)), draw.uniform(-limit, limit, size=after)
    )
    return train(
        Network((layer,)),
        draw.normal(size=(LINEAR_LAYER_EXAMPLES, before)),
        draw.normal(size=(LINEAR_LAYER_EXAMPLES, after)),
        learning_rate=LINEAR_LAYER_RATE,
        updates=1,
    )


@lru_cache(maxsize=len(WeightScale))
def deep_chain_run(scale: WeightScale) -> ChainRun:
    """Train a chain of 20 tanh layers; the three scales differ in nothing but the factor g.

    The chain of large weights is chaotic: it bounces, then diverges, and its losses on the way
    depend on the last bits of all that is computed. Where a library's may differ from machine to
    machine, they are rounded away before (`_rounded`); NumPy's tanh still has others on processors
    without AVX2.
    """
    inputs, targets = waves(count=32)
    epochs = [
        (epoch.loss, [layer.norm for layer in epoch.gradient])
        for epoch in training_epochs(deep_chain(scale), inputs, targets, CHAIN_RATE, CHAIN_UPDATES)
    ]
    losses = np.array([loss for loss, _ in epochs])
    norms = np.array([layers for _, layers in epochs])
    for array in (losses, norms):
        array.flags.writeable = False
    return ChainRun(scale, norms, losses, diverged=len(epochs) <= CHAIN_UPDATES)


def deep_chain(scale: WeightScale) -> Network:
    """Return the untrained chain: 2 inputs, 20 tanh layers of 64, one linear output.

    The weights are orthogonal matrices times g; those of the output have unit variance in sum.
    """
    draw = np.random.default_rng(4)

    def weights(after: int, before: int) -> Array:
        if after == 1:
            return draw.normal(scale=1 / np.sqrt(before), size=(1, before))
        square, triangle = np.linalg.qr(draw.normal(size=(after, after)))
        # A QR factorisation is unique only up to signs; these make it so on every machine.
        orthogonal = square * np.sign(np.diag(triangle))
        return scale.value * _rounded(orthogonal[:, :before])

    sizes = (2, *[CHAIN_WIDTH] * CHAIN_DEPTH, 1)
    return dense_network(sizes, weights, activation=Activation.TANH)


def quadrants(count: int) -> tuple[Array, Array]:
    """Return points (count, 2) in [−1, 1]² and x₁x₂ scaled to ±1: the sign tells the quadrants."""
    inputs = np.random.default_rng(2).uniform(-1, 1, size=(count, 2))
    products = inputs[:, :1] * inputs[:, 1:]
    return inputs, products / np.abs(products).max()


def waves(count: int) -> tuple[Array, Array]:
    """Return points (count, 2) in [−1, 1]² and a gentle wave over them (count, 1)."""
    inputs = np.random.default_rng(7).uniform(-1, 1, size=(count, 2))
    x, y = inputs[:, :1], inputs[:, 1:]
    return inputs, _rounded(np.sin(2.5 * x) * y + 0.5 * x)


def _rounded(numbers: Array) -> Array:
    """Return numbers to six decimals, far from the last bit of whatever has computed them."""
    rounded: Array = np.round(numbers, 6)
    return rounded
