import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.definition import Definition
from mnemo_anim.mobjects.formal.derivation import Derivation
from mnemo_anim.mobjects.lettering.notation import rest
from mnemo_anim.mobjects.numbers.gradient_row import GradientRow
from tests.mobjects.moments import show

HERE = (1.0, 2.0)
COLUMN = (-6.4, -0.5)


@pytest.fixture
def lines() -> Derivation:
    return Derivation(ELLIPTIC_BOWL, Spot(HERE), HERE, COLUMN)


def test_the_numbers_put_in_are_the_coordinates_and_come_out_as_the_gradient(
    lines: Derivation,
) -> None:
    for formula, numbers in (
        (lines.place, ["1", "2"]),
        (lines.inserted, ["1", "2"]),
        (lines.value, ["2", "8"]),
    ):
        assert [claim.shown for claim in formula.claims] == numbers


def test_under_each_term_stands_its_value_at_the_spot(lines: Derivation) -> None:
    assert [number.text for number in lines.terms.values] == ["1.0", "8.0"]


def test_only_the_value_of_the_input_that_moves_changes() -> None:
    spot = Spot(HERE)
    lines = Derivation(ELLIPTIC_BOWL, spot, HERE, COLUMN)
    spot.coords = np.array([-1.5, 2.0])
    for number in lines.terms.values:
        number.update()
    assert [number.text for number in lines.terms.values] == ["2.2", "8.0"]


def test_each_derivative_stands_on_the_side_of_its_term_and_inside_the_column(
    lines: Derivation,
) -> None:
    first, last = lines.partials
    assert COLUMN[0] <= first.get_left()[0] < first.get_right()[0] < last.get_left()[0]
    assert last.get_right()[0] <= COLUMN[1]
    for row in (lines.function, lines.symbols, lines.general, lines.inserted, lines.value):
        assert row.width < COLUMN[1] - COLUMN[0]


def test_the_lock_is_over_the_term_that_it_holds(lines: Derivation) -> None:
    for lock, part in zip(lines.terms.locks, ("first", "last"), strict=True):
        term = lines.function.part(part)
        assert lock.get_x() == pytest.approx(term.get_x(), abs=1e-6)
        assert lock.get_bottom()[1] > term.get_top()[1]


def test_a_derivative_flies_past_the_value_of_its_term_on_the_outside(lines: Derivation) -> None:
    for index, outwards in ((0, -1), (1, 1)):
        flight = lines.derive(index)
        flight.begin()
        show(flight, 0.4)
        variable = lines.partials[index].part("value")[-1]
        assert outwards * (variable.get_x() - lines.terms.values[index].get_x()) > 0


def test_a_row_names_its_entries_in_order() -> None:
    row = GradientRow(["2 x", "4 y"])
    xs = [
        row.part(name).get_x() for name in ("name", "equals", "open", "first", "separator", "last")
    ]
    assert xs == sorted(xs)
    assert [part.get_x() for part in row.frame] == sorted(part.get_x() for part in row.frame)


def test_names_lose_their_indices_and_nothing_else() -> None:
    definition = Definition(ELLIPTIC_BOWL, COLUMN)
    for old, new in (("first", 0), ("last", 1)):
        entry = definition.listing.part(old)
        assert len(entry) == len(definition.symbols.entry(new)) + 1
        index = min(entry, key=lambda glyph: glyph.get_bottom()[1])
        assert index is entry[4]
    narrowed = definition.narrow()
    narrowed.begin()
    narrowed.finish()
    assert definition.two.width < definition.many.width


def test_the_rest_of_a_formula_is_what_no_part_holds() -> None:
    row = GradientRow(["2 x", "4 y"])
    entries = [glyph for index in (0, 1) for glyph in row.entry(index)]
    others = rest(row, ("first", "last"))
    assert len(others) + len(entries) == len(row)
    assert not {id(glyph) for glyph in others} & {id(glyph) for glyph in entries}
