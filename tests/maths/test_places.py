import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS, ScalarField
from mnemo_anim.maths.places import level_place


def test_the_place_is_level_along_the_axis_and_moved_along_it_only() -> None:
    x, y = level_place(VALLEYS, (-0.6, 1.2), 1)
    assert x == -0.6
    step = 1e-5
    ahead, behind = VALLEYS.value([(x, y + step), (x, y - step)])
    assert (ahead - behind) / (2 * step) == pytest.approx(0.0, abs=1e-8)


def test_a_known_place_is_found() -> None:
    assert level_place(ELLIPTIC_BOWL, (0.4, 1.5), 0) == pytest.approx((0.0, 1.5), abs=1e-12)


def test_the_nearest_of_several_places_is_taken() -> None:
    waves = ScalarField("cos(x)", ("x",))
    assert level_place(waves, [3.0], 0, reach=8.0) == pytest.approx([3.141592653589793])
    assert level_place(waves, [0.2], 0, reach=8.0) == pytest.approx([0.0], abs=1e-12)


def test_a_slope_that_keeps_its_sign_gets_a_clear_message() -> None:
    with pytest.raises(ValueError, match=r"nowhere level along x within 0\.1"):
        level_place(ELLIPTIC_BOWL, (1.0, 1.0), 0, reach=0.1)
