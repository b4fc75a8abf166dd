"""A loss that can be seen: a curve of few weights, its data, and the mean of their squared gaps.

The curve is a sum of bells, each with a weight of its own, as in Bishop, *Pattern Recognition and
Machine Learning*, 2006, section 3.1. A weight lifts the curve where its bell stands, so that one
sees which weight is to blame for which part of the loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths.coords import Array, as_coord, as_numbers, as_positive
from mnemo_anim.maths.scalar_field import Interval, ScalarField


@dataclass(frozen=True)
class CurveFit:
    """A curve ŷ(x) = w₁φ₁(x) + … + wₙφₙ(x) and the data that it should go through.

    Attributes:
        inputs: x of each example.
        targets: y of each example, as many.
        centres: where the bells φᵢ(x) = exp(−(x − cᵢ)²/b) stand, one for each weight.
        breadth: b, in squared units of x.
        start: the weights before any of them is moved.
        learning_rate: α.

    Raises:
        ValueError: if the numbers of inputs and targets, or of centres and weights, differ.
    """

    inputs: tuple[float, ...]
    targets: tuple[float, ...]
    centres: tuple[float, ...]
    breadth: float
    start: tuple[float, ...]
    learning_rate: float

    def __post_init__(self) -> None:
        as_positive(self.breadth, what="the breadth of the bells")
        as_positive(self.learning_rate, what="the learning rate")
        for what, one, other in (
            ("inputs and targets", self.inputs, self.targets),
            ("centres and weights", self.centres, self.start),
        ):
            if len(one) != len(other) or not one:
                raise ValueError(f"give as many {what}, got {len(one)} and {len(other)}")

    @cached_property
    def loss(self) -> ScalarField:
        """L(w₁, …, wₙ), the mean of (ŷ(x) − y)² over the examples.

        Multiplied out: Σ aᵢⱼ wᵢ wⱼ − 2 Σ bᵢ wᵢ + c, where aᵢⱼ is the mean of φᵢφⱼ, bᵢ that of yφᵢ,
        and c that of y².
        """
        names = [f"w{index + 1}" for index in range(len(self.centres))]
        bells, targets = self._bells(np.array(self.inputs)), np.array(self.targets)
        count = len(targets)
        terms = [
            f"({(2 - (i == j)) * float(bells[:, i] @ bells[:, j]) / count!r})*{names[i]}*{names[j]}"
            for i, j in combinations_with_replacement(range(len(names)), 2)
        ]
        terms += [
            f"({-2 * float(bell @ targets) / count!r})*{name}"
            for bell, name in zip(bells.T, names, strict=True)
        ]
        terms.append(repr(float(targets @ targets) / count))
        return ScalarField(
            " + ".join(terms), names, name="L", domain=(self._weight_range,) * len(names)
        )

    @property
    def gradient(self) -> Array:
        """∂L/∂w at the start, shape (n,)."""
        return self.loss.gradient(self.start)

    @property
    def nudges(self) -> Array:
        """−α ∂L/∂wᵢ at the start, shape (n,)."""
        nudges: Array = -self.learning_rate * self.gradient
        return nudges

    @property
    def followed(self) -> Array:
        """The weights after all nudges at once, shape (n,)."""
        return np.asarray(np.array(self.start) + self.nudges)

    def probes(self, size: float) -> Array:
        """Return the moves of one weight alone, all of one size, against their signs: (n, n)."""
        return np.asarray(-size * np.diag(np.sign(self.gradient)))

    def predictions(self, weights: ArrayLike, inputs: ArrayLike) -> Array:
        """Return ŷ at inputs (…) for weights (n,), in the shape of the inputs."""
        w = as_coord(weights, self.loss.variables, what="the weights")
        predicted: Array = self._bells(as_numbers(inputs, what="inputs")) @ w
        return predicted

    def _bells(self, inputs: Array) -> Array:
        """Return φᵢ(x) at inputs (…), shape (…, n)."""
        away = inputs[..., np.newaxis] - np.array(self.centres)
        bells: Array = np.exp(-(away**2) / self.breadth)
        return bells

    @property
    def _weight_range(self) -> Interval:
        """All that targets and weights need, rounded outwards."""
        span = (*self.targets, *self.start, 0.0)
        return float(np.floor(min(span))), float(np.ceil(max(span)))


@lru_cache(maxsize=1)
def bells_fit() -> CurveFit:
    """Return a fit of four bells to twenty noisy points, drawn from a seeded generator.

    The weights at the start are such that one entry of the gradient is large and positive, one
    small and negative, one large and negative, one small and positive, in this order.
    """
    centres, breadth = (-3.0, -1.0, 1.0, 3.0), 1.5
    draw = np.random.default_rng(3)
    x = np.round(np.linspace(-4, 4, 20) + draw.uniform(-0.12, 0.12, 20), 2)
    bells = np.exp(-((x[:, np.newaxis] - centres) ** 2) / breadth)
    y = np.round(bells @ [0.3, 1.6, 2.7, 0.6] + draw.normal(scale=0.25, size=20), 2)
    return CurveFit(
        inputs=tuple(map(float, x)),
        targets=tuple(map(float, y)),
        centres=centres,
        breadth=breadth,
        start=(3.7, 0.6, 0.2, 1.8),
        learning_rate=1.5,
    )
