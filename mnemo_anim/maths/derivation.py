"""What SymPy derives of an expression, each thing once.

Importing SymPy and deriving a gradient takes a second, longer than drawing many a film's first
frame. What has been derived is therefore plain data: a process can be told what others have found,
and needs SymPy only for what is new.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import ModuleType
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import sympy

Question: TypeAlias = Literal[
    "value", "gradient", "hessian", "critical points", "formula", "spelling"
]
Answer: TypeAlias = str | list[list[float]] | None
"""What SymPy says: a program, a formula, a spelling; points, or that it cannot tell."""

Step: TypeAlias = tuple[str | float, ...]

_known: dict[str, Answer] = {}


def remember(answers: Mapping[str, Answer]) -> None:
    """Take over what another process has derived, as `derived` gave it there.

    The answers hold programs, which are run: they must come from code that is trusted, and be those
    of the same code and the same version of SymPy.
    """
    _known.update(answers)


def derived() -> dict[str, Answer]:
    """Return all that has been derived of expressions given as text, and remembered."""
    return dict(_known)


@dataclass(frozen=True)
class Derivation:
    """An expression, and what is done to it.

    Attributes:
        source: the expression as it was given.
        names: the variables that it may use.
        steps: what is done to it, one after the other: ``("along", name)`` differentiates it,
            ``("negated",)`` turns its sign, ``("held", name, number)`` makes a variable constant.
        variables: the inputs that are left, in their order.
    """

    source: sympy.Expr | str
    names: tuple[str, ...]
    steps: tuple[Step, ...]
    variables: tuple[str, ...]

    @classmethod
    def of(cls, source: sympy.Expr | str, variables: tuple[str, ...]) -> Derivation:
        """Return an expression to which nothing is done."""
        return cls(source, variables, (), variables)

    def along(self, variable: str) -> Derivation:
        """Return its partial derivative."""
        return self._then("along", variable)

    def negated(self) -> Derivation:
        """Return its negative."""
        return self._then("negated")

    def holding(self, values: Mapping[str, float], free: tuple[str, ...]) -> Derivation:
        """Return it with variables held constant, as a function of the others, in any order."""
        held = self
        for name, value in values.items():
            held = held._then("held", name, value)
        return replace(held, variables=free)

    def _then(self, *step: str | float) -> Derivation:
        return replace(self, steps=(*self.steps, step))

    def expression(self) -> sympy.Expr:
        """Return what comes of it in SymPy, in plain symbols.

        Raises:
            ValueError: if it is no smooth real expression in the variables, or has no real
                derivative.
        """
        expression: sympy.Expr = _symbolic().derive(self)
        return expression

    def answer(self, question: Question) -> Answer:
        """Return what SymPy answers: now, earlier, or in another process.

        Raises:
            ValueError: as for `expression`, or if it is asked for what there is not. That is not
                remembered.
        """
        if not isinstance(self.source, str):  # whoever has built it has loaded SymPy already
            return self._ask(question)
        key = json.dumps([question, self.source, self.names, self.steps, self.variables])
        if key not in _known:
            _known[key] = self._ask(question)
        return _known[key]

    def _ask(self, question: Question) -> Answer:
        answer: Answer = _symbolic().ANSWERS[question](self.expression(), self.variables)
        return answer


def _symbolic() -> ModuleType:
    from mnemo_anim.maths import symbolic  # noqa: PLC0415 - loads SymPy

    return symbolic
