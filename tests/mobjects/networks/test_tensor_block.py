import pytest

from mnemo_anim.mobjects.networks.tensor_block import TensorBlock


def test_there_is_a_cell_for_each_number_row_by_row() -> None:
    block = TensorBlock([[1, 2, 3], [4, 5, 6]], cell=0.5)
    assert len(block.frame) == len(block.squares) == 6
    assert (block.frame.width, block.frame.height) == pytest.approx((1.5, 1.0), abs=0.05)
    assert [len(row) for row in block.rows] == [3, 3]
    assert block.squares[3].get_center() == pytest.approx([-0.5, -0.25, 0])


def test_the_area_of_a_square_goes_with_its_number() -> None:
    block = TensorBlock([[1.0, 4.0]])
    one, four = (square.width**2 for square in block.squares)
    assert four / one == pytest.approx(4.0)


def test_negative_numbers_are_outlines() -> None:
    plus, minus = TensorBlock([[1.0, -1.0]]).squares
    assert (plus.get_fill_opacity(), minus.get_fill_opacity()) == (1, 0)
    assert minus.get_stroke_width() > 0


def test_a_single_row_needs_no_second_axis() -> None:
    assert TensorBlock([1.0, 2.0]).values.shape == (1, 2)
