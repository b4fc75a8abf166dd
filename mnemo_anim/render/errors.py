"""The one kind of error that a render can tell its user of."""

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
