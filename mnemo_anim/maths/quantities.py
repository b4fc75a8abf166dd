"""Quantities: what a number on the screen stands for, so that it can be computed twice.

The film computes a quantity with this package; the tests compute the same quantity again, by other
means, from nothing but its description. A quantity is therefore plain data: a field, a point, an
index. Two are equal when they describe the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from math import dist

import numpy as np

from mnemo_anim.maths.scalar_field import ScalarField
from mnemo_anim.maths.slopes import directional_derivative

Coord = tuple[float, ...]


def as_coord_tuple(point: Iterable[float]) -> Coord:
    """Return a point of any kind, as an array, in the form that a quantity holds: floats."""
    return tuple(float(c) for c in point)


@dataclass(frozen=True)
class Quantity(ABC):
    """One real number, described well enough to be computed by anyone."""

    @property
    @abstractmethod
    def value(self) -> float:
        """The number, computed by this package."""


@dataclass(frozen=True)
class Given(Quantity):
    """A number that the lecture chooses: a learning rate, a nudge, a coordinate of a start.

    Attributes:
        what: What it is, in words: ``"learning rate"``.
        number: The number.
    """

    what: str
    number: float

    @property
    def value(self) -> float:
        """The number itself."""
        return self.number


@dataclass(frozen=True)
class Coordinate(Quantity):
    """One coordinate of a point: ``at[index]``."""

    at: Coord
    index: int

    @property
    def value(self) -> float:
        """The coordinate."""
        return self.at[self.index]


@dataclass(frozen=True)
class Dimension(Quantity):
    """The number n of inputs of a field."""

    field: ScalarField

    @property
    def value(self) -> float:
        """The number n."""
        return float(self.field.dimension)


@dataclass(frozen=True)
class Value(Quantity):
    """f(at): a height, a loss, the level of a curve through ``at``."""

    field: ScalarField
    at: Coord

    @property
    def value(self) -> float:
        """The value of the field."""
        return float(self.field.value(self.at))


@dataclass(frozen=True)
class PartialDerivative(Quantity):
    """∂f/∂xᵢ at a point, i counted from 0; also one component of ∇f."""

    field: ScalarField
    at: Coord
    index: int

    @property
    def value(self) -> float:
        """The partial derivative."""
        return float(self.field.gradient(self.at)[self.index])


@dataclass(frozen=True)
class Magnitude(Quantity):
    """‖∇f‖ at a point."""

    field: ScalarField
    at: Coord

    @property
    def value(self) -> float:
        """The length of the gradient."""
        return float(np.linalg.norm(self.field.gradient(self.at)))


@dataclass(frozen=True)
class Slope(Quantity):
    """The slope of f at a point in a direction, for one unit of way: Dᵤf with ‖u‖ = 1.

    Attributes:
        field: f.
        at: The point, n coordinates.
        direction: n numbers, of any length but zero; only the direction counts.
    """

    field: ScalarField
    at: Coord
    direction: Coord

    @property
    def value(self) -> float:
        """The directional derivative."""
        return float(directional_derivative(self.field, self.at, self.direction))


@dataclass(frozen=True)
class Change(Quantity):
    """f(at + by) − f(at)."""

    field: ScalarField
    at: Coord
    by: Coord

    @property
    def value(self) -> float:
        """The change of the field."""
        there = tuple(a + b for a, b in zip(self.at, self.by, strict=True))
        return float(self.field.value(there)) - float(self.field.value(self.at))


@dataclass(frozen=True)
class Distance(Quantity):
    """The distance between two points, in units of the inputs."""

    here: Coord
    there: Coord

    @property
    def value(self) -> float:
        """The distance."""
        return dist(self.here, self.there)


@dataclass(frozen=True)
class Product(Quantity):
    """A number times a quantity: ``Product(-0.1, PartialDerivative(…))`` is one part of a step."""

    factor: float
    of: Quantity

    @property
    def value(self) -> float:
        """The product."""
        return self.factor * self.of.value


@dataclass(frozen=True)
class Ratio(Quantity):
    """One quantity divided by another: rise over run, how many times steeper."""

    of: Quantity
    to: Quantity

    @property
    def value(self) -> float:
        """The quotient."""
        return self.of.value / self.to.value


@dataclass(frozen=True)
class Difference(Quantity):
    """One quantity minus another."""

    of: Quantity
    minus: Quantity

    @property
    def value(self) -> float:
        """The difference."""
        return self.of.value - self.minus.value


@dataclass(frozen=True)
class Sum(Quantity):
    """One quantity plus another."""

    of: Quantity
    plus: Quantity

    @property
    def value(self) -> float:
        """The sum."""
        return self.of.value + self.plus.value


@dataclass(frozen=True)
class Power(Quantity):
    """A number multiplied by itself: what is left after ``exponent`` equal factors."""

    base: float
    exponent: int

    @property
    def value(self) -> float:
        """The power."""
        return float(self.base**self.exponent)


@dataclass(frozen=True)
class Square(Quantity):
    """A quantity multiplied by itself."""

    of: Quantity

    @property
    def value(self) -> float:
        """The square."""
        return self.of.value**2
