import numpy as np
import pytest
from manim import Animation

from mnemo_anim.maths.gallery import TWIN_WALKS, TWINS_MEET, TWINS_PLANE
from mnemo_anim.mobjects.card import Card
from mnemo_anim.mobjects.pitfalls.twin import Twin
from mnemo_anim.mobjects.pitfalls.twins import Twins

SIDES = ("west", "south")


@pytest.fixture
def twins() -> Twins:
    card = Card("Twins", ("wrong", "right"), place=0, count=1)
    return Twins(card, TWIN_WALKS, same="same")


def play(animation: Animation) -> None:
    animation.begin()
    animation.finish()


@pytest.mark.parametrize("side", SIDES)
def test_the_plane_is_the_one_that_touches_both(twins: Twins, side: str) -> None:
    twin: Twin = getattr(twins, side)
    land, plane = twin.land, twin.plane
    reach = np.array(land.field.domain).T * plane.reach
    corners = np.array([(x, y) for x in reach[:, 0] for y in reach[:, 1]])
    heights = land.terrain.height(TWINS_PLANE.value(corners), 0.0)
    expected = land.view.project(np.column_stack([corners, heights]))
    for corner in expected:
        assert np.linalg.norm(plane.points - corner, axis=1).min() < 1e-6
    assert plane.points[:, 1].min() == pytest.approx(expected[:, 1].min())


def test_before_it_spreads_the_plane_is_the_point(twins: Twins) -> None:
    plane = twins.west.plane
    plane.spread = 0.0
    plane.redraw()
    assert plane.points == pytest.approx(
        np.broadcast_to(twins.west.land.point(TWINS_MEET), plane.points.shape), abs=1e-9
    )


def test_both_arrows_look_the_same_and_both_facts_read_the_same(twins: Twins) -> None:
    ways = [twin.arrow.tip - twin.arrow.tail for twin in twins.both]
    assert ways[0] == pytest.approx(ways[1], rel=0.05, abs=0.02)
    texts = [[claim.shown for part in t.facts for claim in part.claims] for t in twins.both]
    assert texts[0] == texts[1] == ["2", "1", "1"]


def test_in_the_dark_no_more_is_seen_than_the_point_and_then_all(twins: Twins) -> None:
    assert all(twin.land.state.fog == 1.0 for twin in twins.both)
    play(twins.lift_fog())
    assert all(twin.land.state.fog == 0.0 for twin in twins.both)
    assert all(twin.plane.shown == 0.0 and twin.hiker.shown == 1.0 for twin in twins.both)


def test_the_ways_down_part_to_the_left_and_to_the_right(twins: Twins) -> None:
    play(twins.walk())
    for twin, side in zip(twins.both, (-1, 1), strict=True):
        twin.hiker.update(0)
        start = twin.land.point(TWINS_MEET)
        assert side * (twin.hiker.point - start)[0] > 0.5
        assert np.linalg.norm(twin.land.field.gradient(twin.trail.head)) < 0.2


def test_the_landscapes_stand_apart(twins: Twins) -> None:
    west, south = (twin.land.points[:, 0] for twin in twins.both)
    assert west.max() < south.min()
