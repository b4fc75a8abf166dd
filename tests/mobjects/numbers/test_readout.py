import numpy as np
import pytest
from manim import ValueTracker

from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.lettering.text import Formula, glyph_height
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.theme import TYPE
from tests.mobjects.sources import number, tracked


def test_the_line_reads_as_if_it_had_been_set_in_one_piece() -> None:
    readout = Readout("norm(nabla f)", number(8.25), size=TYPE.formula)
    whole = Formula("norm(nabla f) = 8.25", size=TYPE.formula)
    whole.shift(readout.label[0].get_center() - whole[0].get_center())
    drawn = [*readout.label, *readout.number]
    assert len(drawn) == len(whole)
    for mine, typeset in zip(drawn, whole, strict=True):
        assert mine.get_center() == pytest.approx(typeset.get_center(), abs=0.01)
        assert mine.height == pytest.approx(typeset.height, rel=1e-3)


def test_the_number_follows_its_source() -> None:
    tracker = ValueTracker(1.0)
    readout = Readout("f", tracked(tracker), decimals=1)
    tracker.set_value(-3.25)
    readout.update()
    (claim,) = claims(readout)
    assert claim.shown == "−3.2"
    assert claim.holds()


def test_the_plate_surrounds_the_widest_value_and_does_not_move() -> None:
    tracker = ValueTracker(0.0)
    readout = Readout("(partial f)/(partial x)", tracked(tracker), widest=-88.88, backed=True)
    (plate,) = (m for m in readout.get_family() if isinstance(m, Plate))
    corners = plate.get_all_points().copy()
    tracker.set_value(-88.88)
    readout.update()
    text = [*readout.label, *readout.number]
    assert min(g.get_left()[0] for g in text) > plate.get_left()[0] + 0.1
    assert max(g.get_right()[0] for g in text) < plate.get_right()[0] - 0.1
    assert max(g.get_top()[1] for g in text) < plate.get_top()[1] - 0.1
    assert min(g.get_bottom()[1] for g in text) > plate.get_bottom()[1] + 0.1
    assert np.array_equal(plate.get_all_points(), corners)


def test_parts_of_the_name_take_their_colours() -> None:
    readout = Readout("{{ f : value }}(1, 2)", number(9.0), parts={"value": "#f9f66a"})
    assert readout.label.part("value")[0].get_fill_color().to_hex().lower() == "#f9f66a"


def test_numerals_are_as_tall_as_the_type_scale_says() -> None:
    readout = Readout("f", number(1.0), size=100)
    assert glyph_height(readout.number) == pytest.approx(72.2, abs=1)


def test_another_name_stands_where_the_number_stays() -> None:
    height = Readout("h", number(2.5)).shift([1, 2, 0])
    other = height.named("norm(nabla f)")
    assert other[-1].get_center() == pytest.approx(height.label[-1].get_center())
    assert other.width > height.label.width
