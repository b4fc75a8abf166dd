import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.slopes.heading_arc import HeadingArc
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection

HERE = np.array([1.0, 2.0])


@pytest.mark.parametrize("heading", [0.4, 2.0, 5.5])
def test_the_arc_leads_from_the_direction_of_x_to_the_heading(heading: float) -> None:
    chart = ContourMap(ELLIPTIC_BOWL, unit=0.8)
    arc = HeadingArc(UnitDirection(chart, HERE, heading=heading))
    x, y = chart.coords(arc.points[-1]) - HERE
    assert np.arctan2(y, x) % (2 * np.pi) == pytest.approx(heading)
    np.testing.assert_allclose(chart.coords(arc.points[0]), HERE, atol=1e-9)
