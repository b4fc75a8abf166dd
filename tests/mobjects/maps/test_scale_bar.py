import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.scale_bar import ScaleBar


def test_the_bar_is_as_long_as_an_arrow_of_the_magnitude_that_it_tells() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, unit=0.9)
    key = ScaleBar(chart, (-2.0, -2.0), scale=0.2, words="arrow scale", magnitude=3.0)
    assert key.bar.width == pytest.approx(0.9 * 0.2 * 3.0)
    (claim,) = key.number.claims
    assert claim.shown == "3"
    assert claim.quantity.value == pytest.approx(3.0)


def test_its_lower_left_corner_is_where_it_was_put() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, unit=0.9)
    key = ScaleBar(chart, (-2.0, -2.0), scale=0.2, words="arrow scale", magnitude=3.0)
    x, y, _ = chart.point((-2.0, -2.0))
    assert (key.get_left()[0], key.get_bottom()[1]) == pytest.approx((x, y))
