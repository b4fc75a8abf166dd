"""Quantities of networks in training; see `quantities`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

import numpy as np

from mnemo_anim.maths.coords import Array
from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run
from mnemo_anim.maths.networks import Activation, DenseLayer, Network
from mnemo_anim.maths.quantities import Coord, Quantity, as_coord_tuple
from mnemo_anim.maths.training import Epoch, TrainingRun, train

Rows = tuple[Coord, ...]


@dataclass(frozen=True)
class Training:
    """A training by gradient descent on all examples at once, as plain data.

    Attributes:
        weights: Of each layer of the untrained network, out rows of in numbers.
        biases: Of each layer.
        activations: Of each layer.
        inputs: The examples, m rows.
        targets: What they should give, m rows.
        learning_rate: α.
    """

    weights: tuple[Rows, ...]
    biases: tuple[Coord, ...]
    activations: tuple[Activation, ...]
    inputs: Rows
    targets: Rows
    learning_rate: float

    @classmethod
    def of(cls, run: TrainingRun) -> Training:
        """Return the description of a run."""
        layers = run.epochs[0].network.layers
        return cls(
            weights=tuple(_rows(layer.weights) for layer in layers),
            biases=tuple(as_coord_tuple(layer.biases) for layer in layers),
            activations=tuple(layer.activation for layer in layers),
            inputs=_rows(run.inputs),
            targets=_rows(run.targets),
            learning_rate=run.learning_rate,
        )

    def loss_underway(self, part: float) -> TrainingLoss:
        """Return L ``part`` of the way, 0 to 1, through the first update: that part of α."""
        if part <= 0:
            return TrainingLoss(self, 0)
        return TrainingLoss(replace(self, learning_rate=part * self.learning_rate), 1)


@dataclass(frozen=True)
class TrainingLoss(Quantity):
    """L after a number of updates of all weights."""

    training: Training
    updates: int

    @property
    def value(self) -> float:
        """The loss."""
        return _epoch(self.training, self.updates).loss


@dataclass(frozen=True)
class WeightDerivative(Quantity):
    """∂L/∂w of one weight after a number of updates.

    Attributes:
        training: The training.
        updates: How often all weights have moved.
        layer: From 0.
        row: Of the layer's weights: the neuron that the weight leads to.
        column: Where it comes from.
    """

    training: Training
    updates: int
    layer: int
    row: int
    column: int

    @property
    def value(self) -> float:
        """The derivative."""
        gradient = _epoch(self.training, self.updates).gradient
        return float(gradient[self.layer].weights[self.row, self.column])


@dataclass(frozen=True)
class ChainLayerNorm(Quantity):
    """‖∂L/∂w‖ over one layer of an untrained deep chain, layers counted from 0."""

    scale: WeightScale
    layer: int

    @property
    def value(self) -> float:
        """The norm."""
        return float(deep_chain_run(self.scale).gradient_norms[0, self.layer])


class Tensor(Enum):
    """One of the tables of numbers of a training of one layer."""

    INPUTS = "inputs"
    TARGETS = "targets"
    WEIGHTS_GRADIENT = "weight.grad"
    BIASES_GRADIENT = "bias.grad"


@dataclass(frozen=True)
class Extent(Quantity):
    """The length of one axis of a table, counted from 0: an entry of its shape."""

    training: Training
    of: Tensor
    axis: int

    @property
    def value(self) -> float:
        """The number of entries along the axis."""
        gradient = _epoch(self.training, 0).gradient[0]
        tables = {
            Tensor.INPUTS: np.array(self.training.inputs),
            Tensor.TARGETS: np.array(self.training.targets),
            Tensor.WEIGHTS_GRADIENT: gradient.weights,
            Tensor.BIASES_GRADIENT: gradient.biases,
        }
        return float(tables[self.of].shape[self.axis])


@lru_cache(maxsize=512)
def _epoch(training: Training, updates: int) -> Epoch:
    layers = zip(training.weights, training.biases, training.activations, strict=True)
    network = Network(tuple(DenseLayer(np.array(w), np.array(b), kind) for w, b, kind in layers))
    run = train(
        network,
        training.inputs,
        training.targets,
        learning_rate=training.learning_rate,
        updates=max(1, updates),
    )
    return run.epochs[updates]


def _rows(matrix: Array) -> Rows:
    return tuple(as_coord_tuple(row) for row in matrix)
