from itertools import combinations, pairwise

import numpy as np
import pytest
from manim import RIGHT

from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.numbers.column import DOTS, ComponentColumn
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import PALETTE
from tests.mobjects.moments import show
from tests.mobjects.sources import number


def colour(mobject: Number) -> str:
    return str(mobject.family_members_with_points()[0].get_fill_color().to_hex()).lower()


def test_entries_stand_below_each_other_between_the_brackets() -> None:
    column = ComponentColumn(["(partial f)/(partial x_1)", DOTS, "(partial f)/(partial x_n)"])
    left, right = column.brackets
    for entry in column.entries:
        assert left.get_left()[0] < entry.get_left()[0]
        assert entry.get_right()[0] < right.get_right()[0]
    for above, below in pairwise(column.entries):
        assert above.get_bottom()[1] > below.get_top()[1]
    assert left.get_top()[1] > column.entries[0].get_top()[1]
    assert left.get_bottom()[1] < column.entries[-1].get_bottom()[1]


def test_each_entry_has_the_colour_of_its_input_and_dots_have_none() -> None:
    column = ComponentColumn([1.0, 2.0, DOTS, 3.0])
    expected = [PALETTE.x_part, PALETTE.y_part, PALETTE.ink_soft, PALETTE.z_part]
    assert [colour(entry) for entry in column.entries] == expected


def test_numbers_are_the_values_rounded_and_end_in_line() -> None:
    column = ComponentColumn([2.0, -8.246, 10.0], decimals=2)
    assert [entry.text for entry in column.entries] == ["2.00", "−8.25", "10.00"]
    last_digits = [entry[-1].get_x() for entry in column.entries]
    assert last_digits == pytest.approx([last_digits[0]] * 3, abs=0.02)


def test_an_empty_column_is_filled_entry_by_entry() -> None:
    column = ComponentColumn([2.0, 8.0], empty=True)
    column.shift(3 * RIGHT)
    assert not any(entry in column.get_family() for entry in column.entries)
    drop = column.drop(1)
    drop.begin()
    show(drop, 1.0)
    drop.finish()
    assert column.entries[1] in column.get_family()
    assert column.entries[0] not in column.get_family()
    first, second = column.slots
    assert column.entries[1].get_center() == pytest.approx(second.get_center(), abs=0.05)
    assert first.get_stroke_opacity() == 1
    assert second.get_stroke_opacity() == 0


def test_an_entry_can_come_out_of_another_number() -> None:
    column = ComponentColumn([2.0, -8.0], empty=True)
    source = Number(-8.0).shift(4 * RIGHT)
    drop = column.drop(1, source)
    drop.begin()
    show(drop, 0.0)
    assert column.entries[1].get_center() == pytest.approx(source.get_center(), abs=1e-6)
    show(drop, 1.0)
    assert column.entries[1].get_x() == pytest.approx(column.slots[1].get_x(), abs=0.1)
    assert source.get_x() == pytest.approx(4, abs=0.5)


def test_a_live_entry_can_fly_in_from_a_point_at_its_own_size() -> None:
    entry = Number(source=number(2.5))
    column = ComponentColumn([entry, 1.0], empty=True)
    height, start = entry.height, np.array([4.0, 1.0, 0.0])
    drop = column.drop(0, start)
    home = entry.get_center()
    drop.begin()
    show(drop, 0.0)
    assert entry.get_center() == pytest.approx(start, abs=1e-6)
    show(drop, 0.5)
    assert entry.height == pytest.approx(height)
    show(drop, 1.0)
    assert entry.get_center() == pytest.approx(home)
    assert entry.get_y() == pytest.approx(column.slots[0].get_y(), abs=0.05)


def test_entries_may_be_live_numbers() -> None:
    column = ComponentColumn([Number(source=number(2.5)), 1.0])
    assert [claim.shown for claim in claims(column)] == ["2.50"]


def test_the_name_stands_before_the_column() -> None:
    column = ComponentColumn(["2 x", "4 y"], name="nabla f")
    assert column.label.get_right()[0] < column.brackets.get_left()[0]
    assert colour(column.label.part("name")) == PALETTE.uphill


def test_a_column_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ComponentColumn([])
    with pytest.raises(ValueError, match="2 entries was given 1 colours"):
        ComponentColumn([1.0, 2.0], colors=[PALETTE.ink])


def test_numbers_gathered_from_a_row_never_cross() -> None:
    column = ComponentColumn([-5.4, 4.7, 3.6], decimals=1, signed=True).move_to([4.3, -0.6, 0])
    row = [
        Number(value, 1, signed=True).move_to([x, -2.0, 0])
        for value, x in zip((-5.4, 4.7, 3.6), (-3.0, -1.6, -0.1), strict=True)
    ]
    gathering = column.gather(row)
    gathering.begin()
    for alpha in (step / 60 for step in range(61)):
        show(gathering, alpha)
        for one, other in combinations(row, 2):
            apart = abs(one.get_center() - other.get_center())
            assert (
                apart[0] > (one.width + other.width) / 2
                or apart[1] > (one.height + other.height) / 2
            ), alpha
