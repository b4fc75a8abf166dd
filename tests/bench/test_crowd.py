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
    """Played side by side, 3 s; then one draws for 2 + 10 s, the other for 3 + 5 s."""
    works = {
        0: work(100, evaluation=2.0, frame=0.1),
        1: work(50, evaluation=3.0, frame=0.1),
    }
    assert seconds_by(works, 2) == pytest.approx(3 + 12)
    assert perfect_seconds(works, 2) == pytest.approx((2 + 10 + 3 + 5) / 2)


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
