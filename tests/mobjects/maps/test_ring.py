import numpy as np
import pytest

from mnemo_anim.maths import SADDLE
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.ring import Ring
from tests.mobjects.moments import show

MAP = ContourMap(SADDLE, plain=True)


def test_a_ring_spreads_round_its_spot_to_its_radius_and_fades() -> None:
    spot = Spot((0.5, -0.5))
    ring = Ring(MAP, spot, radius=0.4)
    spread = ring.spread()
    spread.begin()
    radii, presences = [], []
    for alpha in (0.25, 0.5, 1.0):
        show(spread, alpha)
        corners = ring.points[::4]  # the anchors of its curves
        radii.append(np.linalg.norm(corners - MAP.point(spot.coords), axis=1))
        presences.append(ring.presence)
    assert np.ptp(radii, axis=1) == pytest.approx(0.0, abs=1e-9)
    assert radii[0][0] < radii[1][0] < radii[2][0] == pytest.approx(0.4)
    assert presences[0] > presences[1] > presences[2] == 0.0
