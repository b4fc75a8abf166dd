"""Words with maths among them: ∇f, x², w.grad are set as what they are, ∇f in its colour."""

import re
from typing import Any

from manim import VGroup

from mnemo_anim.mobjects.lettering.text import Words, literal
from mnemo_anim.theme import FONTS, PALETTE

_NAMED = re.compile(r"(?<!\w)\d*([a-z])(?:²|\.[a-z]+\b)")  # 2y², w.grad: y and w are inputs
_GRADIENT, _CODE = r"−?‖?∇\w‖?", r"\b[a-z]\.[a-z]+\b"  # ∇f, −∇f, ‖∇f‖, ∇L; w.grad
_LIST = r"[\[(]−?\d+(?:, −?\d+)+[\])]"  # (2, 1), [3, 4]: never broken
_MEANINGS = ("uphill", "downhill", "loss")


class Prose(Words):
    """A text of the lecture in which ∇f, −∇f, ‖∇f‖ and f are set as formulas, in their colours.

    So are its inputs, in the colour of the text, and w.grad as code; a point, or a vector, stays on
    one line. The text itself says where they are: each is set from its own characters, and an input
    is a letter that has a power, or an attribute, somewhere in the text.

    Args:
        text: Set as it is but for these; nothing in it is markup.
        **kwargs: As for `Words`.
    """

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(text, **kwargs)
        for meaning in {_meaning(term) for term in _terms(text).findall(text)} - {""}:
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
        pieces = _terms(text).split(text)  # words and terms in turn
        return "".join(
            _set(piece) if index % 2 else literal(piece)
            for index, piece in enumerate(pieces)
            if piece
        )


def _terms(text: str) -> re.Pattern[str]:
    """Return what finds the maths of a text, and its code."""
    names = "".join(sorted({"f", *_NAMED.findall(text)}))
    return re.compile(rf"({_GRADIENT}|{_CODE}|{_LIST}|(?<!\w)\d*[{names}]²?(?!\w))")


def _set(term: str) -> str:
    """Return Typst markup that sets a term as maths, or as code."""
    if term[0] in "([":
        return f"#box[{literal(term)}]"
    if "." in term:
        return f'#text(font: "{FONTS.code}")[{literal(term)}]'
    meaning = _meaning(term)
    return f"#box[${term.replace('²', '^2')}$]" + (f"<{meaning}>" if meaning else "")


def _meaning(term: str) -> str:
    """Return the colour that a term has, by its name in the palette; none for that of the text."""
    if "∇" not in term:
        return "loss" if term == "f" else ""
    return "downhill" if term.startswith("−") else "uphill"
