"""Which frames of a scene the gate looks at."""

from collections.abc import Iterator

from mnemo_anim.timeline import Timeline

APART = 0.5
"""Seconds from one look to the next, at most, while something moves."""


def frames_to_look_at(timeline: Timeline) -> frozenset[int]:
    """Return the first and the last frame of each play, some between, and the posters."""
    return frozenset(_frames(timeline))


def last_frames(timeline: Timeline) -> frozenset[int]:
    """Return the last frame of each play: nothing is half way then."""
    return frozenset(play.end - 1 for beat in timeline.beats for play in beat.plays)


def _frames(timeline: Timeline) -> Iterator[int]:
    step = max(1, int(APART * timeline.fps))
    for beat in timeline.beats:
        yield beat.poster
        for play in beat.plays:
            yield play.end - 1
            yield from (play.start,) if play.still else range(play.start, play.end, step)
