"""What shows a slope on the ground: bars in its tangent, and the cuts along them."""

from math import atan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.ground.cut_curve import CutCurve
from mnemo_anim.mobjects.slopes.tangent_bar import TangentBar

coordinates = st.tuples(st.floats(-2.9, 2.9), st.floats(-2.9, 2.9))


def angle_of(bar: np.ndarray) -> float:
    """Return the angle of a line's points with the horizontal."""
    x, y, _ = bar[-1] - bar[0]
    return atan(y / x)


@given(coordinates, st.sampled_from([0, 1]))
def test_a_bar_on_the_ground_touches_it_and_has_its_slope(at: tuple[float, float], k: int) -> None:
    side = View.side(azimuth=0.0 if k == 0 else np.pi / 2)
    landscape = Landscape(VALLEYS, resolution=16, height_scale=0.7, view=side)
    bar = TangentBar(landscape, at, k, length=1.0).points
    slope = 0.7 * float(VALLEYS.gradient(at)[k])
    assert np.tan(angle_of(bar)) == pytest.approx(slope, abs=1e-6)
    assert (bar[0] + bar[-1]) / 2 == pytest.approx(landscape.point(at), abs=1e-9)
    assert np.linalg.norm(bar[-1] - bar[0]) == pytest.approx(1.0)


def test_before_it_feels_a_bar_on_the_ground_is_level() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=View.side())
    bar = TangentBar(landscape, (1, 1), 0)
    bar.tilt = 0.0
    bar.redraw()
    assert angle_of(bar.points) == pytest.approx(0.0)


@pytest.mark.parametrize("k", [0, 1])
def test_a_cut_lies_on_the_ground_with_the_other_variable_held(k: int) -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=View(elevation=1.4))
    at = np.array([0.5, -0.7])
    drawn = CutCurve(landscape, at, k).points
    along = np.tile(at, (161, 1))
    along[:, k] = np.linspace(-3, 3, 161)
    assert drawn[::4] == pytest.approx(landscape.point(along)[:-1], abs=1e-3)


def test_a_cut_is_traced_from_its_start() -> None:
    landscape = Landscape(VALLEYS, resolution=16, view=View(elevation=1.4))
    cut = CutCurve(landscape, (0.5, -0.7), 0)
    cut.drawn = 0.5
    cut.redraw()
    assert cut.points[0] == pytest.approx(landscape.point((-3.0, -0.7)), abs=1e-3)
    assert cut.points[-1] == pytest.approx(landscape.point((0.0, -0.7)), abs=1e-3)
