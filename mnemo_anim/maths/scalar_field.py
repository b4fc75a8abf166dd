"""A scalar field: one expression, and all that can be computed from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.coords import as_coords, say
from mnemo_anim.maths.critical_points import CriticalPoint, find_critical_points
from mnemo_anim.maths.expression_syntax import check_variables, parse_expression

if TYPE_CHECKING:
    import sympy

    from mnemo_anim.maths.symbolic import Evaluator

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
        if isinstance(expression, str):
            # Text is checked now and turned into SymPy when first needed: importing SymPy takes
            # longer than everything else here, and a gallery of fields should cost nothing.
            parse_expression(expression, names)
        else:
            _symbolic().build(expression, names)
        intervals = (DEFAULT_INTERVAL,) * len(names) if domain is None else domain
        self.__dict__.update(
            _source=expression,
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
        """The right-hand side of f = … as it was given, as text."""
        return str(self.__dict__["_source"])

    @cached_property
    def expression(self) -> sympy.Expr:
        """The right-hand side of f = … in SymPy, in plain symbols, ``sympy.Symbol("x")``.

        Raises:
            ValueError: if the text turns out to be complex or infinite everywhere (``sqrt(-1)``).
        """
        return _symbolic().build(self.__dict__["_source"], self.variables)

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
        index = self.index_of(variable)
        return ScalarField(
            _symbolic().partials(self.expression, self.variables)[index],
            self.variables,
            name=f"∂{self.name}/∂{self.variables[index]}",
            domain=self.domain,
        )

    def formula(self) -> str:
        """Return the right-hand side of f = … as Typst maths, for example ``x^2 + 2 y^2``."""
        text: str = _symbolic().formula(self.expression)
        return text

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

    @cached_property
    def _values(self) -> Evaluator:
        return self._compiled([self.expression])

    @cached_property
    def _gradients(self) -> Evaluator:
        return self._compiled(_symbolic().partials(self.expression, self.variables))

    @cached_property
    def _hessians(self) -> Evaluator:
        return self._compiled(_symbolic().second_partials(self.expression, self.variables))

    def _compiled(self, expressions: Sequence[sympy.Expr]) -> Evaluator:
        compiled: Evaluator = _symbolic().evaluator(expressions, self.variables)
        return compiled

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
        return (self.name, self.variables, self.domain) == (
            other.name,
            other.variables,
            other.domain,
        ) and bool(self.expression == other.expression)

    def __hash__(self) -> int:
        return hash((self.name, self.variables, self.domain))

    def __reduce__(self) -> tuple[Any, ...]:
        # The compiled functions cannot be pickled; they are compiled anew when first needed.
        arguments = (self.__dict__["_source"], self.variables, self.name, self.domain)
        return _restore, arguments

    def __repr__(self) -> str:
        return f"ScalarField({self.source!r}, {self.variables!r}, name={self.name!r})"


def _restore(
    source: sympy.Expr | str, variables: tuple[str, ...], name: str, domain: tuple[Interval, ...]
) -> ScalarField:
    return ScalarField(source, variables, name=name, domain=domain)


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


def _symbolic() -> ModuleType:
    """Import SymPy's side of the work when it is first needed (it takes about a second)."""
    from mnemo_anim.maths import symbolic  # noqa: PLC0415

    return symbolic
