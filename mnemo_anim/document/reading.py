"""A file → a `Lecture`: reads the bytes, and refuses what no text should hold."""

import re
from pathlib import Path

from mnemo_anim.document.assembly import assemble
from mnemo_anim.document.blocks import read_blocks
from mnemo_anim.document.errors import DocumentError
from mnemo_anim.document.lecture import Lecture

# C0 and C1 controls but tab and line feed, and Unicode's two separators, which some programs
# take for line ends and some do not.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def read_lecture(path: str | Path) -> Lecture:
    """Return the lecture that the Markdown document at `path` holds.

    A byte-order mark and Windows line ends are taken as they come.

    Raises:
        DocumentError: the file cannot be read, or is not a lecture; the text of the error names
            the file, the line, what is wrong and how to mend it.
    """
    source = Path(path)
    return parse_lecture(read_document(source), source)


def read_document(source: Path) -> bytes:
    """Return what the file of a document holds.

    Raises:
        DocumentError: it cannot be read.
    """
    try:
        return source.read_bytes()
    except FileNotFoundError:
        raise DocumentError(source, None, "there is no such file", "Check its name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        mend = "Check that it is a file and that you may read it"
        raise DocumentError(source, None, f"cannot be read ({reason})", mend) from None


def parse_lecture(content: bytes, source: Path) -> Lecture:
    """Return the lecture that the bytes of a document hold.

    Args:
        content: The Markdown.
        source: Where it was read; errors name it.

    Raises:
        DocumentError: as for :func:`read_lecture`.
    """
    text = _decode(content, source)
    return assemble(read_blocks(text, source), source)


def _decode(content: bytes, source: Path) -> str:
    """Return the text of the bytes, without byte-order mark, with line feeds only."""
    try:
        text = content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"the byte 0x{content[error.start]:02x} at offset {error.start} is not UTF-8"
        raise DocumentError(source, line, wrong, "Save the file as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        wrong = f"there is a control character, U+{ord(control.group()):04X}"
        raise DocumentError(source, line, wrong, "Delete it, or type the passage anew")
    if not text.strip():
        mend = "Write the lecture, or restore the file"
        raise DocumentError(source, 1, "the file is empty", mend)
    return text
