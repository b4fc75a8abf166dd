"""How long words take, when they fall, and how they become captions. Pure functions.

Narration is paced by its letters and its sentence ends. The limits of captions are those of common
subtitling practice: 42 characters a line, two lines, one to seven seconds, 17 characters a second.
"""

import math
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from mnemo_anim.phrasing import LONGEST_CAPTION, split_into_phrases

CHARACTERS_PER_SECOND = 14.5
SENTENCE_PAUSE = 0.4  # seconds
SHORTEST_BEAT = 1.5  # seconds
FASTEST_CAPTION = 17.0  # characters a second

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


def cue_time(text: str, words: str, duration: float) -> float:
    """Return the second at which ``words`` begin in ``text``, spoken in ``duration`` seconds.

    Capitals do not matter, and the first of several places counts.

    Raises:
        ValueError: ``words`` are not in ``text`` as whole words, or ``duration`` is not a positive
            number.
    """
    place = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    if not words.strip() or place is None:
        raise ValueError(
            f"“{words}” is not in the beat “{text}”. The nearest is “{_nearest(text, words)}”."
        )
    return _Reading.lasting(text, duration).seconds(place.start())


def caption_chunks(text: str, duration: float) -> tuple[CaptionChunk, ...]:
    """Return the captions of ``text``, spoken in ``duration`` seconds.

    They hold every word in order, break at phrases, and follow one another without a gap, in step
    with `cue_time`. Where the words are too few to fill ``duration``, a caption leaves after seven
    seconds.

    Raises:
        ValueError: ``text`` is empty, or ``duration`` is not a positive number.
    """
    words = text.split()
    if not words:
        raise ValueError("There are no words to caption. Give the beat a sentence.")
    reading = _Reading.lasting(" ".join(words), duration)
    offsets = accumulate((len(word) + 1 for word in words), initial=0)
    moments = [*(reading.seconds(offset) for offset in offsets)]
    moments[-1] = duration
    return tuple(
        CaptionChunk(
            phrase.lines,
            moments[phrase.begin],
            min(moments[phrase.end], moments[phrase.begin] + LONGEST_CAPTION),
        )
        for phrase in split_into_phrases(words, moments)
    )


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
