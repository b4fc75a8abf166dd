import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths.gallery import TWIN_WALKS, TWINS_MEET, TWINS_PLANE
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.pitfalls.twins import Twins


@pytest.fixture
def twins() -> Twins:
    card = Card("Twins", ("wrong", "right"), place=0, count=1)
    return Twins(card, TWIN_WALKS, TWINS_PLANE, ("all", "same"))


def play(animation: Animation) -> None:
    animation.begin()
    animation.finish()


def test_what_is_made_up_is_the_plane_that_touches_both(twins: Twins) -> None:
    for slope, twin in zip(twins.slopes, twins.both, strict=True):
        plane = slope.land.field
        assert plane.value(TWINS_MEET) == twin.land.field.value(TWINS_MEET)
        for corner in np.array(plane.domain).T:
            assert plane.value(corner) == pytest.approx(TWINS_PLANE.value(corner))
            assert plane.gradient(corner) == pytest.approx(twin.land.field.gradient(TWINS_MEET))


def test_the_plane_spreads_around_the_point(twins: Twins) -> None:
    before = np.stack([slope.land.point(TWINS_MEET) for slope in twins.slopes])
    assert all(slope.land.state.extent[0] < 0.5 for slope in twins.slopes)
    play(twins.extend())
    assert all(slope.land.state.extent == (1.0, 1.0) for slope in twins.slopes)
    after = np.stack([slope.land.point(TWINS_MEET) for slope in twins.slopes])
    assert after == pytest.approx(before)


def test_both_planes_look_the_same(twins: Twins) -> None:
    ways = [slope.arrow.tip - slope.arrow.tail for slope in twins.slopes]
    assert ways[0] == pytest.approx(ways[1])


def test_both_arrows_look_the_same_and_both_facts_read_the_same(twins: Twins) -> None:
    ways = [twin.arrow.tip - twin.arrow.tail for twin in twins.both]
    assert ways[0] == pytest.approx(ways[1], rel=0.05, abs=0.02)
    texts = [[claim.shown for part in t.facts for claim in part.claims] for t in twins.both]
    assert texts[0] == texts[1] == ["2", "1", "1"]


def test_in_the_dark_no_more_is_seen_than_the_point_and_then_all(twins: Twins) -> None:
    assert all(twin.land.state.fog == 1.0 for twin in twins.both)
    play(twins.lift_fog())
    assert all(twin.land.state.fog == 0.0 for twin in twins.both)
    assert all(twin.minimum.shown == 1.0 for twin in twins.both)


def test_the_ways_down_part_to_the_left_and_to_the_right(twins: Twins) -> None:
    play(twins.walk())
    for twin, side in zip(twins.both, (-1, 1), strict=True):
        twin.hiker.update(0)
        start = twin.land.point(TWINS_MEET)
        assert twin.hiker.point == pytest.approx(twin.land.point(twin.trail.head))
        assert side * (twin.hiker.point - start)[0] > 0.5
        assert np.linalg.norm(twin.land.field.gradient(twin.trail.head)) < 0.2


def test_before_setting_out_the_hikers_stand_beside_the_arrows(twins: Twins) -> None:
    for twin in twins.both:
        tail = twin.arrow.tail
        assert abs((twin.hiker.point - tail)[0]) > 0.25
        assert (twin.hiker.point - tail)[1] == pytest.approx(0.0, abs=0.15)


def test_the_landscapes_stand_apart(twins: Twins) -> None:
    west, south = (twin.land.points[:, 0] for twin in twins.both)
    assert west.max() < south.min()
