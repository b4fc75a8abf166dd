"""A scalar field evaluates what was written, at points of any arrangement, and refuses the rest."""

from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pytest
import sympy

from mnemo_anim.maths import ELLIPTIC_BOWL, THREE_DIALS, VALLEYS, ScalarField


def test_the_lecture_example_has_the_lecture_numbers() -> None:
    assert ELLIPTIC_BOWL.value([1, 2]) == 9
    np.testing.assert_array_equal(ELLIPTIC_BOWL.gradient([1, 2]), [2, 8])
    np.testing.assert_array_equal(ELLIPTIC_BOWL.hessian([1, 2]), [[2, 0], [0, 4]])
    assert np.linalg.norm(ELLIPTIC_BOWL.gradient([1, 2])) == pytest.approx(np.sqrt(68), rel=1e-15)


def test_results_have_the_arrangement_of_the_points() -> None:
    grid = np.zeros((4, 5, 2))
    assert ELLIPTIC_BOWL.value(grid).shape == (4, 5)
    assert ELLIPTIC_BOWL.gradient(grid).shape == (4, 5, 2)
    assert ELLIPTIC_BOWL.hessian(grid).shape == (4, 5, 2, 2)
    assert THREE_DIALS.gradient(np.zeros((7, 3))).shape == (7, 3)
    assert THREE_DIALS.hessian([0, 0, 0]).shape == (3, 3)
    assert ELLIPTIC_BOWL.value(np.zeros((0, 2))).shape == (0,)


def test_one_point_gives_a_number_that_can_be_written() -> None:
    assert f"{ELLIPTIC_BOWL.value([1, 2]):.1f}" == "9.0"


def test_a_field_of_one_variable_works_like_any_other() -> None:
    parabola = ScalarField("x**2", ["x"])
    np.testing.assert_array_equal(parabola.value([[1], [3]]), [1, 9])
    np.testing.assert_array_equal(parabola.gradient([[1], [3]]), [[2], [6]])
    np.testing.assert_array_equal(parabola.hessian([3]), [[2]])
    assert parabola.dimension == 1
    assert parabola.domain == ((-3, 3),)


def test_a_constant_partial_is_constant_everywhere() -> None:
    plane = ScalarField("3*x + y")
    np.testing.assert_array_equal(plane.gradient(np.ones((2, 2))), [[3, 1], [3, 1]])
    np.testing.assert_array_equal(plane.partial("x").value(np.ones((2, 2))), [3, 3])
    np.testing.assert_array_equal(plane.hessian([1, 1]), np.zeros((2, 2)))


def test_variables_keep_their_order() -> None:
    field = ScalarField("a - 2*b", ["b", "a"])
    np.testing.assert_array_equal(field.gradient([0, 0]), [-2, 1])


def test_a_sympy_expression_means_the_same_as_its_text() -> None:
    x, y = sympy.symbols("x y", real=True)
    assert ScalarField(x**2 + 2 * y**2) == ELLIPTIC_BOWL
    assert ScalarField("x**2 + 2*y**2").expression == ELLIPTIC_BOWL.expression


def test_integers_among_the_points_are_not_divided_as_integers() -> None:
    assert ScalarField("x**(-1) + y/2").value([2, 1]) == 1.0


def test_fields_are_equal_and_hash_alike_when_they_are_the_same() -> None:
    same = ScalarField("2*y**2 + x*x")
    assert same == ELLIPTIC_BOWL
    assert hash(same) == hash(ELLIPTIC_BOWL)
    assert ScalarField("x**2 + 2*y**2", name="g") != ELLIPTIC_BOWL
    assert ScalarField("x**2 + 2*y**2", domain=((0, 1), (0, 1))) != ELLIPTIC_BOWL
    assert ScalarField("x**2 + 3*y**2") != ELLIPTIC_BOWL


def test_a_field_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        ELLIPTIC_BOWL.name = "g"
    with pytest.raises(AttributeError, match="immutable"):
        del ELLIPTIC_BOWL.domain


def test_a_field_that_has_been_used_can_still_be_pickled() -> None:
    used = ScalarField("x*y", domain=((0, 1), (0, 2)), name="g")
    used.gradient([1, 1])
    copy = pickle.loads(pickle.dumps(used))
    assert copy == used
    np.testing.assert_array_equal(copy.gradient([1, 2]), [2, 1])
    from_sympy = pickle.loads(pickle.dumps(used.partial("x")))
    assert from_sympy.value([1, 2]) == 2


