"""One line of code, tinted by what its words are."""

import string
from collections.abc import Mapping

import numpy as np
from manim import ManimColor, VMobject, interpolate_color
from numpy.typing import ArrayLike
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Operator, Punctuation, _TokenType
from pygments.util import ClassNotFound

from mnemo_anim.mobjects.drawing.live import Veiled
from mnemo_anim.mobjects.lettering.glyphs import glyph_sheet
from mnemo_anim.mobjects.lettering.text import Words, baseline
from mnemo_anim.theme import FONTS, PALETTE, TYPE, units

CHARACTERS = string.ascii_letters + string.digits + "_@#([{)]},\"'"  # a line of code begins with

_SCAFFOLDING = ManimColor(PALETTE.ink_soft).interpolate(ManimColor(PALETTE.ink), 0.5).to_hex()
"""Between both inks: it can be read on the brighter bar of a line in focus."""

_QUIET = (Keyword, Operator, Punctuation, Name.Builtin)  # the scaffolding of a line


class CodeLine(Words):
    """A line of code in the face of code, without its comment.

    The glyphs of one colour are one mobject: a page of code is drawn as quickly as a picture.

    Args:
        tokens: The pieces of the line in order, each with its kind.
        names: Colours of names that have a meaning beyond the code.
        size: Em height in pixels at 1080p.

    Attributes:
        columns: Characters up to the last one, with the spaces before the first.
    """

    def __init__(
        self,
        tokens: list[tuple[_TokenType, str]],
        names: Mapping[str, str],
        *,
        size: float = TYPE.label,
    ) -> None:
        whole = "".join(text for _, text in tokens).rstrip()
        self.columns = len(whole)
        tints = [_tint(kind, text, names) for kind, text in tokens for _ in text]
        super().__init__(whole.strip(), size=size, family=FONTS.code, track_baselines=True)
        self._above = float(self.get_top()[1]) - baseline(self)
        first = glyph_sheet(CHARACTERS, FONTS.code).outlines(self.text[0])[0]
        indent = self.columns - len(self.text)
        self._inset = indent * advance(size) + float(first[:, 0].min()) * units(size)
        tinted = [t for t, sign in zip(tints, whole, strict=False) if not sign.isspace()]
        glyphs = self.family_members_with_points()
        tints_used = dict.fromkeys(tinted)
        self._tints = [ManimColor(tint) for tint in tints_used]
        self.submobjects = [
            _run([g for g, t in zip(glyphs, tinted, strict=True) if t == tint], tint)
            for tint in tints_used
        ]

    def place(self, point: ArrayLike) -> None:
        """Put the left end of the baseline, where a line without indent begins, at a point (3,)."""
        x, y, _ = np.asarray(point, float)
        left, top = float(self.get_left()[0]), float(self.get_top()[1])
        self.shift([x + self._inset - left, y + self._above - top, 0])

    def show(self, *, presence: float, dimmed: float) -> None:
        """Show the line at ``presence`` times its brightness, and ``dimmed`` to soft ink, 0 to 1.

        Fading would leave nobody able to read what is out of focus.
        """
        for run, tint in zip(self.submobjects, self._tints, strict=True):
            run.presence = presence
            run.set_fill(interpolate_color(tint, ManimColor(PALETTE.ink_soft), dimmed))


def tokens_by_line(code: str, language: str) -> list[list[tuple[_TokenType, str]]]:
    """Return the tokens of each line of ``code`` but its comments.

    Raises:
        ValueError: The language is unknown.
    """
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        raise ValueError(
            f"Nothing is known about the language “{language}” of a listing; "
            "write its usual name behind the fence, such as python."
        ) from None
    lines: list[list[tuple[_TokenType, str]]] = [[]]
    for kind, text in lexer.get_tokens(code):
        first, *others = text.split("\n")
        for index, piece in enumerate((first, *others)):
            if index:
                lines.append([])
            if piece and kind not in Comment:
                lines[-1].append((kind, piece))
    return lines


def advance(size: float = TYPE.label) -> float:
    """Return the width of one character of code, in Manim units."""
    return glyph_sheet("0", FONTS.code).width("0") * units(size)


def _tint(kind: _TokenType, text: str, names: Mapping[str, str]) -> str:
    if kind in Name and text in names:
        return names[text]
    return _SCAFFOLDING if any(kind in quiet for quiet in _QUIET) else PALETTE.ink


def _run(glyphs: list[VMobject], tint: str) -> Veiled:
    run = Veiled(fill_color=tint, fill_opacity=1.0, stroke_width=0)
    run.set_points(np.concatenate([glyph.points for glyph in glyphs]))
    return run
