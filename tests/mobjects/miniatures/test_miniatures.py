from math import pi

import numpy as np
import pytest

from mnemo_anim.maths.critical_points import CriticalKind, central_critical_point, classify
from mnemo_anim.maths.gallery import VALLEYS, VALLEYS_WALK
from mnemo_anim.mobjects.miniatures import (
    CriticalMiniature,
    CrossingMiniature,
    DirectionsMiniature,
    EntriesMiniature,
    Life,
    Miniature,
    SteepnessMiniature,
    StepsMiniature,
)
from mnemo_anim.mobjects.miniatures.rose import GradientRose
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from tests.mobjects.moments import show

BOX = (-2.0, 0.5, 5.0)
KINDS = (CriticalKind.MINIMUM, CriticalKind.MAXIMUM, CriticalKind.SADDLE)
STOPS = [central_critical_point(VALLEYS, kind) for kind in KINDS]
ENTRIES = EntriesMiniature(VALLEYS, (0.9, 0.7), extent=3.4, radius=0.3, scale=0.9, box=BOX)
DIRECTIONS = DirectionsMiniature(
    VALLEYS, (-1.0, 1.4), extent=3.6, radius=0.3, ring=0.6, scale=0.3, box=BOX
)
STEPS = StepsMiniature(VALLEYS_WALK, extent=4.6, box=BOX)
STEEPNESS = SteepnessMiniature(VALLEYS, (0.5, 0.5), reach=3.0, extent=3.6, scale=0.7, box=BOX)
CRITICAL = CriticalMiniature(VALLEYS, STOPS, scale=0.7, around=0.5, box=BOX)
CROSSING = CrossingMiniature(VALLEYS, (1.6, -2.4), extent=4.5, scale=0.8, corner=0.2, box=BOX)
ALL: list[Miniature] = [ENTRIES, DIRECTIONS, STEPS, STEEPNESS, CRITICAL, CROSSING]


def at(miniature: Miniature, phase: float) -> None:
    miniature.phase = phase
    miniature.redraw()
    for part in miniature.parts:
        part.update(0)


def partial_derivatives(point: np.ndarray, step: float = 1e-6) -> np.ndarray:
    ahead, back = point + step * np.eye(2), point - step * np.eye(2)
    return np.asarray((VALLEYS.value(ahead) - VALLEYS.value(back)) / (2 * step))


@pytest.mark.parametrize("miniature", ALL)
@pytest.mark.parametrize("box", [(1.0, 2.0, 0.9), (-3.0, 0.0, 6.0)])
def test_the_map_fills_its_box_however_often_it_was_moved(
    miniature: Miniature, box: tuple[float, float, float]
) -> None:
    for width in np.linspace(0.5, 7.0, 200):
        miniature.box = np.array([width, -width, width])
        miniature.redraw()
    miniature.box = np.array(box)
    miniature.redraw()
    x, y, side = box
    (left, right), (low, high) = miniature.map.field.domain
    corners = miniature.map.point([(left, low), (right, high)])
    assert np.allclose(corners[:, :2], [(x - side / 2, y - side / 2), (x + side / 2, y + side / 2)])
    miniature.box = np.array(BOX)
    at(miniature, 0.0)


@pytest.mark.parametrize("miniature", ALL)
def test_each_round_is_like_the_one_before(miniature: Miniature) -> None:
    at(miniature, 0.37)
    first = [part.get_all_points().copy() for part in miniature.parts]
    at(miniature, 4.37)
    for part, points in zip(miniature.parts, first, strict=True):
        assert np.allclose(part.get_all_points(), points, atol=1e-9)


@pytest.mark.parametrize("miniature", ALL)
def test_a_miniature_fades_with_all_that_stands_on_it(miniature: Miniature) -> None:
    miniature.shown = 0.0
    at(miniature, 0.2)
    assert miniature.map.ground.state.opacity == 0.0
    assert all(part.shown == 0.0 for part in miniature.parts)
    miniature.shown = 1.0
    at(miniature, 0.2)
    assert miniature.map.ground.state.opacity == 1.0


