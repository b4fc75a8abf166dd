import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import VALLEYS
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.true_length import TrueLength

LANDSCAPE = Landscape(VALLEYS, resolution=16)
coordinates = st.tuples(st.floats(-2.9, 2.9), st.floats(-2.9, 2.9))


@given(coordinates)
def test_along_the_ground_the_arrow_is_as_long_as_the_gradient_to_scale(
    at: tuple[float, float],
) -> None:
    def seen(azimuth: float, elevation: float) -> NDArray[np.float64]:
        LANDSCAPE.set_view(View(azimuth=azimuth, elevation=elevation, perspective=0.0))
        arrow = GradientArrow(TrueLength(LANDSCAPE), at, scale=0.7)
        return np.asarray(arrow.tip - arrow.tail)

    east, north = seen(0.0, np.pi / 2)[:2]
    upwards = seen(0.0, 0.0)[1]
    length = np.linalg.norm([east, north, upwards])
    assert length == pytest.approx(0.7 * np.linalg.norm(VALLEYS.gradient(at)), abs=1e-9)


@given(coordinates)
def test_components_still_end_where_their_arrow_does(at: tuple[float, float]) -> None:
    arrow = GradientArrow(TrueLength(LANDSCAPE), at, scale=0.7)
    parts = arrow.components
    assert parts.x_part.tip == pytest.approx(parts.y_part.tail, abs=1e-9)
    assert parts.y_part.tip == pytest.approx(arrow.tip, abs=1e-9)
