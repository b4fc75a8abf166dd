import numpy as np

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.guide_lines import GuideLines


def test_the_lines_lead_from_the_spot_straight_to_both_axes() -> None:
    chart, spot = ContourMap(ELLIPTIC_BOWL, unit=0.7, centre=(1, 2, 0)), Spot((0.5, -1.0))
    guides = GuideLines(chart, spot)
    spot.coords = np.array([1.0, 2.0])
    guides.update()
    np.testing.assert_allclose(guides.to_x.points[0], chart.point((1.0, 2.0)))
    np.testing.assert_allclose(guides.to_x.points[-1], chart.point((1.0, -3.0)))
    np.testing.assert_allclose(guides.to_y.points[-1], chart.point((-3.0, 2.0)))


def test_the_lines_are_dashed_evenly() -> None:
    chart = ContourMap(ELLIPTIC_BOWL, unit=0.7)
    dashes = GuideLines(chart, (0.5, -1.0)).to_x.points.reshape(-1, 4, 3)
    lengths = np.linalg.norm(dashes[:, 3] - dashes[:, 0], axis=1)
    spaces = np.linalg.norm(dashes[1:, 0] - dashes[:-1, 3], axis=1)
    assert len(lengths) > 3
    np.testing.assert_allclose(lengths, lengths[0])
    np.testing.assert_allclose(spaces, spaces[0])
