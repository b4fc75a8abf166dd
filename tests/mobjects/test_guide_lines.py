import numpy as np

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects import ContourMap, GuideLines, Spot


def test_the_lines_lead_from_the_spot_straight_to_both_axes() -> None:
    chart, spot = ContourMap(ELLIPTIC_BOWL, unit=0.7, centre=(1, 2, 0)), Spot((0.5, -1.0))
    guides = GuideLines(chart, spot)
    spot.coords = np.array([1.0, 2.0])
    guides.update()
    np.testing.assert_allclose(guides.to_x.points[0], chart.point((1.0, 2.0)))
    np.testing.assert_allclose(guides.to_x.points[-1], chart.point((1.0, -3.0)))
    np.testing.assert_allclose(guides.to_y.points[-1], chart.point((-3.0, 2.0)))
