"""All that SymPy does for a field: building, differentiating and solving its expression.

Importing SymPy takes most of a second, so this module is imported only for what is not known yet
(`mnemo_anim.maths.derivation`).
"""

from __future__ import annotations

import ast
import inspect
import itertools
import operator
from collections.abc import Callable, Mapping, Sequence

import sympy

from mnemo_anim.maths.derivation import Answer, Derivation
from mnemo_anim.maths.expression_syntax import FUNCTIONS, parse_expression
from mnemo_anim.maths.typst_printer import TypstPrinter

_SYMPY_FUNCTIONS = {name: getattr(sympy, name) for name in FUNCTIONS}
_OPERATORS: dict[type[ast.operator], Callable[..., sympy.Expr]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_SYMPY_CONSTANTS = {"pi": sympy.pi, "e": sympy.E}
_SYMPY_CLASSES = (
    sympy.Symbol, sympy.Integer, sympy.Rational, sympy.Float, sympy.NumberSymbol,
    sympy.Add, sympy.Mul, sympy.Pow,
    *(function for function in _SYMPY_FUNCTIONS.values() if isinstance(function, type)),
)  # fmt: skip


def symbols(variables: Sequence[str]) -> list[sympy.Symbol]:
    """Return plain symbols, equal to the ``sympy.Symbol("x")`` that a caller would write."""
    return [sympy.Symbol(name) for name in variables]


def build(source: sympy.Expr | str, variables: Sequence[str]) -> sympy.Expr:
    """Return the expression of a field in plain symbols.

    Raises:
        ValueError: if ``source`` is not a smooth real expression in ``variables``.
    """
    if isinstance(source, str):
        expression = _from_tree(parse_expression(source, variables))
    elif isinstance(source, sympy.Expr):
        expression = source.xreplace({s: sympy.Symbol(s.name) for s in source.free_symbols})
    else:
        raise ValueError(
            f"{source!r} is not an expression; give text such as 'x**2 + 2*y**2' or a SymPy one"
        )
    _check(expression, source, variables)
    return _with_integers(expression)


def _from_tree(node: ast.expr) -> sympy.Expr:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_from_tree(left), _from_tree(right))
        case ast.UnaryOp(op=op, operand=operand):
            return _from_tree(operand) * (-1 if isinstance(op, ast.USub) else 1)
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return _SYMPY_FUNCTIONS[name](_from_tree(argument))
        case ast.Name(id=name):
            return _SYMPY_CONSTANTS.get(name, sympy.Symbol(name))
        case ast.Constant(value=value):
            return sympy.Integer(value) if isinstance(value, int) else sympy.Float(str(value))
    raise AssertionError(f"{ast.dump(node)} passed the syntax check")


def _with_integers(expression: sympy.Expr) -> sympy.Expr:
    """Write 1.0·x, which comes of differentiating 0.5·x², as x."""
    whole = {
        number: int(number)
        for number in expression.atoms(sympy.Float)
        if float(number).is_integer() and abs(number) < 1e6
    }
    return expression.xreplace({number: sympy.Integer(i) for number, i in whole.items()})


def _check(expression: sympy.Expr, source: sympy.Expr | str, variables: Sequence[str]) -> None:
    unknown = sorted(s.name for s in expression.free_symbols if s.name not in variables)
    if unknown:
        raise ValueError(
            f"'{source}' uses {', '.join(unknown)}, none of the variables {tuple(variables)}; "
            "add it to the variables or correct the name"
        )
    for part in sympy.preorder_traversal(expression):
        if part.is_finite is False:
            raise ValueError(f"'{source}' is infinite or undefined everywhere; correct it")
        if part is sympy.I or not isinstance(part, _SYMPY_CLASSES):
            raise ValueError(
                f"'{part}' in '{source}' is not a smooth real function; use arithmetic and "
                f"{', '.join(FUNCTIONS)}"
            )
        if part.is_Number and abs(part) > sympy.Float("1e300"):
            raise ValueError(f"'{source}' holds a number too large for floating point; scale it")


def derive(derivation: Derivation) -> sympy.Expr:
    """Return the expression that a derivation comes to.

    Raises:
        ValueError: as for `build` and `partials`.
    """
    expression = build(derivation.source, derivation.names)
    for step in derivation.steps:
        match step:
            case ("along", str(name)):
                expression = _partial(expression, sympy.Symbol(name))
            case ("negated",):
                expression = -expression
            case ("held", str(name), float(value)):
                held = expression.subs({sympy.Symbol(name): value})
                expression = build(held, derivation.names)
            case _:
                raise AssertionError(f"nobody knows how to do {step}")
    return expression


