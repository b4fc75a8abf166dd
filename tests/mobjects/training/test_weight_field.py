import numpy as np
import pytest

from mnemo_anim.maths.networks import LayerGradient
from mnemo_anim.mobjects.training.weight_field import WeightField
from mnemo_anim.theme import STAGE


def field(*derivatives: float) -> WeightField:
    return WeightField([LayerGradient(np.array([derivatives]), np.zeros(1))])


def marks(plain: WeightField) -> np.ndarray:
    """Return the corners (m, 6, 3) of the chevrons; the tip is the fifth."""
    return np.asarray(plain.ways.points.reshape(-1, 6, 4, 3)[:, :, 0])


def drawn(plain: WeightField, **state: float) -> WeightField:
    for name, value in state.items():
        setattr(plain, name, value)
    plain.redraw()
    return plain


def test_in_the_dark_there_are_weights_but_no_marks() -> None:
    plain = drawn(field(1.0, -1.0), dark=1.0)
    assert len(plain.weights.points) > 1000 * 16
    assert len(plain.ways.points) == 0


@pytest.mark.parametrize(("derivative", "way"), [(1.0, -1.0), (-1.0, 1.0)])
def test_marks_point_to_where_the_loss_falls(derivative: float, way: float) -> None:
    corners = marks(drawn(field(derivative), dark=0.0))
    rise = corners[:, 4, 1] - corners[:, 1, 1]
    seen = np.abs(rise) > 1e-9
    assert seen.any()
    assert (np.sign(rise)[seen] == way).all()


def test_the_width_of_a_mark_goes_with_the_root_of_the_derivative() -> None:
    weak, strong = (marks(drawn(field(1.0), dark=0.0, strength=s)) for s in (0.1, 0.4))
    widths = [np.ptp(corners[:, :, 0], axis=1) for corners in (weak, strong)]
    assert widths[1] == pytest.approx(2 * widths[0])


def test_the_first_weights_come_from_where_they_were_and_the_others_join_them() -> None:
    plain, origins = field(1.0), np.array([[2.0, 1.0, 0.0], [-1.0, 0.5, 0.0], [0.5, 0.0, 0.0]])
    plain.land(origins, 5.0)
    drawn(plain, landed=0.0, joined=0.0)
    dots = plain.weights.points.reshape(-1, 16, 3)
    there = dots[np.ptp(dots[:, :, 0], axis=1) > 0.01]
    middles = there[:, ::4].mean(axis=1)
    assert middles[np.argsort(middles[:, 0])] == pytest.approx(origins[[1, 2, 0]])
    drawn(plain, landed=1.0, joined=1.0)
    dots = plain.weights.points.reshape(-1, 16, 3)
    assert (np.ptp(dots[:, :, 0], axis=1) > 0.01).sum() > 3 * len(origins)


def test_light_comes_from_the_horizon() -> None:
    plain = drawn(field(1.0), dark=0.5)
    height = plain.weights.height
    assert plain.ways.get_top()[1] > plain.weights.get_top()[1] - 0.1 * height
    assert plain.ways.get_bottom()[1] > plain.weights.get_bottom()[1] + 0.5 * height


def test_from_higher_up_more_weights_are_seen() -> None:
    counts = [len(drawn(field(1.0), apart=apart).weights.points) for apart in (4.0, 2.0, 1.0)]
    assert counts[0] < counts[1] < counts[2]


def test_the_rail_stays_clear() -> None:
    plain = drawn(field(1.0, -2.0), dark=0.0, strength=9.0)
    for part in (plain.weights, plain.ways):
        assert part.get_bottom()[1] > STAGE.bottom
