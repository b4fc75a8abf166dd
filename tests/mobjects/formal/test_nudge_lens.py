import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.formal.change_bars import ChangeBars
from mnemo_anim.mobjects.formal.nudge_lens import NudgeLens
from tests.mobjects.moments import show

HERE = np.array([1.0, 2.0])
NUDGE = 0.01


@pytest.fixture
def lens() -> NudgeLens:
    return NudgeLens(ELLIPTIC_BOWL, HERE, nudge=NUDGE, side=3.4)


def made(lens: NudgeLens) -> NudgeLens:
    lens.nudges.by = np.full(2, NUDGE)
    lens.nudges.redraw()
    return lens


def test_both_steps_are_equally_long_and_lie_along_the_axes(lens: NudgeLens) -> None:
    chart = made(lens).glass.chart
    for index, arrow in enumerate(lens.nudges.steps):
        tail, tip = chart.coords(np.stack([arrow.tail, arrow.tip]))
        np.testing.assert_allclose(tail, HERE, atol=1e-12)
        np.testing.assert_allclose(tip - tail, NUDGE * np.eye(2)[index], atol=1e-12)


def test_everything_in_the_glass_lies_inside_it(lens: NudgeLens) -> None:
    border = made(lens).glass.chart.axes.border
    for part in (lens.mark, *lens.nudges.steps):
        assert part.get_left()[0] > border.get_left()[0]
        assert part.get_right()[0] < border.get_right()[0]
        assert part.get_bottom()[1] > border.get_bottom()[1]
        assert part.get_top()[1] < border.get_top()[1]


def test_one_step_crosses_one_level_and_the_other_four(lens: NudgeLens) -> None:
    nudges = made(lens).nudges
    assert [len(nudges.crossed(index)) for index in (0, 1)] == [1, 4]
    for x, y in np.concatenate([nudges.crossed(0), nudges.crossed(1)]):
        nearest = np.abs(nudges.levels - (x**2 + 2 * y**2)).min()
        assert nearest < 1e-6


def test_the_levels_in_the_glass_are_those_that_are_counted(lens: NudgeLens) -> None:
    np.testing.assert_allclose(lens.glass.chart.levels, lens.nudges.levels)


def test_it_grows_out_of_the_point_to_where_it_stands(lens: NudgeLens) -> None:
    border = lens.glass.chart.axes.border
    centre, width = lens.glass.chart.centre, border.width
    opening = lens.open_from((3.0, 1.0, 0.0))
    opening.begin()
    show(opening, 0.0)
    assert border.width < 0.01 * width
    assert np.linalg.norm(lens.glass.chart.centre - (3.0, 1.0, 0.0)) < 0.01
    show(opening, 1.0)
    np.testing.assert_allclose(lens.glass.chart.centre, centre, atol=1e-9)
    assert border.width == pytest.approx(width)


def test_the_bars_are_the_changes_to_one_scale_with_their_numbers(lens: NudgeLens) -> None:
    bars = ChangeBars(made(lens).nudges, foot=(-5.0, -1.0, 0.0), unit=30.0)
    changes = (1.01**2 - 1, 2 * (2.01**2 - 4))
    for index, change in enumerate(changes):
        assert bars.bars[index].height == pytest.approx(30 * change)
        assert bars.bars[index].get_bottom()[1] == pytest.approx(-1.0)
    assert [number.text for number in bars.numbers] == ["+0.02", "+0.08"]


def test_the_one_bar_fits_into_the_other_four_times(lens: NudgeLens) -> None:
    bars = ChangeBars(made(lens).nudges, foot=(-5.0, -1.0, 0.0), unit=30.0)
    bars.fit_in(0, 1)
    assert len(bars.blocks) == 4
    assert bars.blocks.get_top()[1] == pytest.approx(bars.bars[1].get_top()[1], abs=0.01)


def test_without_a_nudge_nothing_has_changed(lens: NudgeLens) -> None:
    bars = ChangeBars(lens.nudges, foot=(0.0, 0.0, 0.0), unit=30.0)
    assert [number.text for number in bars.numbers] == ["0.00", "0.00"]
    assert all(arrow.presence == 0 for arrow in lens.nudges.steps)


def test_its_ground_has_the_tint_that_the_place_has_on_the_whole_map(lens: NudgeLens) -> None:
    lowest, highest = (np.array(tint) for tint in lens.glass.ground.palette.tints)
    assert np.abs(highest - lowest).max() < 0.02
