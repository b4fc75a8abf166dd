"""The timeline against the clock: captions, things that come too late, sections that are too long.

Moments lie on the frame grid, rounded up; what keeps a limit before that is not missed after it.
"""

from collections.abc import Iterable, Iterator
from math import ceil

from mnemo_anim.captions.rules import caption_faults
from mnemo_anim.captions.subtitle import subtitles_of
from mnemo_anim.review.findings import Finding
from mnemo_anim.review.limits import FILM_SECONDS, LATE_SECONDS, SECTION_SECONDS
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan, Timeline

_Measured = tuple[float, float, str]  # value, limit, and one sentence


def pace_findings(timeline: Timeline, language: str) -> tuple[Finding, ...]:
    """Return what a scene misses in time: captions, cues, and its length.

    Args:
        timeline: Of the scene.
        language: Of its captions, as a BCP 47 tag.
    """
    return (
        *_caption_findings(timeline, language),
        *_late_findings(timeline),
        *_length_findings(timeline.scene, timeline.duration, SECTION_SECONDS, "The section"),
    )


def film_length_findings(timelines: Iterable[Timeline]) -> tuple[Finding, ...]:
    """Return what the whole lecture misses, whose scenes have these timelines."""
    seconds = sum(timeline.duration for timeline in timelines)
    return tuple(_length_findings("", seconds, FILM_SECONDS, "The film"))


def _caption_findings(timeline: Timeline, language: str) -> Iterator[Finding]:
    owners = [beat for beat in timeline.beats for _ in beat.captions]
    passages = [subtitles_of(beat.captions, timeline.fps) for beat in timeline.beats]
    frames = [caption.start for beat in timeline.beats for caption in beat.captions]
    for fault in caption_faults(*passages, language=language):
        measured = fault.value, fault.limit, fault.what
        beat, frame = owners[fault.index], frames[fault.index]
        yield _finding(timeline, beat, frame, Rule.CAPTION, measured)


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
