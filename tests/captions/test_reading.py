"""Foreign caption files are read as players read them; what is malformed is told with its line."""

from fractions import Fraction
from pathlib import Path

import pytest
import srt
import webvtt

from mnemo_anim.captions.reading import CaptionFile, read_captions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, name: str, text: str) -> CaptionFile:
    file = folder / name
    file.write_bytes(text.encode())
    return read_captions(file)


FOREIGN_SRT = (
    "\ufeff1\r\n0:00:01.5 --> 00:00:03,25 X1:10 X2:20\r\n"
    "<i>Up</i> the <font color='#fff'>hill</font>\r\n{\\an8}and down\r\n\r\n\r\n"
    "00:04,000-->00:05,000\r\nno number, no hours\r\n\r\n"
    "7\r\n01:02:03,004 --> 01:02:04,000\r\nx < y, y > z & so on\r\n"
)

FOREIGN_VTT = """\
WEBVTT - a title
Kind: captions

STYLE
::cue { color: red }

NOTE
nothing --- here

intro
00:01.500 --> 00:03.250 line:0 align:start
<v Ada><c.loud>Up</c> the hill</v>
and &lt;00:02.000&gt; <00:00:02.000>down

100:00:04.000 --> 100:00:05.000
Q &amp; A
"""


def test_a_foreign_subrip_file_is_read(folder: Path) -> None:
    held = read(folder, "film.srt", FOREIGN_SRT)
    assert held.malformed == ()
    said = [cue.subtitle.lines for cue in held.cues]
    assert said == [
        ("Up the hill", "and down"),
        ("no number, no hours",),
        ("x < y, y > z & so on",),
    ]
    assert [(cue.number, cue.line) for cue in held.cues] == [(1, 2), (2, 7), (3, 11)]
    first, _, last = (cue.subtitle for cue in held.cues)
    assert (first.start, first.end) == (Fraction("1.5"), Fraction("3.25"))
    assert (last.start, last.seconds) == (Fraction("3723.004"), Fraction("0.996"))


def test_a_foreign_webvtt_file_is_read(folder: Path) -> None:
    held = read(folder, "film.vtt", FOREIGN_VTT)
    assert held.malformed == ()
    one, other = (cue.subtitle for cue in held.cues)
    assert one.lines == ("Up the hill", "and <00:02.000> down")
    assert (one.start, other.start) == (Fraction("1.5"), Fraction(360004))
    assert other.lines == ("Q & A",)


@pytest.mark.parametrize("first", ["NOTE", "STYLE", "REGION"])
def test_what_has_times_is_a_caption_as_browsers_have_it(folder: Path, first: str) -> None:
    held = read(folder, "film.vtt", f"WEBVTT\n\n{first}\n00:01.000 --> 00:02.000\nUp\n")
    assert [cue.subtitle.lines for cue in held.cues] == [("Up",)]


def test_a_webvtt_file_is_known_by_its_first_line_too(folder: Path) -> None:
    assert read(folder, "film.txt", FOREIGN_VTT).cues[1].subtitle.lines == ("Q & A",)


def test_others_read_the_same_times(folder: Path) -> None:
    held = read(folder, "film.vtt", FOREIGN_VTT)
    theirs = webvtt.from_string(FOREIGN_VTT)
    assert [cue.subtitle.start for cue in held.cues] == [
        one.start_in_seconds + Fraction(one.start_time.milliseconds, 1000)
        for one in theirs.captions
    ]
    plain = "1\n00:00:01,500 --> 00:00:03,250\nup\ndown\n\n2\n00:00:04,000 --> 00:00:05,000\nx\n"
    held = read(folder, "film.srt", plain)
    for cue, one in zip(held.cues, srt.parse(plain), strict=True):
        assert cue.subtitle.start == Fraction(one.start.total_seconds())
        assert cue.subtitle.lines == tuple(one.content.split("\n"))


GOOD = "1\n00:00:01,000 --> 00:00:02,000\nup\n\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "told", "cues"),
    [
        ("a.srt", "", 1, "no caption in it", 0),
        ("a.srt", GOOD + "2\n00:00:61,000 --> 00:01:02,000\nx\n", 6, "cannot be read", 1),
        ("a.srt", GOOD + "2\n3.5 --> 4.5\nx\n", 6, "cannot be read as", 1),
        ("a.srt", GOOD + "lost words\n", 5, "“lost words” belongs to no caption", 1),
        ("a.srt", GOOD + "lost\nwords\n" + GOOD, 5, "“lost” belongs to no caption", 2),
        ("a.srt", GOOD.rstrip() + "\n" + GOOD, 4, "no blank line in front", 2),
        ("a.vtt", GOOD.replace(",", "."), 1, "begins with the word WEBVTT", 1),
        ("a.vtt", "WEBVTT\n\n" + GOOD, 4, "browsers pass", 1),
        ("a.vtt", "WEBVTT\n\n0:01.000 --> 0:02.000\nx\n", 3, "browsers pass", 1),
        ("a.vtt", "WEBVTT\n00:01.000 --> 00:02.000\nx\n", 1, "no blank line behind", 1),
        ("a.vtt", "WEBVTT\n", 1, "no caption in it", 0),
    ],
)
def test_what_is_malformed_is_told_and_the_rest_is_read(
    folder: Path, *, name: str, text: str, line: int, told: str, cues: int
) -> None:
    held = read(folder, name, text)
    (malformed,) = held.malformed
    assert malformed.line == line
    assert told in malformed.what
    assert len(held.cues) == cues


def test_a_number_may_be_what_a_caption_says(folder: Path) -> None:
    held = read(folder, "a.srt", "1\n00:00:01,000 --> 00:00:02,000\n42\n\n" + GOOD)
    assert [cue.subtitle.lines for cue in held.cues] == [("42",), ("up",)]


def test_a_webvtt_file_is_in_utf_8(folder: Path) -> None:
    file = folder / "film.vtt"
    file.write_bytes(FOREIGN_VTT.encode("utf-16"))
    (malformed,) = read_captions(file).malformed
    assert "in UTF-8, and this one in UTF-16-LE" in malformed.what
