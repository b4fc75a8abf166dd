"""The loss of a curve is the mean of its squared gaps; its gradient is that loss's; it falls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.maths.curve_fit import CurveFit, bells_fit

FIT = bells_fit()
WEIGHTS = st.lists(st.floats(-5, 5), min_size=4, max_size=4)


def mean_squared_gap(weights: np.ndarray, fit: CurveFit = FIT) -> float:
    """Write the loss down once more, from the data."""
    total = 0.0
    for x, y in zip(fit.inputs, fit.targets, strict=True):
        curve = 0.0
        for index, centre in enumerate(fit.centres):
            curve = curve + weights[index] * anp.exp(-(x - centre) * (x - centre) / fit.breadth)
        total = total + (curve - y) * (curve - y)
    return total / len(fit.inputs)


@given(WEIGHTS)
def test_the_loss_is_the_mean_of_the_squared_gaps(weights: list[float]) -> None:
    assert FIT.loss.value(weights) == pytest.approx(mean_squared_gap(np.array(weights)), rel=1e-9)


@given(WEIGHTS)
def test_its_gradient_is_that_of_automatic_differentiation(weights: list[float]) -> None:
    expected = grad(mean_squared_gap)(np.array(weights))
    np.testing.assert_allclose(FIT.loss.gradient(weights), expected, rtol=1e-9, atol=1e-9)


def test_the_curve_is_the_sum_of_its_bells() -> None:
    one_bell = FIT.predictions([0, 0, 2, 0], [FIT.centres[2], FIT.centres[2] + FIT.breadth**0.5])
    np.testing.assert_allclose(one_bell, [2, 2 / np.e])
    each = [FIT.predictions(2 * np.eye(4)[index], FIT.inputs) for index in range(4)]
    np.testing.assert_allclose(FIT.predictions([2.0] * 4, FIT.inputs), np.sum(each, axis=0))


def test_at_the_start_there_is_one_entry_of_each_kind() -> None:
    sizes, signs = np.abs(FIT.gradient), np.sign(FIT.gradient)
    np.testing.assert_array_equal(signs, [1, -1, -1, 1])
    assert sizes[[0, 2]].min() > 2 * sizes[[1, 3]].max()


def test_to_follow_all_entries_at_once_lowers_the_loss() -> None:
    np.testing.assert_allclose(FIT.followed, FIT.start - FIT.learning_rate * FIT.gradient)
    assert FIT.loss.value(FIT.followed) < FIT.loss.value(FIT.start) / 3


def test_equal_small_nudges_against_the_sign_take_off_in_proportion_to_the_entries() -> None:
    probes = FIT.probes(1e-5)
    np.testing.assert_array_equal(probes, np.diag(np.diag(probes)))
    np.testing.assert_allclose(np.abs(np.diag(probes)), 1e-5)
    drops = FIT.loss.value(FIT.start) - FIT.loss.value(FIT.start + probes)
    np.testing.assert_allclose(drops, 1e-5 * np.abs(FIT.gradient), rtol=1e-3)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"targets": (1.0,)}, "as many inputs and targets"),
        ({"start": (1.0,)}, "as many centres and weights"),
        ({"breadth": 0.0}, "breadth"),
        ({"learning_rate": -1.0}, "learning rate"),
    ],
)
def test_what_does_not_fit_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(FIT, **change)
