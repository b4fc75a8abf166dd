"""Segments hold each frame of a scene once, and depend on just what has been read by then."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.render.segments import LONGEST, SHORTEST, Segment, segments_of
from mnemo_anim.timeline import BeatSpan, Play, Timeline

COMMON = "all that the scene depends on"


def timeline_of(beats: list[list[int]], fps: int = 10) -> Timeline:
    """Return a timeline whose beats have plays of so many frames."""
    spans, start = [], 0
    for number, lengths in enumerate(beats):
        plays, end = [], start
        for length in lengths:
            plays.append(Play(end, end + length, still=False))
            end += length
        spans.append(BeatSpan(f"b{number}", "", start, end, start, (), (), tuple(plays)))
        start = end
    return Timeline("Scene", "section", "Title", fps, start, tuple(spans))


def heard_in(timeline: Timeline) -> list[tuple[int, str]]:
    """Return that each beat's words are read when it begins."""
    return [(beat.start, beat.id) for beat in timeline.beats]


def cut(timeline: Timeline, common: str = COMMON) -> tuple[Segment, ...]:
    return segments_of(timeline, common, heard_in(timeline))


beats = st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=8), min_size=1, max_size=6)
rates = st.sampled_from([2, 5, 10, 15, 60])


@given(beats, rates)
def test_every_frame_is_in_one_segment(lengths: list[list[int]], fps: int) -> None:
    timeline = timeline_of(lengths, fps)
    segments = cut(timeline)
    frames = [frame for one in segments for frame in range(one.start, one.end)]
    assert frames == list(range(timeline.frames))
    assert all(segment.frames > 0 for segment in segments)


@given(beats, rates)
def test_every_beat_begins_a_segment(lengths: list[list[int]], fps: int) -> None:
    timeline = timeline_of(lengths, fps)
    assert {beat.start for beat in timeline.beats} <= {one.start for one in cut(timeline)}


@given(beats, rates)
def test_segments_are_neither_long_nor_needlessly_short(lengths: list[list[int]], fps: int) -> None:
    timeline = timeline_of(lengths, fps)
    shortest_beat = min(beat.end - beat.start for beat in timeline.beats)
    for segment in cut(timeline):
        assert segment.frames <= LONGEST * fps
        assert segment.frames >= min(SHORTEST * fps, shortest_beat)


@given(beats, rates)
def test_they_depend_on_the_timeline_alone(lengths: list[list[int]], fps: int) -> None:
    assert cut(timeline_of(lengths, fps)) == cut(timeline_of(lengths, fps))


@given(beats)
def test_no_two_have_the_same_key(lengths: list[list[int]]) -> None:
    keys = [segment.key for segment in cut(timeline_of(lengths))]
    assert len(set(keys)) == len(keys)


@given(beats, st.lists(st.integers(1, 400), min_size=1, max_size=8))
def test_a_beat_that_changes_changes_no_segment_before_it(
    lengths: list[list[int]], last: list[int]
) -> None:
    before, after = timeline_of(lengths), timeline_of([*lengths[:-1], last])
    begins = before.beats[-1].start
    leading = [segment for segment in cut(before) if segment.end <= begins]
    heard = [*heard_in(after)[:-1], (begins, "other words")]
    now = segments_of(after, COMMON, heard)
    assert [segment for segment in now if segment.end <= begins] == leading
    assert {one.key for one in now if one.start >= begins}.isdisjoint(
        one.key for one in cut(before)
    )


def test_words_count_for_a_segment_as_soon_as_they_are_read_within_it() -> None:
    timeline = timeline_of([[10], [10], [10]])
    one = segments_of(timeline, COMMON, [(0, "a"), (10, "b"), (20, "c")])
    for early, changed in ((20, {2}), (19, {1, 2}), (10, {1, 2}), (9, {0, 1, 2}), (0, {0, 1, 2})):
        other = segments_of(timeline, COMMON, [(0, "a"), (10, "b"), (early, "d")])
        differing = {n for n in range(3) if one[n].key != other[n].key}
        assert differing == changed, early


def test_all_that_a_scene_depends_on_counts_for_each_segment() -> None:
    timeline = timeline_of([[10], [10]])
    for one, other in zip(cut(timeline), cut(timeline, "something else"), strict=True):
        assert one.key != other.key


@pytest.mark.parametrize(
    ("lengths", "cuts"),
    [
        ([[30]], [0, 30]),
        ([[40]], [0, 40]),
        ([[41]], [0, 20, 41]),
        ([[100]], [0, 33, 66, 100]),
        ([[4, 4, 4, 4, 20]], [0, 12, 36]),  # at the end of a play, a second or more apart
        ([[20, 5]], [0, 25]),  # what is left would be too short
        ([[20, 10]], [0, 20, 30]),
        ([[3], [2], [30]], [0, 3, 5, 35]),  # a beat may be short
    ],
)
def test_cuts_fall_at_the_ends_of_plays(lengths: list[list[int]], cuts: list[int]) -> None:
    segments = cut(timeline_of(lengths))
    assert [(one.start, one.end) for one in segments] == list(pairwise(cuts))


def test_time_after_the_last_beat_and_before_the_first_is_cut_as_well() -> None:
    beat = BeatSpan("b", "", 5, 15, 5, (), (), (Play(5, 15, still=False),))
    timeline = Timeline("Scene", "section", "Title", 10, 30, (beat,))
    assert [(one.start, one.end) for one in cut(timeline)] == [(0, 5), (5, 15), (15, 30)]
