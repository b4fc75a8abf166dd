"""Scenes are handed out as they become known: nobody waits, nothing is handed out twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.render.costs import Cost
from mnemo_anim.render.foreman import Foreman
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.sharing import SceneWork, Share, share_out

lengths = st.lists(st.integers(1, 240), min_size=0, max_size=30)
costs = st.builds(Cost, st.floats(0.0, 100.0), st.floats(0.0, 1.0))
busy = st.lists(st.floats(0.0, 50.0), max_size=8)


def scene(frames: list[int], cost: Cost) -> SceneWork:
    starts = [sum(frames[:number]) for number in range(len(frames))]
    segments = [
        Segment(start, start + count, f"{start}")
        for start, count in zip(starts, frames, strict=True)
    ]
    return SceneWork(segments, max(1, sum(frames)), cost)


CHEAP = Cost(1.0, 0.1)
LONG, SHORT = scene([60] * 20, CHEAP), scene([60] * 5, CHEAP)


def handed_out(foreman: Foreman, busy: list[float]) -> list[Share]:
    """Ask until nothing is handed out any more, as whoever employs a foreman does."""
    shares: list[Share] = []
    while more := foreman.shares([*busy, *(share.seconds for share in shares)]):
        shares += more
    return shares


@given(st.lists(st.tuples(lengths, costs, busy), min_size=1, max_size=5), st.integers(1, 8))
def test_each_segment_is_handed_out_once(
    lecture: list[tuple[list[int], Cost, list[float]]], workers: int
) -> None:
    foreman = Foreman(workers, dict.fromkeys(range(len(lecture)), 1.0))
    shares = []
    for number, (frames, cost, busy) in enumerate(lecture):
        foreman.learn(number, scene(frames, cost))
        shares += handed_out(foreman, busy)
    for number, (frames, cost, _) in enumerate(lecture):
        its = [one for share in shares if share.scene == number for one in share.segments]
        its.sort(key=lambda segment: segment.start)
        assert its == scene(frames, cost).segments
        assert not foreman.is_waiting_for(number)


@given(lengths, costs, busy, st.integers(1, 8))
def test_while_others_are_unknown_none_is_handed_out_but_to_the_idle(
    frames: list[int], cost: Cost, busy: list[float], workers: int
) -> None:
    foreman = Foreman(workers, {0: 1.0, 1: 1.0})
    foreman.learn(0, scene(frames, cost))
    assert len(handed_out(foreman, busy)) <= max(0, workers - len(busy))


def test_the_idle_begin_with_the_longest_scene_and_at_its_beginning() -> None:
    foreman = Foreman(8, {0: 1.0, 1: 4.0, 2: 1.0})
    foreman.learn(0, SHORT)
    foreman.learn(1, LONG)
    shares = handed_out(foreman, busy=[5.0] * 5)
    assert [share.scene for share in shares] == [1, 1, 1]
    assert shares[0].segments[0].start == 0
    assert all(a.segments[-1].end == b.segments[0].start for a, b in pairwise(shares))
    assert len(shares[-1].segments) < len(LONG.segments) / 3


def test_the_more_is_unknown_the_larger_are_the_shares() -> None:
    """What a scene is worth of the workers depends on how much there is besides."""

    def first_of(unknown: float) -> int:
        foreman = Foreman(16, {0: 1.0, 1: unknown})
        foreman.learn(0, LONG)
        return len(foreman.shares([])[0].segments)

    assert first_of(0.0) < first_of(2.0) < first_of(9.0)


def test_once_all_are_known_what_is_left_is_shared_out_together() -> None:
    foreman = Foreman(2, {0: 1.0, 1: 4.0, 2: 1.0})
    foreman.learn(0, SHORT)
    foreman.learn(1, LONG)
    (ahead,) = handed_out(foreman, busy=[3.0])
    assert ahead.scene == 1
    foreman.forget(2)
    left = SceneWork(LONG.segments[len(ahead.segments) :], LONG.frames, CHEAP)
    expected = share_out({0: SHORT, **({1: left} if left.segments else {})}, 2, [4.0])
    assert foreman.shares([4.0]) == expected
    assert foreman.shares([4.0]) == ()


def test_a_scene_that_fails_is_not_waited_for() -> None:
    foreman = Foreman(2, {0: 1.0, 1: 1.0})
    foreman.learn(0, SHORT)
    assert handed_out(foreman, busy=[1.0, 1.0]) == []
    foreman.forget(1)
    assert {share.scene for share in handed_out(foreman, busy=[1.0])} == {0}


def test_nothing_is_handed_out_of_a_scene_that_has_failed() -> None:
    foreman = Foreman(2, {0: 1.0, 1: 1.0})
    foreman.learn(0, LONG)
    foreman.forget(0)
    foreman.learn(1, SHORT)
    assert {share.scene for share in handed_out(foreman, busy=[])} == {1}
    assert not foreman.is_waiting_for(0)


@pytest.mark.parametrize("free", [Cost(0.0, 0.0), Cost(5.0, 0.0)])
def test_scenes_that_cost_nothing_are_handed_out_too(free: Cost) -> None:
    foreman = Foreman(4, {0: 0.0, 1: 0.0})
    foreman.learn(0, scene([10, 10], free))
    assert [len(share.segments) for share in handed_out(foreman, busy=[1.0] * 3)] == [2]
