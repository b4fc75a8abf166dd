import numpy as np
import pytest

from mnemo_anim.maths import THREE_DIALS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.slopes.gradient_column import GradientColumn
from tests.mobjects.moments import show

AT = np.array([1.0, -0.5, 0.25])


def by_hand(point: np.ndarray) -> list[float]:
    x1, x2, x3 = point
    return [2 * x1 + 0.5 * x2, x2 + 0.5 * x1 - x3, 4 * x3 - x2]


def test_there_is_one_entry_for_each_input_and_it_follows_the_spot() -> None:
    spot = Spot(AT)
    column = GradientColumn(THREE_DIALS, spot)
    for point in (AT, np.array([-1.0, 2.0, 0.5])):
        spot.coords = point
        column.update()
        assert [entry.value for entry in column.entries] == pytest.approx(by_hand(point))
        assert all(claim.holds() for claim in claims(column))


def test_the_negative_has_every_sign_changed_and_stands_in_its_place() -> None:
    column = GradientColumn(THREE_DIALS, Spot(AT))
    column.shift([1.0, -2.0, 0.0])
    negative = column.negative("-nabla f")
    assert [entry.value for entry in negative.entries] == pytest.approx(
        [-entry.value for entry in column.entries]
    )
    assert negative.brackets.get_center() == pytest.approx(column.brackets.get_center())


def test_a_new_name_leaves_the_equals_sign_where_it_is() -> None:
    column = GradientColumn(THREE_DIALS, Spot(AT)).scale(1.3)
    equals = column.label[-1].get_center()
    renaming = column.rename("nabla L")
    renaming.begin()
    show(renaming, 1.0)
    assert column.label[-1].get_center() == pytest.approx(equals, abs=1e-6)


def test_a_bar_beside_an_entry_has_its_height_and_its_colour() -> None:
    column = GradientColumn(THREE_DIALS, Spot(AT))
    for index, entry in enumerate(column.entries):
        bar = column.bar_beside(index)
        assert bar.get_y() == pytest.approx(entry.get_y())
        assert bar.get_left()[0] > column.get_right()[0]
        assert bar.get_color() == entry[0].get_fill_color()


def test_words_and_row_stand_by_the_name_of_the_column() -> None:
    column = GradientColumn(THREE_DIALS, Spot((1.0, 2.0, 0.4)))
    words, row = column.words("gradient"), column.row_at(3.0)
    assert words.get_top()[1] < column.label[:2].get_bottom()[1]
    assert row.get_y() == pytest.approx(3.0)
    assert row.part("equals").get_x() == pytest.approx(column.label[-1].get_x())
