"""A gradient of two entries, written as a row: ∇f = [2x, 4y]."""

import re
from collections.abc import Mapping, Sequence

from manim import AnimationGroup, ReplacementTransform, VGroup

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.lettering.numerals import typst_separator
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.theme import PALETTE, TYPE

ENTRIES = ("first", "last")
# Which glyph of ∂f/∂x on one line, each of the fraction's becomes: its bar is set last.
_LEVEL = (0, 1, 3, 4, 2)
_FRAME = ("name", "equals", "open", "separator", "close")
_DIGIT = re.compile(r"\d|#")


class GradientRow(Formula):
    """∇f = [a, b], each entry in the colour of its input.

    Args:
        entries: Both, in Typst's maths notation.
        value: The function, in the same notation.
        size: Em height in pixels at 1080p.
        numbers: What each ``#name`` in the entries stands for, as for `Formula`.
    """

    def __init__(
        self,
        entries: Sequence[str],
        *,
        value: str = "f",
        size: float = TYPE.title,
        numbers: Mapping[str, Quantity] | None = None,
    ) -> None:
        first, last = entries
        # A comma between letters is one in every language.
        separator = typst_separator() if _DIGIT.search(f"{first} {last}") else "comma"
        super().__init__(
            f"{{{{nabla {value} : name}}}} {{{{= : equals}}}} lr({{{{bracket.l : open}}}} "
            f"{{{{{first} : first}}}} {{{{{separator} : separator}}}} {{{{{last} : last}}}} "
            f"{{{{bracket.r : close}}}})",
            size=size,
            parts={"name": PALETTE.uphill, "first": PALETTE.x_part, "last": PALETTE.y_part},
            numbers=numbers,
        )

    def entry(self, index: int) -> VGroup:
        """Return the glyphs of an entry."""
        return self.part(ENTRIES[index])

    @property
    def frame(self) -> list[VGroup]:
        """All but the entries, from left to right."""
        return [self.part(name) for name in _FRAME]

    def frame_becomes(self, other: "GradientRow") -> AnimationGroup:
        """Return the animation in which all but the entries become those of another row."""
        pairs = zip(self.frame, other.frame, strict=True)
        return AnimationGroup(*(ReplacementTransform(old, new) for old, new in pairs))

    def level_out(self, other: "GradientRow") -> AnimationGroup:
        """Return the animation in which fractions ∂f/∂x become the same on one line.

        Add the other row to the scene when it is over.
        """
        entries = (
            ReplacementTransform(old, other.entry(index)[place])
            for index in (0, 1)
            for old, place in zip(self.entry(index), _LEVEL, strict=True)
        )
        return AnimationGroup(self.frame_becomes(other), *entries)
