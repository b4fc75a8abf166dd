import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.level_ring import LevelRing


@pytest.mark.parametrize("at", [(0.9, 1.8), (1.7, -0.5)])
def test_f_is_the_same_all_along_it_wherever_the_spot_goes(at: tuple[float, float]) -> None:
    chart, spot = ContourMap(VALLEYS, plain=True), Spot((0.0, 0.0))
    ring = LevelRing(chart, spot)
    spot.coords = np.array(at)
    ring.update()
    values = VALLEYS.value(chart.coords(ring.points[::4]))
    assert values == pytest.approx(float(VALLEYS.value(np.array(at))), abs=1e-3)


def test_it_leaves_a_gap_where_a_number_of_the_map_stands() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, levels=(3, 9, 15), index_levels=(9,))
    (label,) = chart.labels
    ring = LevelRing(chart, (1.0, 2.0))
    away = np.linalg.norm(ring.points - label.get_center(), axis=1).min()
    assert label.width / 2 < away < label.width / 2 + 0.4


def test_it_runs_through_the_spot() -> None:
    chart, at = ContourMap(VALLEYS, plain=True), np.array([1.5, 1.2])
    ring = LevelRing(chart, at)
    assert np.linalg.norm(ring.points - chart.point(at), axis=1).min() < 0.05
