import numpy as np
import pytest

from mnemo_anim.maths import SADDLE, THREE_DIALS, VALLEYS
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.right_angle import RightAngle

HERE = (0.9, 0.8)


@pytest.mark.parametrize("width", [0.8, 1.5, 3.0, 4.5])
def test_the_ground_and_what_stands_on_the_map_go_with_it(width: float) -> None:
    small = SmallMap(VALLEYS, middle=(0.5, 0.5), extent=4.0, width=3.0)
    arrow = small.carry(GradientArrow(small.chart, HERE, scale=0.8))
    mark = small.carry(PointMark(small.chart, HERE))
    small.scale(width / 3.0).move_to([2.0, -1.0, 0.0])
    for part in (small, arrow, mark):
        part.update(0)
    foot = np.array([2.0, -1.0, 0.0]) + width / 4.0 * np.array([0.4, 0.3, 0.0])
    assert np.allclose(small.point(HERE), foot, atol=1e-9)
    assert np.allclose(mark.get_center(), foot, atol=1e-6)
    assert np.allclose(small.ground.project(*HERE)[:2], foot[:2], atol=1e-9)
    reach = width / 4.0 * 0.8 * VALLEYS.gradient(HERE)
    assert np.allclose((arrow.tip - arrow.tail)[:2], reach, atol=1e-9)


def test_strokes_become_finer_with_the_map_and_come_back() -> None:
    small = SmallMap(SADDLE, width=4.5)
    corner = small.carry(RightAngle(small.chart, HERE))
    arrow = small.carry(GradientArrow(small.chart, HERE, scale=1.0))
    line, whole = small.chart.lines[0], small.chart.lines[0].stroke_width
    at_first = (corner.stroke_width, arrow.thickness)
    small.scale(0.25)
    for part in (small, corner, arrow):
        part.update(0)
    assert line.stroke_width == pytest.approx(whole / 2)
    assert (corner.stroke_width, arrow.thickness) == pytest.approx(np.array(at_first) / 2)
    small.scale(4.0)
    for part in (small, corner, arrow):
        part.update(0)
    assert line.stroke_width == pytest.approx(whole)
    assert (corner.stroke_width, arrow.thickness) == pytest.approx(at_first)


def test_a_field_of_three_variables_is_refused() -> None:
    with pytest.raises(ValueError, match="variables"):
        SmallMap(THREE_DIALS)
