"""What has been derived once is not derived again, in this process or in another."""

import json
import subprocess
import sys

import numpy as np
import pytest

from mnemo_anim.maths import VALLEYS, ScalarField
from mnemo_anim.maths.derivation import Answer, derived, remember

TEXT = "exp(-x**2)*y + 0.3*z**2 + x/3"
VARIABLES = ("x", "y", "z")
POINT = (0.7, -1.3, 2.1)

PROGRAM = f"""
import json, sys
from mnemo_anim.maths import ScalarField, hold
from mnemo_anim.maths.derivation import derived, remember
remember(json.load(sys.stdin))
f = ScalarField({TEXT!r}, {VARIABLES!r})
told = [f.value({POINT}), f.gradient({POINT}), f.hessian({POINT}), (-f).gradient({POINT})]
told += [f.partial("x").value({POINT}), f.partial("x").partial("y").value({POINT})]
told += [hold(f, {POINT}, ("z", "x")).gradient(({POINT[2]}, {POINT[0]}))]
told += [ScalarField("x**2 + y**2").critical_points()[0].value]
told += [f.formula(), f == ScalarField("x/3 + " + {TEXT!r}.removesuffix(" + x/3"), {VARIABLES!r})]
shown = [one.tolist() if hasattr(one, "tolist") else one for one in told]
json.dump(["sympy" in sys.modules, shown, derived()], sys.stdout)
"""


def run(known: dict[str, Answer]) -> tuple[bool, list[object], dict[str, Answer]]:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(known).encode(),
        capture_output=True,
        check=False,
    )
    assert not said.stderr.decode()
    loaded, told, answers = json.loads(said.stdout)
    return loaded, told, answers


def test_a_process_that_has_been_told_says_the_same_without_sympy() -> None:
    loaded, told, answers = run({})
    assert loaded
    assert run(answers) == (False, told, answers)
    assert told[-1] is True


def test_a_field_of_another_form_is_derived_anew() -> None:
    _, _, answers = run({})
    before = derived()
    remember(answers)
    assert ScalarField("x**2 + y**3").gradient([1, 2]) == pytest.approx([2, 12])
    assert ScalarField("x**2 + y**2", ["y", "x"]).gradient([1, 3]) == pytest.approx([2, 6])
    assert derived().keys() >= before.keys() | answers.keys()


def test_the_negative_of_a_field_is_that_of_all_that_comes_of_it() -> None:
    points = np.random.default_rng(1).uniform(-2, 2, (20, 2))
    for field in (VALLEYS, VALLEYS.partial("x")):
        np.testing.assert_allclose((-field).value(points), -field.value(points), rtol=1e-13)
        np.testing.assert_allclose((-field).gradient(points), -field.gradient(points), rtol=1e-13)
    assert (-VALLEYS).name == f"−{VALLEYS.name}"


def test_a_function_on_another_domain_is_the_same_function() -> None:
    near = VALLEYS.within(((0, 1), (-1, 2)))
    assert near.domain == ((0.0, 1.0), (-1.0, 2.0))
    assert near.value([5, 5]) == VALLEYS.value([5, 5])
    assert near.within(VALLEYS.domain) == VALLEYS
    with pytest.raises(ValueError, match="low < high"):
        VALLEYS.within(((0, 1), (1, 1)))


def test_what_cannot_be_derived_is_told_each_time() -> None:
    field = ScalarField("(-2)**x", ["x"])
    for _ in range(2):
        with pytest.raises(ValueError, match="has no real derivative"):
            field.gradient([3])
