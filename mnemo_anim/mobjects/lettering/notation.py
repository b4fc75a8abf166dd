"""Formulas that come again and again: a function of many inputs, and its gradient as a row."""

from collections.abc import Iterable

from manim import VGroup, VMobject

from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.theme import PALETTE, TYPE

_ROW = ("name", "equals", "open", "first", "more", "last", "close")
ENDS = {"first": PALETTE.part(0), "last": PALETTE.part(2)}


def function_of_many(value: str = "f", name: str = "x", *, size: float = TYPE.formula) -> Formula:
    """Return f(x₁, …, xₙ), with the parts ``value``, ``first``, ``more`` and ``last``.

    Args:
        value: The function, in Typst's maths notation.
        name: Of its inputs, without an index.
        size: Em height in pixels at 1080p.
    """
    return Formula(
        f"{{{{{value} : value}}}}({{{{{name}_1 : first}}}}, {{{{dots.h : more}}}}, "
        f"{{{{{name}_n : last}}}})",
        size=size,
        parts={"value": PALETTE.loss, **ENDS},
    )


def gradient_row(value: str = "f", name: str = "x", *, size: float = TYPE.formula) -> Formula:
    """Return ∇f = [∂f/∂x₁, …, ∂f/∂xₙ].

    Its parts are ``name``, ``equals``, ``open``, ``first``, ``more``, ``last`` and ``close``; its
    args are those of `function_of_many`.
    """
    first, last = (f"(partial {value})/(partial {name}_{index})" for index in ("1", "n"))
    return Formula(
        f"{{{{nabla {value} : name}}}} {{{{= : equals}}}} lr({{{{bracket.l : open}}}} "
        f"{{{{{first} : first}}}} {{{{comma dots.h comma : more}}}} {{{{{last} : last}}}} "
        f"{{{{bracket.r : close}}}})",
        size=size,
        parts={"name": PALETTE.uphill, **ENDS},
    )


def row_parts(row: Formula) -> list[VGroup]:
    """Return the parts of a :func:`gradient_row`, from left to right."""
    return [row.part(name) for name in _ROW]


def rest(formula: Formula, parts: Iterable[str]) -> list[VMobject]:
    """Return the glyphs of a formula that are in none of the named parts, from left to right."""
    named = {id(glyph) for name in parts for glyph in formula.part(name)}
    return [glyph for glyph in formula if id(glyph) not in named]
