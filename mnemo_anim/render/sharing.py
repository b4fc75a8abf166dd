"""How the segments of scenes are shared out among workers."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from mnemo_anim.render.costs import Cost
from mnemo_anim.render.segments import Segment

_FINEST = 16
"""Shares for each worker, at the most, if all scenes cost the same."""


@dataclass(frozen=True, slots=True)
class Share:
    """Segments of one scene that one worker draws in a row.

    Attributes:
        scene: Its number.
        segments: In order.
        seconds: What it costs: the scene is played up to the last of them, whoever draws it.
    """

    scene: int
    segments: tuple[Segment, ...]
    seconds: float


def share_out(
    scenes: Mapping[int, tuple[Sequence[Segment], Cost]], workers: int
) -> tuple[Share, ...]:
    """Return the segments of all scenes as shares, the longest first.

    Small shares keep all workers busy to the end, but each share costs an evaluation of its scene:
    of several sizes, whole scenes among them, the one is taken with which the work is over first.

    Args:
        scenes: By number, the segments that are to be drawn, in order, and what they cost.
        workers: How many there are.
    """
    total = sum(cost.of(segments) for segments, cost in scenes.values())
    sizes = (inf, *(total / workers / parts for parts in range(1, _FINEST + 1)))
    candidates = [_cut(scenes, size) for size in sizes]
    return min(candidates, key=lambda shares: time_for(shares, workers), default=())


def time_for(shares: Sequence[Share], workers: int) -> float:
    """Return the seconds that workers take if each takes the next share when it is free."""
    free = [0.0] * workers
    for share in shares:
        heapq.heapreplace(free, free[0] + share.seconds)
    return max(free)


def _cut(scenes: Mapping[int, tuple[Sequence[Segment], Cost]], size: float) -> tuple[Share, ...]:
    """Return shares of about ``size`` seconds, the longest first."""
    shares = []
    for scene, (segments, cost) in scenes.items():
        parts = max(1, round(cost.of(segments) / size)) if size > 0 else 1
        for part in _evenly(segments, parts):
            shares.append(Share(scene, part, cost.evaluation + cost.of(part)))
    return tuple(sorted(shares, key=lambda share: -share.seconds))


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
