import numpy as np
import pytest

from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects import ContourMap
from mnemo_anim.mobjects.level_ring import LevelRing
from mnemo_anim.mobjects.spot import Spot


@pytest.mark.parametrize("at", [(0.9, 1.8), (1.7, -0.5)])
def test_f_is_the_same_all_along_it_wherever_the_spot_goes(at: tuple[float, float]) -> None:
    chart, spot = ContourMap(VALLEYS, plain=True), Spot((0.0, 0.0))
    ring = LevelRing(chart, spot)
    spot.coords = np.array(at)
    ring.update()
    values = VALLEYS.value(chart.coords(ring.points[::4]))
    assert values == pytest.approx(float(VALLEYS.value(np.array(at))), abs=1e-3)


def test_it_runs_through_the_spot() -> None:
    chart, at = ContourMap(VALLEYS, plain=True), np.array([1.5, 1.2])
    ring = LevelRing(chart, at)
    assert np.linalg.norm(ring.points - chart.point(at), axis=1).min() < 0.05
