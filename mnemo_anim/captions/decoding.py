"""The bytes of a caption file → its text, in whatever encoding it comes."""

import codecs
from dataclasses import dataclass

_MARKS = (  # the longer first: one of UTF-32 begins like one of UTF-16
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
FALLBACK = "windows-1252"  # what editors wrote before UTF-8; nearly every byte means something


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without byte-order mark, and the encoding that it was read in."""

    text: str
    encoding: str


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``content``.

    A byte-order mark decides. Without one it is UTF-8 if it can be, UTF-16 if every other byte is
    zero, as in plain English, and Windows-1252 otherwise.

    Args:
        content: the bytes of the file.
        encoding: what to read it in, if it is known.

    Raises:
        UnicodeDecodeError: it is not in that encoding, or not in that of its byte-order mark.
        LookupError: there is no such encoding.
    """
    if encoding is not None:
        return Decoded(content.decode(encoding).removeprefix("\ufeff"), encoding)
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(content.removeprefix(mark).decode(marked), marked)
    even, odd = content[::2].count(0), content[1::2].count(0)
    if max(even, odd) > len(content) / 4:
        wide = "UTF-16-LE" if odd > even else "UTF-16-BE"
        return Decoded(content.decode(wide), wide)
    try:
        return Decoded(content.decode(), "UTF-8")
    except UnicodeDecodeError:
        return Decoded(content.decode(FALLBACK, errors="replace"), FALLBACK)
