"""Formulas for the screen: Typst sets them, and they mean what the field computes."""

from __future__ import annotations

import re

import numpy as np
import pytest
import sympy
import typst

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS, ScalarField
from tests.maths.oracles import GALLERY, points_in


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("x**2 + 2*y**2", "x^2 + 2 y^2"),
        ("2*x", "2 x"),
        ("1 - x**2", "1 - x^2"),
        ("-x - y", "-x - y"),
        ("-2*x*y", "-2 x y"),
        ("0.1*x + 0.2*x + y", "0.3 x + y"),
        ("1.0*x**2 + y", "x^2 + y"),
        ("1e-7*x", "1 dot 10^(-7) x"),
        ("2.5e12*x", "2.5 dot 10^(12) x"),
        ("x/2", "x/2"),
        ("x/(1 + y**2)", "x/(y^2 + 1)"),
        ("-x/y", "-x/y"),
        ("1/x", "1/x"),
        ("x**(-2) + y", "y + 1/(x^2)"),
        ("(x + y)**2", "(x + y)^2"),
        ("(x*y)**2", "x^2 y^2"),
        ("(x + 1)*(y - 2)", "(x + 1) (y - 2)"),
        ("2**x", "2^x"),
        ("x**(y + 1)", "x^(y + 1)"),
        ("(x**y)**y", "(x^y)^y"),
        ("x**12", "x^12"),
        ("sqrt(x + y)", "sqrt(x + y)"),
        ("sin(x)**2", "sin^(2)(x)"),
        ("log(x)", "ln(x)"),
        ("atan(x)", "arctan(x)"),
        ("tanh(2*x)", "tanh(2 x)"),
        ("exp(x)", "e^x"),
        ("exp(-x**2)", "e^(-x^2)"),
        ("exp(x)**2", "e^(2 x)"),
        ("3*exp(-x)*y", "3 y e^(-x)"),
        ("pi*x + e*y", "pi x + e y"),
        ("3*2**x", "3 dot 2^x"),
        ("exp(x)**y", "(e^x)^y"),
        ("2.5**x*y", "2.5^x y"),
        ("x**1.5", "x^(1.5)"),
        ("x*y/(3*(x - y))", "(x y)/(3 x - 3 y)"),
        ("7", "7"),
        ("-x**2", "-x^2"),
        ("(-2)**x", "(-2)^x"),
    ],
)
def test_expressions_are_written_as_one_would_by_hand(text: str, formula: str) -> None:
    assert ScalarField(text).formula() == formula


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("x1", "x_1"),
        ("x_1", "x_1"),
        ("w12", "w_12"),
        ("alpha", "alpha"),
        ("alpha2", "alpha_2"),
        ("w_out", 'w_"out"'),
        ("speed", '"speed"'),
        ("L", "L"),
    ],
)
def test_names_become_symbols_with_subscripts(name: str, formula: str) -> None:
    assert ScalarField(f"{name}**2", [name]).formula() == f"{formula}^2"


def test_partials_have_formulas_too() -> None:
    assert ELLIPTIC_BOWL.partial("x").formula() == "2 x"
    assert ELLIPTIC_BOWL.partial("y").formula() == "4 y"


def everything_written() -> dict[str, ScalarField]:
    """Return the gallery with all its first and second partials."""
    fields = {}
    for name, (field, _) in GALLERY.items():
        fields[name] = field
        for v in field.variables:
            fields[f"{name}, {v}"] = field.partial(v)
            fields[f"{name}, {v}, {v}"] = field.partial(v).partial(v)
    return fields


def test_typst_sets_the_whole_gallery_and_its_partials() -> None:
    lines = [f"$ f = {field.formula()} $" for field in everything_written().values()]
    lines += [f"$ {ScalarField(text).formula()} $" for text in ("sin(x)**2/y", "3*2**x*sqrt(y)")]
    page = typst.compile("\n".join(["#set page(height: auto)", *lines]).encode(), format="svg")
    assert isinstance(page, bytes)
    assert page.startswith(b"<svg")


def test_typst_refuses_a_wrong_formula() -> None:
    with pytest.raises(typst.TypstError):
        typst.compile(b"$ x^2 + unknown y $", format="svg")


def read_back(formula: str) -> str:
    """Return a formula in Typst as text for a field, by rules of its own."""
    text = re.sub(r"([xyabw])_(\d+)", r"\1\2", formula).replace("ln", "log")
    tokens = re.findall(r"[\d.]+|[a-z]+\d*|[-+^/()]", text)
    joined = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        ends = before is not None and re.fullmatch(r"[\d.]+|[a-z]\d*|\)", before)
        begins = re.fullmatch(r"[\d.]+|[a-z]+\d*|\(", token)
        joined += "*" if ends and begins else ""
        joined += "**" if token == "^" else token
    return joined


@pytest.mark.parametrize("name", everything_written())
def test_a_formula_read_back_has_the_values_of_its_field(name: str) -> None:
    field = everything_written()[name]
    points = points_in(field, 5)
    again = ScalarField(read_back(field.formula()), field.variables)
    np.testing.assert_allclose(again.value(points), field.value(points), rtol=1e-8, atol=1e-10)


def test_an_expression_that_cannot_be_written_is_refused() -> None:
    from mnemo_anim.maths.symbolic import formula

    with pytest.raises(ValueError, match="cannot write"):
        formula(sympy.Heaviside(sympy.Symbol("x")) + sympy.zoo)


def test_a_formula_does_not_change_from_call_to_call() -> None:
    again = ScalarField(str(VALLEYS.expression))
    assert again.formula() == VALLEYS.formula() == VALLEYS.formula()
