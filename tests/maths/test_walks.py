"""Paths over a field: on one level, at an even pace, and down to the bottom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.maths import ELLIPTIC_BOWL, SADDLE, VALLEYS, CriticalKind, ScalarField
from mnemo_anim.maths.walks import evenly_spaced, level_walk, stroll

CIRCLES = ScalarField("x**2 + y**2")
starts = st.tuples(st.floats(0.2, 2.0), st.floats(0.2, 2.0))


@given(starts)
def test_a_walk_on_a_round_bowl_goes_round_it(start: tuple[float, float]) -> None:
    radius = float(np.hypot(*start))
    way = level_walk(CIRCLES, start, 2 * np.pi * radius)
    assert np.linalg.norm(way, axis=1) == pytest.approx(radius, abs=1e-7)
    assert way[-1] == pytest.approx(start, abs=1e-6)


@given(starts)
def test_a_walk_keeps_its_level_its_pace_and_uphill_to_the_right(
    start: tuple[float, float],
) -> None:
    way = level_walk(ELLIPTIC_BOWL, start, 1.0, samples=400)
    assert np.ptp(ELLIPTIC_BOWL.value(way)) < 1e-8
    steps = np.diff(way, axis=0)
    assert np.linalg.norm(steps, axis=1) == pytest.approx(1 / 399, rel=1e-3)
    gx, gy = ELLIPTIC_BOWL.gradient(way[:-1]).T
    assert (steps[:, 0] * gy - steps[:, 1] * gx < 0).all()


def test_a_walk_cannot_start_where_the_ground_is_level() -> None:
    with pytest.raises(ValueError, match="level"):
        level_walk(ELLIPTIC_BOWL, (0, 0), 1.0)


def test_points_are_spread_evenly_over_a_path_and_keep_its_ends() -> None:
    corner = evenly_spaced([(0, 0), (3, 0), (3, 1)], 5)
    assert corner == pytest.approx(np.array([(0, 0), (1, 0), (2, 0), (3, 0), (3, 1)]))


@pytest.mark.parametrize("path", [[(0, 0)], [1.0, 2.0], [(1, 1), (1, 1)]])
def test_a_path_without_a_length_is_refused(path: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="path"):
        evenly_spaced(path, 3)


def test_a_stroll_keeps_its_level_to_the_steepest_place_then_falls_to_a_minimum() -> None:
    start = (0.5, 0.5)
    way = stroll(VALLEYS, start, 3.0)
    values = VALLEYS.value(way.coords)
    assert way.coords[0] == pytest.approx(start)
    assert np.ptp(values[: way.steepest + 1]) < 1e-8
    assert (np.diff(values[way.steepest :]) < 1e-12).all()
    (bottom,) = (
        point.point
        for point in VALLEYS.critical_points()
        if point.kind is CriticalKind.MINIMUM
        and np.allclose(point.point, way.coords[-1], atol=1e-5)
    )
    assert way.coords[-1] == pytest.approx(bottom, abs=1e-6)


def test_a_stroll_knows_where_it_is_gentle_and_where_steep() -> None:
    way = stroll(VALLEYS, (0.5, 0.5), 3.0)
    level = np.linalg.norm(VALLEYS.gradient(way.coords[: way.steepest + 1]), axis=1)
    assert way.steepness[: way.steepest + 1] == pytest.approx(level)
    assert level[way.steepest] == level.max()
    assert level[way.gentlest] == level.min()
    assert way.steepness[-1] < 1e-6


def test_a_stroll_needs_a_bottom() -> None:
    with pytest.raises(ValueError, match="minimum"):
        stroll(SADDLE, (1.0, 0.5), 0.5)
