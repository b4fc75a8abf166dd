"""Each field of the gallery is what its description says."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import least_squares, minimize

from mnemo_anim.maths import (
    RAVINE,
    STEEP_NEAR_MINIMUM,
    THREE_DIALS,
    TWIN_SOUTH,
    TWIN_WEST,
    TWINS_MEET,
    VALLEYS,
    VALLEYS_WALK,
    CriticalKind,
    Outcome,
    gradient_descent,
    stability_limit,
)
from mnemo_anim.maths.gallery import STEEP_EVERYWHERE, TWIN_WALKS, TWINS_PLANE
from tests.maths.oracles import points_in


def test_the_hiker_landscape_has_heights_that_suit_a_picture() -> None:
    side = np.linspace(-3, 3, 201)
    heights = VALLEYS.value(np.stack(np.meshgrid(side, side), axis=-1))
    assert 0 < heights.min() < 0.3
    assert 2.7 < heights.max() < 3.2


def test_the_hiker_landscape_has_three_valleys_one_clearly_the_lowest() -> None:
    valleys = [c.value for c in VALLEYS.critical_points() if c.kind is CriticalKind.MINIMUM]
    assert len(valleys) == 3
    assert valleys[1] - valleys[0] > 0.3


def test_a_ridge_stands_between_the_hiker_and_the_valley_behind_it() -> None:
    _, behind, _ = (c for c in VALLEYS.critical_points() if c.kind is CriticalKind.MINIMUM)
    way = np.linspace(VALLEYS_WALK.start, behind.point, 50)
    assert VALLEYS.value(way).max() > VALLEYS.value(VALLEYS_WALK.start) + 0.3


def test_the_hiker_walks_in_a_few_shrinking_steps_round_a_bend_to_the_lowest_valley() -> None:
    descent = VALLEYS_WALK.descent()
    lengths = np.linalg.norm(descent.steps, axis=1)
    assert descent.outcome is Outcome.CONVERGED
    assert 6 <= len(lengths) <= 12
    assert (lengths[1:] < 0.95 * lengths[:-1]).all()
    assert lengths[-1] < 0.1 * lengths[0]
    assert (np.diff(descent.values) < 0).all()

    lowest = minimize(VALLEYS.value, descent.iterates[-1], tol=1e-12).x
    assert np.linalg.norm(descent.iterates[-1] - lowest) < 0.06
    assert VALLEYS.value(lowest) == pytest.approx(VALLEYS.critical_points()[0].value, abs=1e-9)

    first, later = descent.steps[0], descent.steps[-1]
    turned = np.arccos(first @ later / np.linalg.norm(first) / np.linalg.norm(later))
    assert np.degrees(turned) > 60


def test_the_hiker_starts_where_the_two_slopes_differ() -> None:
    across, along = np.abs(VALLEYS.gradient(VALLEYS_WALK.start))
    assert across > 2 * along > 0.5


def test_the_ravine_lets_descent_creep_zigzag_or_run_away_as_the_learning_rate_grows() -> None:
    limit = stability_limit(RAVINE, (0, 0))
    assert limit == pytest.approx(0.8, rel=1e-12)
    start = (-2.5, 1.2)
    creeping = gradient_descent(RAVINE, start, 0.05 * limit, 20)
    crossing = gradient_descent(RAVINE, start, 0.97 * limit, 20)
    runaway = gradient_descent(RAVINE, start, 1.05 * limit, 40)
    assert creeping.outcome is Outcome.STALLED
    assert crossing.outcome is Outcome.OSCILLATING
    assert runaway.outcome is Outcome.DIVERGED
    assert (np.sign(crossing.iterates[1:, 1]) == -np.sign(crossing.iterates[:-1, 1])).all()


def test_near_the_funnel_bottom_it_is_steeper_than_far_away() -> None:
    near, far = [0.3, 0], [2.8, 0.5]
    slopes = np.linalg.norm(STEEP_NEAR_MINIMUM.gradient([near, far]), axis=1)
    assert slopes[0] > 3 * slopes[1] > 0


def test_the_twins_agree_in_value_and_gradient_where_they_meet() -> None:
    assert TWIN_WEST.value(TWINS_MEET) == TWIN_SOUTH.value(TWINS_MEET)
    np.testing.assert_array_equal(TWIN_WEST.gradient(TWINS_MEET), TWIN_SOUTH.gradient(TWINS_MEET))
    assert np.linalg.norm(TWIN_WEST.gradient(TWINS_MEET)) > 1


def test_the_twins_agree_in_value_and_gradient_nowhere_else() -> None:
    def disagreement(point: np.ndarray) -> np.ndarray:
        by_value = TWIN_WEST.value(point) - TWIN_SOUTH.value(point)
        return np.append(by_value, TWIN_WEST.gradient(point) - TWIN_SOUTH.gradient(point))

    for start in points_in(TWIN_WEST, 25):
        solution = least_squares(disagreement, start, xtol=1e-15, ftol=1e-15, gtol=1e-15)
        if solution.cost < 1e-12:
            np.testing.assert_allclose(solution.x, TWINS_MEET, atol=1e-6)


def test_the_twins_have_different_valleys() -> None:
    (west,), (south,) = TWIN_WEST.critical_points(), TWIN_SOUTH.critical_points()
    assert west.kind is south.kind is CriticalKind.MINIMUM
    np.testing.assert_allclose(west.point, (-2, -0.625), rtol=1e-12)
    np.testing.assert_allclose(south.point, (-0.625, -2), rtol=1e-12)


def test_the_plane_touches_both_twins_where_they_meet() -> None:
    for twin in (TWIN_WEST, TWIN_SOUTH):
        assert TWINS_PLANE.value(TWINS_MEET) == twin.value(TWINS_MEET)
        np.testing.assert_array_equal(TWINS_PLANE.gradient([-2, 1]), twin.gradient(TWINS_MEET))
    assert not TWINS_PLANE.hessian(TWINS_MEET).any()


def test_the_walks_on_the_twins_lead_to_different_valleys() -> None:
    for walk, valley in zip(TWIN_WALKS, ((-2, -0.625), (-0.625, -2)), strict=True):
        assert walk.start == TWINS_MEET
        assert np.linalg.norm(walk.descent().iterates[-1] - valley) < 0.15


def test_the_cone_is_as_steep_right_beside_its_minimum_as_far_away() -> None:
    slopes = np.linalg.norm(
        STEEP_EVERYWHERE.gradient([[0.2, 0.0], [0.0, -1.5], [3.0, 3.0]]), axis=1
    )
    np.testing.assert_allclose(slopes, 3, rtol=0.03)
    (lowest,) = STEEP_EVERYWHERE.critical_points()
    assert lowest.kind is CriticalKind.MINIMUM
    np.testing.assert_allclose(lowest.point, (0, 0), atol=1e-12)


def test_the_three_dials_act_on_one_another_in_a_bowl() -> None:
    hessian = THREE_DIALS.hessian([0, 0, 0])
    assert (np.linalg.eigvalsh(hessian) > 0).all()
    assert hessian[0, 1] != 0
    assert hessian[1, 2] != 0
    slopes = THREE_DIALS.gradient([1, 1, 1])
    assert len({round(float(s), 6) for s in slopes}) == 3
