"""A walk in the browser is the walk of the maths module, step by step, to the last digits."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mnemo_anim.maths import CriticalKind, Descent, Outcome, classify, gradient_descent
from mnemo_anim.outputs.page.landscapes import LANDSCAPES, LEVEL_GROUND, STEPS

Visit = Callable[..., Any]
FIELDS = {landscape.id: landscape.field for landscape in LANDSCAPES}

WALKS = [
    ("bowl", (-2.2, 1.6), 0.1, "converged"),
    ("bowl", (1.3, -2.7), 0.98, "oscillating"),
    ("bowl", (1.3, -2.7), 1.02, "diverged"),
    ("elliptic-bowl", (1.0, 2.0), 0.1, "converged"),
    ("elliptic-bowl", (1.0, 2.0), 0.49, "oscillating"),
    ("elliptic-bowl", (1.0, 2.0), 0.55, "diverged"),
    ("elliptic-bowl", (-2.9, 0.4), 0.003, "stalled"),
    ("ravine", (-2.5, 1.2), 0.78, "oscillating"),
    ("ravine", (-2.5, 1.2), 0.81, "diverged"),
    ("ravine", (2.5, 1.2), 0.05, "stalled"),
    ("valleys", (0.9, 1.8), 0.65, "converged"),
    ("valleys", (-0.2, 2.4), 0.2, "converged"),
    ("valleys", (-0.8, -1.4), 0.05, "stalled"),
    ("valleys", (2.0, 2.9), 0.4, "converged"),
    ("saddle", (-2.4, 0.0), 0.4, "saddle"),
    ("saddle", (-2.4, 0.1), 0.4, "diverged"),
    ("funnel", (2.2, 1.4), 0.05, "converged"),
    ("funnel", (2.2, 1.4), 0.2, "oscillating"),
    ("cone", (-2.0, -1.5), 0.01, "converged"),
    ("cone", (-2.0, -1.5), 0.2, "oscillating"),
]

WALK = """([id, start, rate]) => {
    const landscape = LANDSCAPES.find((one) => one.id === id);
    const walk = new Walk(landscape, start);
    while (!walk.over && walk.steps < landscape.steps) walk.step(rate);
    return [walk.iterates, walk.values, walk.gradients, walk.outcome];
}"""


def outcome_of(descent: Descent, walked: str) -> str:
    """Return what the page calls the outcome of a descent."""
    names = {
        Outcome.CONVERGED: "converged",
        Outcome.OSCILLATING: "oscillating",
        Outcome.DIVERGED: "diverged",
        Outcome.STALLED: "stalled",
    }
    level = np.linalg.norm(descent.gradients[-1]) <= LEVEL_GROUND
    if descent.outcome is Outcome.STALLED and level:
        kind = classify(FIELDS[walked], descent.iterates[-1])
        return "saddle" if kind is CriticalKind.SADDLE else "maximum"
    return names[descent.outcome]


def assert_equal(found: Any, expected: Any, scale: float) -> None:
    """Compare to 1e-12 of the larger of an entry and what is usual on the map."""
    found, expected = np.array(found), np.array(expected)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12 * scale)


@pytest.fixture(scope="module")
def page(browser: Any, page_folder: Any) -> Any:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((page_folder / "index.html").as_uri())
    return opened


@pytest.mark.parametrize(("walked", "start", "rate", "outcome"), WALKS)
def test_a_hundred_steps_agree(
    page: Any, walked: str, start: tuple[float, float], rate: float, outcome: str
) -> None:
    descent = gradient_descent(FIELDS[walked], start, rate, STEPS, LEVEL_GROUND)
    iterates, values, gradients, told = page.evaluate(WALK, [walked, start, rate])
    assert_equal(iterates, descent.iterates, 1)
    assert_equal(values, descent.values, 1)
    assert_equal(gradients, descent.gradients, 1)
    assert told == outcome_of(descent, walked) == outcome


def test_they_go_every_way_that_a_walk_can_go() -> None:
    assert {outcome for *_, outcome in WALKS} == {
        "converged", "saddle", "stalled", "oscillating", "diverged",
    }  # fmt: skip
    assert {walked for walked, *_ in WALKS} == set(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_value_gradient_and_hessian_agree_all_over_the_map(page: Any, name: str) -> None:
    field = FIELDS[name]
    low, high = np.array(field.domain).T
    points = np.random.default_rng(7).uniform(low, high, (200, 2))
    values, gradients, hessians = page.evaluate(
        """([id, points]) => {
            const landscape = LANDSCAPES.find((one) => one.id === id);
            return ["value", "gradient", "hessian"].map(
                (method) => points.map((point) => landscape[method](...point)),
            );
        }""",
        [name, points.tolist()],
    )
    assert_equal(values, field.value(points), np.abs(field.value(points)).max())
    assert_equal(gradients, field.gradient(points), np.abs(field.gradient(points)).max())
    assert_equal(hessians, field.hessian(points), np.abs(field.hessian(points)).max())


@pytest.mark.parametrize("name", FIELDS)
def test_level_curves_are_where_the_field_has_their_level(page: Any, name: str) -> None:
    field = FIELDS[name]
    drawn = page.evaluate(
        """(id) => {
            const landscape = LANDSCAPES.find((one) => one.id === id);
            const grid = new Grid(landscape, GRID);
            return landscape.levels.map((level) => [level, grid.levelCurve(level)]);
        }""",
        name,
    )
    spacing = 6 / 180
    for level, lines in drawn:
        assert lines, level
        for line in lines:
            points = np.array(line)
            slopes = np.linalg.norm(field.gradient(points), axis=1)
            off = np.abs(field.value(points) - level) / np.maximum(slopes, 0.05)
            assert off.max() < 0.2 * spacing, level
            assert np.linalg.norm(np.diff(points, axis=0), axis=1).max() < 1.5 * spacing
