"""Training: gradient descent on the weights of a network, recorded epoch by epoch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths.coords import Array, as_count, as_positive
from mnemo_anim.maths.networks import LayerGradient, Network, gradient_vector

LOST = 1e6
"""How many times its first value the loss may reach before training counts as diverged."""


@dataclass(frozen=True, eq=False)
class Epoch:
    """The state of a training before one update of all weights.

    Attributes:
        network: the network, with its weights.
        loss: L there.
        gradient: ∂L/∂w there, layer by layer.
    """

    network: Network
    loss: float
    gradient: tuple[LayerGradient, ...]


@dataclass(frozen=True, eq=False)
class TrainingRun:
    """A training, from the untrained network to the last epoch; everything in it is finite.

    Attributes:
        inputs: the examples, shape (m, n).
        targets: what they should give, shape (m, out).
        learning_rate: α.
        epochs: the states, the untrained first.
        diverged: whether it was cut short because the loss ran away.
    """

    inputs: Array
    targets: Array
    learning_rate: float
    epochs: tuple[Epoch, ...]
    diverged: bool

    def underway(self, part: float) -> Network:
        """Return the network ``part`` of the way, 0 to 1, through the first update."""
        start, end = (epoch.network.parameters() for epoch in self.epochs[:2])
        return self.epochs[0].network.with_parameters((1 - part) * start + part * end)

    @property
    def losses(self) -> Array:
        """L at each epoch, shape (k,)."""
        return np.array([epoch.loss for epoch in self.epochs])

    @property
    def gradient_norms(self) -> Array:
        """‖∂L/∂w‖ of each layer at each epoch, shape (k, layers)."""
        return np.array([[layer.norm for layer in epoch.gradient] for epoch in self.epochs])


def train(
    network: Network,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    learning_rate: float,
    updates: int,
) -> TrainingRun:
    """Train on all examples at once, w ← w − α ∂L/∂w, and keep every epoch.

    Args:
        network: the untrained network.
        inputs: shape (m, n).
        targets: shape (m, out).
        learning_rate: α > 0.
        updates: the number of times that all weights move; there is one epoch more.

    Raises:
        ValueError: if an argument is malformed.
    """
    limit = as_count(updates, what="the number of updates")
    epochs = tuple(training_epochs(network, inputs, targets, learning_rate, limit))
    return TrainingRun(
        inputs=_read_only(inputs),
        targets=_read_only(targets),
        learning_rate=float(learning_rate),
        epochs=epochs,
        diverged=len(epochs) <= limit,
    )


def training_epochs(
    network: Network, inputs: ArrayLike, targets: ArrayLike, learning_rate: float, updates: int
) -> Iterator[Epoch]:
    """Yield the ``updates`` + 1 epochs of a training, fewer if it diverges.

    Arguments and errors are those of ``train``.
    """
    rate = as_positive(learning_rate, what="the learning rate")
    first = network.loss(inputs, targets)
    for _ in range(updates + 1):
        with np.errstate(all="ignore"):
            loss = network.loss(inputs, targets)
            gradient = network.gradient(inputs, targets)
            norms = [layer.norm for layer in gradient]
            moved = network.parameters() - rate * gradient_vector(gradient)
        if not (np.isfinite([loss, *norms]).all() and loss <= LOST * first):
            return
        yield Epoch(network, loss, gradient)
        if not np.isfinite(moved).all():
            return
        network = network.with_parameters(moved)


def _read_only(rows: ArrayLike) -> Array:
    array = np.array(rows, dtype=np.float64)
    array.flags.writeable = False
    return array
