"""The film in motion: pictures that stand still while the narration goes on, and flashes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from mnemo_anim.review.findings import Finding
from mnemo_anim.review.flashes import FlashCounter, Flashing
from mnemo_anim.review.limits import (
    FLASHES_PER_SECOND,
    SILENCE_SECONDS,
    STILL_DIFFERENCE,
    STILL_SECONDS,
)
from mnemo_anim.review.looks import HEIGHT, Look, looks
from mnemo_anim.review.rules import Rule
from mnemo_anim.theme import STAGE
from mnemo_anim.timeline import Timeline

_ABOVE_RAIL = int(HEIGHT * (1 - STAGE.rail))  # rows


class Stretch(NamedTuple):
    """A stretch of time, in seconds."""

    start: float
    end: float


def motion_findings(film: Path, timeline: Timeline) -> tuple[Finding, ...]:
    """Return where a scene's film stands still or flashes; it is read once.

    Raises:
        RenderError: there is no film that can be read.
    """
    return findings_in(looks(film), timeline)


def findings_in(seen: Iterable[Look], timeline: Timeline) -> tuple[Finding, ...]:
    """Return what is found in the looks at a film, in order, with this timeline."""
    stillness, flashes = StillnessWatch(), FlashCounter()
    for look in seen:
        stillness.see(look)
        flashes.see(look)
    still = stillness.stretches(timeline.duration)
    return (
        *_still_findings(still, timeline),
        *(_flash_finding(flashing, timeline) for flashing in flashes.found),
    )


class StillnessWatch:
    """Watches for changes above the caption rail, in looks that come in order.

    A look is compared with the first of its stretch, not with the one before it, so that what
    moves slowly is seen to move, and what the encoder adds is not.
    """

    def __init__(self) -> None:
        self._first: Look | None = None
        self._stretches: list[Stretch] = []

    def see(self, look: Look) -> None:
        """Take the next look."""
        if self._first is None:
            self._first = look
            return
        one, other = self._first.picture[:_ABOVE_RAIL], look.picture[:_ABOVE_RAIL]
        if int((np.maximum(one, other) - np.minimum(one, other)).max()) >= STILL_DIFFERENCE:
            self._stretches.append(Stretch(self._first.time, look.time))
            self._first = look

    def stretches(self, end: float) -> list[Stretch]:
        """Return the stretches without a change, in order; the film is over at ``end``."""
        last = [] if self._first is None else [Stretch(self._first.time, end)]
        return [*self._stretches, *last]


def narration(timeline: Timeline) -> list[Stretch]:
    """Return when words are said: a breath between beats is part of it, a pause is not."""
    spoken: list[Stretch] = []
    after_pause = False
    for beat in timeline.beats:
        if beat.captions:
            start = timeline.seconds(beat.captions[0].start)
            end = timeline.seconds(beat.captions[-1].end)
            if spoken and start - spoken[-1].end <= SILENCE_SECONDS and not after_pause:
                start = spoken.pop().start
            spoken.append(Stretch(start, end))
            after_pause = False
        after_pause |= bool(beat.pauses)  # pauses are behind the words
    return spoken


def _still_findings(still: Iterable[Stretch], timeline: Timeline) -> Iterator[Finding]:
    spoken = narration(timeline)
    for stretch in still:
        for words in spoken:
            start, end = max(stretch.start, words.start), min(stretch.end, words.end)
            if end - start > STILL_SECONDS + 0.5 / timeline.fps:
                what = f"Nothing moves for {end - start:.1f} s while words are said."
                beat = _beat_id(timeline, start)
                scene, length = timeline.scene, end - start
                yield Finding(Rule.STILL, scene, beat, start, length, STILL_SECONDS, what)


def _flash_finding(flashing: Flashing, timeline: Timeline) -> Finding:
    return Finding(
        rule=Rule.FLASH,
        scene=timeline.scene,
        beat=_beat_id(timeline, flashing.time),
        time=flashing.time,
        value=flashing.flashes,
        limit=FLASHES_PER_SECOND,
        what=f"A part of the picture flashes {flashing.flashes:g} times within a second.",
        box=flashing.box,
    )


def _beat_id(timeline: Timeline, time: float) -> str:
    beat = timeline.beat_at(round(time * timeline.fps))
    return beat.id if beat else ""
