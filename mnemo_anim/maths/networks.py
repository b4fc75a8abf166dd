"""Small neural networks of dense layers: forward, loss, back-propagation.

Shapes follow the habit of PyTorch: inputs are rows (m, n), the weights of a layer are (out, in),
and the loss is the mean squared error over all m · out entries. Back-propagation is as in Nielsen,
*Neural Networks and Deep Learning*, 2015, chapter 2, equations BP1 to BP4, for a batch of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths.coords import Array, as_numbers


class Activation(Enum):
    """What a layer does to each of its weighted sums."""

    LINEAR = "linear"
    TANH = "tanh"

    def apply(self, sums: Array) -> Array:
        """Return the activations, in the shape of the weighted sums."""
        return np.tanh(sums) if self is Activation.TANH else sums

    def slope(self, activations: Array) -> Array:
        """Return the derivative by the weighted sums, written in terms of the activations."""
        return 1 - activations**2 if self is Activation.TANH else np.ones_like(activations)


@dataclass(frozen=True, eq=False)
class LayerGradient:
    """∂L/∂w for one layer, in the shapes of its weights and biases."""

    weights: Array
    biases: Array

    @property
    def norm(self) -> float:
        """‖∂L/∂w‖ over all weights and biases of the layer."""
        return float(np.hypot(np.linalg.norm(self.weights), np.linalg.norm(self.biases)))


@dataclass(frozen=True, eq=False)
class DenseLayer:
    """A layer a ↦ φ(W a + b).

    Attributes:
        weights: W, shape (out, in).
        biases: b, shape (out,).
        activation: φ.

    Raises:
        ValueError: if the shapes do not fit or an entry is not a finite number.
    """

    weights: Array
    biases: Array
    activation: Activation = Activation.LINEAR

    def __post_init__(self) -> None:
        weights = as_numbers(self.weights, what="a layer's weights")
        biases = as_numbers(self.biases, what="a layer's biases")
        if weights.ndim != 2 or biases.shape != weights.shape[:1]:
            raise ValueError(
                "a layer needs weights of shape (out, in) and biases of shape (out,); "
                f"got {weights.shape} and {biases.shape}"
            )
        for name, array in (("weights", weights), ("biases", biases)):
            array.flags.writeable = False
            object.__setattr__(self, name, array)


@dataclass(frozen=True, eq=False)
class Network:
    """Dense layers, one after the other.

    Raises:
        ValueError: if there is no layer, or one does not take what the one before gives.
    """

    layers: tuple[DenseLayer, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers", tuple(self.layers))
        if not self.layers:
            raise ValueError("a network needs at least one layer")
        for before, after in pairwise(self.layers):
            if before.weights.shape[0] != after.weights.shape[1]:
                raise ValueError(
                    f"a layer gives {before.weights.shape[0]} numbers and the next takes "
                    f"{after.weights.shape[1]}; make them equal"
                )

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of inputs, then of neurons in each layer."""
        first = self.layers[0].weights.shape[1]
        return (first, *(layer.weights.shape[0] for layer in self.layers))

    def activations(self, inputs: ArrayLike) -> tuple[Array, ...]:
        """Return the inputs (m, n) and what each layer makes of them, each (m, size).

        Raises:
            ValueError: if the inputs are not finite numbers of shape (m, n).
        """
        rows = as_numbers(inputs, what="inputs")
        if rows.ndim != 2 or rows.shape[1] != self.sizes[0] or not len(rows):
            raise ValueError(
                f"inputs must have shape (m, {self.sizes[0]}), m > 0; got {rows.shape}"
            )
        passed = [rows]
        for layer in self.layers:
            sums = _product("ij,kj->ik", passed[-1], layer.weights) + layer.biases
            passed.append(layer.activation.apply(sums))
        return tuple(passed)

    def outputs(self, inputs: ArrayLike) -> Array:
        """Return what the network makes of inputs (m, n), shape (m, out)."""
        return self.activations(inputs)[-1]

    def loss(self, inputs: ArrayLike, targets: ArrayLike) -> float:
        """Return the mean squared difference between the outputs and targets (m, out).

        Raises:
            ValueError: if the shapes do not fit or an entry is not a finite number.
        """
        return float((self._errors(self.outputs(inputs), targets) ** 2).mean())

    def gradient(self, inputs: ArrayLike, targets: ArrayLike) -> tuple[LayerGradient, ...]:
        """Return ∂L/∂w for every layer, first to last, by back-propagation from m rows of inputs.

        Inputs are (m, n), targets (m, out).

        Raises:
            ValueError: as for ``loss``.
        """
        passed = self.activations(inputs)
        errors = self._errors(passed[-1], targets)
        arriving = 2 * errors / errors.size  # ∂L/∂a of the layer at hand
        gradients = []
        for layer, before, after in zip(
            reversed(self.layers), reversed(passed[:-1]), reversed(passed[1:]), strict=True
        ):
            by_sums = arriving * layer.activation.slope(after)
            by_weights = _product("ij,ik->jk", by_sums, before)
            gradients.append(LayerGradient(by_weights, by_sums.sum(axis=0)))
            arriving = _product("ij,jk->ik", by_sums, layer.weights)
        return tuple(reversed(gradients))

    def parameters(self) -> Array:
        """Return w, all weights and biases as one vector (p,): by layers, weights row by row."""
        return _flat(self.layers)

    def with_parameters(self, parameters: ArrayLike) -> Network:
        """Return the network with other weights and biases (p,), in the order of ``parameters``.

        Raises:
            ValueError: if there are not as many as the network has.
        """
        vector = as_numbers(parameters, what="parameters")
        count = sum(layer.weights.size + layer.biases.size for layer in self.layers)
        if vector.shape != (count,):
            raise ValueError(f"parameters must have shape ({count},), got {vector.shape}")
        layers, start = [], 0
        for layer in self.layers:
            middle = start + layer.weights.size
            end = middle + layer.biases.size
            weights = vector[start:middle].reshape(layer.weights.shape)
            layers.append(DenseLayer(weights, vector[middle:end], layer.activation))
            start = end
        return Network(tuple(layers))

    def _errors(self, outputs: Array, targets: ArrayLike) -> Array:
        wanted = as_numbers(targets, what="targets")
        if wanted.shape != outputs.shape:
            raise ValueError(
                f"targets must have the shape of the outputs, {outputs.shape}; got {wanted.shape}"
            )
        return outputs - wanted


