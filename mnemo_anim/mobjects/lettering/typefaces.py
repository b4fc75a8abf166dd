"""The faces in ``assets/fonts``: all that is ever set with. What they lack is an error."""

import hashlib
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from mnemo_anim.paths import FONTS as FOLDER
from mnemo_anim.theme import FONTS

# Subscripts that none of the faces has; Typst lowers and shrinks the letter instead.
SUBSCRIPTS = {"ᵢ": "i", "ₙ": "n"}


class FontError(Exception):
    """A font of the theme, or a character, is not in ``assets/fonts``."""


@cache
def faces(folder: Path = FOLDER) -> typst.Fonts:
    """Return the fonts in ``folder`` for Typst, and no others.

    Raises:
        FontError: A family of the theme has no file there.
    """
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
    wanted = (FONTS.text, FONTS.strong, FONTS.code, FONTS.maths)
    missing = [family for family in wanted if family not in found.families()]
    if missing:
        raise FontError(
            f"{folder}: no font file for {', '.join(missing)}. "
            "Restore the folder with `git checkout -- assets/fonts`."
        )
    return found


@cache
def digest() -> str:
    """Return a short digest of the font files."""
    content = hashlib.sha256()
    for path in _files():
        content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:16]


def check_characters(text: str) -> None:
    """Raise :class:`FontError` if ``text`` holds a character that would be drawn as a box."""
    lacking = sorted({sign for sign in text if not sign.isspace()} - _characters())
    if lacking:
        named = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in lacking)
        raise FontError(
            f"No font in assets/fonts has {named}, in “{text}”. "
            "Write it in another way, or add a font that has it."
        )


@cache
def _characters() -> frozenset[str]:
    codes: set[int] = set()
    for path in _files():
        with TTFont(path, lazy=True) as font:
            codes |= set(font.getBestCmap())
    return frozenset(map(chr, codes)) | frozenset(SUBSCRIPTS)


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*.?tf"))
