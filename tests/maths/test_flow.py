"""The gradient flow is what descent tends to, and what the equation says."""

from __future__ import annotations

import numpy as np
import pytest

from mnemo_anim.maths import (
    ELLIPTIC_BOWL,
    HILL,
    VALLEYS,
    VALLEYS_WALK,
    ScalarField,
    gradient_descent,
    gradient_flow,
)


def test_in_the_elliptic_bowl_the_flow_is_the_known_solution() -> None:
    flow = gradient_flow(ELLIPTIC_BOWL, (1, 2), duration=3, samples=50)
    np.testing.assert_allclose(flow.times, np.linspace(0, 3, 50))
    np.testing.assert_allclose(flow.coords[:, 0], np.exp(-2 * flow.times), atol=1e-8)
    np.testing.assert_allclose(flow.coords[:, 1], 2 * np.exp(-4 * flow.times), atol=1e-8)
    np.testing.assert_array_equal(flow.values, ELLIPTIC_BOWL.value(flow.coords))


def test_descent_with_smaller_steps_comes_closer_to_the_flow_in_proportion() -> None:
    duration = 3.0
    end = gradient_flow(VALLEYS, VALLEYS_WALK.start, duration, samples=2).coords[-1]
    errors = []
    for steps in (200, 400, 800):
        descent = gradient_descent(VALLEYS, VALLEYS_WALK.start, duration / steps, steps, 1e-12)
        errors.append(np.linalg.norm(descent.iterates[-1] - end))
    # Euler's method is of first order: half the step, half the error.
    np.testing.assert_allclose(np.divide(errors[:-1], errors[1:]), 2, rtol=0.05)


def test_the_flow_only_goes_down() -> None:
    flow = gradient_flow(VALLEYS, VALLEYS_WALK.start, duration=10)
    assert (np.diff(flow.values) < 0).all()
    assert flow.values[-1] == pytest.approx(VALLEYS.critical_points()[0].value, abs=1e-2)


def test_a_flow_that_runs_out_of_sight_ends_early() -> None:
    flow = gradient_flow(HILL, (0.1, 0), duration=1000, samples=500)
    assert 1 < len(flow.times) < 500
    assert len(flow.times) == len(flow.coords) == len(flow.values)
    assert np.isfinite(flow.coords).all()


def test_a_flow_from_a_critical_point_stays_there() -> None:
    flow = gradient_flow(HILL, (0, 0), duration=5, samples=3)
    np.testing.assert_array_equal(flow.coords, np.zeros((3, 2)))


def test_a_flow_cannot_be_changed() -> None:
    flow = gradient_flow(ELLIPTIC_BOWL, (1, 2), 1, 5)
    with pytest.raises(ValueError, match="read-only"):
        flow.coords[0] = 0


@pytest.mark.parametrize("text", ["log(x) + y**2", "sqrt(x) + y"])
def test_a_flow_into_where_the_field_is_undefined_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"leads to where it is undefined; choose a shorter"):
        gradient_flow(ScalarField(text), (1, 2), duration=30)


@pytest.mark.parametrize(
    ("start", "duration", "samples", "message"),
    [
        ((1, 2, 3), 1, 5, "the start must have shape"),
        ((1, 2), 0, 5, "the duration must be one number above zero"),
        ((1, 2), 1, 1, "the number of samples must be a whole number of at least 2"),
    ],
)
def test_malformed_arguments_are_refused(
    start: tuple[float, ...], duration: float, samples: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        gradient_flow(ELLIPTIC_BOWL, start, duration, samples)


def test_a_start_where_the_field_is_undefined_is_refused() -> None:
    with pytest.raises(ValueError, match="no finite value"):
        gradient_flow(ScalarField("log(x) + y"), (-1, 0), 1)
