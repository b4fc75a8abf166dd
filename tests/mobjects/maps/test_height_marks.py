import numpy as np
import pytest

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.height_marks import HeightMarks


def test_line_and_curve_follow_the_spot() -> None:
    land, chart, spot = Landscape(VALLEYS, view=View.side()), ContourMap(VALLEYS), Spot((0.0, 0.0))
    marks = HeightMarks(land, chart, spot)
    spot.coords = np.array((0.9, 1.8))
    marks.update()
    assert marks.drop.points[0] == pytest.approx(land.point(spot.coords))
    assert marks.ring.level == pytest.approx(float(VALLEYS.value(spot.coords)))