def program(expressions: Sequence[sympy.Expr], variables: Sequence[str]) -> str:
    """Return a program that computes m expressions with NumPy, for `program.evaluator`."""
    compiled = sympy.lambdify(symbols(variables), list(expressions), modules="numpy", cse=True)
    return inspect.getsource(compiled)


def partials(expression: sympy.Expr, variables: Sequence[str]) -> list[sympy.Expr]:
    """Return ∂f/∂xᵢ for each variable.

    Raises:
        ValueError: if one is complex, as for (−2)ˣ.
    """
    return [_partial(expression, symbol) for symbol in symbols(variables)]


def _partial(expression: sympy.Expr, symbol: sympy.Symbol) -> sympy.Expr:
    slope = sympy.diff(expression, symbol)
    if slope.has(sympy.I):
        raise ValueError(f"'{expression}' has no real derivative; give its powers a positive base")
    return slope


def second_partials(expression: sympy.Expr, variables: Sequence[str]) -> list[sympy.Expr]:
    """Return the n² entries ∂²f/∂xᵢ∂xⱼ of the Hessian, row by row."""
    return [
        second for first in partials(expression, variables) for second in partials(first, variables)
    ]


def solve_gradient(expression: sympy.Expr, variables: Sequence[str]) -> list[list[float]] | None:
    """Return all real solutions of ∇f = 0, or None where this is not left to SymPy.

    SymPy solves, exactly and at once, systems of polynomials (or fractions of them) that are
    linear, or in which each equation has one unknown of its own. On others it may run for minutes,
    so they are not tried.

    Raises:
        ValueError: if the solutions are not isolated points.
    """
    unknowns = symbols(variables)
    slopes = partials(expression, variables)
    if not all(slope.is_rational_function(*unknowns) for slope in slopes):
        return None
    exact = [sympy.together(sympy.nsimplify(slope, rational=True)) for slope in slopes]
    numerators, denominators = zip(*(sympy.fraction(slope) for slope in exact), strict=True)
    equations = [sympy.Poly(p, *unknowns) for p in numerators]
    if any(equation.is_ground and not equation.is_zero for equation in equations):
        return []
    separable = all(
        equation.as_expr().free_symbols <= {unknown}
        for equation, unknown in zip(equations, unknowns, strict=True)
    )
    if separable:
        roots = [_real_roots(e, x, expression) for e, x in zip(equations, unknowns, strict=True)]
        solutions = list(itertools.product(*roots))
    elif all(equation.total_degree() <= 1 for equation in equations):
        solutions = _linear_solution(equations, unknowns, expression)
    else:
        return None
    return [
        [float(c) for c in solution]
        for solution in solutions
        if all(p.subs(dict(zip(unknowns, solution, strict=True))) != 0 for p in denominators)
    ]


def _real_roots(
    equation: sympy.Poly, unknown: sympy.Symbol, expression: sympy.Expr
) -> list[sympy.Expr]:
    if equation.is_zero:
        raise ValueError(
            f"the critical points of {expression} are not isolated: {unknown} may be anything"
        )
    if equation.is_ground:
        return []
    return list(dict.fromkeys(sympy.real_roots(sympy.Poly(equation.as_expr(), unknown))))


def _linear_solution(
    equations: list[sympy.Poly], unknowns: list[sympy.Symbol], expression: sympy.Expr
) -> list[tuple[sympy.Expr, ...]]:
    solutions = list(sympy.linsolve([e.as_expr() for e in equations], unknowns))
    if any(c.free_symbols for solution in solutions for c in solution):
        raise ValueError(f"the critical points of {expression} are not isolated: they form a line")
    return solutions


def formula(expression: sympy.Expr) -> str:
    """Return ``expression`` as Typst maths."""
    text: str = TypstPrinter().doprint(expression)
    return text


ANSWERS: Mapping[str, Callable[[sympy.Expr, Sequence[str]], Answer]] = {
    "value": lambda expression, variables: program([expression], variables),
    "gradient": lambda expression, variables: program(partials(expression, variables), variables),
    "hessian": lambda expression, variables: program(
        second_partials(expression, variables), variables
    ),
    "critical points": solve_gradient,
    "formula": lambda expression, _: formula(expression),
    "spelling": lambda expression, _: sympy.srepr(expression),
}
"""What is asked of an expression, and what answers it."""
