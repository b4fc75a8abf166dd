"""Write a SymPy expression as Typst maths."""

# ruff: noqa: N802  # SymPy finds a printing method by the name of the class it prints.

from __future__ import annotations

import re

import sympy
from sympy.printing.precedence import PRECEDENCE, precedence
from sympy.printing.printer import Printer

from mnemo_anim.maths.typst_name import typst_name

OPERATOR_NAMES = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "log": "ln"}
SIGNIFICANT_DIGITS = 10
"""Enough for any constant of a field, few enough to hide 0.30000000000000004."""


class TypstPrinter(Printer):
    """Prints sums, products, powers and smooth functions; what ``ScalarField`` accepts."""

    def _print_Symbol(self, symbol: sympy.Symbol) -> str:
        return typst_name(symbol.name)

    def _print_Integer(self, number: sympy.Integer) -> str:
        return str(number)

    def _print_Rational(self, number: sympy.Rational) -> str:
        return f"{number.p}/{number.q}"

    def _print_Float(self, number: sympy.Float) -> str:
        mantissa, _, exponent = f"{float(number):.{SIGNIFICANT_DIGITS}g}".partition("e")
        return f"{mantissa} dot 10^({int(exponent)})" if exponent else mantissa

    def _print_Pi(self, _: sympy.Expr) -> str:
        return "pi"

    def _print_Exp1(self, _: sympy.Expr) -> str:
        return "e"

    def _print_NumberSymbol(self, constant: sympy.NumberSymbol) -> str:
        return self._print_Float(sympy.Float(constant))

    def _print_Add(self, total: sympy.Add) -> str:
        text = ""
        for index, term in enumerate(self._ordered_terms(total)):
            negative = term.could_extract_minus_sign()
            written = self._within(-term if negative else term, PRECEDENCE["Add"])
            joint = (" - " if negative else " + ") if index else ("-" if negative else "")
            text += joint + written
        return text

    def _ordered_terms(self, total: sympy.Add) -> list[sympy.Expr]:
        """Return the terms, a positive one first where there is one: 1 - x^2, not -x^2 + 1."""
        terms = list(total.as_ordered_terms())
        positive = [term for term in terms if not term.could_extract_minus_sign()]
        if positive and positive[0] is not terms[0]:
            terms.remove(positive[0])
            terms.insert(0, positive[0])
        return terms

    def _print_Mul(self, product: sympy.Mul) -> str:
        if product.could_extract_minus_sign():
            return f"-{self._within(-product, PRECEDENCE['Mul'])}"
        numerator, denominator = sympy.fraction(product, exact=True)
        if denominator != 1:
            return f"{self._part(numerator)}/{self._part(denominator)}"
        text = ""
        for factor in product.as_ordered_factors():
            written = self._within(factor, PRECEDENCE["Mul"])
            # Two numbers side by side would read as one.
            joint = " dot " if written[0].isdigit() else " "
            text += joint + written if text else written
        return text

    def _print_Pow(self, power: sympy.Pow) -> str:
        base, exponent = power.base, power.exp
        if exponent == sympy.Rational(1, 2):
            return f"sqrt({self._print(base)})"
        if exponent.could_extract_minus_sign():
            return f"1/{self._part(base**-exponent)}"
        if isinstance(base, sympy.Function) and not isinstance(base, sympy.exp):
            return f"{self._operator(base)}^({self._print(exponent)})({self._print(base.args[0])})"
        return f"{self._within(base, PRECEDENCE['Atom'])}^{self._part(exponent)}"

    def _print_exp(self, function: sympy.Expr) -> str:
        return f"e^{self._part(function.args[0])}"

    def _print_Function(self, function: sympy.Function) -> str:
        return f"{self._operator(function)}({self._print(function.args[0])})"

    def emptyPrinter(self, expr: sympy.Basic) -> str:
        """Refuse what this printer was not taught, rather than print something wrong."""
        raise ValueError(f"cannot write {expr} as Typst maths")

    def _operator(self, function: sympy.Function) -> str:
        name = type(function).__name__
        return OPERATOR_NAMES.get(name, name)

    def _part(self, part: sympy.Expr) -> str:
        """Return ``part`` as an exponent or beside a fraction bar; Typst hides its brackets."""
        text = self._print(part)
        return text if re.fullmatch(r"\d+|[a-z]", text) else f"({text})"

    def _within(self, part: sympy.Expr, level: int) -> str:
        """Return ``part``, in brackets if it binds less tightly than ``level``."""
        text = self._print(part)
        return f"({text})" if precedence(part) < level else text
