"""Text for a field is arithmetic and nothing else; it is never run as Python."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import sympy

from mnemo_anim.maths import ScalarField


def test_arithmetic_is_read_as_python_would() -> None:
    field = ScalarField("-x**2 + 3*(y - 1)/4 - +2.5e-1 + pi*e")
    expected = -(1.5**2) + 3 * (2 - 1) / 4 - 0.25 + np.pi * np.e
    assert field.value([1.5, 2]) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    "name",
    ["sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "log", "sqrt"],
)
def test_functions_are_those_of_numpy(name: str) -> None:
    assert ScalarField(f"{name}(x)", ["x"]).value([0.7]) == pytest.approx(
        getattr(np, name)(0.7), rel=1e-14
    )


@pytest.mark.parametrize("name", ["asin", "acos", "atan"])
def test_inverse_functions_are_those_of_numpy(name: str) -> None:
    assert ScalarField(f"{name}(x)", ["x"]).value([0.7]) == pytest.approx(
        getattr(np, name.replace("a", "arc", 1))(0.7), rel=1e-14
    )


@pytest.mark.parametrize(
    "text",
    [
        "__import__('pathlib').Path('{witness}').touch()",
        "open('{witness}', 'w')",
        "exec(\"open('{witness}', 'w')\")",
        "[open(x, 'w') for x in ['{witness}']]",
        "(lambda: open('{witness}', 'w'))()",
        "sin.__globals__",
        "x.__class__.__mro__",
        "x[0]",
        "f'{{x}}'",
        "'x'",
        "(x := 2)",
        "x if y else 2",
        "x < y",
        "x and y",
        "not x",
        "~x",
        "x // y",
        "x % y",
        "x @ y",
        "(x, y)",
        "{{x}}",
        "x, y",
        "x = y",
        "x; y",
        "True",
        "None",
        "...",
        "2j",
        "b'x'",
        "sin(x, y)",
        "sin(*x)",
        "sin(x=y)",
        "sin()",
        "sin",
        "(sin)(x)(y)",
        "import os",
    ],
)
def test_what_is_not_arithmetic_is_refused_and_never_run(text: str, tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    with pytest.raises(ValueError, match=r"use|write|known|add") as caught:
        ScalarField(text.format(witness=witness))
    assert not witness.exists()
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x**2 + z", "uses 'z', which is none of the variables"),
        ("x^2", r"write powers with '\*\*'"),
        ("2x", "products with"),
        ("", "not an expression"),
        ("   ", "not an expression"),
        ("x +", "not an expression"),
        ("(x", "not an expression"),
        ("x\0", "not an expression"),
        ("foo(x)", "unknown function 'foo'; known are sin"),
        ("abs(x)", "unknown function 'abs'"),
        ("9**9**9", "exponent above 100"),
        ("x**101", "exponent above 100"),
        ("x**(50+60*2**9)", "exponent above 100"),
        ("1e999*x", "too large"),
        ("1" + "0" * 400, "too large"),
        ("x+" * 1500 + "x", "characters long"),
        ("-" * 1900 + "x", "nested|not an expression"),
        ("x+" * 900 + "x", "nested more than 200 deep"),
    ],
)
def test_a_mistake_is_named_with_its_mend(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ScalarField(text)


@pytest.mark.parametrize("text", ["sqrt(-1) + x", "log(-2)*x", "1/(1 - 1) + y", "0**(-1)"])
def test_an_expression_without_real_values_is_refused_at_first_use(text: str) -> None:
    field = ScalarField(text)
    with pytest.raises(ValueError, match=r"not a smooth real function|infinite or undefined"):
        field.value([1, 1])


x, y, z = sympy.symbols("x y z")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (x + z, "uses z, none of the variables"),
        (sympy.I * x, "not a smooth real function"),
        (sympy.Abs(x), "not a smooth real function"),
        (sympy.Max(x, y), "not a smooth real function"),
        (sympy.Function("g")(x), "not a smooth real function"),
        (sympy.Integral(x, x), "not a smooth real function"),
        (sympy.oo, "infinite"),
        (sympy.nan, "not a smooth real function"),
        (x + sympy.Integer(10) ** 400, "too large"),
        (sympy.Eq(x, y), "not an expression"),
        (sympy.Matrix([x, y]), "not an expression"),
        (5, "not an expression"),
        (None, "not an expression"),
        (lambda p: p, "not an expression"),
    ],
)
def test_a_sympy_object_that_is_no_smooth_real_expression_is_refused(
    expression: object, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ScalarField(expression)
