"""The pictures of the review questions: each stands beside the card, and tells the truth."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from manim import Animation, Scene, tempconfig

from mnemo_anim.document import read_lecture
from mnemo_anim.maths import steepest_descent_direction
from mnemo_anim.maths.gallery import FOUR_DIALS, HILLSIDE, ONE_WEIGHT, PASS, TROUGH, VALLEYS
from mnemo_anim.mobjects.review import (
    HalvingLayers,
    HowSteep,
    LevelPoint,
    OneOfFour,
    ReviewPicture,
    SteepOrFar,
    WeightStep,
    WhichInput,
    WhichWay,
)
from mnemo_anim.paths import LECTURE
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

LABELS = read_lecture(LECTURE).section("review-questions").labels
WEST = np.array([-1.0, 0.0])


def play(moments: Iterator[Animation]) -> int:
    """Play moments to their ends, one after the other; return how many there were."""
    count = 0
    with tempconfig({"format": "none", "progress_bar": "none"}):
        scene = Scene(skip_animations=True)
        for moment in moments:
            moment.begin()
            show(moment, 1.0)
            moment.finish()
            moment.clean_up_from_scene(scene)
            count += 1
    return count


@pytest.mark.parametrize(
    "make",
    [
        lambda: WhichWay(LABELS),
        WhichInput,
        HowSteep,
        OneOfFour,
        LevelPoint,
        WeightStep,
        HalvingLayers,
        lambda: SteepOrFar(LABELS),
    ],
)
def test_a_picture_is_posed_and_answered_in_a_few_moments(
    make: Callable[[], ReviewPicture],
) -> None:
    picture = make()
    assert 1 < play(picture.pose()) <= 4
    play(iter(picture.ponder()))
    assert 1 < play(picture.answer()) <= 4


def test_which_way_stands_where_it_is_level_to_the_north_and_steps_west() -> None:
    picture = WhichWay(LABELS)
    east, north = VALLEYS.gradient(picture.here)
    assert east > 0.5
    assert north == pytest.approx(0.0, abs=1e-9)
    start, end = picture.trail.iterates
    step = end - start
    assert step / np.linalg.norm(step) == pytest.approx(WEST)
    assert steepest_descent_direction(VALLEYS, start) == pytest.approx(WEST)
    assert VALLEYS.value(end) < VALLEYS.value(start)


def test_which_input_draws_both_parts_equally_long() -> None:
    picture = WhichInput()
    lengths = [np.linalg.norm(part.tip - part.tail) for part in picture.parts]
    assert lengths[0] == pytest.approx(lengths[1])
    assert picture.equal.radius == pytest.approx(lengths[0])


def test_how_steep_turns_from_the_steepest_slope_to_none() -> None:
    picture = HowSteep()
    assert picture.arrow.gradient == pytest.approx([3.0, 4.0])
    play(picture.pose())
    assert picture.compass.slope == pytest.approx(5.0)
    play(picture.answer())
    assert picture.compass.slope == pytest.approx(0.0, abs=1e-9)
    # Whoever walked at right angles is as high as before.
    assert HILLSIDE.value(picture.walker.spot.coords) == pytest.approx(
        HILLSIDE.value((0.0, 0.0)), abs=1e-6
    )


def test_one_of_four_fills_one_place_of_four() -> None:
    picture = OneOfFour()
    play(picture.pose())
    row, dials = picture.row, picture.machine.dials
    middles = [place.get_x() for place in row.places]
    assert middles == pytest.approx([dial.anchor.origin[0] for dial in dials])
    assert row.get_bottom()[1] > STAGE.bottom
    assert not any(entry in row.submobjects for entry in row.entries)
    play(picture.answer())
    assert [entry in row.submobjects for entry in row.entries] == [True, False, False, False]
    assert [unknown in row.submobjects for unknown in row.unknowns] == [False, True, True, True]


def test_one_of_four_measures_what_its_entry_says() -> None:
    picture = OneOfFour()
    start, before = picture.spot.coords.copy(), FOUR_DIALS.value(picture.spot.coords)
    play(picture.pose())
    nudge = picture.spot.coords[0] - start[0]
    assert picture.spot.coords[1:] == pytest.approx(start[1:])
    change = FOUR_DIALS.value(picture.spot.coords) - before
    assert change / nudge == pytest.approx(FOUR_DIALS.gradient(start)[0])


def test_level_point_is_level_and_yet_there_is_lower_ground_along_y() -> None:
    picture = LevelPoint()
    start = picture.spot.coords.copy()
    assert PASS.gradient(start) == pytest.approx([0.0, 0.0])
    play(picture.answer())
    x, y = picture.spot.coords
    assert (x, y) != tuple(start)
    assert x == start[0]
    assert PASS.value((x, y)) < PASS.value(start)


def test_weight_step_moves_against_the_slope_by_the_rate_times_it() -> None:
    picture = WeightStep()
    (start,) = picture.spot.coords
    assert ONE_WEIGHT.gradient([start]) == pytest.approx([-3.0])
    play(picture.answer())
    (end,) = picture.spot.coords
    assert end - start == pytest.approx(0.3)
    arrow = picture.weight.arrow
    assert arrow.tail == pytest.approx(picture.weight.on_axis(start))
    assert arrow.tip == pytest.approx(picture.weight.on_axis(end))
    assert ONE_WEIGHT.value([end]) < ONE_WEIGHT.value([start])
    # The slope that is given is the one at the start, and the curve hides nothing of it.
    assert picture.weight.tangent.get_center() == pytest.approx(picture.weight.on_curve(start))
    assert picture.weight.tangent.z_index > picture.curve.line.z_index


def test_halving_layers_draws_each_bar_half_as_high_as_the_last() -> None:
    picture = HalvingLayers()
    play(picture.pose())
    play(picture.answer())
    heights = [bar.height for bar in picture.chain.bars]
    assert len(heights) == 11
    assert np.array(heights[1:]) == pytest.approx(np.array(heights[:-1]) / 2)
    assert heights[-1] == pytest.approx(heights[0] / 1024)


def test_steep_or_far_keeps_both_gradients_while_the_nearer_place_changes() -> None:
    picture = SteepOrFar(LABELS)
    a, b = (place.x for place in picture.places)

    def lengths_and_nearer() -> tuple[list[float], bool]:
        lowest = picture.trough.minimum
        assert TROUGH.gradient((lowest, picture.trough.turn))[0] == pytest.approx(0.0, abs=1e-9)
        slopes = [picture.trough.slope(x).value for x in (a, b)]
        return slopes, abs(a - lowest) < abs(b - lowest)

    play(picture.pose())
    before, a_was_nearer = lengths_and_nearer()
    play(picture.answer())
    after, a_is_nearer = lengths_and_nearer()
    assert a_is_nearer
    assert not a_was_nearer
    assert before == pytest.approx(after, abs=0.01)
    assert before[0] / before[1] == pytest.approx(10.0, abs=0.5)
