"""Segments are shared out so that many workers are done soon. All of this is arithmetic."""

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mnemo_anim.render.costs import Cost
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.sharing import SceneWork, Share, share_out, time_for

Scenes = Mapping[int, SceneWork]


def segments_of(lengths: list[int], scene: int = 0) -> tuple[Segment, ...]:
    made, start = [], 0
    for length in lengths:
        made.append(Segment(start, start + length, f"{scene}-{start}"))
        start += length
    return tuple(made)


def scene_of(lengths: list[int], cost: Cost, scene: int = 0) -> SceneWork:
    return SceneWork(segments_of(lengths, scene), sum(lengths), cost)


lengths = st.lists(st.integers(1, 240), min_size=1, max_size=30)
costs = st.builds(Cost, st.floats(0.0, 100.0), st.floats(0.0, 1.0))
scenes_of_a_lecture = st.lists(st.tuples(lengths, costs), max_size=6).map(
    lambda made: {n: scene_of(one, cost, n) for n, (one, cost) in enumerate(made)}
)
crews = st.integers(1, 70)


@given(scenes_of_a_lecture, crews)
def test_every_segment_is_in_one_share(scenes: Scenes, workers: int) -> None:
    shares = share_out(scenes, workers)
    for scene, work in scenes.items():
        its = [share for share in shares if share.scene == scene]
        given_out = [segment for share in its for segment in share.segments]
        assert sorted(given_out, key=lambda segment: segment.start) == list(work.segments)
    assert {share.scene for share in shares} == set(scenes)


@given(scenes_of_a_lecture, crews)
def test_a_share_is_segments_in_a_row(scenes: Scenes, workers: int) -> None:
    for share in share_out(scenes, workers):
        segments = scenes[share.scene].segments
        first = segments.index(share.segments[0])
        assert share.segments == segments[first : first + len(share.segments)]


@given(scenes_of_a_lecture, crews)
def test_the_longest_share_comes_first(scenes: Scenes, workers: int) -> None:
    seconds = [share.seconds for share in share_out(scenes, workers)]
    assert seconds == sorted(seconds, reverse=True)


@given(scenes_of_a_lecture, crews)
def test_a_share_costs_its_frames_and_the_playing_up_to_them(scenes: Scenes, workers: int) -> None:
    for share in share_out(scenes, workers):
        work = scenes[share.scene]
        frames = sum(segment.frames for segment in share.segments)
        length = sum(segment.frames for segment in work.segments)
        played = sum(s.frames for s in work.segments if s.start <= share.segments[-1].start)
        expected = work.cost.evaluation * played / length + work.cost.frame * frames
        assert share.seconds == pytest.approx(expected)


def test_the_last_of_a_scene_costs_all_of_its_playing() -> None:
    """As where one sentence near the end has changed: what comes before is kept, but played."""
    *_, last = segments_of([60] * 5)
    (share,) = share_out({0: SceneWork((last,), 300, Cost(4.0, 0.1))}, 2)
    assert share.seconds == pytest.approx(4.0 + 6.0)


SLOW_TO_PLAY = {
    0: scene_of([50, 40], Cost(100.0, 0.1)),
    1: scene_of([10], Cost(100.0, 0.1), 1),
}


@given(scenes_of_a_lecture, crews)
@example(SLOW_TO_PLAY, 2)
def test_it_is_never_slower_than_whole_scenes(scenes: Scenes, workers: int) -> None:
    whole = [
        Share(scene, tuple(work.segments), work.cost.evaluation + work.cost.of(work.segments))
        for scene, work in scenes.items()
    ]
    whole.sort(key=lambda share: -share.seconds)
    assert time_for(share_out(scenes, workers), workers) <= time_for(whole, workers) * (1 + 1e-9)


@given(scenes_of_a_lecture, crews)
def test_the_same_scenes_are_shared_out_in_the_same_way(scenes: Scenes, workers: int) -> None:
    assert share_out(scenes, workers) == share_out(dict(scenes), workers)


def test_one_worker_gets_whole_scenes() -> None:
    scenes = {n: scene_of([60] * 5, Cost(2.0, 0.1), n) for n in range(4)}
    assert [len(share.segments) for share in share_out(scenes, 1)] == [5] * 4


def test_nothing_is_shared_out_of_nothing() -> None:
    assert share_out({}, 8) == ()


def simulated(shares: tuple[Share, ...], workers: int) -> float:
    """Return the time until all shares are done, second by second: each worker takes the next."""
    queue, clocks = list(shares), [0.0] * workers
    while queue:
        idle = clocks.index(min(clocks))
        clocks[idle] += queue.pop(0).seconds
    return max(clocks)


@given(scenes_of_a_lecture, crews)
def test_time_is_reckoned_as_workers_spend_it(scenes: Scenes, workers: int) -> None:
    shares = share_out(scenes, workers)
    assert time_for(shares, workers) == pytest.approx(simulated(shares, workers))


def lecture(fps: int, frame: float) -> Scenes:
    """Return eleven scenes, of thirteen minutes in all, whose frames cost ``frame`` or so."""
    chance = random.Random(11)
    scenes = {}
    for scene in range(11):
        seconds = 25 if scene == 0 else chance.uniform(50, 145)
        pieces: list[int] = []
        while sum(pieces) < seconds * fps:
            pieces.append(round(chance.uniform(1.0, 4.0) * fps))
        cost = Cost(chance.uniform(1.5, 6.0), frame * chance.uniform(0.6, 1.6))
        scenes[scene] = scene_of(pieces, cost, scene)
    return scenes


@pytest.mark.parametrize(("fps", "frame"), [(60, 0.05), (60, 0.2), (15, 0.1)])
@pytest.mark.parametrize("workers", [2, 4, 8, 16, 64])
def test_many_workers_are_nearly_as_good_as_perfect_division(
    fps: int, frame: float, workers: int
) -> None:
    scenes = lecture(fps, frame)
    whole = sum(work.seconds(work.segments) for work in scenes.values())
    assert whole / workers / time_for(share_out(scenes, workers), workers) >= 0.75


@pytest.mark.parametrize("workers", [2, 4, 8])
@pytest.mark.parametrize("dear", [0, 3])
def test_a_scene_that_costs_twice_what_was_guessed_does_not_hold_all_up(
    workers: int, dear: int
) -> None:
    guess = Cost(1.0, 0.03, doubt=2.0)
    scenes = {n: scene_of([120] * (20 + 5 * n), guess, n) for n in range(4)}
    truth = {
        n: replace(work, cost=Cost(1.0, 0.06 if n == dear else 0.03)) for n, work in scenes.items()
    }
    shares = share_out(scenes, workers)
    taken = [replace(share, seconds=truth[share.scene].seconds(share.segments)) for share in shares]
    whole = sum(work.seconds(work.segments) for work in truth.values())
    assert whole / workers / time_for(taken, workers) >= 0.85


def test_shares_grow_smaller_where_costs_are_guessed() -> None:
    scenes = {n: scene_of([120] * 30, Cost(1.0, 0.03, doubt=2.0), n) for n in range(2)}
    seconds = [share.seconds for share in share_out(scenes, 2)]
    assert seconds[0] > 3 * seconds[-1]


def test_workers_that_are_busy_get_less() -> None:
    scenes = {0: scene_of([60] * 10, Cost(0.0, 0.1))}
    shares = share_out(scenes, 2, busy=[30.0])
    assert time_for(shares, 2, busy=[30.0]) == pytest.approx(45.0, abs=6.0)
    assert time_for(shares, 2, busy=[30.0]) <= time_for(share_out(scenes, 2), 2, busy=[30.0])
