"""How the segments of scenes are shared out among workers."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from math import inf
from statistics import mean

from mnemo_anim.render.costs import Cost
from mnemo_anim.render.segments import Segment

_FINEST = 16
"""Shares for each worker, at the most, if all scenes cost the same."""

_TAPERED = (4, 8, 16, 32)  # the last shares of each worker: so many would be all that it does


@dataclass(frozen=True, slots=True)
class SceneWork:
    """What there is to draw of a scene.

    Attributes:
        segments: In order, none or some of them.
        frames: How many the whole scene has.
        cost: What they cost.
    """

    segments: Sequence[Segment]
    frames: int
    cost: Cost

    def seconds(self, part: Sequence[Segment]) -> float:
        """Return what it costs to draw some of its segments.

        The scene is played up to the last of them, whoever draws it.
        """
        played = part[-1].end / self.frames if part else 0.0
        return self.cost.evaluation * played + self.cost.of(part)


@dataclass(frozen=True, slots=True)
class Share:
    """Segments of one scene that one worker draws in a row.

    Attributes:
        scene: Its number.
        segments: In order.
        seconds: What it costs.
    """

    scene: int
    segments: tuple[Segment, ...]
    seconds: float


def share_out(
    scenes: Mapping[int, SceneWork], workers: int, busy: Sequence[float] = ()
) -> tuple[Share, ...]:
    """Return the segments of all scenes as shares, the longest first.

    Small shares keep all workers busy to the end, but for each its scene has to be played again. So
    several ways are compared, whole scenes among them, and the one is taken with which the work is
    over first; where costs are in doubt, on the average of whichever scene they may be wrong for.

    Args:
        scenes: By number, what is to be drawn of them.
        workers: How many there are.
        busy: The seconds that other work will take which is in hand already.
    """
    total = sum(work.cost.of(work.segments) for work in scenes.values())
    sizes = (inf, *(total / workers / parts for parts in range(1, _FINEST + 1)))
    candidates = [_cut(scenes, size) for size in sizes]
    candidates += [_taper(scenes, workers, total / workers / parts) for parts in _TAPERED]
    doubts = {scene: work.cost.doubt for scene, work in scenes.items() if work.cost.doubt > 1.0}

    def expected(shares: Sequence[Share]) -> float:
        cases = [shares, *(_dearer(shares, scene, doubt) for scene, doubt in doubts.items())]
        return mean(time_for(case, workers, busy) for case in cases)

    return min(candidates, key=expected)


def share_evenly(scene: int, work: SceneWork, parts: int) -> tuple[Share, ...]:
    """Return the segments of one scene as shares of about as many frames each, in order."""
    runs = _evenly(work.segments, max(1, parts))
    return tuple(Share(scene, run, work.seconds(run)) for run in runs)


def time_for(shares: Sequence[Share], workers: int, busy: Sequence[float] = ()) -> float:
    """Return the seconds that workers take if each takes the next share when it is free.

    Args:
        shares: In the order in which they are taken.
        workers: How many there are.
        busy: The seconds that other work will take which is in hand already.
    """
    free = [0.0] * workers
    for seconds in (*busy, *(share.seconds for share in shares)):
        heapq.heapreplace(free, free[0] + seconds)
    return max(free)


def _cut(scenes: Mapping[int, SceneWork], size: float) -> tuple[Share, ...]:
    """Return shares of about ``size`` seconds, the longest first."""

    def parts(work: SceneWork) -> int:
        return round(work.cost.of(work.segments) / size) if size > 0 else 1

    shares = (share_evenly(scene, work, parts(work)) for scene, work in scenes.items())
    return _longest_first(chain.from_iterable(shares))


def _taper(scenes: Mapping[int, SceneWork], workers: int, least: float) -> tuple[Share, ...]:
    """Return ever smaller shares: each half of what one worker has left, or ``least`` seconds."""
    shares = []
    left = sum(work.cost.of(work.segments) for work in scenes.values())
    for scene, work in sorted(scenes.items(), key=lambda item: -item[1].cost.of(item[1].segments)):
        rest = tuple(work.segments)
        while rest:
            size = max(least, left / workers / 2)
            costs = accumulate(work.cost.of([segment]) for segment in rest)
            count = max(1, sum(cost <= size for cost in costs))
            part, rest = rest[:count], rest[count:]
            shares.append(Share(scene, part, work.seconds(part)))
            left -= work.cost.of(part)
    return _longest_first(shares)


def _longest_first(shares: Iterable[Share]) -> tuple[Share, ...]:
    return tuple(sorted(shares, key=lambda share: -share.seconds))


def _dearer(shares: Sequence[Share], scene: int, times: float) -> list[Share]:
    """Return shares of which those of one scene cost so many times as much."""
    return [
        replace(share, seconds=share.seconds * times) if share.scene == scene else share
        for share in shares
    ]


def _evenly(segments: Sequence[Segment], parts: int) -> list[tuple[Segment, ...]]:
    """Return segments in at most ``parts`` runs of about as many frames each, none empty."""
    frames = sum(segment.frames for segment in segments)
    runs: list[list[Segment]] = [[] for _ in range(parts)]
    before = 0
    for segment in segments:
        middle = before + segment.frames / 2
        runs[min(parts - 1, int(parts * middle / frames))].append(segment)
        before += segment.frames
    return [tuple(run) for run in runs if run]
