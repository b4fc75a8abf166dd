"""How long words take, when they fall, and how they become captions. Pure functions.

Narration is paced by its letters and its sentence ends, or by a voice whose words have known
moments. The limits of captions are those of common subtitling practice: 42 characters a line, two
lines, one to seven seconds, 17 characters a second.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from mnemo_anim.document import place_of
from mnemo_anim.phrasing import LONGEST_CAPTION, SHORTEST_CAPTION, split_into_phrases

Onset = tuple[int, float]
"""The position of a word in a text, and the second at which it begins."""

CHARACTERS_PER_SECOND = 14.5
SENTENCE_PAUSE = 0.4  # seconds
SHORTEST_BEAT = 1.5  # seconds
FASTEST_CAPTION = 17.0  # characters a second
MOST_ASIDE = 0.6  # seconds by which a caption may come before, or stay after, its spoken words

_SENTENCE_END = re.compile(r"[.!?…][)\]”’\"']*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class CaptionChunk:
    """One caption: its one or two lines, and its seconds from the beginning of the beat."""

    lines: tuple[str, ...]
    start: float
    end: float


def reading_time(text: str) -> float:
    """Return the seconds that ``text`` takes at reading pace, with a pause for each sentence."""
    return max(SHORTEST_BEAT, _Reading.unhurried(text).seconds(len(text)))


def cue_time(text: str, words: str, duration: float, onsets: Sequence[Onset] = ()) -> float:
    """Return the second at which ``words`` begin in ``text``, spoken in ``duration`` seconds.

    Capitals do not matter, and the first of several places counts.

    Args:
        text: What is spoken.
        words: Those that are looked for.
        duration: Of the text, in seconds.
        onsets: Where moments of words are known, in their order; what lies between two of them
            falls in proportion.

    Raises:
        ValueError: ``words`` are not in ``text`` as whole words, or ``duration`` is not a positive
            number.
    """
    place = place_of(words, text)
    if place is None:
        raise ValueError(
            f"“{words}” is not in the beat “{text}”. The nearest is “{_nearest(text, words)}”."
        )
    return _spoken(text, duration, onsets).seconds(place)


def caption_chunks(
    text: str,
    duration: float,
    onsets: Sequence[Onset] = (),
    *,
    language: str = "en",
    linger: float = 0.0,
) -> tuple[CaptionChunk, ...]:
    """Return the captions of ``text``, spoken in ``duration`` seconds.

    They hold every word in order, break at phrases, and follow one another without a gap, in step
    with `cue_time`. Where the words are too few to fill ``duration``, a caption leaves after seven
    seconds. Where ``onsets`` are given, captions of words that are said fast take time from their
    neighbours, up to ``MOST_ASIDE``, to be legible.

    Args:
        text: What is spoken.
        duration: Of the text, in seconds.
        onsets: Where moments of words are known, in their order.
        language: Of the text, as a BCP 47 tag.
        linger: Seconds for which the last caption may stay after the words.

    Raises:
        ValueError: ``text`` is empty, or ``duration`` is not a positive number.
    """
    words = text.split()
    if not words:
        raise ValueError("There are no words to caption. Give the beat a sentence.")
    spoken = _spoken(" ".join(words), duration, onsets)
    offsets = accumulate((len(word) + 1 for word in words), initial=0)
    moments = [*(spoken.seconds(offset) for offset in offsets)]
    moments[-1] = duration
    phrases = split_into_phrases(words, moments, language)
    ends = [moments[phrase.begin] for phrase in phrases] + [duration]
    if onsets:
        needs = [
            max(SHORTEST_CAPTION, _length(phrase.lines) / FASTEST_CAPTION) for phrase in phrases
        ]
        ends = _made_legible(ends, needs, linger)
    return tuple(
        CaptionChunk(phrase.lines, start, min(end, start + LONGEST_CAPTION))
        for phrase, (start, end) in zip(phrases, pairwise(ends), strict=True)
    )


def _length(lines: Sequence[str]) -> int:
    """Return the number of characters of a caption, a line end counted as a space."""
    return len(" ".join(lines))


def _made_legible(ends: Sequence[float], needs: Sequence[float], linger: float) -> list[float]:
    """Move the moments between captions, so that each stands for the seconds that it needs.

    Where there is too little time in all, each gets the same share of what it needs; none comes
    more than ``MOST_ASIDE`` before its words, or leaves more than that after them.

    Args:
        ends: Where each caption begins, and where the last one ends.
        needs: The seconds that each should stand.
        linger: Seconds by which the last may end later.
    """
    share = min(1.0, (ends[-1] + linger) / sum(needs))
    latest = [min(end + MOST_ASIDE, ends[-1] + linger) for end in ends]
    latest[-1] = ends[-1] + linger
    for index in reversed(range(len(needs))):
        in_time = min(latest[index], latest[index + 1] - share * needs[index])
        latest[index] = max(in_time, ends[index] - MOST_ASIDE)
    moved = [max(0.0, min(ends[0], latest[0]))]
    for end, need, last in zip(ends[1:], needs, latest[1:], strict=True):
        moved.append(max(min(end, last), min(moved[-1] + share * need, last)))
    return moved


def _spoken(text: str, duration: float, onsets: Sequence[Onset]) -> "_Reading | _Speaking":
    reading = _Reading.lasting(text, duration)
    if not onsets:
        return reading
    start = () if onsets[0][0] == 0 else ((0, 0.0),)
    return _Speaking(reading, (*start, *onsets, (len(text), duration)))


@dataclass(frozen=True, slots=True)
class _Speaking:
    """A text being spoken: the moments of some positions are known, first and last among them."""

    reading: "_Reading"
    known: tuple[Onset, ...]

    def seconds(self, position: int) -> float:
        """Return the second at which the character at ``position`` is said."""
        after = bisect_right(self.known, position, key=lambda onset: onset[0])
        if after == len(self.known):
            return self.known[-1][1]
        (first, start), (last, end) = self.known[after - 1 : after + 1]
        begun, over = self.reading.seconds(first), self.reading.seconds(last)
        return start + (end - start) * (self.reading.seconds(position) - begun) / (over - begun)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text being read: its sentence ends, characters a second, and seconds a pause."""

    length: int
    pauses: tuple[int, ...]
    rate: float
    pause: float

    @classmethod
    def unhurried(cls, text: str) -> "_Reading":
        pauses = tuple(end.end() for end in _SENTENCE_END.finditer(text))
        return cls(len(text), pauses, CHARACTERS_PER_SECOND, SENTENCE_PAUSE)

    @classmethod
    def lasting(cls, text: str, duration: float) -> "_Reading":
        """Return the reading that takes ``duration``; in haste, its pauses give way first."""
        if not (math.isfinite(duration) and duration > 0):
            raise ValueError(f"A duration is a positive number of seconds, not {duration}.")
        unhurried = cls.unhurried(text)
        stretch = duration / unhurried.seconds(len(text))
        rate, pause = CHARACTERS_PER_SECOND / stretch, SENTENCE_PAUSE * stretch
        if rate > FASTEST_CAPTION and unhurried.pauses:
            left = max(0.0, duration - len(text) / FASTEST_CAPTION)
            pause = left / len(unhurried.pauses)
            rate = len(text) / (duration - left)
        return cls(len(text), unhurried.pauses, rate, pause)

    def seconds(self, position: int) -> float:
        """Return the second at which the character at ``position`` is reached."""
        passed = sum(end <= position for end in self.pauses)
        return min(position, self.length) / self.rate + self.pause * passed


def _nearest(text: str, words: str) -> str:
    """Return the run of words in ``text`` that is most like ``words``."""
    spoken = text.split()
    count = max(1, len(words.split()))
    runs = [" ".join(spoken[i : i + count]) for i in range(max(1, len(spoken) - count + 1))]
    matcher = SequenceMatcher(b=words.casefold())

    def likeness(run: str) -> float:
        matcher.set_seq1(run.casefold())
        return matcher.ratio()

    return max(runs, key=likeness).strip(".,;:!?")
