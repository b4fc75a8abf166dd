import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.ground.felt_slope import FeltSlope

AT = (0.9, 1.8)


@pytest.fixture
def land() -> Landscape:
    return Landscape(VALLEYS, view=View.side())


def tilt(felt: FeltSlope, amount: float) -> None:
    felt.bar.tilt = amount
    felt.update()


def slope_on_screen(points: np.ndarray) -> float:
    run, rise, _ = points[-1] - points[0]
    return float(rise / run)


def test_seen_from_the_side_the_bar_has_the_slope_of_the_ground(land: Landscape) -> None:
    felt = FeltSlope(land, AT, 0)
    tilt(felt, 1.0)
    step = 1e-6
    ends = land.world([(AT[0] - step, AT[1]), (AT[0] + step, AT[1])])
    slope = (ends[1] - ends[0])[2] / (2 * step)
    assert slope_on_screen(felt.bar.points) == pytest.approx(slope, rel=1e-6)


def test_is_level_before_it_is_felt_and_keeps_its_level_line(land: Landscape) -> None:
    felt = FeltSlope(land, AT, 0)
    assert slope_on_screen(felt.bar.points) == pytest.approx(0, abs=1e-12)
    tilt(felt, 1.0)
    assert slope_on_screen(felt.level.points) == pytest.approx(0, abs=1e-12)


def test_the_wedge_lies_between_level_line_and_bar(land: Landscape) -> None:
    felt = FeltSlope(land, AT, 0)
    tilt(felt, 1.0)
    foot = land.point(AT)
    offsets = felt.wedge.points - foot
    slope = slope_on_screen(felt.bar.points)
    out = np.abs(offsets[:, 0]) > 1e-9
    slopes = offsets[out, 1] / offsets[out, 0]
    assert slopes.min() == pytest.approx(min(slope, 0))
    assert slopes.max() == pytest.approx(max(slope, 0), abs=1e-9)


def test_its_ends_follow_the_bar(land: Landscape) -> None:
    felt = FeltSlope(land, AT, 0, length=0.8)
    right, left = felt.end(1), felt.end(-1)
    assert right()[0] - left()[0] == pytest.approx(0.8)
    tilt(felt, 1.0)
    assert right() == pytest.approx(felt.bar.points[-1])
    assert right()[0] > left()[0]


def test_the_ends_of_the_level_line_lie_beyond_those_of_the_bar(land: Landscape) -> None:
    felt = FeltSlope(land, AT, 0, length=0.8)
    tilt(felt, 1.0)
    assert felt.level_end(1)()[0] > felt.end(1)()[0]
    assert felt.level_end(-1)()[0] < felt.end(-1)()[0]
    assert felt.level_end(1)() == pytest.approx(felt.level.points[-1])
