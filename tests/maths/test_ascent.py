import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.maths.ascent import gradient_ascent
from mnemo_anim.maths.descent import Walk
from mnemo_anim.maths.gallery import FORGOTTEN_MINUS


def test_each_step_of_an_ascent_of_a_bowl_multiplies_the_coordinates() -> None:
    ascent = gradient_ascent(Walk(ELLIPTIC_BOWL, start=(0.5, -0.25), learning_rate=0.1, steps=3))
    # ∇f = [2x, 4y], so x ← x + 0.1 · 2x = 1.2 x and y ← 1.4 y
    expected = [(0.5 * 1.2**k, -0.25 * 1.4**k) for k in range(4)]
    assert np.allclose(ascent.iterates, expected, rtol=1e-12)
    assert np.allclose(ascent.values, [x * x + 2 * y * y for x, y in expected], rtol=1e-12)
    assert np.allclose(ascent.steps, np.diff(ascent.iterates, axis=0), rtol=1e-12)


def test_where_a_descent_would_stay_an_ascent_does_too() -> None:
    assert len(gradient_ascent(Walk(ELLIPTIC_BOWL, (0.0, 0.0), 0.1)).iterates) == 1


def test_without_the_minus_the_loss_climbs_at_every_step_and_with_it_falls() -> None:
    up, down = gradient_ascent(FORGOTTEN_MINUS), FORGOTTEN_MINUS.descent()
    assert np.allclose(up.iterates[0], down.iterates[0])
    assert (np.diff(up.values) > 0).all()
    assert (np.diff(down.values) < 0).all()
    assert len(up.values) == len(down.values)
    assert up.values[0] == pytest.approx(float(VALLEYS.value(FORGOTTEN_MINUS.start)))
    for step, gradient in zip(np.diff(up.iterates, axis=0), up.gradients, strict=False):
        assert np.allclose(step, up.learning_rate * gradient)
