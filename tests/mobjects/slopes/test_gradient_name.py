import pytest

from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.gradient_name import GradientName
from mnemo_anim.theme import STAGE

AT = (0.9, 1.8)


def test_the_arrow_of_the_name_is_the_one_on_the_map_and_stands_right_of_it() -> None:
    chart = ContourMap(VALLEYS, unit=0.9)
    felt = GradientArrow(chart, AT, scale=0.1)
    name = GradientName(chart, felt, ("gradient", "arrow scale"))
    assert name.felt.tail == pytest.approx(felt.tail)
    assert name.felt.tip == pytest.approx(felt.tip)
    assert name[0].width == pytest.approx(name.felt.width)
    assert chart.axes.border.get_right()[0] < name.get_left()[0]
    assert name.get_right()[0] <= STAGE.right


def test_the_key_is_drawn_to_the_scale_of_the_arrow() -> None:
    chart = ContourMap(VALLEYS, unit=0.9)
    felt = GradientArrow(chart, AT, scale=0.1)
    key = GradientName(chart, felt, ("gradient", "arrow scale"))[-1]
    assert key.bar.width == pytest.approx(0.1 * chart.unit)
