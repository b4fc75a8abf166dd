"""What is written is read by others as it was meant: by `srt`, `webvtt` and `pysubs2`."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import pysubs2
import pytest
import srt
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.captions import Subtitle
from mnemo_anim.captions.reading import read_captions
from mnemo_anim.captions.writing import to_srt, to_webvtt

lines = (
    st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), min_size=1, max_size=50)
    .map(str.strip)
    .filter(bool)
)
hard = st.sampled_from(["a < b & c > d", "<i>x</i>", "a --> b", "&amp;", "Q & A", "-"])
times = st.integers(0, 100 * 3600 * 60 - 1).map(lambda frame: Fraction(frame, 60))


@st.composite
def subtitles(draw: st.DrawFn) -> list[Subtitle]:
    moments = sorted(draw(st.lists(times, min_size=2, max_size=9, unique=True)))
    return [
        Subtitle(tuple(draw(st.lists(lines | hard, min_size=1, max_size=3))), start, end)
        for start, end in pairwise(moments)
    ]


def milliseconds(moment: timedelta) -> int:
    return round(moment / timedelta(milliseconds=1))


def without_joiners(text: str) -> str:
    return text.replace("\u2060", "")


@given(subtitles())
def test_a_subrip_file_says_the_same_to_others(held: list[Subtitle]) -> None:
    read = list(srt.parse(to_srt(held)))
    assert [one.index for one in read] == [*range(1, len(held) + 1)]
    for one, other in zip(held, read, strict=True):
        assert milliseconds(other.start) == round(one.start * 1000)
        assert milliseconds(other.end) == round(one.end * 1000)
        assert without_joiners(other.content) == without_joiners("\n".join(one.lines))


@given(subtitles())
def test_a_webvtt_file_says_the_same_to_others(held: list[Subtitle]) -> None:
    read = webvtt.from_string(to_webvtt(held)).captions
    for one, other in zip(held, read, strict=True):
        assert milliseconds(timedelta(seconds=other.start_in_seconds)) // 1000 == int(
            Fraction(round(one.start * 1000), 1000)
        )
        assert [html.unescape(line) for line in other.lines] == list(one.lines)


@pytest.mark.parametrize(("write", "suffix"), [(to_srt, ".srt"), (to_webvtt, ".vtt")])
@given(held=subtitles())
def test_what_is_written_is_read_back_exactly(
    tmp_path_factory: pytest.TempPathFactory,
    write: Callable[[list[Subtitle]], str],
    suffix: str,
    held: list[Subtitle],
) -> None:
    file = tmp_path_factory.mktemp("captions") / f"film{suffix}"
    file.write_text(write(held), encoding="utf-8")
    read = read_captions(file)
    assert read.malformed == ()
    for one, cue in zip(held, read.cues, strict=True):
        other = cue.subtitle
        assert (other.start, other.end) == (
            Fraction(round(one.start * 1000), 1000),
            Fraction(round(one.end * 1000), 1000),
        )
        said = [without_joiners(line) for line in one.lines]
        assert [without_joiners(line) for line in other.lines] == said


def test_captions_that_meet_still_meet_on_the_grid_of_milliseconds() -> None:
    held = [Subtitle(("x",), Fraction(k, 60), Fraction(k + 1, 60)) for k in range(600)]
    clocks = re.findall(r"(\S+) --> (\S+)", to_srt(held))
    assert all(one[1] == other[0] for one, other in pairwise(clocks))


@pytest.mark.parametrize("words", ["<b>bold</b>", "a --> b", "x <y", "</x>"])
def test_words_that_look_like_marks_stay_words(words: str) -> None:
    """pysubs2 reads tags as players do."""
    text = to_srt([Subtitle((words,), Fraction(0), Fraction(2))])
    (event,) = pysubs2.SSAFile.from_string(text, format_="srt")
    assert without_joiners(event.plaintext) == words


def test_the_files_look_like_this() -> None:
    held = [
        Subtitle(("Up & down:", "∇f < 0."), Fraction(1, 60), Fraction(3)),
        Subtitle(("Last.",), Fraction(3), Fraction(3661)),
    ]
    assert to_webvtt(held) == (
        "WEBVTT\n\n"
        "1\n00:00:00.017 --> 00:00:03.000\nUp &amp; down:\n∇f &lt; 0.\n\n"
        "2\n00:00:03.000 --> 01:01:01.000\nLast.\n\n"
    )
    assert to_srt(held) == (
        "1\n00:00:00,017 --> 00:00:03,000\nUp & down:\n∇f < 0.\n\n"
        "2\n00:00:03,000 --> 01:01:01,000\nLast.\n\n"
    )


def test_no_line_of_words_is_blank_so_that_no_caption_ends_early() -> None:
    held = [Subtitle(("up", " ", "two\n\nlines"), Fraction(0), Fraction(2))]
    assert "up\ntwo\nlines\n\n" in to_srt(held)
