"""Inputs held constant, against the function of all of them."""

import numpy as np
import pytest

from mnemo_anim.maths import MACHINE, VALLEYS, ScalarField, hold

CUBIC = ScalarField("x*y**2 + 3*z*x", ("x", "y", "z"))


def test_the_free_inputs_go_on_as_before() -> None:
    held = hold(CUBIC, (1.0, 2.0, -1.0), ("x", "y"))
    points = np.array([[0.5, -1.0], [2.0, 0.0], [1.0, 2.0]])
    x, y = points.T
    assert held.variables == ("x", "y")
    np.testing.assert_allclose(held.value(points), x * y**2 - 3 * x, rtol=1e-12)


def test_the_gradient_has_the_entries_of_the_free_inputs_in_their_order() -> None:
    held = hold(CUBIC, (1.0, 2.0, -1.0), ("z", "x"))
    np.testing.assert_allclose(held.gradient((-1.0, 1.0)), [3.0, 1.0], rtol=1e-12)


def test_the_third_dial_of_the_machine_only_shifts_the_hills() -> None:
    points = np.random.default_rng(4).uniform(-3, 3, (50, 2))
    for third in (-0.8, 0.4, 2.0):
        shift = 1.5 * (third + 0.8) ** 2
        held = hold(MACHINE, (0.0, 0.0, third), ("x1", "x2"))
        np.testing.assert_allclose(held.value(points), 6 * VALLEYS.value(points) + shift, rtol=1e-9)


@pytest.mark.parametrize("free", [(), ("x", "x"), ("x", 0)])
def test_free_inputs_are_named_once_each(free: tuple[str | int, ...]) -> None:
    with pytest.raises(ValueError, match="each once"):
        hold(CUBIC, (0.0, 0.0, 0.0), free)


def test_an_unknown_input_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no variable 't'"):
        hold(CUBIC, (0.0, 0.0, 0.0), ("t",))
