"""SymPy, finite differences and automatic differentiation agree on every field of the gallery."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemo_anim import maths
from mnemo_anim.maths import ScalarField
from tests.maths.oracles import (
    GALLERY,
    Array,
    autograd_gradient,
    autograd_hessian,
    central_differences,
    points_in,
)

Case = tuple[ScalarField, Callable[[Array], float]]

gallery = pytest.mark.parametrize("case", GALLERY.values(), ids=GALLERY.keys())


def assert_close(actual: Array, expected: Array, *, relative: float) -> None:
    scale = max(1.0, float(np.abs(expected).max()))
    np.testing.assert_allclose(actual, expected, rtol=relative, atol=relative * scale)


def test_every_field_of_the_gallery_has_an_oracle() -> None:
    fields = {name for name, held in vars(maths.gallery).items() if isinstance(held, ScalarField)}
    assert fields == set(GALLERY)


@gallery
def test_values_are_those_of_the_function_written_again(case: Case) -> None:
    field, function = case
    points = points_in(field, 40)
    assert_close(field.value(points), np.array([function(p) for p in points]), relative=1e-12)


@gallery
def test_gradients_agree_with_automatic_differentiation(case: Case) -> None:
    field, function = case
    points = points_in(field, 40)
    assert_close(field.gradient(points), autograd_gradient(function, points), relative=1e-9)


@gallery
def test_gradients_agree_with_finite_differences(case: Case) -> None:
    field, _ = case
    points = points_in(field, 40)
    assert_close(field.gradient(points), central_differences(field.value, points), relative=1e-6)


@gallery
def test_hessians_agree_with_automatic_differentiation(case: Case) -> None:
    field, function = case
    points = points_in(field, 10)
    assert_close(field.hessian(points), autograd_hessian(function, points), relative=1e-9)


@gallery
def test_hessians_agree_with_finite_differences_of_the_gradient(case: Case) -> None:
    field, _ = case
    points = points_in(field, 40)
    differences = central_differences(field.gradient, points)
    assert_close(field.hessian(points), differences, relative=1e-6)


@gallery
def test_partials_are_the_entries_of_the_gradient(case: Case) -> None:
    field, _ = case
    points = points_in(field, 10)
    for index, variable in enumerate(field.variables):
        expected = field.gradient(points)[:, index]
        assert_close(field.partial(variable).value(points), expected, relative=1e-12)
        assert field.partial(index) == field.partial(variable)


coefficients = st.lists(st.integers(-5, 5), min_size=6, max_size=6)
coordinates = st.tuples(st.floats(-2, 2), st.floats(-2, 2))


@settings(max_examples=25)
@given(coefficients, coordinates)
def test_any_small_expression_has_the_derivative_that_automatic_differentiation_finds(
    numbers: list[int], point: tuple[float, float]
) -> None:
    from autograd import numpy as anp

    a, b, c, d, e, f = numbers
    field = ScalarField(
        f"{a}*x**3 + {b}*x*y**2 + {c}*sin(x*y) + {d}*exp(-x**2) + {e}*tanh(y) + {f}*log(3 + x)"
    )

    def again(p: Array) -> float:
        x, y = p[0], p[1]
        value: float = (
            a * x * x * x
            + b * x * y * y
            + c * anp.sin(x * y)
            + d * anp.exp(-x * x)
            + e * anp.tanh(y)
            + f * anp.log(3 + x)
        )
        return value

    at = np.array([point])
    assert_close(field.gradient(at), autograd_gradient(again, at), relative=1e-9)
