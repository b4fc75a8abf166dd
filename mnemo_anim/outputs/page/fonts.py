"""The project's fonts as a page needs them: few letters, in WOFF, under a name of their own.

WOFF is compressed by zlib, which Python has; WOFF2 would save a few kilobytes and need a package
more. The licence of the fonts (SIL OFL 1.1, section 3) reserves the name Plex: a font with fewer
letters is a modified one, and so has another.
"""

import logging
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset

from mnemo_anim.paths import FONTS

LICENCE = "OFL.txt"

_LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028)}
_FIGURES = set(map(ord, "−×∞→⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))  # what scripts write numbers with
_GREEK = {*range(0x391, 0x3CA)}
_SIGNS = set(map(ord, "·×÷−√∇∂∑‖⟂≈≤≥≠∞→←\u2061\u2062"))

# Variables are set in italics that Unicode has as letters of their own.
_ITALICS = {
    **{ord("A") + i: 0x1D434 + i for i in range(26)},
    **{ord("a") + i: 0x1D44E + i for i in range(26)},
    ord("h"): ord("ℎ"),
    **{0x391 + i: 0x1D6E2 + i for i in range(25)},
    **{0x3B1 + i: 0x1D6FC + i for i in range(25)},
}

_RENAMED = {1: "{family}", 3: "{family} {style}", 4: "{family} {style}", 6: "{file}"}
logging.getLogger("fontTools.subset").setLevel(logging.WARNING)  # it tells of every table

_ALL_PLANES = 12  # the format of a table of characters that holds those beyond U+FFFF
_KEPT_NAMES = {0, 2, 5, 8, 9, 13, 14}  # copyright, style, version, makers, licence


def web_fonts(letters: str, folder: Path = FONTS) -> dict[str, bytes]:
    """Return the fonts of the page, by file name.

    ``LectureMath-Italic`` holds the italics of MathML under the plain letters, so that a variable
    in a sentence looks like one in a formula and is still a plain letter to copy and to search.

    Args:
        letters: every character of the page; those of Latin languages are there in any case.
        folder: of the fonts.
    """
    text = _LATIN | _FIGURES | set(map(ord, letters))
    maths = text | _GREEK | _SIGNS
    return {
        f"{face.name}.woff": face.subset(folder)
        for face in (
            _Face("Sans", "Regular", "IBMPlexSans-Regular.ttf", text),
            _Face("Sans", "SemiBold", "IBMPlexSans-SemiBold.ttf", text),
            _Face("Sans", "Italic", "IBMPlexSans-Italic.ttf", text),
            _Face("Mono", "Regular", "IBMPlexMono-Regular.ttf", text),
            _Face("Math", "Regular", "IBMPlexMath-Regular.ttf", maths | set(_ITALICS.values())),
            _Face("Math", "Italic", "IBMPlexMath-Regular.ttf", maths, _ITALICS),
        )
    }


@dataclass(frozen=True, slots=True)
class _Face:
    """One font of the page.

    Attributes:
        family, style: what it is called from now on.
        source: the font that it is made of.
        codes: the characters that it keeps.
        instead: the characters whose forms others take.
    """

    family: str
    style: str
    source: str
    codes: Set[int]
    instead: Mapping[int, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"Lecture{self.family}-{self.style}"

    def subset(self, folder: Path) -> bytes:
        options = subset.Options(
            flavor="woff",
            layout_features=["kern", "mark", "mkmk", "tnum", "ssty", "dtls", "flac"],
            name_IDs=sorted(_KEPT_NAMES | set(_RENAMED)),
            name_languages=["*"],
            hinting=False,
            drop_tables=[*subset.Options._drop_tables_default, "meta", "DSIG"],
            recalc_timestamp=False,  # the same bytes at any time
        )
        font = subset.load_font(str(folder / self.source), options)
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format == _ALL_PLANES:
                forms = {c: table.cmap[i] for c, i in self.instead.items() if i in table.cmap}
                table.cmap.update(forms)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=sorted(self.codes))
        subsetter.subset(font)
        self._rename(font)
        file = BytesIO()
        subset.save_font(font, file, options)
        return file.getvalue()

    def _rename(self, font: Any) -> None:
        names = {"family": f"Lecture {self.family}", "style": self.style, "file": self.name}
        for record in font["name"].names:
            if record.nameID in _RENAMED:
                record.string = _RENAMED[record.nameID].format(**names)
