"""Level curves hold their value, are complete, and stay within the domain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.maths import (
    ELLIPTIC_BOWL,
    SADDLE,
    THREE_DIALS,
    VALLEYS,
    ScalarField,
    level_curves,
    nice_levels,
)
from tests.maths.oracles import GALLERY

PLANES = {name: field for name, (field, _) in GALLERY.items() if field.dimension == 2}
planes = pytest.mark.parametrize("field", PLANES.values(), ids=PLANES.keys())


def value_range(field: ScalarField) -> float:
    x, y = (np.linspace(low, high, 101) for low, high in field.domain)
    return float(np.ptp(field.value(np.stack(np.meshgrid(x, y), axis=-1))))


@planes
def test_every_vertex_of_a_level_curve_has_the_level(field: ScalarField) -> None:
    curves = level_curves(field, nice_levels(field, 12))
    assert len(curves) >= 3
    for curve in curves:
        off = np.abs(field.value(curve.coords) - curve.level)
        assert off.max() <= 1e-6 * value_range(field)


@planes
def test_level_curves_stay_in_the_domain_and_open_ones_end_on_its_border(
    field: ScalarField,
) -> None:
    low, high = np.array(field.domain).T
    for curve in level_curves(field, nice_levels(field, 12)):
        assert (curve.coords >= low).all()
        assert (curve.coords <= high).all()
        ends = curve.coords[[0, -1]]
        if curve.closed:
            np.testing.assert_array_equal(ends[0], ends[1])
        else:
            at_border = ((ends == low) | (ends == high)).any(axis=1)
            assert at_border.all()


@planes
def test_neighbouring_vertices_are_close(field: ScalarField) -> None:
    x, y = (high - low for low, high in field.domain)
    for curve in level_curves(field, nice_levels(field, 12), resolution=81):
        gaps = np.abs(np.diff(curve.coords, axis=0))
        assert (gaps <= 1.5 * np.array([x, y]) / 80).all()


@pytest.mark.parametrize("resolution", [3, 4, 6])
@planes
def test_on_a_coarse_grid_vertices_still_reach_the_level_within_the_domain(
    field: ScalarField, resolution: int
) -> None:
    low, high = np.array(field.domain).T
    for curve in level_curves(field, nice_levels(field, 12), resolution=resolution):
        assert (curve.coords >= low).all()
        assert (curve.coords <= high).all()
        off = np.abs(field.value(curve.coords) - curve.level)
        assert off.max() <= 1e-6 * value_range(field)


def test_a_level_curve_of_the_elliptic_bowl_is_the_whole_ellipse() -> None:
    (curve,) = level_curves(ELLIPTIC_BOWL, [4])
    assert curve.closed
    assert curve.level == 4
    x, y = curve.coords.T
    # The area within x² + 2y² = 4, a half-axis 2 by a half-axis √2, by the shoelace formula.
    area = 0.5 * abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))
    assert area == pytest.approx(np.pi * 2 * np.sqrt(2), rel=1e-3)


def test_a_level_curve_that_leaves_the_domain_comes_in_open_pieces() -> None:
    pieces = level_curves(ELLIPTIC_BOWL, [16])
    assert len(pieces) == 2
    assert not any(piece.closed for piece in pieces)


def test_the_level_of_a_pass_is_a_cross() -> None:
    pieces = level_curves(SADDLE, [0])
    coords = np.concatenate([piece.coords for piece in pieces])
    np.testing.assert_allclose(np.abs(coords[:, 0]), np.abs(coords[:, 1]), atol=1e-4)
    assert np.abs(coords).max() == pytest.approx(3)


def test_a_level_that_is_never_reached_has_no_curve() -> None:
    assert level_curves(ELLIPTIC_BOWL, [-1]) == ()
    assert level_curves(ELLIPTIC_BOWL, [1000]) == ()


def test_several_levels_come_in_the_order_asked_for() -> None:
    curves = level_curves(ELLIPTIC_BOWL, [3, 1, 2])
    assert [curve.level for curve in curves] == [3, 1, 2]
    np.testing.assert_array_equal(curves[1].coords, level_curves(ELLIPTIC_BOWL, [1])[0].coords)


def test_the_coordinates_of_a_curve_cannot_be_changed() -> None:
    (curve,) = level_curves(ELLIPTIC_BOWL, [1])
    with pytest.raises(ValueError, match="read-only"):
        curve.coords[0] = 0


@given(st.sampled_from(sorted(PLANES)), st.floats(0.05, 0.95))
def test_the_gradient_crosses_level_curves_at_right_angles(name: str, height: float) -> None:
    field = PLANES[name]
    values = field.value(np.stack(np.meshgrid(*[np.linspace(*i, 41) for i in field.domain]), -1))
    level = float(values.min() + height * np.ptp(values))
    for curve in level_curves(field, [level]):
        chords = np.diff(curve.coords, axis=0)
        middles = (curve.coords[1:] + curve.coords[:-1]) / 2
        gradients = field.gradient(middles)
        along = np.abs((chords * gradients).sum(axis=1))
        # f is equal at both ends of a chord, so that ∇f at its middle is perpendicular to it but
        # for the third derivative: |∇f · chord| ≤ ‖chord‖³ · max|f‴| / 24, here at most 50 / 24.
        lengths = np.linalg.norm(chords, axis=1)
        assert (along <= 1e-8 * value_range(field) + 2.1 * lengths**3).all()


def test_nice_levels_are_round_even_and_inside_the_range() -> None:
    assert nice_levels(ELLIPTIC_BOWL, 10) == (2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 22.5, 25)
    assert nice_levels(SADDLE, 5) == (-2, -1, 0, 1, 2)
    assert nice_levels(ScalarField("1e-6*x"), 5) == (-2e-6, -1e-6, 0, 1e-6, 2e-6)


@given(st.integers(1, 40), st.sampled_from(sorted(PLANES)))
def test_nice_levels_keep_to_the_count_and_do_not_fall_far_short(count: int, name: str) -> None:
    levels = nice_levels(PLANES[name], count)
    assert len(levels) <= count
    # From 2.5 to 5, or from 1 to 2 and 2.5 to 5, the spacing at most doubles.
    assert len(levels) >= (count - 1) // 2
    steps = np.diff(levels)
    np.testing.assert_allclose(steps, steps[:1].repeat(len(steps)), rtol=1e-9)


@pytest.mark.parametrize(
    ("field", "levels", "message"),
    [
        (THREE_DIALS, [1], "two variables; f has 3"),
        (VALLEYS, [np.nan], "levels must be finite"),
        (VALLEYS, ["high"], "real numbers"),
        (ScalarField("log(x) + y"), [0], "no finite value at"),
    ],
)
def test_levels_that_cannot_be_drawn_are_refused(
    field: ScalarField, levels: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        level_curves(field, levels)


@pytest.mark.parametrize("resolution", [1, 0, 2.5, True, "many"])
def test_a_resolution_is_a_whole_number_of_points(resolution: int) -> None:
    with pytest.raises(ValueError, match="resolution must be a whole number of at least 2"):
        level_curves(VALLEYS, [1], resolution=resolution)


def test_a_constant_field_has_no_nice_levels() -> None:
    with pytest.raises(ValueError, match="constant over its domain"):
        nice_levels(ScalarField("7"))
