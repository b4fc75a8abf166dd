"""Words take their time, fall at their moment, and break into readable captions."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mnemo_anim.document import Beat, read_lecture
from mnemo_anim.pacing import MOST_ASIDE, CaptionChunk, caption_chunks, cue_time, reading_time

LECTURE = read_lecture(Path(__file__).parents[1] / "assets" / "gradients.md")
BEATS = [beat for section in LECTURE.sections for beat in section.beats]

LEANING = {
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "by",
    "for",
    "from",
    "with",
    "its",
    "and",
}

words = st.text("abcdefgh∇αé₁'-", min_size=1, max_size=14)
marks = st.sampled_from(["", "", "", "", ",", ".", "?", ":", ";", "…"])
texts = st.lists(st.tuples(words, marks).map("".join), min_size=1, max_size=60).map(" ".join)
durations = st.floats(0.5, 60)

phrases = st.sampled_from(
    ["the hill", "of slopes", "an arrow", "downhill,", "points", "to its valley.", "with a step"]
)
english = st.lists(phrases, min_size=1, max_size=25).map(" ".join)


def beat_id(beat: Beat) -> str:
    return beat.id


def speed(chunk: CaptionChunk) -> float:
    """Return the characters a second of a caption, a line end counted as a space."""
    return len(" ".join(chunk.lines)) / (chunk.end - chunk.start)


# Reading time


def test_reading_takes_a_second_for_fourteen_characters_and_a_half() -> None:
    assert reading_time("x" * 145) == pytest.approx(10.0)


def test_each_sentence_adds_one_pause() -> None:
    one, two = "Go down and down again.", "Go down. And down again."
    per_character = 1 / 14.5
    assert reading_time(two) - reading_time(one) == pytest.approx(0.4 + per_character)


@pytest.mark.parametrize("inner", ["2.0 or 8.25", "x.grad", "[x₁, …, xₙ]", "f(x₁, …, xₙ)"])
def test_a_point_inside_a_number_or_a_formula_is_no_pause(inner: str) -> None:
    assert reading_time(f"Now take {inner} with you") == pytest.approx((len(inner) + 18) / 14.5)


def test_no_beat_is_shorter_than_a_second_and_a_half() -> None:
    assert reading_time("Go.") == 1.5


# Cues


def test_a_cue_falls_in_proportion_to_the_characters_before_it() -> None:
    assert cue_time("abcd efgh ij", "efgh", 12.0) == pytest.approx(5.0)


def test_the_pause_of_a_sentence_comes_before_the_words_behind_it() -> None:
    text = "Go down the hill. Then go up again."
    at_pace = reading_time(text)
    assert cue_time(text, "Then", at_pace) == pytest.approx(18 / 14.5 + 0.4)


def test_the_first_words_fall_at_the_beginning() -> None:
    assert cue_time("Go down the hill.", "Go down", 9.0) == 0.0


def test_of_several_places_the_first_counts() -> None:
    assert cue_time("go up, go down", "go", 7.0) == 0.0


def test_a_cue_is_found_whatever_its_capitals_but_only_as_whole_words() -> None:
    text = "Stone by stone, one by one"
    assert cue_time(text, "ONE", 26.0) == pytest.approx(16.0)


def test_a_formula_can_be_a_cue() -> None:
    text = "This is ∂f/∂x, and ‖∇f‖ = 0"
    assert 0 < cue_time(text, "∂f/∂x", 5.0) < cue_time(text, "‖∇f‖ = 0", 5.0) < 5.0


def test_unknown_words_are_told_with_the_text_and_the_nearest_words() -> None:
    text = "Slide them together, and they make one arrow."
    with pytest.raises(ValueError, match="“make an arrow” is not in the beat “Slide") as caught:
        cue_time(text, "make an arrow", 3.0)
    assert "nearest is “make one arrow”" in str(caught.value)


@pytest.mark.parametrize("nothing", ["", "  "])
def test_no_words_are_no_cue(nothing: str) -> None:
    with pytest.raises(ValueError, match="is not in the beat"):
        cue_time("Some words.", nothing, 3.0)


@pytest.mark.parametrize("duration", [0.0, -1.0, float("nan"), float("inf")])
def test_a_duration_is_a_positive_number(duration: float) -> None:
    with pytest.raises(ValueError, match="positive number of seconds"):
        cue_time("Some words.", "words", duration)
    with pytest.raises(ValueError, match="positive number of seconds"):
        caption_chunks("Some words.", duration)


@settings(deadline=None)
@given(punctuation=st.lists(marks, min_size=1, max_size=40), duration=durations)
def test_cues_rise_through_the_text_and_stay_within_the_duration(
    punctuation: list[str], duration: float
) -> None:
    text = " ".join(f"word{number}{mark}" for number, mark in enumerate(punctuation))
    moments = [cue_time(text, f"word{n}", duration) for n in range(len(punctuation))]
    assert all(0 <= moment < duration for moment in moments)
    assert all(earlier < later for earlier, later in pairwise(moments))


# Captions


@settings(deadline=None)
@given(text=texts, duration=durations)
def test_captions_hold_every_word_in_order(text: str, duration: float) -> None:
    lines = [line for chunk in caption_chunks(text, duration) for line in chunk.lines]
    assert " ".join(lines) == text


@settings(deadline=None)
@given(text=texts, duration=durations)
def test_captions_keep_to_two_lines_of_42_characters(text: str, duration: float) -> None:
    for chunk in caption_chunks(text, duration):
        assert 1 <= len(chunk.lines) <= 2
        assert all(0 < len(line) <= 42 for line in chunk.lines)


def test_a_word_longer_than_a_line_has_a_line_of_its_own() -> None:
    chunks = caption_chunks(f"A {'x' * 50} here", 9.0)
    assert ("x" * 50,) in [chunk.lines for chunk in chunks]


@settings(deadline=None)
@given(text=texts, duration=durations)
def test_captions_follow_one_another_and_stand_for_seven_seconds_at_most(
    text: str, duration: float
) -> None:
    chunks = caption_chunks(text, duration)
    assert chunks[0].start == 0.0
    assert all(0 < chunk.end - chunk.start <= 7 + 1e-9 for chunk in chunks)
    for chunk, following in pairwise(chunks):
        gone_early = chunk.end == chunk.start + 7 and chunk.end < following.start
        assert chunk.end == following.start or gone_early
    assert chunks[-1].end == min(duration, chunks[-1].start + 7)


@settings(deadline=None)
@given(text=texts, duration=durations)
@example(text="aaaaaaaaaaaaaaaa. bbbbbbbbbbbbbbbbbbbbbbbb", duration=2.5)
def test_no_caption_is_faster_than_17_characters_a_second_if_time_permits(
    text: str, duration: float
) -> None:
    if len(text) <= 17 * duration:
        for chunk in caption_chunks(text, duration):
            if chunk.end - chunk.start < 7:
                assert speed(chunk) <= 17 + 1e-6


@settings(deadline=None)
@given(text=english, stretch=st.floats(0.8, 2))
def test_no_line_ends_between_an_article_or_preposition_and_its_noun(
    text: str, stretch: float
) -> None:
    for chunk in caption_chunks(text, stretch * reading_time(text)):
        for line in chunk.lines:
            assert line.split()[-1] not in LEANING or text.endswith(line)


def test_captions_are_in_step_with_the_cues() -> None:
    for beat in BEATS:
        for chunk in caption_chunks(beat.text, 8.0):
            said = cue_time(beat.text, " ".join(chunk.lines), 8.0)
            assert chunk.start == pytest.approx(said)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Slide the two slopes together, tip to tail, and they make one arrow.",
            [("Slide the two slopes together,", "tip to tail, and they make one arrow.")],
        ),
        (
            "So it is the gradient of the loss, ∇L = [∂L/∂w₁, …, ∂L/∂wₙ].",
            [("So it is the gradient of the loss,", "∇L = [∂L/∂w₁, …, ∂L/∂wₙ].")],
        ),
        (
            "Stop here. The ground is steep to your left and right, and it is getting dark.",
            [
                ("Stop here.",),
                ("The ground is steep to your left", "and right, and it is getting dark."),
            ],
        ),
    ],
    ids=["at the comma", "formula whole", "sentences apart"],
)
def test_captions_break_where_a_reader_would(text: str, lines: list[tuple[str, ...]]) -> None:
    assert [chunk.lines for chunk in caption_chunks(text, reading_time(text))] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Esas pendientes son las derivadas parciales.",
            [("Esas pendientes", "son las derivadas parciales.")],
        ),
        (
            "Pon las pendientes según x e y como componentes.",
            [("Pon las pendientes", "según x e y como componentes.")],
        ),
    ],
    ids=["article", "x and y"],
)
def test_captions_break_as_their_language_does(text: str, lines: list[tuple[str, ...]]) -> None:
    chunks = caption_chunks(text, reading_time(text), language="es")
    assert [chunk.lines for chunk in chunks] == lines


def test_no_words_make_no_captions() -> None:
    with pytest.raises(ValueError, match="no words to caption"):
        caption_chunks(" \n", 3.0)


# Words whose moments a voice tells

SPOKEN = "Go down the hill. Then go up again."
HEARD = ((0, 0.2), (3, 0.9), (18, 3.0), (29, 4.0))  # Go, down, Then, again


def test_a_word_whose_moment_is_known_falls_there() -> None:
    for position, moment in HEARD:
        word = SPOKEN[position:].split(maxsplit=1)[0].strip(".")
        assert cue_time(SPOKEN, word, 5.0, HEARD) == pytest.approx(moment)


def test_words_between_known_ones_share_the_time_by_their_letters() -> None:
    # “Then ” has five of the eleven characters from “Then” to “again”.
    assert cue_time(SPOKEN, "go up", 5.0, HEARD) == pytest.approx(3.0 + 5 / 11)


def test_words_behind_the_last_known_one_end_with_the_speech() -> None:
    assert cue_time("one two six", "six", 8.0, [(0, 2.0)]) == pytest.approx(2.0 + 6.0 * 8 / 11)


def test_captions_of_a_voice_come_with_their_words() -> None:
    chunks = caption_chunks(SPOKEN, 9.0, [(0, 0.2), (18, 6.0)])
    assert [chunk.start for chunk in chunks] == pytest.approx([0.2, 6.0])


def test_a_caption_that_is_said_fast_takes_time_from_its_neighbours() -> None:
    text = "Here are many words, said in no time at all. Then comes silence."
    fast = [(0, 0.0), (45, 2.0)]
    first, second = caption_chunks(text, 5.0, fast)
    assert second.start > 2.0
    assert speed(first) == pytest.approx(17.0)
    assert second.end == 5.0


def test_the_last_caption_may_linger_to_be_legible() -> None:
    (only,) = caption_chunks("A few words, said fast.", 1.0, [(0, 0.1)], linger=0.5)
    assert only.end == pytest.approx(0.1 + 23 / 17)
    (only,) = caption_chunks("A few words, said fast.", 1.0, [(0, 0.1)], linger=0.2)
    assert only.start == 0.0
    assert only.end == pytest.approx(1.2)


@settings(deadline=None)
@given(text=texts, data=st.data())
def test_captions_of_a_voice_are_in_order_and_near_their_words(
    text: str, data: st.DataObject
) -> None:
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == " ")]
    steps = data.draw(st.lists(st.floats(0.05, 2), min_size=len(starts), max_size=len(starts)))
    onsets = [(start, sum(steps[:index])) for index, start in enumerate(starts)]
    chunks = caption_chunks(text, sum(steps), onsets, linger=0.4)
    assert " ".join(line for chunk in chunks for line in chunk.lines) == text
    for chunk, following in pairwise(chunks):
        assert chunk.start < chunk.end <= following.start
    moments, said = dict(onsets), 0
    for chunk in chunks:
        assert abs(chunk.start - moments[said]) <= MOST_ASIDE + 1e-9
        said += len(" ".join(chunk.lines)) + 1
    assert chunks[-1].start < chunks[-1].end <= sum(steps) + 0.4 + 1e-9


# The lecture itself, as a voice slower or faster than the reading pace might speak it


@pytest.mark.parametrize("beat", BEATS, ids=beat_id)
@pytest.mark.parametrize("stretch", [0.9, 1.0, 1.3])
def test_the_captions_of_the_lecture_keep_every_limit(beat: Beat, stretch: float) -> None:
    duration = stretch * reading_time(beat.text)
    chunks = caption_chunks(beat.text, duration)
    assert chunks[-1].end == duration
    for chunk in chunks:
        assert len(chunk.lines) <= 2
        assert max(map(len, chunk.lines)) <= 42
        assert 1.0 <= chunk.end - chunk.start <= 7.0
        assert speed(chunk) <= 17.0
        for line in chunk.lines:
            assert line.split()[-1].lower() not in LEANING
            assert line.count("[") == line.count("]")
            assert line.count("(") == line.count(")")
