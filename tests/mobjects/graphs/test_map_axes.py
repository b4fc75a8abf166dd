import numpy as np
import pytest

from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.graphs.map_axes import MapAxes
from mnemo_anim.mobjects.lettering.numerals import read_number
from mnemo_anim.mobjects.lettering.text import Formula, Words

CORNERS = Corners((-3, 3), (0, 4), (0.8, 0.8), (1.0, 0.5))


def axes_named(*names: str) -> MapAxes:
    return MapAxes(CORNERS.point, (-3, 3), (0, 4), names=(names[0], names[1]))


def test_each_number_stands_at_its_own_place_on_the_axis() -> None:
    axes = axes_named("x", "y")
    assert len(axes.numbers) == len(axes.marks)
    for mark, number in zip(axes.marks, axes.numbers, strict=True):
        axis = 0 if mark.height > mark.width else 1  # ticks stand across their axis
        foot = CORNERS.coords(mark.points[0])
        assert foot[axis] == pytest.approx(float(read_number(number.text)))
        assert foot[1 - axis] == pytest.approx([0.0, -3.0][axis])
        assert number.get_center()[axis] == pytest.approx(mark.points[0][axis], abs=0.12)


@pytest.mark.parametrize("names", [("x", "y"), ('"where you stand"', '"height"')])
def test_names_touch_neither_the_picture_nor_a_number(names: tuple[str, str]) -> None:
    axes = axes_named(*names)
    for name in axes.names:
        for other in (axes.border, *axes.numbers):
            apart = np.maximum(
                name.get_corner([-1, -1, 0]) - other.get_corner([1, 1, 0]),
                other.get_corner([-1, -1, 0]) - name.get_corner([1, 1, 0]),
            )
            assert apart[:2].max() > 0.1


def test_words_are_set_as_words_and_formulas_as_formulas() -> None:
    assert [type(name) for name in axes_named('"weights"', "w_2").names] == [Words, Formula]


def test_renamed_axes_bear_the_new_names_in_the_same_places() -> None:
    axes, wanted = axes_named("x", "y"), axes_named('"weights"', '"loss"')
    renaming = axes.rename(('"weights"', '"loss"'))
    renaming.begin()
    renaming.finish()
    for name, other in zip(axes.names, wanted.names, strict=True):
        assert name.get_center() == pytest.approx(other.get_center())
        assert len(name) == len(other)


def test_without_ticks_there_is_a_border_alone() -> None:
    axes = MapAxes(CORNERS.point, (-3, 3), (0, 4), ticks=0)
    assert axes.border.width == pytest.approx(4.8)
    assert [len(group) for group in (axes.marks, axes.numbers, axes.names)] == [0, 0, 0]


def test_the_weights_stand_outside_the_border_at_the_ends_of_the_axes() -> None:
    axes = axes_named("x", "y")
    right, top = axes.border.get_right()[0], axes.border.get_top()[1]
    first, second = axes.weights()
    assert first.get_top()[1] < axes.border.get_bottom()[1]
    assert first.get_right()[0] <= right
    assert second.get_bottom()[1] > top
