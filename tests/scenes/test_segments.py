"""Segments of every scene are the same whoever draws them: alone or together, in any order."""

import random
from collections.abc import Iterator, Sequence

import pytest

from mnemo_anim.paths import LECTURE
from mnemo_anim.render.executors import LocalHands
from mnemo_anim.render.plan import SceneJob, make_plan
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.task import DrawnSegment, Evaluation
from mnemo_anim.render.work import draw, evaluate
from scenes import SCENES
from tests.render.making import pictures

pytestmark = pytest.mark.slow

SMALL = Quality("small", 192, 108, 2)


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SceneJob]:
    plan = make_plan(LECTURE, SMALL, tmp_path_factory.mktemp("films"))
    return {job.entry.section: job for job in plan.jobs}


@pytest.fixture(scope="module")
def others() -> Iterator[LocalHands]:
    """Give two workers, who have drawn one scene when they draw another."""
    hands = LocalHands(2)
    yield hands
    hands.shutdown(cancel_futures=True)


def scattered(segments: Sequence[Segment], chance: random.Random) -> list[list[Segment]]:
    """Return the segments as one alone and two lots, whose segments lie among one another."""
    rest = list(segments)
    alone = rest.pop(chance.randrange(len(rest) // 2))
    lot = set(chance.sample(rest, len(rest) // 2))
    lots = [[one for one in rest if (one in lot) is taken] for taken in (True, False)]
    return chance.sample([[alone], *lots], 3)


def content_of(drawn: object) -> dict[Segment, bytes]:
    assert isinstance(drawn, tuple), drawn
    assert all(isinstance(one, DrawnSegment) for one in drawn)
    return {one.segment: one.content for one in drawn}


@pytest.mark.parametrize("section", SCENES)
def test_it_makes_no_difference_who_draws_a_segment_and_with_which_others(
    section: str, jobs: dict[str, SceneJob], others: LocalHands
) -> None:
    task = jobs[section].task()
    played = evaluate(task)
    assert isinstance(played, Evaluation)
    segments = segments_of(played.timeline, section, played.heard)
    calls = [
        others.submit(draw, task, lot, played.driver, None)
        for lot in scattered(segments, random.Random(section))
    ]
    in_a_row = content_of(draw(task, segments, played.driver, None))
    apart: dict[Segment, bytes] = {}
    for call in calls:
        apart.update(content_of(call.result()))
    assert set(apart) == set(in_a_row) == set(segments)
    differing = [
        (segment.start, segment.end)
        for segment in segments
        if pictures(apart[segment]) != pictures(in_a_row[segment])
    ]
    assert differing == []
