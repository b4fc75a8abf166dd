"""The one kind of error that a lecture document can cause."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class DocumentError(Exception):
    """A fault in a lecture document: where it is, what is wrong, how to mend it.

    Its text reads ``assets/gradients.md:42: what is wrong. How to mend it.``

    Attributes:
        source: the document.
        line: the line of the fault, counted from 1; None where the fault has no line.
    """

    def __init__(self, source: Path, line: int | None, wrong: str, mend: str) -> None:
        super().__init__(source, line, wrong, mend)
        self.source = source
        self.line = line
        self.wrong = wrong
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.source}" if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.wrong}. {self.mend}{'' if self.mend.endswith('?') else '.'}"


class UnknownIdError(DocumentError, KeyError):
    """An id was asked for that the document does not have.

    It is a KeyError as well, so that a mapping of the document's words keeps the mapping protocol.
    """

    __str__ = DocumentError.__str__

    @classmethod
    def among(
        cls, source: Path, line: int | None, kind: str, asked: str, known: Iterable[str]
    ) -> "UnknownIdError":
        """Return the error for `asked`, naming the nearest of the `known` ids."""
        return cls(source, line, f"there is no {kind} “{asked}”", nearest(asked, known))


def nearest(asked: str, known: Iterable[str]) -> str:
    """Return a mend that names the `known` words most like `asked`, or else all of them."""
    names = list(known)
    if not names:
        return "Add it to the document; it has none yet"
    near = get_close_matches(asked, names, n=3, cutoff=0.5)
    listed = ", ".join(f"“{name}”" for name in near or names)
    return f"Did you mean {listed}?" if near else f"Use one of {listed}"
