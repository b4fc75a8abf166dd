import numpy as np
import pytest

from mnemo_anim.landscape import View
from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.gradient_map import GradientMap
from mnemo_anim.theme import STAGE

PLACE = (1.0, 2.0)
WAYS = (-1.4, 1.2), (2.1, 1.2)


@pytest.fixture(scope="module")
def gradient_map() -> GradientMap:
    return GradientMap(
        ELLIPTIC_BOWL,
        Spot(PLACE),
        PLACE,
        ((-2.3, 3.1), (-1.3, 4.1)),
        scale=0.18,
        words=("space of the inputs", "arrow scale"),
        ways=WAYS,
    )


def test_the_map_fills_the_height_of_the_stage_on_its_right(gradient_map: GradientMap) -> None:
    chart = gradient_map.chart
    assert chart.get_top()[1] == pytest.approx(STAGE.top)
    assert chart.get_right()[0] == pytest.approx(STAGE.right)
    assert STAGE.bottom - 0.05 <= chart.get_bottom()[1] <= STAGE.bottom + 0.3
    assert gradient_map.column[1] < chart.get_left()[0]


def test_the_level_of_the_place_has_a_curve_with_its_number(gradient_map: GradientMap) -> None:
    assert 9.0 in gradient_map.chart.index_levels
    assert 9.0 in {label.level for label in gradient_map.chart.labels}


def test_no_number_of_the_map_stands_where_the_circle_runs(gradient_map: GradientMap) -> None:
    chart = gradient_map.chart
    for label in chart.labels:
        away = np.linalg.norm(label.get_center() - chart.point(PLACE)) / chart.unit
        assert abs(away - 1.0) * chart.unit > 0.25


def test_no_number_of_the_map_stands_on_the_way_of_the_point(gradient_map: GradientMap) -> None:
    way = gradient_map.chart.point(np.linspace(*WAYS, 50))
    for label in gradient_map.chart.labels:
        assert np.linalg.norm(way - label.get_center(), axis=1).min() > 0.3


def test_both_coordinates_of_the_place_are_at_ticks(gradient_map: GradientMap) -> None:
    ticks = [number.text for number in gradient_map.chart.axes.numbers]
    assert ticks.count("1") == ticks.count("2") == 2


def test_the_key_is_drawn_to_the_scale_of_the_arrow(gradient_map: GradientMap) -> None:
    bar, arrow = gradient_map.key.bar, gradient_map.arrow
    per_unit = np.linalg.norm(arrow.tip - arrow.tail) / np.sqrt(68)
    assert bar.width == pytest.approx(5.0 * per_unit)
    assert gradient_map.key.number.text == "5"
    border = gradient_map.chart.axes.border
    assert gradient_map.key.get_left()[0] > border.get_left()[0]
    assert gradient_map.key.get_bottom()[1] > border.get_bottom()[1]


def test_the_camera_comes_from_a_slant_to_the_map_and_goes_back_to_one(
    gradient_map: GradientMap,
) -> None:
    above = gradient_map.chart.view
    assert gradient_map.camera.rise()(1.0) == above
    down = gradient_map.camera.descend(-0.7, 0.4)
    assert isinstance(down(0.0), View)
    assert down(0.0) == above
    assert down(1.0).elevation == pytest.approx(0.4)


def test_one_component_is_left_at_the_point(gradient_map: GradientMap) -> None:
    alone = gradient_map.leave_only(1)
    alone.begin()
    alone.finish()
    x_part, y_part = gradient_map.arrow.components
    assert x_part.shown == 0.0
    np.testing.assert_allclose(y_part.tail, gradient_map.chart.point(PLACE), atol=1e-9)
    both = gradient_map.reunite()
    both.begin()
    both.finish()
    np.testing.assert_allclose(y_part.tail, x_part.tip, atol=1e-9)
