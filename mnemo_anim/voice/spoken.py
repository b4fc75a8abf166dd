"""Written words as they are read aloud: an engine knows ``x``, but not ``∂f/∂x``."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mnemo_anim.voice.sound import rising

SAYINGS = Path(__file__).with_name("sayings")

_GROUP = re.compile(r"\\(\d)")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_SENTENCE_START = re.compile(r"(?:^|(?<=[.!?…] ))[a-z]")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it is read aloud.

    Attributes:
        words: What an engine is given.
        origins: For each character of it, the position in the written text that it stands for.
    """

    words: str
    origins: tuple[int, ...]

    def onsets(self, heard: list[tuple[int, int]], written: str) -> tuple[tuple[int, int], ...]:
        """Return the onsets of the written words.

        Args:
            heard: Pairs of a position in the spoken words and the sample at which it is said.
            written: The text.
        """
        starts = [word.start() for word in _WORD.finditer(written)]
        first: dict[int, int] = {}
        for place, at in sorted(heard, key=lambda pair: pair[1]):
            if 0 <= place < len(self.origins):
                begun = [start for start in starts if start <= self.origins[place]]
                if begun:
                    first.setdefault(begun[-1], at)
        return rising(sorted(first.items()))


def spoken(written: str, language: str) -> Spoken:
    """Return a text as it is read aloud in a language.

    A language without a table in ``sayings`` leaves formulas to the engine.

    Args:
        written: The text.
        language: A BCP 47 tag; its first part chooses the table.
    """
    text = Spoken(written, tuple(range(len(written))))
    for pattern, saying in _table(language.partition("-")[0].lower()):
        text = _replaced(text, pattern, saying)
    text = _replaced(text, _BLANKS, " ")
    # Engines take a full stop before a small letter for that of an abbreviation.
    return Spoken(_SENTENCE_START.sub(_capital, text.words), text.origins)


@cache
def _table(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    path = SAYINGS / f"{language}.toml"
    if not path.exists():
        return ()
    rules = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple((re.compile(pattern), saying) for pattern, saying in rules.items())


def _replaced(text: Spoken, pattern: re.Pattern[str], saying: str) -> Spoken:
    """Return the text with a saying in place of each match; every character keeps its origin."""
    words: list[str] = []
    origins: list[int] = []
    end = 0
    for match in pattern.finditer(text.words):
        words.append(text.words[end : match.start()])
        origins += text.origins[end : match.start()]
        for piece, origin in _said(match, saying, text):
            words.append(piece)
            origins += origin
        end = match.end()
    words.append(text.words[end:])
    return Spoken("".join(words), (*origins, *text.origins[end:]))


def _said(match: re.Match[str], saying: str, text: Spoken) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the pieces of a saying: groups come from where they stood, words from beside them."""
    here = text.origins[match.start()]
    for index, piece in enumerate(_GROUP.split(saying)):  # words and numbers of groups, in turn
        if index % 2:
            place = slice(*match.span(int(piece)))
            yield text.words[place], text.origins[place]
            here = text.origins[place.stop - 1]
        else:
            yield piece, (here,) * len(piece)


def _capital(start: re.Match[str]) -> str:
    return start.group().upper()
