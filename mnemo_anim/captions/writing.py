"""Captions → the text of a SubRip (.srt) or a WebVTT (.vtt) file.

Both hold blocks of a number, a line of times and the words; a blank line ends a block, so the words
hold none. Times are rounded to milliseconds, and two captions that meet still meet then.
"""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from mnemo_anim.captions.subtitle import Subtitle

_WORD_JOINER = "\N{WORD JOINER}"  # takes no room, and parts what a player would take for a mark
_LOOKS_LIKE_A_MARK = re.compile(r"<(?=[a-zA-Z/!])|--(?=>)")


def to_srt(subtitles: Iterable[Subtitle]) -> str:
    """Return the text of a SubRip file.

    The format has no escapes. Where words would be taken for a tag or for a line of times, ``<i>``
    or ``-->``, a word joiner parts them.
    """
    return "".join(_blocks(subtitles, ",", _parted))


def to_webvtt(subtitles: Iterable[Subtitle]) -> str:
    """Return the text of a WebVTT file (W3C, WebVTT: The Web Video Text Tracks Format)."""
    return "WEBVTT\n\n" + "".join(_blocks(subtitles, ".", _escaped))


def _blocks(
    subtitles: Iterable[Subtitle], decimal_mark: str, as_text: Callable[[str], str]
) -> Iterable[str]:
    for number, one in enumerate(subtitles, start=1):
        start, end = _clock(one.start, decimal_mark), _clock(one.end, decimal_mark)
        lines = (part for line in one.lines for part in line.splitlines() if part.strip())
        words = "\n".join(as_text(line) for line in lines)
        yield f"{number}\n{start} --> {end}\n{words}\n\n"


def _clock(seconds: Fraction, decimal_mark: str) -> str:
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, seconds_left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds_left:02}{decimal_mark}{milliseconds:03}"


def _parted(line: str) -> str:
    return _LOOKS_LIKE_A_MARK.sub(lambda mark: mark.group() + _WORD_JOINER, line)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
