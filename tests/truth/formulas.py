"""Which digits of a formula say nothing that could be false: its notation, and its field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from mnemo_anim.maths import ScalarField, gallery

_PART = re.compile(r"\{\{(.*?)(?<!:):\s*[\w-]+\s*\}\}", re.DOTALL)
_QUOTED = re.compile(r'#text\((?:font: "[^"]*", )?"((?:[^"\\]|\\.)*)"\)|"((?:[^"\\]|\\.)*)"')
_NAME = re.compile(r"#([A-Za-z][\w-]*)")
_MEASURE = re.compile(r"\d+(?:\.\d+)?(?:em|pt|%)")
_SCRIPT = re.compile(r"(?<=\S)[_^](?:\d+|\w*\d\w*|\([^()]*\))")


def words_in(expression: str) -> list[str]:
    """Return the words that a formula holds in the face of text."""
    return [shown or quoted for shown, quoted in _QUOTED.findall(expression)]


def digits_left(expression: str, variables: Iterable[str], known: Iterable[str]) -> str:
    """Return what is left of a formula when all is taken away that cannot be false; "" if nothing.

    Args:
        expression: Typst maths as a `Formula` takes it.
        variables: Names ``#x`` that stand in the place of a variable x.
        known: Formulas that are true: those of fields.
    """
    held, bare = set(variables), expression
    while (unwrapped := _PART.sub(r" \1 ", bare)) != bare:
        bare = unwrapped
    bare = _QUOTED.sub(" ", bare)
    bare = _NAME.sub(lambda name: name[1] if name[1] in held else "#", bare)
    bare = _MEASURE.sub(" ", bare)
    bare = re.sub(r"\s+", " ", bare.replace("dot ", ""))
    for formula in sorted(known, key=len, reverse=True):
        bare = re.sub(rf"(?<![\w.]){re.escape(formula)}(?![\w.^])", " ", bare)
    bare = _SCRIPT.sub(" ", bare)
    return bare.strip() if re.search(r"\d", bare) else ""


@cache
def known_formulas() -> frozenset[str]:
    """Return the formulas of the gallery, as `formulas_of` does those of one field."""
    fields = (value for value in vars(gallery).values() if isinstance(value, ScalarField))
    return frozenset().union(*map(formulas_of, fields))


@cache
def formulas_of(field: ScalarField) -> frozenset[str]:
    """Return the formula of a field and of its partial derivatives, and the terms of each."""
    partials = (field.partial(index) for index in range(field.dimension))
    written = [each.formula() for each in (field, *partials)]
    terms = {term.lstrip("-") for text in written for term in re.split(r" [+-] ", text)}
    return frozenset(text for text in {*written, *terms} if re.search(r"[a-z]", text))
