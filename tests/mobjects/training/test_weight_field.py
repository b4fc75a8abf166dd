import numpy as np
import pytest

from mnemo_anim.maths.networks import LayerGradient
from mnemo_anim.mobjects.training.weight_field import WeightField
from mnemo_anim.theme import STAGE


def field(*derivatives: float) -> WeightField:
    return WeightField([LayerGradient(np.array([derivatives]), np.zeros(1))])


def marks(part: object) -> np.ndarray:
    """Return the corners (m, 3, 3) of the marks of one colour."""
    points = np.asarray(getattr(part, "points"))  # noqa: B009, any mobject
    return points.reshape(-1, 3, 4, 3)[:, :, 0]


def drawn(plain: WeightField, **state: float) -> WeightField:
    for name, value in state.items():
        setattr(plain, name, value)
    plain.redraw()
    return plain


def test_in_the_dark_there_are_weights_but_no_marks() -> None:
    plain = drawn(field(1.0, -1.0), dark=1.0)
    assert len(plain.weights.points) > 1000 * 16
    assert len(plain.raising.points) == len(plain.lowering.points) == 0


def test_marks_point_to_where_the_loss_falls() -> None:
    plain = drawn(field(1.0, -1.0), dark=0.0)
    for part, way in ((plain.raising, -1), (plain.lowering, 1)):
        corners = marks(part)
        tip, base = corners[:, 2, 1], corners[:, 0, 1]
        seen = np.abs(tip - base) > 1e-9
        assert seen.any()
        assert (np.sign(tip - base)[seen] == way).all()


def test_the_width_of_a_mark_goes_with_the_root_of_the_derivative() -> None:
    weak, strong = (marks(drawn(field(1.0), dark=0.0, strength=s).raising) for s in (0.1, 0.4))
    widths = [np.ptp(corners[:, :, 0], axis=1) for corners in (weak, strong)]
    assert widths[1] == pytest.approx(2 * widths[0])


def test_light_comes_from_the_horizon() -> None:
    plain = drawn(field(1.0), dark=0.5)
    height = plain.weights.height
    assert plain.raising.get_top()[1] > plain.weights.get_top()[1] - 0.1 * height
    assert plain.raising.get_bottom()[1] > plain.weights.get_bottom()[1] + 0.5 * height


def test_from_higher_up_more_weights_are_seen() -> None:
    counts = [len(drawn(field(1.0), apart=apart).weights.points) for apart in (4.0, 2.0, 1.0)]
    assert counts[0] < counts[1] < counts[2]


def test_the_rail_stays_clear() -> None:
    plain = drawn(field(1.0, -2.0), dark=0.0, strength=9.0)
    for part in (plain.weights, plain.raising, plain.lowering):
        assert part.get_bottom()[1] > STAGE.bottom
