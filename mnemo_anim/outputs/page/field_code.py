"""A scalar field as JavaScript: its value, gradient and Hessian, printed from its expression."""

from collections.abc import Callable, Sequence

import sympy
from sympy.printing.jscode import JavascriptCodePrinter

from mnemo_anim.maths import ScalarField


def field_methods(field: ScalarField) -> str:
    """Return the methods ``value``, ``gradient`` and ``hessian`` of a JavaScript object literal.

    Each takes the coordinates as numbers, in the order of the field's variables. ``value`` returns
    a number, ``gradient`` a list, ``hessian`` a list of rows.
    """
    slopes = [field.partial(variable) for variable in field.variables]
    curvatures = [slope.partial(variable) for slope in slopes for variable in field.variables]
    width = field.dimension

    def rows(entries: list[str]) -> str:
        return _list([_list(entries[i : i + width]) for i in range(0, len(entries), width)])

    return "\n".join(
        (
            _method("value", [field], "".join),
            _method("gradient", slopes, _list),
            _method("hessian", curvatures, rows),
        )
    )


def _method(name: str, fields: Sequence[ScalarField], together: Callable[[list[str]], str]) -> str:
    """Return a method that computes several fields at once, and what they share only once."""
    shared, results = sympy.cse(
        [field.expression for field in fields], symbols=sympy.numbered_symbols("shared")
    )
    printer = JavascriptCodePrinter()
    lines = [f"  const {symbol} = {printer.doprint(value)};" for symbol, value in shared]
    lines.append(f"  return {together([printer.doprint(result) for result in results])};")
    return "\n".join((f"{name}({', '.join(fields[0].variables)}) {{", *lines, "},"))


def _list(entries: Sequence[str]) -> str:
    return f"[{', '.join(entries)}]"
