import numpy as np

from mnemo_anim.mobjects.drawing.spot import PartOfSpot, Spot
from tests.mobjects.moments import show


def test_the_part_moves_with_the_whole_and_the_whole_with_the_part() -> None:
    whole = Spot((1.0, 2.0, 3.0))
    part = PartOfSpot(whole, (2, 0))
    np.testing.assert_array_equal(part.coords, [3.0, 1.0])
    whole.coords = np.array([4.0, 5.0, 6.0])
    np.testing.assert_array_equal(part.coords, [6.0, 4.0])
    part.coords = np.array([7.0, 8.0])
    np.testing.assert_array_equal(whole.coords, [8.0, 5.0, 7.0])


def test_going_somewhere_leaves_the_other_coords_alone() -> None:
    whole = Spot((1.0, 2.0, 3.0))
    move = PartOfSpot(whole, (0, 1)).go_to((0.0, 0.0))
    move.begin()
    show(move, 1.0)
    np.testing.assert_allclose(whole.coords, [0.0, 0.0, 3.0])