def test_the_components_of_the_gradient_grow_one_after_the_other() -> None:
    growth = ENTRIES.split_off(1)
    growth.begin()
    show(growth, 0.0)
    assert ENTRIES.split.tolist() == [1.0, 0.0]
    show(growth, 1.0)
    assert ENTRIES.split.tolist() == [1.0, 1.0]
    ENTRIES.grown = 1.0
    at(ENTRIES, 0.1)
    reach = (ENTRIES.arrow.tip - ENTRIES.arrow.tail)[:2]
    parts = sum((part.tip - part.tail)[:2] for part in ENTRIES.components)
    assert np.allclose(reach, parts, atol=1e-9)
    assert np.allclose(
        reach, 0.9 * ENTRIES.map.chart.unit * partial_derivatives(ENTRIES.spot.coords), atol=1e-6
    )


def test_no_direction_is_steeper_than_that_of_the_gradient() -> None:
    at(DIRECTIONS, 0.3)
    slopes = []
    for turn in np.linspace(-pi, pi, 73):
        DIRECTIONS.turn = float(turn)
        at(DIRECTIONS, 0.3)
        slopes.append(DIRECTIONS.slope.value)
    assert np.argmax(slopes) == 36
    steepest = np.linalg.norm(partial_derivatives(DIRECTIONS.spot.coords))
    assert max(slopes) == pytest.approx(steepest, rel=1e-6)
    DIRECTIONS.turn = 0.0
    at(DIRECTIONS, 0.3)


@pytest.mark.parametrize("step", [0, 3, 6])
def test_each_arrow_of_the_walk_is_the_step_itself(step: int) -> None:
    STEPS.turned = 1.0
    walked = STEPS.walk()
    walked.begin()
    show(walked, (step + 0.5) / STEPS.trail.steps)
    for part in STEPS.parts:
        part.update(0)
    here, there = STEPS.trail.iterates[step : step + 2]
    assert np.allclose(STEPS.arrow.tail, STEPS.map.point(here), atol=1e-9)
    assert np.allclose(STEPS.arrow.tip, STEPS.map.point(there), atol=1e-9)
    step_taken = -VALLEYS_WALK.learning_rate * partial_derivatives(here)
    assert np.allclose(there - here, step_taken, atol=1e-6)


def test_the_steps_that_were_taken_stay_to_be_seen() -> None:
    walked = STEPS.walk()
    walked.begin()
    show(walked, 3.5 / STEPS.trail.steps)
    STEPS.taken.update()
    assert [arrow.shown > 0 for arrow in STEPS.taken.arrows] == [
        step < 3 for step in range(STEPS.trail.steps)
    ]
    show(walked, 1.0)
    STEPS.taken.update()
    assert all(arrow.shown > 0 for arrow in STEPS.taken.arrows)
    at(STEPS, 0.0)


def test_the_climb_leads_from_level_ground_to_the_steepest_of_its_way() -> None:
    climb = STEEPNESS.climb()
    climb.begin()
    magnitudes = []
    for alpha in np.linspace(0, 1, 21):
        show(climb, float(alpha))
        magnitudes.append(np.linalg.norm(partial_derivatives(STEEPNESS.spot.coords)))
    assert magnitudes[0] < 1e-3
    assert magnitudes == sorted(magnitudes)
    assert magnitudes[-1] == pytest.approx(STEEPNESS.steepest, rel=1e-6)


def test_equal_strides_change_f_little_where_it_is_flat_and_much_where_it_is_steep() -> None:
    flat, steep = STEEPNESS.strides
    lengths = [np.linalg.norm(stride.path[-1] - stride.path[0]) for stride in (flat, steep)]
    assert lengths[0] == pytest.approx(lengths[1])
    rises = [
        float(VALLEYS.value(stride.path[-1]) - VALLEYS.value(stride.path[0]))
        for stride in (flat, steep)
    ]
    assert 0 < 4 * rises[0] < rises[1]


@pytest.mark.parametrize("stop", [0, 1, 2])
def test_the_tour_rests_where_the_gradient_is_zero(stop: int) -> None:
    going = CRITICAL.go_to(stop)
    going.begin()
    show(going, 1.0)
    assert np.linalg.norm(partial_derivatives(CRITICAL.spot.coords)) < 1e-8
    assert classify(VALLEYS, CRITICAL.spot.coords) is KINDS[stop]


