"""A timeline survives the trip through its file, and a bad file gets one clear line."""

from dataclasses import replace

import pytest

from mnemo_anim.timeline import (
    BeatSpan,
    Caption,
    Cue,
    Pause,
    Play,
    Speech,
    Timeline,
    TimelineError,
)

TIMELINE = Timeline(
    scene="Example",
    section="example",
    title="Ein Beispiel – ∇f",
    fps=60,
    frames=240,
    beats=(
        BeatSpan(
            id="one",
            text="The slope, ∂f/∂x.",
            start=0,
            end=240,
            poster=239,
            captions=(Caption(("The slope,", "∂f/∂x."), 0, 120),),
            cues=(Cue("slope", 30, 31),),
            plays=(Play(0, 60, still=False), Play(60, 240, still=True)),
            pauses=(Pause(120, 240),),
            speech=Speech("1f3a", 96_000, onsets=((0, 0), (4, 9_600)), start=7_600),
        ),
    ),
)


def test_what_is_written_is_read_back() -> None:
    assert Timeline.from_json(TIMELINE.to_json()) == TIMELINE


def test_seconds_follow_from_frames() -> None:
    assert TIMELINE.duration == 4.0
    assert TIMELINE.seconds(TIMELINE.beat("one").poster) == pytest.approx(239 / 60)


def test_a_beat_that_was_not_played_is_named_with_those_that_were() -> None:
    with pytest.raises(TimelineError, match=r"no beat “two”.*one"):
        TIMELINE.beat("two")


def test_a_beat_that_nobody_speaks_is_read_back_too() -> None:
    unspoken = replace(TIMELINE, beats=(replace(TIMELINE.beats[0], speech=None),))
    assert Timeline.from_json(unspoken.to_json()) == unspoken


def test_the_length_of_a_speech_follows_from_its_samples() -> None:
    speech = TIMELINE.beats[0].speech
    assert speech is not None
    assert speech.seconds == 2.0


@pytest.mark.parametrize(("frame", "beat"), [(-1, None), (0, "one"), (239, "one"), (240, None)])
def test_a_frame_belongs_to_the_beat_that_plays_then(frame: int, beat: str | None) -> None:
    found = TIMELINE.beat_at(frame)
    assert (found and found.id) == beat


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "not a timeline"),
        ("[]", "not a timeline"),
        ("{}", "not a timeline"),
        ('{"version": 99}', "version 99"),
        ('{"version": 1, "beats": []}', "version 1, not 3"),
        ('{"version": 3, "beats": [{}]}', "wrong field"),
        ('{"version": 3, "beats": [], "colour": 1}', "wrong field"),
        (TIMELINE.to_json().replace('"onsets": [', '"onsets": [7,'), "wrong field"),
    ],
)
def test_a_damaged_file_gets_one_clear_line(text: str, complaint: str) -> None:
    with pytest.raises(TimelineError, match=complaint) as caught:
        Timeline.from_json(text, "film.json")
    assert str(caught.value).startswith("film.json: ")
    assert "\n" not in str(caught.value)
