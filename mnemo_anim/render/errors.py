"""The one kind of error that a render can tell its user of, and all others in one line."""

from collections.abc import Iterable
from typing import Self

from mnemo_anim.document.errors import nearest


class RenderError(Exception):
    """Something cannot be rendered: what, where, and how to mend it, in one line."""


class UnknownNameError(RenderError):
    """A name was given that nothing has."""

    @classmethod
    def among(cls, kind: str, asked: str, known: Iterable[str]) -> Self:
        """Return the error for `asked`, naming the nearest of the `known` names."""
        mend = nearest(asked, known)
        return cls(f"there is no {kind} “{asked}”. {mend}{'' if mend.endswith('?') else '.'}")


def one_line(error: BaseException) -> str:
    """Return what an error says, in one line; with its name, unless it is meant for the user."""
    lines = str(error).strip().splitlines()
    told = lines[0] if lines else ""
    if isinstance(error, RenderError):
        return told
    return f"{type(error).__name__}: {told}" if told else type(error).__name__
