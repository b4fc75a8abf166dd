import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS, ScalarField
from mnemo_anim.maths.separable import separate


def test_the_bowl_falls_into_a_part_for_each_input() -> None:
    assert [part.formula() for part in separate(ELLIPTIC_BOWL)] == ["x^2", "2 y^2"]


def test_the_parts_add_up_to_the_whole_and_each_has_one_entry_of_its_gradient() -> None:
    field = ScalarField("sin(x) + x**3 - 3*exp(y) + y")
    points = np.array([[0.3, -0.7], [1.2, 0.4], [-2.0, 1.1]])
    parts = separate(field)
    np.testing.assert_allclose(
        sum(part.value(points) for part in parts),
        np.sin(points[:, 0]) + points[:, 0] ** 3 - 3 * np.exp(points[:, 1]) + points[:, 1],
    )
    for index, part in enumerate(parts):
        gradient = part.gradient(points)
        np.testing.assert_array_equal(gradient[:, 1 - index], 0.0)
        np.testing.assert_allclose(gradient[:, index], field.gradient(points)[:, index])


@pytest.mark.parametrize("expression", ["x*y", "x**2 + y**2 + 1", "x**2"])
def test_what_does_not_fall_apart_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="depend"):
        separate(ScalarField(expression))


def test_a_landscape_of_hills_is_no_such_sum() -> None:
    with pytest.raises(ValueError, match="not a sum"):
        separate(VALLEYS)
