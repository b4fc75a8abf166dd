"""Captions, cues and lengths are measured against their limits, from both sides."""

from dataclasses import replace

import pytest

from mnemo_anim.review.findings import Finding
from mnemo_anim.review.pace import film_length_findings, pace_findings
from mnemo_anim.review.rules import Rule
from mnemo_anim.timeline import BeatSpan, Caption, Cue, Timeline

FPS = 60
LONG = 30 * FPS  # frames, a length that no section minds


def scene(*beats: BeatSpan, frames: int = LONG, fps: int = FPS) -> Timeline:
    return Timeline("Example", "example", "An example", fps, frames, beats)


def beat(*captions: Caption, cues: tuple[Cue, ...] = (), name: str = "one") -> BeatSpan:
    return BeatSpan(name, "Words.", 0, LONG, LONG - 1, captions, cues, ())


def caption(*lines: str, start: int = 0, frames: int = 3 * FPS) -> Caption:
    return Caption(lines, start, start + frames)


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


# Captions


@pytest.mark.parametrize(
    ("fine", "bad", "value", "limit"),
    [
        (caption("up", "down"), caption("up", "down", "left"), 3, 2),
        (caption("x" * 42), caption("x" * 43), 43, 42),
        (caption("up", frames=FPS), caption("up", frames=FPS - 1), 59 / 60, 1),
        (caption("up", frames=7 * FPS), caption("up", frames=7 * FPS + 1), 421 / 60, 7),
        (caption("x" * 30, "x" * 29), caption("x" * 30, "x" * 30), 61 / 3, 20),
        (caption("to", "the hill"), caption("to the", "hill"), 1, 0),
        (caption("x y", "z."), caption("x Their", "z."), 1, 0),
    ],
    ids=["lines", "characters", "shortest", "longest", "speed", "article", "capital article"],
)
def test_a_caption_keeps_its_limits(
    fine: Caption, bad: Caption, value: float, limit: float
) -> None:
    assert pace_findings(scene(beat(fine)), "en") == ()
    finding = only(pace_findings(scene(beat(bad)), "en"))
    assert (finding.rule, finding.scene, finding.beat) == (Rule.CAPTION, "Example", "one")
    assert (finding.value, finding.limit) == pytest.approx((value, limit))
    assert any(line in finding.what for line in bad.lines)


def test_a_caption_that_is_never_seen_is_found_and_not_divided_by() -> None:
    values = {
        finding.value for finding in pace_findings(scene(beat(caption("up", frames=0))), "en")
    }
    assert 0 in values


def test_an_article_ends_no_caption_before_the_last() -> None:
    one, other = caption("Up to the"), caption("hill.", start=3 * FPS)
    assert only(pace_findings(scene(beat(one, other)), "en")).beat == "one"
    assert pace_findings(scene(beat(caption("Say no"))), "en") == ()


def test_articles_are_those_of_the_language_of_the_captions() -> None:
    spanish = scene(beat(caption("Sube por la", "ladera")))
    assert pace_findings(spanish, "en") == ()
    assert only(pace_findings(spanish, "es")).rule == Rule.CAPTION


@pytest.mark.parametrize("apart", [False, True], ids=["in a beat", "between beats"])
@pytest.mark.parametrize(
    ("start", "value"), [(3 * FPS, None), (3 * FPS - 1, 1 / 60), (60, 2.0), (59, 1 / 60)]
)
def test_captions_follow_one_another(start: int, value: float | None, apart: bool) -> None:
    first = caption("up", start=60, frames=2 * FPS)
    second = caption("down", start=start)
    beats = (beat(first), beat(second, name="two")) if apart else (beat(first, second),)
    findings = pace_findings(scene(*beats), "en")
    if value is None:
        assert findings == ()
    else:
        finding = only(findings)
        assert finding.value == pytest.approx(value)
        assert finding.time == start / FPS
        assert finding.beat == beats[-1].id


# Cues


@pytest.mark.parametrize(("fps", "fine"), [(60, 30), (10, 5), (15, 8)])
def test_a_cue_is_half_a_second_late_at_most(fps: int, fine: int) -> None:
    """At 15 frames a second, half a second may cover eight frames of the grid."""
    for late in (-3, 0, fine):
        cue = Cue("the arrow", 100, 100 + late)
        assert pace_findings(scene(beat(cues=(cue,)), frames=30 * fps, fps=fps), "en") == ()
    cue = Cue("the arrow", 100, 100 + fine + 1)
    finding = only(pace_findings(scene(beat(cues=(cue,)), frames=30 * fps, fps=fps), "en"))
    assert finding.rule == Rule.LATE
    assert (finding.value, finding.limit) == pytest.approx(((fine + 1) / fps, 0.5))
    assert finding.time == cue.reached / fps
    assert "the arrow" in finding.what


def test_words_that_are_late_twice_in_one_way_are_told_once() -> None:
    cue = Cue("the arrow", 100, 200)
    assert len(pace_findings(scene(beat(cues=(cue, cue))), "en")) == 1


# Lengths


@pytest.mark.parametrize(("seconds", "limit"), [(14.9, 15), (15, None), (150, None), (150.1, 150)])
def test_a_section_has_its_length(seconds: float, limit: float | None) -> None:
    findings = pace_findings(scene(frames=round(seconds * FPS)), "en")
    assert [(finding.rule, finding.value, finding.limit) for finding in findings] == (
        [(Rule.LENGTH, seconds, limit)] if limit else []
    )


@pytest.mark.parametrize(
    ("seconds", "limit"), [(479.9, 480), (480, None), (780, None), (780.1, 780)]
)
def test_the_film_has_its_length(seconds: float, limit: float | None) -> None:
    first = scene(frames=400 * FPS)
    rest = replace(first, frames=round(seconds * FPS) - first.frames)
    findings = film_length_findings([first, rest])
    assert [finding.limit for finding in findings] == ([limit] if limit else [])
    assert all(finding.value == pytest.approx(seconds) for finding in findings)
    assert all(not finding.scene for finding in findings)