def test_the_way_to_the_first_stop_is_short_and_ever_flatter() -> None:
    CRITICAL.phase = CriticalMiniature(VALLEYS, STOPS, scale=0.7, around=0.5, box=BOX).phase
    going = CRITICAL.go_to(0)
    going.begin()
    magnitudes = []
    for alpha in np.linspace(0, 1, 21):
        show(going, float(alpha))
        magnitudes.append(np.linalg.norm(partial_derivatives(CRITICAL.spot.coords)))
    assert magnitudes[0] > 1.0
    assert (np.diff(magnitudes) < 0.01).all()  # the start is the steepest of some places tried
    assert magnitudes[-1] < 1e-6


@pytest.mark.parametrize(("stop", "out", "inwards"), [(0, 1, 0), (1, 0, 1), (2, 1, 1)])
def test_the_rose_tells_a_minimum_from_a_maximum_and_from_a_saddle(
    stop: int, out: bool, inwards: bool
) -> None:
    chart, middle = CRITICAL.map.chart, np.asarray(STOPS[stop].point)
    rose = GradientRose(chart, middle, radius=0.5, scale=0.7)
    outwards = []
    for arrow in rose.arrows:
        place = chart.coords((arrow.tail + arrow.tip) / 2)
        reach = (arrow.tip - arrow.tail)[:2] / chart.unit
        assert np.linalg.norm(place - middle) == pytest.approx(0.5)
        assert np.allclose(reach, 0.7 * partial_derivatives(place), atol=1e-6)
        outwards.append(float(reach @ (place - middle)))
    assert (max(outwards) > 0) == out
    assert (min(outwards) < 0) == inwards


@pytest.mark.parametrize("phase", [0.0, 0.21, 0.5, 0.83])
def test_the_right_angle_stays_right_on_one_level(phase: float) -> None:
    at(CROSSING, phase)
    level = float(VALLEYS.value(CROSSING.curve[0]))
    assert level == pytest.approx(min(CROSSING.map.chart.levels, key=lambda c: abs(c - level)))
    assert CROSSING.value.value == pytest.approx(level, abs=1e-3)
    foot, level, _, uphill = CROSSING.corner.points[::4, :2]
    along, across = level - foot, (CROSSING.arrow.tip - CROSSING.arrow.tail)[:2]
    assert abs(along @ across) < 1e-9 * np.linalg.norm(along) * np.linalg.norm(across)
    side = np.linalg.norm(uphill - foot)
    assert np.allclose(uphill - foot, side * across / np.linalg.norm(across), atol=1e-9)
    nearest = np.argmin(np.linalg.norm(CROSSING.curve - CROSSING.spot.coords, axis=1))
    ahead, back = CROSSING.curve[(nearest + 1) % 360], CROSSING.curve[nearest - 1]
    cosine = along @ (ahead - back) / np.linalg.norm(along) / np.linalg.norm(ahead - back)
    assert abs(cosine) > 0.999


def test_only_what_lives_goes_on_at_its_own_pace() -> None:
    life = Life()
    assert life.over
    life.living = [ENTRIES]
    before, other = ENTRIES.phase, CROSSING.phase
    part = life.part(3.0)
    part.begin()
    show(part, 1.0)
    assert not life.over
    assert ENTRIES.phase == pytest.approx(before + 3.0 * ENTRIES.pace)
    assert CROSSING.phase == other


@pytest.mark.parametrize("miniature", ALL)
def test_on_the_stage_an_arrow_is_as_thick_as_any(miniature: Miniature) -> None:
    """Its strokes are fitted to the map once: a large map leaves them as they are made."""
    at(miniature, 0.0)
    (arrow, *_) = (part for part in miniature.parts if type(part) is GradientArrow)
    plain = GradientArrow(miniature.map.chart, VALLEYS_WALK.start, scale=1.0)
    assert arrow.thickness == pytest.approx(plain.thickness)
