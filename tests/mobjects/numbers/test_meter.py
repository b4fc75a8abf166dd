import numpy as np
import pytest
from manim import RIGHT, UP, ValueTracker

from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.numbers.meter_change import MeterChange
from tests.mobjects.sources import number, tracked


def metre(tracker: ValueTracker, *, horizontal: bool = False) -> Meter:
    return Meter(tracked(tracker), 0.0, 10.0, label="L", length=4.0, horizontal=horizontal)


def filled(meter: Meter) -> tuple[float, float]:
    """Return the extent of the bar along the scale, from the anchor."""
    along = (meter.bar.fill.points - meter.anchor.origin) @ meter.along
    return float(along.min()), float(along.max())


@pytest.mark.parametrize("horizontal", [False, True])
def test_the_bar_is_filled_in_proportion(horizontal: bool) -> None:
    tracker = ValueTracker(0.0)
    meter = metre(tracker, horizontal=horizontal)
    for value in (0.0, 2.5, 7.0, 10.0):
        tracker.set_value(value)
        meter.update()
        assert filled(meter) == pytest.approx((0.0, 0.4 * value))


def test_the_bar_follows_a_meter_that_is_moved_and_scaled() -> None:
    tracker = ValueTracker(5.0)
    meter = metre(tracker).scale(0.5).shift(2 * RIGHT + UP)
    tracker.set_value(10.0)
    meter.update()
    assert filled(meter) == pytest.approx((0.0, 2.0))
    assert meter.bar.fill.get_x() == pytest.approx(meter.track.get_x())


def test_ticks_stand_where_the_bar_would_end() -> None:
    meter = metre(ValueTracker(0.0)).scale(0.7).shift(UP)
    for mark, tick in meter.scale_marks:
        assert mark.get_y() == pytest.approx(meter.at(tick.value)[1])
        assert tick.get_y() == pytest.approx(mark.get_y(), abs=0.02)
    assert [claim.shown for claim in claims(meter.scale_marks)] == ["0", "5", "10"]
    assert all(claim.holds() for claim in claims(meter.scale_marks))
    meter.scale_marks[2].shift(0.01 * UP)
    assert [claim.holds() for claim in claims(meter.scale_marks)].count(False) == 1


@pytest.mark.parametrize(("value", "end", "points_up"), [(14.0, 4.0, True), (-3.0, 0.0, False)])
def test_beyond_the_scale_the_bar_stops_and_the_number_tells(
    value: float, end: float, points_up: bool
) -> None:
    tracker = ValueTracker(5.0)
    meter = metre(tracker)
    assert meter.bar.chevron.get_fill_opacity() == 0
    tracker.set_value(value)
    meter.update()
    assert filled(meter)[1] == pytest.approx(end)
    assert meter.bar.chevron.get_fill_opacity() == 1
    assert (meter.bar.chevron.get_y() > meter.track.get_y()) == points_up
    (claim,) = claims(meter.header)
    assert claim.holds()
    assert claim.quantity.value == value


def test_an_empty_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="low < high"):
        Meter(number(1.0), 2.0, 2.0, label="L")


def test_a_change_spans_from_the_mark_to_the_value_now() -> None:
    tracker = ValueTracker(3.0)
    meter = metre(tracker)
    change = MeterChange(meter)
    tracker.set_value(5.5)
    meter.update()
    change.update()
    assert change.span.get_bottom()[1] == pytest.approx(meter.at(3.0)[1])
    assert change.span.get_top()[1] == pytest.approx(meter.at(5.5)[1])
    assert change.number.text == "+2.50"
    assert claims(change)[0].holds()
    assert change.number.get_right()[0] < change.marks.get_left()[0]
    assert change.marks.get_right()[0] == pytest.approx(meter.track.get_left()[0], abs=1e-6)
    assert np.isclose(change.number.get_y(), meter.at(4.25)[1])
