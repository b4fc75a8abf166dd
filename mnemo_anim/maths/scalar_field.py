"""A scalar field: one expression, and all that can be computed from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coords, say
from mnemo_anim.maths.critical_points import CriticalPoint, find_critical_points
from mnemo_anim.maths.derivation import Derivation, Question
from mnemo_anim.maths.expression_syntax import check_variables, parse_expression
from mnemo_anim.maths.program import Evaluator, evaluator

if TYPE_CHECKING:
    import sympy

Interval = tuple[float, float]
DEFAULT_INTERVAL: Interval = (-3.0, 3.0)


class ScalarField:
    """A smooth real function f of n variables; immutable, hashable, picklable.

    Args:
        expression: f as text (``"x**2 + 2*y**2"``; see ``expression_syntax``) or as a SymPy
            expression of smooth functions.
        variables: names of the n inputs, in the order of the coordinates of a point.
        name: what f is called in messages and on the screen.
        domain: one (low, high) per variable: the part worth drawing. f may be evaluated outside.

    Raises:
        ValueError: if the expression is not a smooth real one in the variables, or the domain is
            not one interval per variable.
    """

    name: str
    variables: tuple[str, ...]
    domain: tuple[Interval, ...]

    def __init__(
        self,
        expression: sympy.Expr | str,
        variables: Sequence[str] = ("x", "y"),
        *,
        name: str = "f",
        domain: tuple[Interval, ...] | None = None,
    ) -> None:
        names = check_variables(variables)
        derivation = Derivation.of(expression, names)
        if isinstance(expression, str):
            # Text is checked now and turned into SymPy when first needed: importing SymPy takes
            # longer than everything else here, and a gallery of fields should cost nothing.
            parse_expression(expression, names)
        else:
            derivation.expression()
        intervals = (DEFAULT_INTERVAL,) * len(names) if domain is None else domain
        self.__dict__.update(
            _derivation=derivation,
            name=str(name),
            variables=names,
            domain=_check_domain(intervals, names),
        )

    @property
    def dimension(self) -> int:
        """The number n of inputs."""
        return len(self.variables)

    @property
    def source(self) -> str:
        """The right-hand side of f = … as it was given, or derived, as text."""
        derivation = self._derivation
        return str(self.expression if derivation.steps else derivation.source)

    @cached_property
    def expression(self) -> sympy.Expr:
        """The right-hand side of f = … in SymPy, in plain symbols, ``sympy.Symbol("x")``.

        Raises:
            ValueError: if the text turns out to be complex or infinite everywhere (``sqrt(-1)``).
        """
        return self._derivation.expression()

    def value(self, points: ArrayLike, *, strict: bool = True) -> NDArray[np.float64]:
        """Return f at points (..., n), as an array of shape (...); a scalar for one point.

        Args:
            points: coordinates, real and finite.
            strict: if False, NaN or ±∞ is returned where f is undefined, instead of an error.

        Raises:
            ValueError: if a point has the wrong shape or is not finite, or f is undefined there.
        """
        coords = as_coords(points, self.variables)
        return self._checked(self._values(coords), coords, "value", strict)[..., 0]

    def gradient(self, points: ArrayLike, *, strict: bool = True) -> NDArray[np.float64]:
        """Return ∇f at points (..., n), as an array of shape (..., n), in units of f per input.

        Args and errors are those of ``value``.
        """
        coords = as_coords(points, self.variables)
        return self._checked(self._gradients(coords), coords, "gradient", strict)

    def hessian(self, points: ArrayLike, *, strict: bool = True) -> NDArray[np.float64]:
        """Return the Hessian ∂²f/∂xᵢ∂xⱼ at points (..., n), as an array of shape (..., n, n).

        Args and errors are those of ``value``.
        """
        coords = as_coords(points, self.variables)
        entries = self._checked(self._hessians(coords), coords, "Hessian", strict)
        return entries.reshape(*coords.shape, self.dimension)

    def partial(self, variable: str | int) -> ScalarField:
        """Return ∂f/∂xᵢ as a field of the same variables on the same domain.

        Args:
            variable: the name of xᵢ, or its index i from 0.

        Raises:
            ValueError: if there is no such variable.
        """
        along = self.variables[self.index_of(variable)]
        return _derived(self._derivation.along(along), f"∂{self.name}/∂{along}", self.domain)

    def holding(self, values: Mapping[str, float], free: Sequence[str]) -> ScalarField:
        """Return f as a function of the ``free`` variables; see `mnemo_anim.maths.holding.hold`."""
        intervals = dict(zip(self.variables, self.domain, strict=True))
        derivation = self._derivation.holding(values, tuple(free))
        return _derived(derivation, self.name, tuple(intervals[name] for name in free))

    def within(self, domain: Sequence[Interval]) -> ScalarField:
        """Return the same function on another domain, one (low, high) per variable.

        Raises:
            ValueError: if it is not one interval per variable.
        """
        return _derived(self._derivation, self.name, _check_domain(domain, self.variables))

    def __neg__(self) -> ScalarField:
        """Return −f, the same land upside down."""
        return _derived(self._derivation.negated(), f"−{self.name}", self.domain)

    def formula(self) -> str:
        """Return the right-hand side of f = … as Typst maths, for example ``x^2 + 2 y^2``."""
        return cast(str, self._derivation.answer("formula"))

    def level_points(self) -> list[list[float]] | None:
        """Return all real solutions of ∇f = 0, inside the domain or not; None where SymPy has none.

        It solves systems that are linear, or in which each equation is a fraction of polynomials in
        an unknown of its own.

        Raises:
            ValueError: if the solutions are not isolated points.
        """
        return cast("list[list[float]] | None", self._derivation.answer("critical points"))

    def critical_points(self) -> tuple[CriticalPoint, ...]:
        """Return the points where ∇f = 0, sorted by the value of f there.

        Each says how it was found (``CriticalPoint.exact``): by SymPy, then wherever it lies, or
        by a numerical search of the domain. See ``critical_points.find_critical_points``.

        Raises:
            ValueError: if the critical points are not isolated (f constant along a line).
        """
        return find_critical_points(self)

    def index_of(self, variable: str | int) -> int:
        """Return the index, from 0, of a variable given by its name or index.

        Raises:
            ValueError: if there is no such variable.
        """
        if isinstance(variable, str) and variable in self.variables:
            return self.variables.index(variable)
        is_index = isinstance(variable, int) and not isinstance(variable, bool)
        if is_index and 0 <= int(variable) < self.dimension:
            return int(variable)
        raise ValueError(
            f"{self.name} has no variable {variable!r}; give one of {self.variables} "
            f"or an index from 0 to {self.dimension - 1}"
        )

    def domain_size(self) -> float:
        """Return the length of the domain's diagonal, the natural unit of distance."""
        return float(np.linalg.norm([high - low for low, high in self.domain]))

    @property
    def _derivation(self) -> Derivation:
        return cast(Derivation, self.__dict__["_derivation"])

    @cached_property
    def _values(self) -> Evaluator:
        return self._evaluator("value")

    @cached_property
    def _gradients(self) -> Evaluator:
        return self._evaluator("gradient")

    @cached_property
    def _hessians(self) -> Evaluator:
        return self._evaluator("hessian")

    def _evaluator(self, question: Question) -> Evaluator:
        return evaluator(cast(str, self._derivation.answer(question)))

    def _checked(
        self, results: NDArray[np.float64], coords: NDArray[np.float64], what: str, strict: bool
    ) -> NDArray[np.float64]:
        """Return ``results`` (..., m); if strict, refuse those that are NaN or infinite."""
        undefined = ~np.isfinite(results).all(axis=-1)
        if strict and undefined.any():
            where = say(coords[undefined][0], self.variables)
            raise ValueError(
                f"{self.name} = {self.expression} has no finite {what} at {where}"
                f" ({int(undefined.sum())} of {undefined.size} points); stay where it is defined"
            )
        return results

    def __setattr__(self, attribute: str, value: object) -> NoReturn:
        raise AttributeError(f"a ScalarField is immutable; make a new one to change {attribute!r}")

    def __delattr__(self, attribute: str) -> NoReturn:
        raise AttributeError(f"a ScalarField is immutable; {attribute!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ScalarField):
            return NotImplemented
        if (self.name, self.variables, self.domain) != (other.name, other.variables, other.domain):
            return False
        mine, others = self._derivation, other._derivation
        return mine == others or mine.answer("spelling") == others.answer("spelling")

    def __hash__(self) -> int:
        return hash((self.name, self.variables, self.domain))

    def __reduce__(self) -> tuple[Any, ...]:
        # The compiled functions cannot be pickled; they are compiled anew when first needed.
        return _derived, (self._derivation, self.name, self.domain)

    def __repr__(self) -> str:
        return f"ScalarField({self.source!r}, {self.variables!r}, name={self.name!r})"


def _derived(derivation: Derivation, name: str, domain: tuple[Interval, ...]) -> ScalarField:
    """Return the field of a derivation that is known to be sound."""
    field = ScalarField.__new__(ScalarField)
    field.__dict__.update(
        _derivation=derivation, name=name, variables=derivation.variables, domain=domain
    )
    return field


def _check_domain(domain: Sequence[Interval], variables: tuple[str, ...]) -> tuple[Interval, ...]:
    message = f"a domain is one (low, high) for each of {variables}, low < high; got {domain!r}"
    try:
        intervals = np.asarray(domain, dtype=np.float64)
    except (ValueError, TypeError):
        raise ValueError(message) from None
    if intervals.shape != (len(variables), 2):
        raise ValueError(message)
    if not np.isfinite(intervals).all() or (intervals[:, 0] >= intervals[:, 1]).any():
        raise ValueError(message)
    return tuple((float(low), float(high)) for low, high in intervals)
