"""Gradient descent walks as the rule says, says how it ended, and never overflows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize

from mnemo_anim.maths import (
    ELLIPTIC_BOWL,
    HILL,
    MACHINE_WALK,
    RAVINE,
    SADDLE,
    VALLEYS,
    VALLEYS_WALK,
    Outcome,
    ScalarField,
    Walk,
    gradient_descent,
    stability_limit,
)
from tests.maths.oracles import GALLERY

FIELDS = {name: field for name, (field, _) in GALLERY.items()}
MOST_DIMENSIONS = max(field.dimension for field in FIELDS.values())


def test_the_first_step_is_that_of_the_lecture() -> None:
    descent = gradient_descent(ELLIPTIC_BOWL, (1, 2), 0.1, steps=1)
    np.testing.assert_allclose(descent.iterates, [[1.0, 2.0], [0.8, 1.2]], rtol=1e-15)
    np.testing.assert_allclose(descent.values, [9, 0.64 + 2.88], rtol=1e-15)
    np.testing.assert_allclose(descent.gradients[0], [2, 8], rtol=1e-15)
    np.testing.assert_allclose(descent.steps, [[-0.2, -0.8]], rtol=1e-15)


def test_on_a_quadratic_bowl_the_iterates_are_a_geometric_sequence() -> None:
    descent = gradient_descent(ELLIPTIC_BOWL, (1, 2), 0.1, steps=30)
    k = np.arange(31)
    np.testing.assert_allclose(descent.iterates[:, 0], 0.8**k, rtol=1e-12)
    np.testing.assert_allclose(descent.iterates[:, 1], 2 * 0.6**k, rtol=1e-12)


@pytest.mark.parametrize("walk", [VALLEYS_WALK, MACHINE_WALK], ids=["VALLEYS", "MACHINE"])
def test_everything_recorded_belongs_to_its_iterate(walk: Walk) -> None:
    descent = walk.descent()
    k = len(descent.iterates)
    np.testing.assert_array_equal(descent.values, walk.field.value(descent.iterates))
    np.testing.assert_array_equal(descent.gradients, walk.field.gradient(descent.iterates))
    np.testing.assert_allclose(np.diff(descent.iterates, axis=0), descent.steps, rtol=1e-9)
    assert descent.steps.shape == (k - 1, walk.field.dimension)
    assert tuple(descent.iterates[0]) == walk.start


@pytest.mark.parametrize(
    ("field", "start", "rate", "steps", "outcome"),
    [
        (ELLIPTIC_BOWL, (1, 2), 0.1, 200, Outcome.CONVERGED),
        (ELLIPTIC_BOWL, (1, 2), 0.45, 500, Outcome.CONVERGED),
        (ELLIPTIC_BOWL, (0, 0), 0.1, 10, Outcome.CONVERGED),
        (ELLIPTIC_BOWL, (1, 2), 1e-9, 50, Outcome.STALLED),
        (ELLIPTIC_BOWL, (1, 2), 0.1, 3, Outcome.STALLED),
        (SADDLE, (1.5, 0), 0.3, 500, Outcome.STALLED),
        (HILL, (0, 0), 0.3, 500, Outcome.STALLED),
        (ELLIPTIC_BOWL, (0, 1), 0.5, 50, Outcome.OSCILLATING),
        (RAVINE, (-2.5, 1), 0.79, 30, Outcome.OSCILLATING),
        (ELLIPTIC_BOWL, (1, 2), 0.51, 30, Outcome.DIVERGED),
        (ELLIPTIC_BOWL, (1, 2), 5, 500, Outcome.DIVERGED),
        (ELLIPTIC_BOWL, (1, 2), 1e200, 500, Outcome.DIVERGED),
        (ELLIPTIC_BOWL, (1e150, 1), 1e200, 500, Outcome.DIVERGED),
        (SADDLE, (1, 0.1), 0.3, 500, Outcome.DIVERGED),
        (ScalarField("exp(x**2)", ["x"]), (3,), 1, 50, Outcome.DIVERGED),
        (ScalarField("x**8 + y**8"), (2, 2), 0.1, 50, Outcome.DIVERGED),
        (ScalarField("x - log(x)", ["x"]), (0.1,), 5e-3, 5000, Outcome.CONVERGED),
        (ScalarField("sqrt(x)", ["x"]), (0.01,), 1, 50, Outcome.DIVERGED),
        (ScalarField("log(x)", ["x"]), (0.5,), 1, 50, Outcome.DIVERGED),
    ],
)
def test_the_outcome_says_how_it_ended(
    field: ScalarField, start: tuple[float, ...], rate: float, steps: int, outcome: Outcome
) -> None:
    descent = gradient_descent(field, start, rate, steps)
    assert descent.outcome is outcome
    for array in (descent.iterates, descent.values, descent.gradients):
        assert np.isfinite(array).all()
        assert len(array) <= steps + 1


@given(
    st.sampled_from(sorted(FIELDS)),
    st.floats(-300, 300),
    st.tuples(*[st.floats(0, 1)] * MOST_DIMENSIONS),
)
def test_no_learning_rate_makes_it_overflow(
    name: str, exponent: float, fraction: tuple[float, ...]
) -> None:
    # RuntimeWarnings are errors in this test-suite: an overflow would fail here.
    field = FIELDS[name]
    low, high = np.array(field.domain).T
    start = low + np.array(fraction[: field.dimension]) * (high - low)
    descent = gradient_descent(field, start, 10.0**exponent, 25)
    assert np.isfinite(descent.values).all()
    assert np.isfinite(descent.iterates).all()


@given(
    st.sampled_from(sorted(FIELDS)),
    st.tuples(*[st.floats(0, 1)] * MOST_DIMENSIONS),
    st.floats(0.01, 0.99),
)
def test_a_small_enough_step_against_the_gradient_goes_down(
    name: str, fraction: tuple[float, ...], part: float
) -> None:
    field = FIELDS[name]
    low, high = np.array(field.domain).T
    start = low + np.array(fraction[: field.dimension]) * (high - low)
    assume(np.linalg.norm(field.gradient(start)) > 1e-3)
    # Nesterov 2018, lemma 1.2.3: f falls for every α < 2/λ where no curvature exceeds λ. In the
    # gallery the greatest is 75, at the tip of what is steep everywhere.
    descent = gradient_descent(field, start, part * 2 / 75, steps=1)
    assert descent.values[1] < descent.values[0]


@given(st.floats(0.01, 0.99))
def test_below_the_stability_limit_a_bowl_is_descended_and_above_it_is_climbed(
    part: float,
) -> None:
    limit = stability_limit(ELLIPTIC_BOWL, (0, 0))
    assert limit == pytest.approx(0.5, rel=1e-12)
    below = gradient_descent(ELLIPTIC_BOWL, (0.1, 1), part * limit, 100)
    above = gradient_descent(ELLIPTIC_BOWL, (0.1, 1), (2 - part) * limit, 100)
    assert below.values[-1] < below.values[0]
    assert above.values[-1] > above.values[0]
    assert above.outcome is Outcome.DIVERGED


@pytest.mark.parametrize("start", [(0.9, 1.8), (-2, 1.5), (-2, -2), (2.5, 0)])
def test_it_finds_the_minimum_that_another_method_finds_from_where_it_ends(
    start: tuple[float, float],
) -> None:
    descent = gradient_descent(VALLEYS, start, 0.2, steps=2000, tolerance=1e-9)
    assert descent.outcome is Outcome.CONVERGED
    other = minimize(VALLEYS.value, descent.iterates[-1] + 0.01, method="Nelder-Mead", tol=1e-10)
    np.testing.assert_allclose(descent.iterates[-1], other.x, atol=1e-6)


def test_it_stops_as_soon_as_the_ground_is_level_enough() -> None:
    descent = gradient_descent(ELLIPTIC_BOWL, (1, 2), 0.1, steps=500, tolerance=0.5)
    lengths = np.linalg.norm(descent.gradients, axis=1)
    assert lengths[-1] <= 0.5
    assert (lengths[:-1] > 0.5).all()


def test_a_trajectory_cannot_be_changed() -> None:
    descent = VALLEYS_WALK.descent()
    with pytest.raises(ValueError, match="read-only"):
        descent.iterates[0] = 0
    with pytest.raises(AttributeError):
        descent.outcome = Outcome.STALLED  # type: ignore[misc]


def test_the_start_handed_over_is_not_changed() -> None:
    start = np.array([1.0, 2.0])
    gradient_descent(ELLIPTIC_BOWL, start, 0.1)
    np.testing.assert_array_equal(start, [1, 2])
    start[0] = 7


@pytest.mark.parametrize(
    ("start", "rate", "steps", "tolerance", "message"),
    [
        ((1, 2, 3), 0.1, 5, 1e-6, r"the start must have shape \(\.\.\., 2\)"),
        ([[1, 2]], 0.1, 5, 1e-6, "the start must be one point"),
        ((1, np.nan), 0.1, 5, 1e-6, "the start must be finite"),
        (("a", "b"), 0.1, 5, 1e-6, "the start must be real numbers"),
        ((1, 2), 0, 5, 1e-6, "the learning rate must be one number above zero"),
        ((1, 2), -0.1, 5, 1e-6, "the learning rate must be one number above zero"),
        ((1, 2), np.inf, 5, 1e-6, "the learning rate must be finite"),
        ((1, 2), [0.1, 0.2], 5, 1e-6, "the learning rate must be one number"),
        ((1, 2), 0.1, 0, 1e-6, "the number of steps must be a whole number"),
        ((1, 2), 0.1, 2.5, 1e-6, "the number of steps must be a whole number"),
        ((1, 2), 0.1, 5, 0, "the tolerance must be one number above zero"),
    ],
)
def test_malformed_arguments_are_refused(
    start: object, rate: float, steps: int, tolerance: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        gradient_descent(ELLIPTIC_BOWL, start, rate, steps, tolerance)  # type: ignore[arg-type]


def test_a_start_where_the_field_is_undefined_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no finite gradient at \(x, y\) = \(0, 1\)"):
        gradient_descent(ScalarField("log(x) + y"), (0, 1), 0.1)


def test_a_hilltop_has_no_stability_limit() -> None:
    with pytest.raises(ValueError, match="curves upwards in no direction"):
        stability_limit(HILL, (0, 0))
