"""What the page says about its landscapes is true of their fields."""

import numpy as np
import pytest

from mnemo_anim.maths import Outcome, gradient_descent
from mnemo_anim.outputs.page.landscapes import (
    LANDSCAPES,
    LONGEST_ARROW,
    SCALE_BAR,
    Landscape,
    landscapes_script,
)

by_id = {landscape.id: landscape for landscape in LANDSCAPES}


def test_every_landscape_has_an_id_of_its_own() -> None:
    assert len(by_id) == len(LANDSCAPES) >= 6


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=by_id)
def test_a_walk_begins_on_the_map(landscape: Landscape) -> None:
    for coordinate, (low, high) in zip(landscape.walk.start, landscape.field.domain, strict=True):
        assert low < coordinate < high


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=by_id)
def test_no_arrow_is_longer_than_may_be_and_the_scale_is_round(landscape: Landscape) -> None:
    low, high = np.array(landscape.field.domain).T
    points = np.random.default_rng(1).uniform(low, high, (4000, 2))
    steepest = np.linalg.norm(landscape.field.gradient(points), axis=1).max()
    side = min(high - low for low, high in landscape.field.domain)
    assert landscape.arrow_scale * steepest <= LONGEST_ARROW * side * 1.01
    assert landscape.arrow_scale * steepest >= LONGEST_ARROW * side / 3
    bar = landscape.arrow_scale * landscape.scale_bar
    assert SCALE_BAR * side <= bar * 1.001 <= 3 * SCALE_BAR * side
    for number in (landscape.arrow_scale, landscape.scale_bar):
        assert f"{number:e}"[0] in "125"
        assert set(f"{number:e}"[2:8]) == {"0"}


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=by_id)
def test_above_the_limit_no_walk_settles_at_the_lowest_minimum(landscape: Landscape) -> None:
    if landscape.limit is None:
        assert landscape.id == "saddle"
        return
    lowest = np.array(landscape.field.critical_points()[0].point)
    beside = (lowest + 1e-4 * np.array([0.6, 0.8])).tolist()
    settled = gradient_descent(landscape.field, beside, 0.95 * landscape.limit, 3000, 1e-9)
    assert settled.outcome is Outcome.CONVERGED
    assert np.linalg.norm(settled.iterates[-1] - lowest) < 1e-6
    away = gradient_descent(landscape.field, beside, 1.05 * landscape.limit, 400, 1e-9)
    assert np.linalg.norm(away.iterates - lowest, axis=1).max() > 1e-3


def test_one_step_of_a_half_is_enough_in_the_round_bowl() -> None:
    bowl = by_id["bowl"]
    walk = gradient_descent(bowl.field, (-1.7, 2.3), 0.5)
    assert len(walk.iterates) == 2
    assert walk.iterates[-1] == pytest.approx([0, 0], abs=1e-12)


def test_a_walk_in_the_ravine_zigzags_or_creeps() -> None:
    ravine = by_id["ravine"]
    large = gradient_descent(ravine.field, ravine.walk.start, 0.97 * 0.8, 60)
    assert large.outcome is Outcome.OSCILLATING
    small = gradient_descent(ravine.field, ravine.walk.start, 0.05, 60)
    assert small.outcome is Outcome.STALLED


def test_a_walk_on_the_x_axis_of_the_saddle_ends_there_and_one_beside_it_does_not() -> None:
    saddle = by_id["saddle"]
    on = gradient_descent(saddle.field, (-2.4, 0.0), 0.4, 100, 1e-3)
    assert on.iterates[-1] == pytest.approx([0, 0], abs=0.01)
    beside = gradient_descent(saddle.field, (-2.4, 0.1), 0.4, 100, 1e-3)
    assert np.abs(beside.iterates[-1][1]) > 3


def test_the_funnel_is_steep_beside_its_minimum_and_flat_far_away() -> None:
    slopes = np.linalg.norm(by_id["funnel"].field.gradient([[0.3, 0.0], [3.0, 0.0]]), axis=1)
    assert slopes[0] > 3 * slopes[1]


def test_every_landscape_is_in_the_script() -> None:
    script = landscapes_script()
    for landscape in LANDSCAPES:
        assert f'id: "{landscape.id}"' in script
