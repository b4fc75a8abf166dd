"""Words with maths among them: the document's own notation, set as what it is, in its colours."""

import re
import unicodedata
from string import ascii_letters

from markupsafe import Markup, escape

_GRADIENT = r"(?:−(?:α·?)?)?‖?∇[a-zA-Z]‖?"  # ∇f, −∇f, ‖∇f‖, −α·∇L
_PARTIAL = r"\|?∂[a-zA-Z]/∂[a-zA-Z][₀-₉ᵢₙ]?\|?"  # ∂f/∂x, ∂L/∂wᵢ
_CODE = r"\b[a-z]\.[a-z]{2,}\b|`[^`]+`"  # w.grad, `backward()`
_INPUT = r"(?<!\w)[a-zA-Z][₀-₉ᵢₙ]"  # x₁, wₙ
_MULTIPLE = r"(?<!\w)\d+[a-z](?!\w)"  # 2x, 4y
_NAMED = re.compile(r"(?<!\w)\d*([a-zA-Z])(?:[²³₀-₉ᵢₙ]|\.[a-z]{2,}\b|\()")  # 2y², w.grad, f(x)
_VARIABLES = frozenset(f"{ascii_letters}αλ")
_SUBSCRIPTS = re.compile("[₀-₉ᵢₙ]+")


def prose(text: str) -> Markup:
    """Return plain text as HTML in which its maths is set: ∇f in its colour, variables in italics.

    Indices become ``<sub>``, for no text font has all of them; nothing else changes a letter.
    """
    pieces = _maths_of(text).split(text)
    return Markup("").join(
        _set(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces) if piece
    )


def _maths_of(text: str) -> re.Pattern[str]:
    """Return what finds the maths of a text. The text itself says which letters are names."""
    names = set(_NAMED.findall(text)) | {part[1] for part in re.findall(r"∂[a-zA-Z]", text)}
    letters = "".join(sorted(names | {"f", "α", "λ"}))
    name = rf"(?<!\w)\d*[{letters}][²³]?(?!\w)"
    return re.compile(f"({_GRADIENT}|{_PARTIAL}|{_CODE}|{_INPUT}|{_MULTIPLE}|{name})")


def _set(term: str) -> Markup:
    if re.fullmatch(_CODE, term):
        return Markup("<code>{}</code>").format(term.strip("`"))
    letters = Markup("").join(
        Markup("<i>{}</i>").format(letter) if letter in _VARIABLES else escape(letter)
        for letter in term
    )
    indexed = Markup(_SUBSCRIPTS.sub(_as_sub, str(letters)))
    return Markup('<span class="{}">{}</span>').format(_classes(term), indexed)


def _classes(term: str) -> str:
    if "∇" not in term:
        return "maths"
    return "maths downhill" if term.startswith("−") else "maths uphill"


def _as_sub(indices: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", indices.group())
    return f"<sub>{plain if plain.isdigit() else f'<i>{plain}</i>'}</sub>"
