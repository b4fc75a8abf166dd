"""Critical points are where they are known to be, and of the kind they are known to be."""

from __future__ import annotations

import numpy as np
import pytest

from mnemo_anim.maths import (
    ELLIPTIC_BOWL,
    HILL,
    RAVINE,
    SADDLE,
    VALLEYS,
    CriticalKind,
    ScalarField,
    condition_number,
)
from mnemo_anim.maths.critical_points import central_critical_point

MINIMUM, MAXIMUM = CriticalKind.MINIMUM, CriticalKind.MAXIMUM
SADDLE_POINT, DEGENERATE = CriticalKind.SADDLE, CriticalKind.DEGENERATE


@pytest.mark.parametrize(
    ("field", "point", "value", "kind"),
    [
        (ELLIPTIC_BOWL, (0, 0), 0, MINIMUM),
        (HILL, (0, 0), 2, MAXIMUM),
        (SADDLE, (0, 0), 0, SADDLE_POINT),
        (ScalarField("x**4 + y**4"), (0, 0), 0, DEGENERATE),
        (ScalarField("x**2 + y**2 - x*y - 3*x"), (2, 1), -3, MINIMUM),
        (ScalarField("1 - log(2 + (x - 1)**2 + y**2)"), (1, 0), 1 - np.log(2), MAXIMUM),
        (ScalarField("(x - 20)**2", ["x"]), (20,), 0, MINIMUM),
        (ScalarField("x**3", ["x"]), (0,), 0, DEGENERATE),
        (ScalarField("a*b + b*c + a*c + a", ["a", "b", "c"]), (0.5, -0.5, -0.5), 0.25, None),
    ],
)
def test_sympy_finds_the_only_critical_point(
    field: ScalarField, point: tuple[float, ...], value: float, kind: CriticalKind | None
) -> None:
    (found,) = field.critical_points()
    assert found.exact
    np.testing.assert_allclose(found.point, point, atol=1e-12)
    assert found.value == pytest.approx(value, abs=1e-12)
    assert found.kind is (kind or SADDLE_POINT)


def test_a_polynomial_of_one_variable_has_all_its_turning_points() -> None:
    found = ScalarField("x**4/4 - x**3/3 - 3*x**2", ["x"]).critical_points()
    assert [(c.point, c.kind) for c in found] == [
        ((3.0,), MINIMUM),
        ((-2.0,), MINIMUM),
        ((0.0,), MAXIMUM),
    ]


def test_a_pole_is_no_critical_point() -> None:
    assert ScalarField("1/x", ["x"]).critical_points() == ()
    assert ScalarField("x + y").critical_points() == ()
    assert ScalarField("log(x)").critical_points() == ()
    assert ScalarField("exp(x) + y**2").critical_points() == ()


def test_a_hole_in_the_field_is_no_critical_point() -> None:
    # (x − 1)² / (x + 1) but at 1 itself, where it is 0/0; its other turning point is −3.
    (found,) = ScalarField("(x - 1)**3/(x**2 - 1)", ["x"]).critical_points()
    assert found.point == (-3,)
    assert found.kind is MAXIMUM


def test_a_numerical_search_keeps_to_the_domain() -> None:
    text = "exp(x) - 5*x"  # its minimum is at ln 5 ≈ 1.61
    assert ScalarField(text, ["x"], domain=((-1, 1.6),)).critical_points() == ()
    (found,) = ScalarField(text, ["x"], domain=((-1, 1.7),)).critical_points()
    assert found.point[0] == pytest.approx(np.log(5), abs=1e-9)


def test_those_of_himmelblau_are_the_published_ones() -> None:
    # Himmelblau, Applied Nonlinear Programming, 1972: four minima of value 0, one maximum.
    field = ScalarField("(x**2 + y - 11)**2 + (x + y**2 - 7)**2", domain=((-5, 5), (-5, 5)))
    found = field.critical_points()
    minima = sorted(c.point for c in found if c.kind is MINIMUM)
    published = [(-3.779310, -3.283186), (-2.805118, 3.131312), (3.0, 2.0), (3.584428, -1.848126)]
    np.testing.assert_allclose(minima, published, atol=1e-6)
    (top,) = (c for c in found if c.kind is MAXIMUM)
    np.testing.assert_allclose(top.point, (-0.270845, -0.923039), atol=1e-6)
    assert sum(c.kind is SADDLE_POINT for c in found) == 4
    assert not any(c.exact for c in found)


def test_a_numerical_search_finds_the_top_of_a_bump_but_not_its_flat_tails() -> None:
    (found,) = ScalarField("exp(-4*x**2 - 4*y**2)").critical_points()
    np.testing.assert_allclose(found.point, (0, 0), atol=1e-9)
    assert found.kind is MAXIMUM


def test_the_search_copes_with_a_field_that_is_undefined_in_part_of_its_domain() -> None:
    (found,) = ScalarField("x*log(x) + y**2*exp(x)").critical_points()
    np.testing.assert_allclose(found.point, (np.exp(-1), 0), atol=1e-9)


def test_minima_and_maxima_outnumber_saddles_by_one_where_the_land_rises_all_round() -> None:
    # Poincaré–Hopf: the indices of ∇f add up to the Euler characteristic of the disc, 1.
    wide = ScalarField(VALLEYS.expression, domain=((-8, 8), (-8, 8)))
    kinds = [c.kind for c in wide.critical_points()]
    assert kinds.count(MINIMUM) + kinds.count(MAXIMUM) - kinds.count(SADDLE_POINT) == 1
    assert DEGENERATE not in kinds


def test_found_points_are_sorted_by_value() -> None:
    values = [c.value for c in VALLEYS.critical_points()]
    assert values == sorted(values)


@pytest.mark.parametrize("text", ["x**2", "(x + y)**2", "7", "sin(x)", "exp(-(x + y)**2)"])
def test_a_line_of_critical_points_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not isolated|not seem isolated"):
        ScalarField(text).critical_points()


def test_a_search_in_many_variables_is_refused() -> None:
    with pytest.raises(ValueError, match="at most three variables"):
        ScalarField("sin(a*b*c*d)", list("abcd")).critical_points()


def test_the_condition_number_is_the_ratio_of_the_curvatures() -> None:
    assert condition_number(RAVINE, (0, 0)) == pytest.approx(25, rel=1e-12)
    assert condition_number(ELLIPTIC_BOWL, (0, 0)) == pytest.approx(2, rel=1e-12)
    with pytest.raises(ValueError, match="needs a minimum"):
        condition_number(SADDLE, (0, 0))


@pytest.mark.parametrize(
    ("kind", "point"), [(MAXIMUM, (np.pi / 4, np.pi / 4)), (SADDLE_POINT, (np.pi / 2, np.pi / 2))]
)
def test_the_central_critical_point_of_a_kind_is_farthest_from_the_border(
    kind: CriticalKind, point: tuple[float, float]
) -> None:
    field = ScalarField("sin(2*x)*sin(2*y)", domain=((-0.2, 3.0), (-0.2, 3.0)))
    found = central_critical_point(field, kind)
    assert found.kind is kind
    assert np.allclose(found.point, point, atol=1e-8)


def test_a_kind_that_is_not_there_is_said_so() -> None:
    with pytest.raises(ValueError, match="no saddle"):
        central_critical_point(HILL, SADDLE_POINT)
