"""Sums of functions of one variable each: where all but one are constants when one input moves."""

from __future__ import annotations

from mnemo_anim.maths.scalar_field import ScalarField


def separate(field: ScalarField) -> tuple[ScalarField, ...]:
    """Return the parts of f, one for each variable and depending on it alone, that add up to f.

    Each is a field of all the variables of ``field``, on its domain: its gradient has one entry
    that is not 0, which is that of ∇f.

    Raises:
        ValueError: if f is no such sum, or has a variable too many or a constant besides.
    """
    import sympy  # noqa: PLC0415  # importing SymPy takes a second

    parts = {name: sympy.Integer(0) for name in field.variables}
    for term in sympy.Add.make_args(field.expression):
        names = sorted(symbol.name for symbol in term.free_symbols)
        if len(names) != 1:
            raise ValueError(
                f"{field.name} = {field.expression} is not a sum of one part for each of "
                f"{field.variables}: {term} depends on {', '.join(names) or 'none'}"
            )
        parts[names[0]] += term
    if missing := [name for name, part in parts.items() if part == 0]:
        raise ValueError(f"{field.name} does not depend on {', '.join(missing)}")
    return tuple(
        ScalarField(part, field.variables, name=field.name, domain=field.domain)
        for part in parts.values()
    )
