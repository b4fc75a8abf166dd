from itertools import combinations

import numpy as np
from manim import ManimColor

from mnemo_anim.document import read_lecture
from mnemo_anim.mobjects.miniatures.property_table import PropertyTable
from mnemo_anim.paths import LECTURE
from mnemo_anim.theme import PALETTE, STAGE
from tests.mobjects.moments import show

KEY_PROPERTIES = read_lecture(LECTURE).section("key-properties").table
assert KEY_PROPERTIES is not None
ROWS = KEY_PROPERTIES.rows
TABLE = PropertyTable(ROWS)
UPHILL, INK, SOFT = map(ManimColor, (PALETTE.uphill, PALETTE.ink, PALETTE.ink_soft))


def boxes(*, final: bool) -> list[tuple[float, float, float, float]]:
    """Return left, right, lower and upper edge of each cell, then of each text."""
    found = []
    for index, row in enumerate(TABLE.rows):
        x, y, side = cell = TABLE.final_cell(index) if final else TABLE.cell(index)
        found.append((x - side / 2, x + side / 2, y - side / 2, y + side / 2))
        move = TABLE.move_text(index, cell)
        move.begin()
        show(move, 1.0)
        for line in row:
            lower, upper = line.get_bottom()[1], line.get_top()[1]
            found.append((line.get_left()[0], line.get_right()[0], lower, upper))
    return found


def test_rows_stand_beside_the_stage_and_then_fill_it_without_touching() -> None:
    for final in (False, True):
        found = boxes(final=final)
        assert min(box[0] for box in found) >= STAGE.left - 1e-9
        assert max(box[1] for box in found) <= STAGE.right + 1e-9
        assert min(box[2] for box in found) >= STAGE.bottom - 1e-9
        assert max(box[3] for box in found) <= STAGE.top + 1e-9
        for one, other in combinations(found, 2):
            apart = max(one[0], other[0]) - min(one[1], other[1])
            above = max(one[2], other[2]) - min(one[3], other[3])
            assert max(apart, above) > 0.1, (one, other)


def test_all_of_the_table_is_set() -> None:
    assert KEY_PROPERTIES is not None
    words = [[line.text for line in row] for row in TABLE.rows]
    assert words == [list(row) for row in KEY_PROPERTIES.rows]


def test_rows_that_stepped_back_come_forward_as_they_were() -> None:
    table = PropertyTable(ROWS)
    gradient, *_, letter = table.rows[1][0].family_members_with_points()
    assert (gradient.get_fill_color(), letter.get_fill_color()) == (UPHILL, INK)
    for index in range(len(table.rows) - 1):
        back = table.step_back(index)
        back.begin()
        show(back, 1.0)
    assert (gradient.get_fill_color(), letter.get_fill_color()) == (UPHILL, SOFT)
    assert letter.get_fill_opacity() == 1.0, "what steps back can still be read"
    forward = table.come_forward()
    forward.begin()
    show(forward, 1.0)
    assert letter.get_fill_color() == INK


def test_the_focus_goes_to_the_row() -> None:
    move = TABLE.look_at(3)
    move.begin()
    show(move, 1.0)
    assert np.isclose(TABLE.focus.get_y(), TABLE.cell(3)[1])
