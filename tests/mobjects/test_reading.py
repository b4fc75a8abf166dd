"""What a gradient is read from stands where the loss says: arrows, knobs, slices, gaps, bars."""

import numpy as np
import pytest
from numpy.typing import ArrayLike

from mnemo_anim.maths.curve_fit import bells_fit
from mnemo_anim.mobjects import Spot, claims
from mnemo_anim.mobjects.meter import Meter
from mnemo_anim.mobjects.reading.loss_picture import LossPicture
from mnemo_anim.mobjects.reading.weight_table import WeightTable

FIT = bells_fit()
ROWS = range(len(FIT.start))


@pytest.fixture
def spot() -> Spot:
    return Spot(FIT.start)


@pytest.fixture
def table(spot: Spot) -> WeightTable:
    return WeightTable(
        FIT, spot, sentences=["decrease"] * len(FIT.start), weight="weight", slope="slope", room=1.0
    )


@pytest.fixture
def picture(spot: Spot) -> LossPicture:
    return LossPicture(FIT, spot, word="loss", full=5.0, reach=2.0)


def level(meter: Meter, value: ArrayLike) -> float:
    """Return the y at which the meter has a value."""
    return float(meter.at(float(np.asarray(value)))[1])


def test_entry_arrows_have_one_scale_and_the_side_of_their_sign(table: WeightTable) -> None:
    reaches = [(row.entry.tip - row.entry.anchor.origin)[0] for row in table.rows]
    np.testing.assert_allclose(reaches / FIT.gradient, reaches[0] / FIT.gradient[0])
    assert reaches[0] > 0
    for row, reach in zip(table.rows, reaches, strict=True):
        drawn = row.entry.arrow
        edge = drawn.get_right() if reach > 0 else drawn.get_left()
        assert edge[0] == pytest.approx(row.entry.tip[0], abs=1e-6)


def test_spread_out_each_number_stands_across_the_zero_line_from_its_arrow(
    table: WeightTable,
) -> None:
    spread = table.spread()
    spread.begin()
    spread.finish()
    for row in table.rows:
        zero, tip = row.entry.anchor.origin[0], row.entry.tip[0]
        near, far = sorted((row.number.get_left()[0] - zero, row.number.get_right()[0] - zero))
        assert near * (tip - zero) < 0
        assert far * (tip - zero) < 0
        assert row.number.get_y() == pytest.approx(row.entry.anchor.origin[1], abs=0.05)


def test_knobs_and_step_arrows_share_the_scale_of_the_line(table: WeightTable, spot: Spot) -> None:
    for index, row in enumerate(table.rows):
        slider = row.slider
        low, high = (slider.point(end)[0] for end in slider.interval)
        unit = (high - low) / (slider.interval[1] - slider.interval[0])
        slider.stretch = 1.0
        spot.coords = FIT.stations[index + 1]
        row.update()
        assert slider.knob.get_x() == pytest.approx(
            low + unit * (slider.value - slider.interval[0])
        )
        tip = slider.arrow.points[np.argmax(np.sign(slider.step) * slider.arrow.points[:, 0])]
        assert tip[0] == pytest.approx(slider.knob.get_x(), abs=1e-6)
        assert row.value.get_x() == pytest.approx(slider.knob.get_x())


def test_the_slice_is_the_loss_along_one_weight_on_the_scale_of_the_meter(
    picture: LossPicture, spot: Spot
) -> None:
    piece, meter = picture.slice, picture.meter
    for index in ROWS:
        piece.direction = np.eye(len(FIT.start))[index]
        spot.coords = np.array(FIT.start) + 0.7 * piece.direction
        piece.redraw()
        middle, unit = (piece.left + piece.right) / 2, (piece.right - piece.left) / 2 / piece.reach
        for point in piece.curve.points[::40]:
            weights = np.array(FIT.start) + (point[0] - middle) / unit * piece.direction
            assert point[1] == pytest.approx(level(meter, FIT.loss.value(weights)), abs=1e-9)
        assert piece.dot.get_y() == pytest.approx(level(meter, FIT.loss.value(spot.coords)))
        assert piece.dot.get_x() == pytest.approx(middle + 0.7 * unit)
        assert piece.curve.get_top()[1] <= level(meter, meter.high)


def test_the_tangent_has_the_slope_of_the_entry(picture: LossPicture) -> None:
    piece, meter = picture.slice, picture.meter
    across = (piece.right - piece.left) / 2 / piece.reach
    up = level(meter, 1.0) - level(meter, 0.0)
    piece.touched = 1.0
    for index in ROWS:
        piece.direction = np.eye(len(FIT.start))[index]
        piece.redraw()
        run, rise, _ = piece.tangent.points[-1] - piece.tangent.points[0]
        assert rise / run * across / up == pytest.approx(FIT.gradient[index])
        assert piece.slope.value == pytest.approx(FIT.gradient[index])


def test_every_gap_goes_from_the_curve_to_its_target(picture: LossPicture, spot: Spot) -> None:
    panel = picture.panel
    spot.coords = FIT.stations[2]
    panel.redraw()
    ends = panel.corners.coords(panel.gaps.points.reshape(-1, 4, 3)[:, [0, 3]])
    np.testing.assert_allclose(ends[:, 0, 0], FIT.inputs, atol=1e-9)
    np.testing.assert_allclose(ends[:, 1, 1], FIT.targets, atol=1e-9)
    gaps = ends[:, 0, 1] - ends[:, 1, 1]
    assert (gaps**2).mean() == pytest.approx(FIT.loss.value(spot.coords))


def test_the_bars_together_are_the_fall_of_the_loss(picture: LossPicture, spot: Spot) -> None:
    drops, meter = picture.drops, picture.meter
    spot.coords = FIT.stations[-1]
    drops.redraw()
    fallen = FIT.loss.value(FIT.stations)
    for index, bar in enumerate(drops.bars):
        assert bar.get_top()[1] == pytest.approx(level(meter, fallen[index]), abs=0.03)
        assert bar.get_bottom()[1] == pytest.approx(level(meter, fallen[index + 1]))
    labels = [label.get_y() for label in drops.labels]
    assert min(-np.diff(labels)) > drops.labels[0].height


def test_a_bar_grows_with_the_fall_and_not_before(picture: LossPicture, spot: Spot) -> None:
    drops = picture.drops
    spot.coords = (FIT.stations[1] + FIT.stations[2]) / 2
    drops.redraw()
    assert [bar.presence for bar in drops.bars] == [1.0, 1.0, 0.0, 0.0]
    now = level(picture.meter, FIT.loss.value(spot.coords))
    assert drops.bars[1].get_bottom()[1] == pytest.approx(now)


def test_every_number_is_true(table: WeightTable, picture: LossPicture, spot: Spot) -> None:
    spot.coords = FIT.stations[1]
    table.update()
    picture.meter.update()
    made = claims(table, picture.meter, *picture.drops.labels)
    assert len(made) >= 3 * len(FIT.start)
    assert all(claim.holds() for claim in made)
