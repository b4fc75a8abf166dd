"""Where a spoken text breaks into captions, and a caption into its lines.

Every way of breaking has a cost, and dynamic programming finds the cheapest: phrases stay whole,
formulae stay whole, an article stays with its noun, lines are even. Costs are taste, in arbitrary
units; only their order of size matters.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mnemo_anim.leaning_words import LeaningWords, leaning_words

LONGEST_LINE = 42  # characters
SHORTEST_CAPTION, LONGEST_CAPTION = 1.0, 7.0  # seconds

_OPERATORS = frozenset("=≈<>≤≥≠+−-·×÷/←→⟂")

_SPLITS_A_BOND = 10_000.0
_SPLITS_A_FORMULA = 3_000.0
_TOO_LONG_OR_SHORT = 300.0
_LONELY_WORD = 25.0
_PER_CAPTION = 14.0
_MIXES_SENTENCES = 24.0
_UNEVEN_LINES = 20.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words ``begin`` up to, not including, ``end``, laid out in one or two lines."""

    lines: tuple[str, ...]
    begin: int
    end: int


def split_into_phrases(
    words: Sequence[str], moments: Sequence[float], language: str
) -> tuple[Phrase, ...]:
    """Return the captions of a text; each word is in one of them, in order.

    A line holds at most 42 characters, save where a single word is longer than that.

    Args:
        words: the words of the text, at least one.
        moments: the second at which each word begins, and the one at which the last word ends.
        language: of the text, as a BCP 47 tag.
    """
    breaks = _break_costs(words, leaning_words(language))
    # best[i]: the cheapest captions of the first i words, and what they cost.
    best: list[tuple[float, tuple[Phrase, ...]]] = [(0.0, ())]
    for end in range(1, len(words) + 1):
        cheapest: tuple[float, tuple[Phrase, ...]] = (math.inf, ())
        for begin in range(end - 1, -1, -1):
            layout = _lay_out(words, breaks, begin, end)
            if layout is None:
                break
            layout_cost, lines = layout
            cost, before = best[begin]
            cost += layout_cost + _PER_CAPTION + 2 * breaks[end]
            cost += _time_cost(moments[end] - moments[begin])
            if cost < cheapest[0]:
                cheapest = (cost, (*before, Phrase(lines, begin, end)))
        best.append(cheapest)
    return best[-1][1]


def _lay_out(
    words: Sequence[str], breaks: Sequence[float], begin: int, end: int
) -> tuple[float, tuple[str, ...]] | None:
    """Return the cost and the one or two lines of a caption; None if the words do not fit."""
    mixing = _mixing_cost(words, begin, end)
    whole = " ".join(words[begin:end])
    if len(whole) <= LONGEST_LINE or end - begin == 1:
        return mixing, (whole,)
    cheapest = None
    for at in range(begin + 1, end):
        lines = " ".join(words[begin:at]), " ".join(words[at:end])
        lengths = [len(line) for line in lines]
        if max(lengths) > LONGEST_LINE:
            continue
        unevenness = abs(lengths[0] - lengths[1]) / LONGEST_LINE
        cost = mixing + breaks[at] + _UNEVEN_LINES * unevenness**2
        cost += _mixing_cost(words, begin, at) + _mixing_cost(words, at, end)
        if cheapest is None or cost < cheapest[0]:
            cheapest = (cost, lines)
    return cheapest


def _break_costs(words: Sequence[str], leaning: LeaningWords) -> list[float]:
    """Return the cost of a break in front of each word, and none at either end of the text."""
    costs = [0.0]
    depth = 0
    for before, after in pairwise(words):
        depth += _count(before, "([") - _count(before, ")]")
        costs.append(_SPLITS_A_FORMULA if depth > 0 else _break_cost(before, after, leaning))
    sentence_starts = [i + 1 for i, word in enumerate(words[:-1]) if _ends_sentence(word)]
    for start, end in pairwise([0, *sentence_starts, len(words)]):
        if end - start > 2:
            costs[start + 1] += _LONELY_WORD
            costs[end - 1] += _LONELY_WORD
    return [*costs, 0.0]


def _break_cost(before: str, after: str, leaning: LeaningWords) -> float:
    if leaning.lean(before):
        return _SPLITS_A_BOND
    joins_letters = len(before) == 1 and before.isalpha() and after.lower() in leaning.joining
    if joins_letters or before in _OPERATORS or after in _OPERATORS:
        return _SPLITS_A_FORMULA
    if _ends_sentence(before):
        return 0.0
    if before.endswith((";", ":")):
        return 3.0
    if before.endswith((",", "–", "—")):
        return 6.0
    return 14.0 if leaning.open_phrase(after) else 30.0


def _mixing_cost(words: Sequence[str], begin: int, end: int) -> float:
    """Return the cost of holding a sentence's end together with a piece of another sentence."""
    if not any(_ends_sentence(word) for word in words[begin : end - 1]):
        return 0.0
    begins_whole = begin == 0 or _ends_sentence(words[begin - 1])
    ends_whole = _ends_sentence(words[end - 1])
    return _MIXES_SENTENCES * ((not begins_whole) + (not ends_whole))


def _time_cost(seconds: float) -> float:
    if SHORTEST_CAPTION <= seconds <= LONGEST_CAPTION:
        return 0.0
    return _TOO_LONG_OR_SHORT * (1 + max(SHORTEST_CAPTION - seconds, seconds - LONGEST_CAPTION))


def _ends_sentence(word: str) -> bool:
    return word.rstrip(")]”’\"'").endswith((".", "!", "?", "…"))


def _count(word: str, marks: str) -> int:
    return sum(word.count(mark) for mark in marks)
