from itertools import pairwise

import numpy as np
import pytest

from mnemo_anim.mobjects.drawing.glow import Glow


def test_a_glow_fades_outwards_to_nothing() -> None:
    glow = Glow(1.5, opacity=0.5)
    opacities = [ring.get_fill_opacity() for ring in glow]
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[0] == pytest.approx(0.5, abs=0.05)
    assert opacities[-1] < 0.001
    assert glow.width == pytest.approx(3.0)


def test_rings_lie_side_by_side() -> None:
    glow = Glow(1.0).place((2, 1, 0))
    for inner, outer in pairwise(glow):
        radii = np.linalg.norm(np.array(outer.get_anchors()) - [2, 1, 0], axis=1)
        assert radii.min() == pytest.approx(inner.width / 2)


def test_a_veiled_glow_is_darker() -> None:
    glow = Glow(1.0, opacity=0.4)
    full = glow[0].get_fill_opacity()
    assert glow.veil(0.25)[0].get_fill_opacity() == pytest.approx(0.25 * full)