def gradient_vector(gradient: Sequence[LayerGradient]) -> Array:
    """Return ∇L, all of ``Network.gradient`` as one vector in the order of ``parameters``."""
    return _flat(gradient)


def dense_network(
    sizes: Sequence[int], draw: Callable[[int, int], Array], *, activation: Activation
) -> Network:
    """Return a network of the given sizes, its last layer linear, its biases zero.

    Args:
        sizes: the number of inputs, then of neurons in each layer.
        draw: gives the weights (out, in) of a layer from (out, in).
        activation: of all layers but the last.

    Raises:
        ValueError: if there are fewer than two sizes, or the weights drawn do not fit.
    """
    if len(sizes) < 2:
        raise ValueError(f"a network needs inputs and outputs, at least two sizes; got {sizes}")
    last = len(sizes) - 2
    return Network(
        tuple(
            DenseLayer(draw(after, before), np.zeros(after), kind)
            for before, after, kind in zip(
                sizes[:-1], sizes[1:], [*[activation] * last, Activation.LINEAR], strict=True
            )
        )
    )


def _product(subscripts: str, a: Array, b: Array) -> Array:
    """Return a matrix product whose last bits do not depend on the processor.

    BLAS adds up in an order that suits the processor, and training may make much of the last bit.
    """
    product: Array = np.einsum(subscripts, a, b, optimize=False)
    return product


def _flat(parts: Sequence[DenseLayer] | Sequence[LayerGradient]) -> Array:
    return np.concatenate([np.append(part.weights, part.biases) for part in parts])
