"""Characters set once and used many times, for text that changes with every frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.theme import PIXELS_PER_UNIT

_SHEET_SIZE = 400.0  # px at which the glyphs are set; large, so that little is lost to rounding
_SPACE = 0.22  # em


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character, in ems: the left end of its cell lies on the baseline at the origin."""

    points: Points  # (n, 3); none for a space
    advance: float


@dataclass(frozen=True, slots=True)
class GlyphSheet:
    """The characters of one family."""

    glyphs: Mapping[str, Glyph]

    def width(self, text: str) -> float:
        """Return the width of ``text`` in ems, from the first cell's left to the last's right."""
        return sum(self.glyphs[character].advance for character in text)

    def outlines(self, text: str, start: float = 0.0) -> list[Points]:
        """Return the outline (n, 3) of each visible character, in ems; the text begins at x =
        ``start``, its baseline lies on y = 0.
        """
        found = []
        for character in text:
            glyph = self.glyphs[character]
            if len(glyph.points):
                found.append(glyph.points + np.array([start, 0, 0]))
            start += glyph.advance
        return found


@cache
def glyph_sheet(characters: str, family: str) -> GlyphSheet:
    """Return the sheet of ``characters``, set in ``family``."""
    wanted = [character for character in dict.fromkeys(characters) if character != " "]
    # Each character stands between two zeros: they tell where its cell begins and ends.
    words = Words(
        "00" + "".join(f"{character}0" for character in wanted),
        size=_SHEET_SIZE,
        family=family,
        track_baselines=True,
    )
    outlines = words.family_members_with_points()
    em = _SHEET_SIZE / PIXELS_PER_UNIT
    line = baseline(words)
    lefts = [float(outline.get_left()[0]) for outline in outlines]
    digit = lefts[1] - lefts[0]
    bearing = (digit - float(outlines[0].width)) / 2  # a zero stands in the middle of its cell

    glyphs = {" ": Glyph(np.zeros((0, 3)), _SPACE)}
    for index, character in enumerate(wanted):
        before, itself, behind = range(2 * index + 1, 2 * index + 4)
        left = lefts[before] - bearing + digit
        glyphs[character] = Glyph(
            points=(outlines[itself].points - [left, line, 0]) / em,
            advance=(lefts[behind] - bearing - left) / em,
        )
    return GlyphSheet(glyphs)
