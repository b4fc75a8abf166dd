import pytest

from mnemo_anim.bench.crowd import perfect_seconds, seconds_by
from mnemo_anim.render.costs import Cost
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.sharing import SceneWork


def work(*frames: int, evaluation: float, frame: float) -> SceneWork:
    starts = [sum(frames[:number]) for number in range(len(frames))]
    segments = [
        Segment(start, start + count, f"{start}")
        for start, count in zip(starts, frames, strict=True)
    ]
    return SceneWork(segments, sum(frames), Cost(evaluation, frame))


def test_two_scenes_of_one_segment_by_two_workers() -> None:
    """One plays 2 s and draws at once, for 2 + 10 s; the other plays 3 s, and draws 3 + 5 s."""
    works = {
        0: work(100, evaluation=2.0, frame=0.1),
        1: work(50, evaluation=3.0, frame=0.1),
    }
    assert seconds_by(works, 2) == pytest.approx(2 + 12)
    assert perfect_seconds(works, 2) == pytest.approx((2 + 10 + 3 + 5) / 2)


def test_who_would_be_idle_plays_the_shortest_scene_and_is_there_from_then_on() -> None:
    works = {
        0: work(50, 50, evaluation=1.0, frame=0.1),
        1: work(10, evaluation=9.0, frame=0.1),
    }
    # The first half by its player until 1 + 0.5 + 5, the second by the third one until 1 + 1 + 5;
    # the short one by its own player, or whoever is free, from 9 on.
    assert seconds_by(works, 3) == pytest.approx(9 + 9 + 1)


def test_one_worker_plays_each_scene_twice_and_draws_it_once() -> None:
    works = {0: work(10, 10, evaluation=2.0, frame=0.1), 1: work(30, evaluation=1.0, frame=0.2)}
    assert seconds_by(works, 1) == pytest.approx((2 + 1) + (2 + 2 + 1 + 6))


def test_what_costs_nothing_to_play_is_divided_perfectly() -> None:
    works = {0: work(25, 25, 25, 25, evaluation=0.0, frame=0.1)}
    assert seconds_by(works, 4) == pytest.approx(2.5)
    assert perfect_seconds(works, 4) == pytest.approx(2.5)


def test_no_division_is_better_than_the_perfect_one() -> None:
    works = {
        number: work(*[40 + 7 * number] * 20, evaluation=1.0 + number / 3, frame=0.04)
        for number in range(11)
    }
    for workers in (1, 2, 3, 16, 64):
        assert seconds_by(works, workers) >= perfect_seconds(works, workers)
