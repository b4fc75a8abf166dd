"""The timeline against the clock: captions, things that come too late, sections that are too long.

Moments lie on the frame grid, rounded up; what keeps a limit before that is not missed after it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil

from mnemo_anim.phrasing import ARTICLES
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.limits import (
    CAPTION_CHARACTERS,
    CAPTION_LINES,
    CAPTION_SECONDS,
    CAPTION_SPEED,
    FILM_SECONDS,
    LATE_SECONDS,
    SECTION_SECONDS,
)
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan, Caption, Timeline

_Measured = tuple[float, float, str]  # value, limit, and one sentence


def pace_findings(timeline: Timeline) -> tuple[Finding, ...]:
    """Return what a scene misses in time: captions, cues, and its length."""
    return (
        *_caption_findings(timeline),
        *_late_findings(timeline),
        *_length_findings(timeline.scene, timeline.duration, SECTION_SECONDS, "The section"),
    )


def film_length_findings(timelines: Iterable[Timeline]) -> tuple[Finding, ...]:
    """Return what the whole lecture misses, whose scenes have these timelines."""
    seconds = sum(timeline.duration for timeline in timelines)
    return tuple(_length_findings("", seconds, FILM_SECONDS, "The film"))


def _caption_findings(timeline: Timeline) -> Iterator[Finding]:
    for beat in timeline.beats:
        for caption in beat.captions:
            for measured in _caption_faults(caption, timeline.fps):
                yield _finding(timeline, beat, caption.start, Rule.CAPTION, measured)
        for before, after in pairwise(beat.captions):
            for measured in _order_faults(before, after, timeline.fps):
                yield _finding(timeline, beat, after.start, Rule.CAPTION, measured)
        for caption, measured in _split_nouns(beat.captions):
            yield _finding(timeline, beat, caption.start, Rule.CAPTION, measured)
    for one, other in pairwise(beat for beat in timeline.beats if beat.captions):
        for measured in _order_faults(one.captions[-1], other.captions[0], timeline.fps):
            yield _finding(timeline, other, other.captions[0].start, Rule.CAPTION, measured)


def _caption_faults(caption: Caption, fps: int) -> Iterator[_Measured]:
    """Yield what is wrong with one caption: its lines, their width, its time, its speed."""
    said = " ".join(caption.lines)
    if len(caption.lines) > CAPTION_LINES:
        lines = len(caption.lines)
        yield lines, CAPTION_LINES, f"“{said}” has {lines} lines."
    for line in caption.lines:
        if len(line) > CAPTION_CHARACTERS:
            yield len(line), CAPTION_CHARACTERS, f"The line “{line}” has {len(line)} characters."
    seconds = (caption.end - caption.start) / fps
    shortest, longest = CAPTION_SECONDS
    if seconds < shortest:
        yield seconds, shortest, f"“{said}” is gone after {seconds:.2f} s."
    if seconds > longest:
        yield seconds, longest, f"“{said}” stands for {seconds:.2f} s."
    if len(said) > CAPTION_SPEED * seconds:
        speed = len(said) / seconds if seconds > 0 else float(len(said) * fps)
        yield speed, CAPTION_SPEED, f"“{said}” has {speed:.1f} characters a second."


def _order_faults(before: Caption, after: Caption, fps: int) -> Iterator[_Measured]:
    first = " ".join(after.lines)
    if after.start < before.start:
        late = (before.start - after.start) / fps
        yield late, 0.0, f"“{first}” comes {late:.2f} s before the words in front of it."
    elif after.start < before.end:
        overlap = (before.end - after.start) / fps
        yield overlap, 0.0, f"“{first}” overlaps the caption before it for {overlap:.2f} s."


def _split_nouns(captions: Sequence[Caption]) -> Iterator[tuple[Caption, _Measured]]:
    """Yield the captions with a line whose last word is an article: its noun is on the next."""
    lines = [(caption, line) for caption in captions for line in caption.lines]
    for caption, line in lines[:-1]:
        last = line.split()[-1]
        if last.lower() in ARTICLES:
            yield caption, (1.0, 0.0, f"“{line}” ends between “{last}” and its noun.")


def _late_findings(timeline: Timeline) -> Iterator[Finding]:
    allowed = ceil(LATE_SECONDS * timeline.fps)  # both of its frames have been rounded up
    for beat in timeline.beats:
        # The words may be told twice, by a play up to them and by a wait behind it.
        for cue in dict.fromkeys(beat.cues):
            if cue.reached - cue.due > allowed:
                late = (cue.reached - cue.due) / timeline.fps
                what = f"What belongs to “{cue.words}” is there {late:.2f} s after these words."
                measured = late, LATE_SECONDS, what
                yield _finding(timeline, beat, cue.reached, Rule.LATE, measured)


def _length_findings(
    scene: str, seconds: float, limits: tuple[float, float], name: str
) -> Iterator[Finding]:
    shortest, longest = limits
    if seconds < shortest:
        what = f"{name} lasts {seconds:.1f} s: too short."
        yield Finding(Rule.LENGTH, scene, "", seconds, seconds, shortest, what)
    if seconds > longest:
        what = f"{name} lasts {seconds:.1f} s: too long."
        yield Finding(Rule.LENGTH, scene, "", seconds, seconds, longest, what)


def _finding(
    timeline: Timeline, beat: BeatSpan, frame: int, rule: Rule, measured: _Measured
) -> Finding:
    value, limit, what = measured
    return Finding(rule, timeline.scene, beat.id, timeline.seconds(frame), value, limit, what)
