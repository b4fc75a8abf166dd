"""A SubRip or WebVTT file → its captions, and what in it is no caption.

Foreign files are read as players read them: any line ends, hours or none, a comma or a point,
styles and positions passed over. Libraries that read such files stop at the first malformed cue or
drop it silently; here it is told with its line, and the rest is read.
"""

import html
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mnemo_anim.captions.decoding import decode
from mnemo_anim.captions.subtitle import Subtitle

_LINE_END = re.compile(r"\r\n|\r|\n")
_ARROW = "-->"
_ANY_TIME = r"(?:(\d+):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"{_ANY_TIME}\s*-->\s*{_ANY_TIME}(?:\s.*)?", re.ASCII)
_WEBVTT_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_WEBVTT_TIMES = re.compile(rf"{_WEBVTT_TIME}[ \t]+-->[ \t]+{_WEBVTT_TIME}(?:[ \t].*)?", re.ASCII)
_SHOWN = 60  # characters of a line, in a message
_NOT_CUES = ("NOTE", "STYLE", "REGION")  # blocks of a WebVTT file
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}")  # of SubRip, and of those who extend it
_SPAN = re.compile(r"<[^>]*>")  # of WebVTT: classes, voices, times, …


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption of a file: its number, counted from 1, its line of times, and what it says."""

    number: int
    line: int
    subtitle: Subtitle


@dataclass(frozen=True, slots=True)
class Malformed:
    """A line that is not what the format wants, counted from 1, and what is wrong with it."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """What a caption file holds.

    Attributes:
        encoding: that it was read in.
        cues: its captions, in the order of the file.
        malformed: what could not be read, or only by good will.
    """

    encoding: str
    cues: tuple[Cue, ...]
    malformed: tuple[Malformed, ...]


def read_captions(path: Path, encoding: str | None = None) -> CaptionFile:
    """Read the captions at ``path``; a name in ``.vtt`` or a first line tells of WebVTT.

    Args:
        path: the file.
        encoding: what to read it in; by default whatever it seems to be in.

    Raises:
        OSError: the file cannot be read.
        UnicodeError, LookupError: it is not in that encoding, or there is none of that name.
    """
    decoded = decode(path.read_bytes(), encoding)
    lines = _LINE_END.split(decoded.text)
    has_header = lines[0].split()[:1] == ["WEBVTT"]
    reading = _Reading(lines, is_webvtt=has_header or path.suffix.lower() == ".vtt")
    if reading.is_webvtt and not has_header:
        reading.tell(1, "a WebVTT file begins with the word WEBVTT")
    if reading.is_webvtt and decoded.encoding.upper().replace("_", "-") not in {"UTF-8", "UTF8"}:
        reading.tell(1, f"a WebVTT file is in UTF-8, and this one in {decoded.encoding}")
    if _ARROW in decoded.text:
        reading.read()
    else:
        reading.tell(
            1, "there is no caption in it, that is, no line of times such as 0:01 --> 0:04"
        )
    return CaptionFile(decoded.encoding, tuple(reading.cues), tuple(reading.malformed))


class _Reading:
    """The lines of a file, being read from one block to the next."""

    def __init__(self, lines: list[str], *, is_webvtt: bool) -> None:
        self.lines = lines
        self.is_webvtt = is_webvtt
        self.cues: list[Cue] = []
        self.malformed: list[Malformed] = []

    def tell(self, line: int, what: str) -> None:
        self.malformed.append(Malformed(line, what))

    def read(self) -> None:
        block: list[int] = []
        for index, line in enumerate([*self.lines, ""]):
            if line.strip():
                block.append(index)
            elif block:
                self.read_block(block)
                block = []

    def read_block(self, block: list[int]) -> None:
        """Read lines that stand together: one cue, or several without a blank line between them."""
        first = self.lines[block[0]].split()[0]
        is_header = self.is_webvtt and first == "WEBVTT" and block[0] == 0
        if is_header:
            block = block[1:]
        arrows = [at for at, index in enumerate(block) if _ARROW in self.lines[index]]
        if not arrows and (is_header or (self.is_webvtt and first in _NOT_CUES)):
            return  # to a browser, times make a caption of any block, a note as well
        if is_header:
            self.tell(1, "there is no blank line behind the header")
        begins = [self.begin(block, at) for at in arrows]
        if not begins or begins[0] > 0:
            lost = _printable(self.lines[block[0]])
            what = f"“{lost}” belongs to no caption; is there a blank line inside one?"
            self.tell(block[0] + 1, what)
        for at, end in zip(arrows, [*begins, len(block)][1:], strict=True):
            self.read_cue(block[at], [self.lines[index] for index in block[at + 1 : end]])
        for begin in begins[1:]:
            self.tell(block[begin] + 1, "there is no blank line in front of this caption")

    def begin(self, block: list[int], at: int) -> int:
        """Return where the cue begins whose times are at ``at``: at its number, if it has one."""
        numbered = at > 0 and self.lines[block[at - 1]].strip().isdecimal()
        return at - 1 if numbered or at == 1 else at

    def read_cue(self, index: int, words: list[str]) -> None:
        line = self.lines[index].strip()
        times = _TIMES.fullmatch(line)
        if times is None:
            self.tell(
                index + 1, f"“{_printable(line)}” cannot be read as 00:00:01.000 --> 00:00:04.000"
            )
            return
        if self.is_webvtt and _WEBVTT_TIMES.fullmatch(line) is None:
            self.tell(
                index + 1, f"browsers pass “{_printable(line)}” over; write 00:01.000 --> 00:04.000"
            )
        fields = times.groups()
        plain = tuple(said for one in words if (said := self.plain(one)))
        subtitle = Subtitle(plain, _seconds(*fields[:4]), _seconds(*fields[4:]))
        self.cues.append(Cue(len(self.cues) + 1, index + 1, subtitle))

    def plain(self, line: str) -> str:
        """Return a line of words without mark-up."""
        if self.is_webvtt:
            return html.unescape(_SPAN.sub("", line)).strip()
        return _TAG.sub("", line).strip()


def _printable(line: str) -> str:
    """Return a line as a message shows it, whatever is in it."""
    return "".join(one if one.isprintable() else "\ufffd" for one in line.strip()[:_SHOWN])


def _seconds(hours: str | None, minutes: str, seconds: str, decimals: str | None) -> Fraction:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole + Fraction(int((decimals or "0").ljust(3, "0")), 1000)
