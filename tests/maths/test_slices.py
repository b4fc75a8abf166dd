"""Cuts through a field: its graph along a line, with the tangent."""

from __future__ import annotations

import numpy as np
import pytest

from mnemo_anim.maths import (
    ELLIPTIC_BOWL,
    THREE_DIALS,
    VALLEYS,
    VALLEYS_WALK,
    slice_along,
    slice_towards,
)


@pytest.mark.parametrize("variable", ["x1", "x2", "x3"])
def test_a_cut_along_a_variable_is_the_field_with_the_others_held(variable: str) -> None:
    here = np.array([0.4, -1.0, 0.7])
    cut = slice_along(THREE_DIALS, variable, here)
    index = THREE_DIALS.index_of(variable)
    assert cut.here == here[index]
    moved = here.copy()
    moved[index] = -1.5
    np.testing.assert_allclose(cut.coords(-1.5), moved)
    assert cut.value(-1.5) == pytest.approx(float(THREE_DIALS.value(moved)), rel=1e-14)
    assert cut.slope(cut.here) == pytest.approx(THREE_DIALS.gradient(here)[index], rel=1e-14)
    assert cut.interval == (-2, 2)


def test_the_tangent_touches_the_cut() -> None:
    cut = slice_along(VALLEYS, "y", VALLEYS_WALK.start)
    near = cut.here + np.array([-1e-4, 0, 1e-4])
    np.testing.assert_allclose(cut.tangent(near), cut.value(near), atol=1e-7)
    rise = cut.tangent(cut.here + 1) - cut.tangent(cut.here)
    assert rise == pytest.approx(float(VALLEYS.gradient(VALLEYS_WALK.start)[1]), rel=1e-12)
    elsewhere = cut.tangent(np.array([0.5]), at=0.5)
    np.testing.assert_allclose(elsewhere, cut.value(np.array([0.5])), rtol=1e-14)


def test_a_cut_towards_any_direction_measures_distance_from_the_point() -> None:
    cut = slice_towards(ELLIPTIC_BOWL, (3, 4), (1, 2))
    assert cut.here == 0
    np.testing.assert_allclose(cut.coords([0, 5]), [[1, 2], [4, 6]])
    assert cut.slope(0) == pytest.approx((2 * 3 + 8 * 4) / 5, rel=1e-14)
    first, last = cut.interval
    np.testing.assert_allclose(cut.coords([first, last]), [[-2.75, -3], [1.75, 3]], atol=1e-12)


def test_a_cut_keeps_the_arrangement_of_its_numbers() -> None:
    cut = slice_along(ELLIPTIC_BOWL, "x", (1, 2))
    s = np.zeros((3, 4))
    assert cut.coords(s).shape == (3, 4, 2)
    assert cut.value(s).shape == cut.slope(s).shape == cut.tangent(s).shape == (3, 4)


def test_a_cut_that_misses_the_domain_has_no_interval() -> None:
    with pytest.raises(ValueError, match="misses the domain"):
        _ = slice_along(ELLIPTIC_BOWL, "x", (0, 5)).interval
    with pytest.raises(ValueError, match="misses the domain"):
        _ = slice_towards(ELLIPTIC_BOWL, (1, 1), (6, -6)).interval


def test_malformed_cuts_are_refused() -> None:
    with pytest.raises(ValueError, match="a direction is zero"):
        slice_towards(ELLIPTIC_BOWL, (0, 0), (1, 2))
    with pytest.raises(ValueError, match="must be one point"):
        slice_along(ELLIPTIC_BOWL, "x", [[1, 2]])
    with pytest.raises(ValueError, match="no variable 'z'"):
        slice_along(ELLIPTIC_BOWL, "z", [1, 2])
