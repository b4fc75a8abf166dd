"""The JavaScript of a field computes what the field's text says, to the last digits.

The code is read here as Python, which it is but for its keywords; mpmath tells what is right, from
the text of the field alone. That browsers agree is tested in `browser/test_walks.py`.
"""

import os
import re
import subprocess
import sys
from functools import partial
from types import SimpleNamespace
from typing import Any

import mpmath
import pytest

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.expression_syntax import FUNCTIONS
from mnemo_anim.outputs.page.field_code import field_methods
from mnemo_anim.outputs.page.landscapes import LANDSCAPES

POINTS = [(0.3, -0.7), (-1.9, 2.4), (1.0, 2.0), (0.001, 0.0), (2.75, -1.25)]
EVERY_FUNCTION = {
    name: ScalarField(f"{name}(0.4*x + 0.1*y**2 + 0.5) + x*y/7 + pi*e") for name in FUNCTIONS
}
FIELDS = {**{landscape.id: landscape.field for landscape in LANDSCAPES}, **EVERY_FUNCTION}
BROWSER = SimpleNamespace(
    Math=SimpleNamespace(
        pow=pow, PI=mpmath.pi, E=mpmath.e, **{name: getattr(mpmath, name) for name in FUNCTIONS}
    )
)


def run(code: str, method: str, point: tuple[float, ...]) -> Any:
    """Return what a method of the code returns at a point."""
    found = re.search(rf"^{method}\((.*?)\) {{\n(.*?)\n}},", code, re.MULTILINE | re.DOTALL)
    assert found is not None
    names, body = found.groups()
    known: dict[str, Any] = {**vars(BROWSER), **dict(zip(names.split(", "), point, strict=True))}
    *shared, result = body.splitlines()
    for line in shared:
        name, value = re.fullmatch(r"  const (\w+) = (.*);", line).groups()  # type: ignore[union-attr]
        known[name] = eval(value, {}, known)
    return eval(result.removeprefix("  return ").removesuffix(";"), {}, known)


def true_value(field: ScalarField, *point: Any) -> Any:
    known = {name: getattr(mpmath, name) for name in (*FUNCTIONS, "pi", "e")}
    return eval(field.source, {}, {**known, **dict(zip(field.variables, point, strict=True))})


close = partial(pytest.approx, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("point", POINTS, ids=str)
def test_value_gradient_and_hessian_agree_with_mpmath(
    name: str, point: tuple[float, float]
) -> None:
    field = FIELDS[name]
    if name in ("asin", "acos", "log", "sqrt"):  # undefined at some of the points
        point = (0.1 * point[0], 0.1 * point[1])
    code = field_methods(field)
    with mpmath.workdps(40):

        def slope(*orders: int) -> Any:
            return mpmath.diff(lambda *at: true_value(field, *at), point, orders)

        assert float(run(code, "value", point)) == close(float(true_value(field, *point)))
        gradient = [float(entry) for entry in run(code, "gradient", point)]
        assert gradient == close([float(slope(1, 0)), float(slope(0, 1))])
        rows = [[float(entry) for entry in row] for row in run(code, "hessian", point)]
        mixed = float(slope(1, 1))
        assert rows[0] == close([float(slope(2, 0)), mixed])
        assert rows[1] == close([mixed, float(slope(0, 2))])


def test_methods_take_the_variables_in_their_order() -> None:
    code = field_methods(ScalarField("v - 2*w", ("w", "v")))
    assert run(code, "value", (1.0, 5.0)) == 3.0
    assert run(code, "gradient", (1.0, 5.0)) == [-2, 1]


def test_the_code_is_the_same_in_every_process() -> None:
    program = (
        "from mnemo_anim.outputs.page.landscapes import landscapes_script as s; print(s(), end='')"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1
    assert "LANDSCAPES" in texts.pop()
