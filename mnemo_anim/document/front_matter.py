"""The keys at the top of a document: of what series it is, and in what language."""

import re
from pathlib import Path

from mnemo_anim.document.blocks import FrontMatter
from mnemo_anim.document.errors import DocumentError, nearest

_KEYS = ("series", "language")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def read_front_matter(block: FrontMatter, source: Path) -> dict[str, str]:
    """Return the value of each key; `DocumentError` unless each is there once, and no other."""
    found: dict[str, str] = {}
    for line, written in enumerate(block.lines, start=block.line + 1):
        if not written.strip():
            continue
        key, _, value = (part.strip() for part in written.partition(":"))
        if key not in _KEYS:
            wrong = f"“{key}” is not a key of the front matter"
            raise DocumentError(source, line, wrong, nearest(key, _KEYS))
        if not value:
            raise DocumentError(source, line, f"“{key}” has no value", f"Write it as {key}: value")
        if key in found:
            raise DocumentError(source, line, f"“{key}” is there twice", "Keep one of the two")
        if key == "language" and _LANGUAGE_TAG.fullmatch(value) is None:
            mend = "Write its tag, such as en, de or pt-BR"
            raise DocumentError(source, line, f"“{value}” is not a language", mend)
        found[key] = value
    for key in _KEYS:
        if key not in found:
            wrong = f"the front matter does not give the {key}"
            raise DocumentError(source, block.line, wrong, f"Add a line {key}: …")
    return found
