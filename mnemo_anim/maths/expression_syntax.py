"""The little language in which a field may be written as text.

An expression such as ``"x**2 + 2*y**2"`` is read with Python's own grammar, but only arithmetic,
the names of the variables, two constants and a list of smooth functions pass. Nothing is ever
evaluated as Python code: SymPy's own ``sympify`` calls ``eval`` and is therefore not used.

Only smooth functions are offered (no ``abs``, no ``max``): where such a field has a value it has
a gradient, which is what every drawing of an arrow relies on.
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Sequence

FUNCTIONS = (
    "sin", "cos", "tan", "asin", "acos", "atan",
    "sinh", "cosh", "tanh", "exp", "log", "sqrt",
)  # fmt: skip
CONSTANTS = ("pi", "e")

MAX_LENGTH = 2000
MAX_DEPTH = 200
"""Operations inside operations; a sum of n terms is n deep. Python's own recursion ends at 1000."""

MAX_EXPONENT = 100
"""A literal exponent above this would only serve to exhaust the memory (``9**9**9``)."""

OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
SIGNS = (ast.UAdd, ast.USub)


def check_variables(variables: Sequence[str]) -> tuple[str, ...]:
    """Return the variable names as a tuple.

    Raises:
        ValueError: if there is none, one is doubled, or one is not usable as a name.
    """
    names = (variables,) if isinstance(variables, str) else tuple(variables)
    if not names:
        raise ValueError("a scalar field needs at least one variable, for example ('x', 'y')")
    for name in names:
        if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name):
            raise ValueError(f"{name!r} cannot name a variable; use a name such as 'x' or 'w1'")
        if name in FUNCTIONS or name in CONSTANTS:
            raise ValueError(f"{name!r} already has a meaning in expressions; rename the variable")
    if len(set(names)) < len(names):
        raise ValueError(f"the variables {names} repeat a name; name each input once")
    return names


def parse_expression(text: str, variables: Sequence[str]) -> ast.expr:
    """Return the syntax tree of ``text``, which holds nothing but arithmetic.

    Args:
        text: arithmetic with ``+ - * / **``, numbers, the variables, ``pi``, ``e`` and FUNCTIONS.
        variables: the names that ``text`` may use.

    Raises:
        ValueError: naming the part that is not understood, and how to mend it.
    """
    if len(text) > MAX_LENGTH:
        raise ValueError(
            f"the expression is {len(text)} characters long; at most {MAX_LENGTH} are read: "
            "build long ones with SymPy"
        )
    if "^" in text:
        raise ValueError(f"{text!r} uses '^'; write powers with '**', as in 'x**2'")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(
            f"{text!r} is not an expression; write it as in 'x**2 + 2*y**2', products with '*'"
        ) from None
    if _depth(tree) > MAX_DEPTH:
        raise ValueError(
            f"the expression is nested more than {MAX_DEPTH} deep; write it with fewer terms, or "
            "build it with SymPy"
        )
    _check(tree, text, tuple(variables))
    return tree


def _depth(tree: ast.expr) -> int:
    """Return the number of levels of the tree, without recursion."""
    level: list[ast.AST] = [tree]
    depth = 0
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def _check(node: ast.expr, text: str, variables: tuple[str, ...]) -> None:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if isinstance(op, OPERATORS):
            if isinstance(op, ast.Pow):
                _check_exponent(right, text)
            _check(left, text, variables)
            _check(right, text, variables)
        case ast.UnaryOp(op=op, operand=operand) if isinstance(op, SIGNS):
            _check(operand, text, variables)
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]):
            if name not in FUNCTIONS:
                raise ValueError(
                    f"{text!r} uses the unknown function {name!r}; known are {', '.join(FUNCTIONS)}"
                )
            _check(argument, text, variables)
        case ast.Name(id=name):
            if name not in variables and name not in CONSTANTS:
                raise ValueError(
                    f"{text!r} uses {name!r}, which is none of the variables {variables}; "
                    "add it to the variables or correct the name"
                )
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            _check_number(number, text)
        case _:
            part = ast.get_source_segment(text.strip(), node) or text
            raise ValueError(
                f"{part!r} in {text!r} is not arithmetic; use numbers, variables, + - * / ** and "
                f"functions of one argument ({', '.join(FUNCTIONS)})"
            )


def _check_number(number: float, text: str) -> None:
    try:
        finite = abs(float(number)) < float("inf")
    except OverflowError:
        finite = False
    if not finite:
        raise ValueError(f"{text!r} holds a number too large for floating point; scale the field")


def _check_exponent(node: ast.expr, text: str) -> None:
    """Refuse literal exponents, or towers of them, that would take for ever to compute."""
    has_variable = any(isinstance(part, ast.Name) for part in ast.walk(node))
    if has_variable:
        return
    numbers = [p.value for p in ast.walk(node) if isinstance(p, ast.Constant)]
    tower = any(isinstance(p, ast.BinOp) and isinstance(p.op, ast.Pow) for p in ast.walk(node))
    too_large = any(isinstance(n, int | float) and abs(n) > MAX_EXPONENT for n in numbers)
    if tower or too_large:
        raise ValueError(f"{text!r} has an exponent above {MAX_EXPONENT}; use a smaller one")
