import pytest
from manim import Square

from mnemo_anim.mobjects.lettering.plate import Plate, on_plate
from mnemo_anim.theme import BACKING


def test_a_plate_surrounds_what_it_carries_at_the_given_distance() -> None:
    square = Square(2).shift([3, 1, 0])
    plate = Plate.behind(square, padding=0.5)
    assert (plate.width, plate.height) == pytest.approx((3, 3))
    assert plate.get_center() == pytest.approx(square.get_center())
    assert plate.get_fill_opacity() == pytest.approx(BACKING)


def test_the_corners_of_a_low_plate_fit_into_it() -> None:
    plate = Plate(1.0, 0.1)
    assert plate.height == pytest.approx(0.1)


def test_lettering_on_a_plate_lies_over_it() -> None:
    square = Square(2)
    plate, content = on_plate(square, padding=0.2)
    assert content is square
    assert (plate.width, plate.height) == pytest.approx((2.4, 2.4))
