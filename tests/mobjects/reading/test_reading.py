"""What a gradient is read from stands where the loss says: arrows, knobs, slices, gaps, bars."""

import numpy as np
import pytest
from numpy.typing import ArrayLike

from mnemo_anim.maths.curve_fit import bells_fit
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.reading.loss_answers import LossAnswers
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
        FIT, spot, [("decrease", "a lot")] * len(FIT.start), weight="weight", room=1.0
    )


@pytest.fixture
def picture(spot: Spot) -> LossPicture:
    return LossPicture(FIT, spot, "loss", full=5.0, reach=2.0)


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
        spot.coords = FIT.followed
        row.update()
        assert slider.knob.get_x() == pytest.approx(
            low + unit * (slider.value - slider.interval[0])
        )
        tip = slider.arrow.points[np.argmax(np.sign(slider.step) * slider.arrow.points[:, 0])]
        assert tip[0] == pytest.approx(slider.knob.get_x(), abs=1e-6)
        assert row.value.value == pytest.approx(FIT.followed[index])


def test_a_ring_stays_only_where_the_knob_has_left(table: WeightTable, spot: Spot) -> None:
    slider = table.rows[0].slider
    assert slider.ghost.presence == 0.0
    spot.coords = FIT.followed
    slider.redraw()
    assert slider.ghost.presence == 1.0


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


def test_the_arrow_of_an_entry_turns_into_the_tangent_its_tip_uphill(
    table: WeightTable, picture: LossPicture
) -> None:
    piece = picture.slice
    for index in ROWS:
        piece.direction = np.eye(len(FIT.start))[index]
        piece.touch(table.rows[index].entry)
        piece.touched = 0.0
        piece.redraw()
        np.testing.assert_allclose(piece.tangent.points[-1], table.rows[index].entry.tip)
        piece.touched = 1.0
        piece.redraw()
        assert piece.tangent.points[-1][1] > piece.tangent.points[0][1]


def test_every_gap_goes_from_the_curve_to_its_target(picture: LossPicture, spot: Spot) -> None:
    panel = picture.panel
    spot.coords = FIT.followed
    panel.redraw()
    ends = panel.corners.coords(panel.gaps.points.reshape(-1, 4, 3)[:, [0, 3]])
    np.testing.assert_allclose(ends[:, 0, 0], FIT.inputs, atol=1e-9)
    np.testing.assert_allclose(ends[:, 1, 1], FIT.targets, atol=1e-9)
    gaps = ends[:, 0, 1] - ends[:, 1, 1]
    assert (gaps**2).mean() == pytest.approx(FIT.loss.value(spot.coords))


def test_a_dot_on_the_tip_of_each_bell_is_as_high_as_its_weight(
    picture: LossPicture, spot: Spot
) -> None:
    panel = picture.panel
    spot.coords = FIT.followed
    for frame in ((0.0, 3.0, -2.0, 2.0), (-6.0, 4.0, -1.0, 2.5)):
        panel.frame = np.array(frame)
        panel.redraw()
        tips = [panel.corners.coords(tip.get_center()) for tip in panel.tips]
        np.testing.assert_allclose(tips, np.stack([FIT.centres, FIT.followed], axis=1), atol=1e-6)


def test_the_gaps_fill_the_meter_up_to_the_loss(picture: LossPicture) -> None:
    gaps, meter = picture.gaps, picture.meter
    gaps.redraw()
    assert not any(block.presence for block in gaps.blocks)
    gaps.way = 1.0
    gaps.redraw()
    assert gaps.get_bottom()[1] == pytest.approx(level(meter, 0.0))
    assert gaps.get_top()[1] == pytest.approx(level(meter, FIT.loss.value(FIT.start)))
    heights = sum(block.height for block in gaps.blocks)
    assert heights == pytest.approx(gaps.height)


def test_the_bar_of_an_answer_is_as_long_as_the_arrow_of_its_entry(table: WeightTable) -> None:
    answers = LossAnswers(FIT, table, 0.01, left=1.0)
    for row, answer in zip(table.rows, answers.answers, strict=True):
        assert answer.bar.presence == 0.0
        answer.grown = 1.0
        answer.redraw()
        reach = abs(row.entry.tip[0] - row.entry.anchor.origin[0])
        assert answer.bar.width == pytest.approx(reach, rel=0.01)
        assert answer.bar.get_left()[0] == pytest.approx(1.0)
        assert answer.bar.get_y() == pytest.approx(row.entry.anchor.origin[1])


def test_where_the_gradient_is_felt_anew_arrows_and_numbers_follow(table: WeightTable) -> None:
    table.felt.coords = FIT.followed
    table.update()
    there = FIT.loss.gradient(FIT.followed)
    reaches = [(row.entry.tip - row.entry.anchor.origin)[0] for row in table.rows]
    np.testing.assert_allclose(reaches / there, reaches[0] / there[0])
    np.testing.assert_allclose([row.number.value for row in table.rows], there)


def test_every_number_is_true(table: WeightTable, picture: LossPicture, spot: Spot) -> None:
    spot.coords = table.felt.coords = FIT.followed
    table.update()
    picture.meter.update()
    made = claims(table, picture.meter, LossAnswers(FIT, table, 0.01, left=1.0))
    assert len(made) >= 3 * len(FIT.start)
    assert all(claim.holds() for claim in made)
