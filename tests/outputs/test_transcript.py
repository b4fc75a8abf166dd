"""A transcript holds every word that is said, at its time, whatever Markdown makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mnemo_anim.document import read_lecture
from mnemo_anim.outputs.transcript import escaped, to_markdown, transcribed
from mnemo_anim.paths import LECTURE
from mnemo_anim.timeline import BeatSpan, Timeline


def beat(name: str, text: str, start: int, end: int) -> BeatSpan:
    return BeatSpan(name, text, start, end, end - 1, (), (), ())


SCENES = (
    Timeline("One", "one", "One & *only*", 10, 700, (beat("a", "Go up.", 0, 650),)),
    Timeline("Two", "two", "Two", 10, 50, (beat("b", "x_1 < 2", 0, 30), beat("c", "# 1.", 30, 50))),
    Timeline("Three", "three", "Three", 10, 20, (beat("d", "Stop.", 5, 20),)),
)


def test_every_beat_has_its_place_in_the_film() -> None:
    one, two, three = transcribed(SCENES)
    assert (one.id, one.start, one.end) == ("one", 0, 70)
    assert (two.id, two.start, two.end) == ("two", 70, 75)
    assert [(said.id, said.start, said.end) for said in two.passages] == [
        ("b", 70, 73),
        ("c", 73, 75),
    ]
    assert (three.start, three.passages[0].start, three.end) == (75, 75.5, 77)


def test_the_markdown_looks_like_this() -> None:
    assert to_markdown("All", transcribed(SCENES)) == (
        "# All\n\n## One \\& \\*only\\*\n\n**0:00** Go up.\n\n"
        "## Two\n\n**1:10** x\\_1 \\< 2\n\n**1:13** \\# 1.\n\n"
        "## Three\n\n**1:15** Stop.\n"
    )


def plain(markdown: str) -> str:
    """Return the words of Markdown, read with everything that GitHub knows."""
    reader = MarkdownIt("gfm-like", {"linkify": False})
    return "".join(
        child.content
        for token in reader.parse(markdown)
        if token.type == "inline"
        for child in token.children or ()
    )


@given(st.text(st.characters(categories=("L", "N", "P", "S")) | st.just(" "), min_size=1))
def test_markdown_reads_as_the_words_that_were_said(text: str) -> None:
    said = " ".join(text.split())
    assert plain(f"**0:00** {escaped(text)}") == f"0:00 {said}".rstrip()


@pytest.mark.parametrize(
    "text", ["~~no~~", "![a](b)", "<b>", "&amp;", "a\\b", "[x]: y", "`c`", "| a |", "2 * 3 * 4"]
)
def test_no_mark_is_taken_for_one(text: str) -> None:
    assert plain(f"## {escaped(text)}") == text


def test_the_words_of_the_lecture_survive() -> None:
    beats = [beat for section in read_lecture(LECTURE).sections for beat in section.beats]
    for one in beats:
        assert plain(f"**0:00** {escaped(one.text)}") == f"0:00 {one.text}"
