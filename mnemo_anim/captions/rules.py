"""What captions must keep to, by common subtitling practice, and how they are measured.

At most two lines of 42 characters, for one to seven seconds, at 20 characters a second or fewer,
one after the other, and no line that ends between an article and its noun.
"""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from mnemo_anim.captions.subtitle import Subtitle
from mnemo_anim.leaning_words import leaning_words
from mnemo_anim.phrasing import LONGEST_CAPTION, LONGEST_LINE, SHORTEST_CAPTION

MOST_LINES = 2
FASTEST = 20  # characters a second, hard; the pace of the lecture aims at 17


class CaptionRule(StrEnum):
    """What a caption can miss. The value is the name that a report uses."""

    EMPTY = "empty"
    LINES = "lines"
    CHARACTERS = "characters"
    SHORT = "short"
    LONG = "long"
    SPEED = "speed"
    ORDER = "order"
    OVERLAP = "overlap"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class CaptionFault:
    """One rule that one caption misses.

    Attributes:
        index: of the caption, counted from 0.
        rule: what was missed.
        value: what was measured: lines, characters, seconds, or characters a second.
        limit: what it should be, at least or at most.
        what: one sentence about it.
    """

    index: int
    rule: CaptionRule
    value: float
    limit: float
    what: str


def caption_faults(*passages: Sequence[Subtitle], language: str = "en") -> list[CaptionFault]:
    """Return what captions miss, which are said one after the other.

    Args:
        passages: the captions; those that are said in one go together. The last word of a passage
            may be any.
        language: of the words, as a BCP 47 tag: it tells which words are articles.
    """
    subtitles = [subtitle for passage in passages for subtitle in passage]
    found: list[CaptionFault] = []
    for index, subtitle in enumerate(subtitles):
        found += _faults_alone(index, subtitle)
    found += _faults_in_time(subtitles)
    articles = leaning_words(language).articles
    firsts = accumulate((len(passage) for passage in passages), initial=0)
    for first, passage in zip(firsts, passages, strict=False):
        found += _split_nouns(first, passage, articles)
    return sorted(found, key=lambda fault: fault.index)


def characters(line: str) -> int:
    """Return how many characters of a line are seen: no accents of their own, no joiners."""
    return sum(unicodedata.category(character) not in {"Mn", "Me", "Cf"} for character in line)


def _faults_alone(index: int, subtitle: Subtitle) -> Iterator[CaptionFault]:
    """Yield what is wrong with one caption: its lines, their width, its time, its speed."""
    said, seconds = subtitle.text, float(subtitle.seconds)
    if not said.strip():
        yield CaptionFault(index, CaptionRule.EMPTY, 0, 1, "It says nothing.")
        return
    if (lines := len(subtitle.lines)) > MOST_LINES:
        what = f"“{said}” has {lines} lines."
        yield CaptionFault(index, CaptionRule.LINES, lines, MOST_LINES, what)
    for line in subtitle.lines:
        if (width := characters(line)) > LONGEST_LINE:
            what = f"The line “{line}” has {width} characters."
            yield CaptionFault(index, CaptionRule.CHARACTERS, width, LONGEST_LINE, what)
    if subtitle.seconds < SHORTEST_CAPTION:
        what = f"“{said}” is gone after {seconds:.2f} s."
        yield CaptionFault(index, CaptionRule.SHORT, seconds, SHORTEST_CAPTION, what)
    if subtitle.seconds > LONGEST_CAPTION:
        what = f"“{said}” stands for {seconds:.2f} s."
        yield CaptionFault(index, CaptionRule.LONG, seconds, LONGEST_CAPTION, what)
    if subtitle.seconds > 0 and characters(said) > FASTEST * subtitle.seconds:
        speed = characters(said) / seconds
        what = f"“{said}” has {speed:.1f} characters a second."
        yield CaptionFault(index, CaptionRule.SPEED, speed, FASTEST, what)


def _faults_in_time(subtitles: Sequence[Subtitle]) -> Iterator[CaptionFault]:
    """Yield the captions that begin before the one in front, or before an earlier one is over."""
    busy_until = accumulate((subtitle.end for subtitle in subtitles), max)
    for index, ((before, after), busy) in enumerate(
        zip(pairwise(subtitles), busy_until, strict=False), start=1
    ):
        if after.start < before.start:
            early = float(before.start - after.start)
            what = f"“{after.text}” comes {early:.2f} s before the words in front of it."
            yield CaptionFault(index, CaptionRule.ORDER, early, 0, what)
        elif after.start < busy:
            overlap = float(busy - after.start)
            what = f"“{after.text}” overlaps the caption before it for {overlap:.2f} s."
            yield CaptionFault(index, CaptionRule.OVERLAP, overlap, 0, what)


def _split_nouns(
    first: int, passage: Sequence[Subtitle], articles: Collection[str]
) -> Iterator[CaptionFault]:
    """Yield the captions with a line whose last word is an article: its noun is on the next."""
    lines = [(index, line) for index, one in enumerate(passage, first) for line in one.lines]
    for index, line in lines[:-1]:
        last = line.split()[-1] if line.strip() else ""
        if last.lower() in articles:
            what = f"“{line}” ends between “{last}” and its noun."
            yield CaptionFault(index, CaptionRule.ARTICLE, 1, 0, what)
