"""Words with ∇f among them: the maths in a sentence is set as maths, in its colour."""

import re
from typing import Any

from manim import VGroup

from mnemo_anim.mobjects.lettering import Words, literal
from mnemo_anim.theme import PALETTE

_TERM = re.compile(r"(−?‖?∇\w‖?|\bf\b)")  # ∇f, −∇f, ‖∇f‖, ∇L, and f itself
_MEANINGS = ("uphill", "downhill", "loss")


class Prose(Words):
    """A text of the lecture in which ∇f, −∇f, ‖∇f‖ and f are set as formulas, in their colours.

    The text itself says where they are: each is set from its own characters.

    Args:
        text: Set as it is but for these; nothing in it is markup.
        **kwargs: As for `Words`.
    """

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(text, **kwargs)
        for meaning in {_meaning(term) for term in _TERM.findall(text)}:
            self.terms(meaning).set_color(getattr(PALETTE, meaning))

    def terms(self, meaning: str) -> VGroup:
        """Return the formulas that mean ``uphill`` (∇f, ‖∇f‖), ``downhill`` (−∇f) or ``loss`` (f).

        Raises:
            ValueError: There is none in the text.
        """
        try:
            return VGroup(*self.select(meaning))
        except KeyError as error:
            raise ValueError(
                f"“{self.text}” has no formula that means “{meaning}”; the meanings are "
                f"{', '.join(_MEANINGS)}."
            ) from error

    def _markup(self, text: str) -> str:
        pieces = _TERM.split(text)  # words and terms in turn
        return "".join(
            f"#box[${piece}$]<{_meaning(piece)}>" if index % 2 else literal(piece)
            for index, piece in enumerate(pieces)
            if piece
        )


def _meaning(term: str) -> str:
    """Return the colour that a term has, by its name in the palette."""
    if "∇" not in term:
        return "loss"
    return "downhill" if term.startswith("−") else "uphill"