def test_a_partial_is_named_and_keeps_the_domain() -> None:
    field = ScalarField("x*y", name="L", domain=((0, 1), (0, 2)))
    assert field.partial("y").name == "∂L/∂y"
    assert field.partial("y").domain == field.domain


def test_importing_the_maths_imports_neither_sympy_nor_scipy_nor_manim() -> None:
    program = (
        "import sys, mnemo_anim.maths as m; m.ELLIPTIC_BOWL.domain;"
        "print([n for n in ('sympy', 'scipy', 'manim') if n in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert result.stdout.decode().strip() == "[]"


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([1, 2, 3], r"shape \(\.\.\., 2\).*x, y; got shape \(3,\)"),
        (5.0, r"got shape \(\)"),
        ([[1], [2]], r"got shape \(2, 1\)"),
        ([1, np.nan], r"finite; found nan at index \(1,\)"),
        ([[0, 0], [np.inf, 0]], r"found inf at index \(1, 0\)"),
        (["1", "2"], "real numbers"),
        ([1 + 1j, 2], "real numbers, got complex128"),
        ([True, False], "real numbers"),
        ([None, 1], "real numbers"),
        ([[1, 2], [3]], "ragged"),
    ],
)
@pytest.mark.parametrize("method", ["value", "gradient", "hessian"])
def test_malformed_points_are_refused(method: str, points: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        getattr(ELLIPTIC_BOWL, method)(points)


@pytest.mark.parametrize(
    ("text", "point", "what"),
    [
        ("log(x) + y", [-1, 0], "value"),
        ("sqrt(x) + y", [-1, 0], "value"),
        ("1/x + y", [0, 0], "value"),
        ("x**0.5*y", [-4, 1], "value"),
        ("tan(x)**2*exp(y)", [0, 800], "value"),
        ("sqrt(x) + y", [0, 1], "gradient"),
        ("x**1.5 + y", [0, 1], "Hessian"),
    ],
)
def test_a_point_where_the_field_is_undefined_is_named(
    text: str, point: list[float], what: str
) -> None:
    field = ScalarField(text)
    points = np.array([[1, 1], point])
    evaluate = {"value": field.value, "gradient": field.gradient, "Hessian": field.hessian}[what]
    where = rf"no finite {what} at \(x, y\) = \({point[0]}, {point[1]}\) \(1 of 2 points\)"
    with pytest.raises(ValueError, match=where):
        evaluate(points)
    lenient = evaluate(points, strict=False)
    assert np.isfinite(lenient[0]).all()
    assert not np.isfinite(lenient[1]).all()


def test_a_complex_derivative_is_refused() -> None:
    field = ScalarField("(-2)**x", ["x"])
    assert field.value([3]) == -8
    for derive in (field.gradient, field.hessian):
        with pytest.raises(ValueError, match=r"'\(-2\)\*\*x' has no real derivative"):
            derive([3])


@pytest.mark.parametrize("variable", ["z", 2, -1, True, 1.0, None])
def test_an_unknown_variable_is_refused(variable: object) -> None:
    with pytest.raises(ValueError, match=r"no variable .* give one of \('x', 'y'\)"):
        VALLEYS.partial(variable)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "variables", [[], ["x", "x"], ["2x"], ["lambda"], ["sin"], ["e"], ["x y"], [1], ""]
)
def test_unusable_names_of_variables_are_refused(variables: list[str]) -> None:
    with pytest.raises(ValueError, match=r"variable|name"):
        ScalarField("1", variables)


@pytest.mark.parametrize(
    "domain",
    [
        ((0, 1),),
        ((0, 1), (1, 1)),
        ((0, 1), (2, 1)),
        ((0, 1), (0, np.inf)),
        ((0, 1), ("a", "b")),
        ((0, 1), (0, 1, 2)),
        7,
    ],
)
def test_a_domain_is_one_interval_per_variable(domain: object) -> None:
    with pytest.raises(ValueError, match=r"one \(low, high\) for each"):
        ScalarField("x + y", domain=domain)  # type: ignore[arg-type]
