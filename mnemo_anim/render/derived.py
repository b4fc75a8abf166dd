"""What SymPy has derived for scenes, kept from run to run in the folder of all films.

It says nothing that a worker could not find out for itself, in a second or so; a file that was made
by other code or another SymPy, or that is damaged, counts as empty.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from mnemo_anim.render.dependencies import SourceTree
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.identity import versions
from mnemo_anim.render.recipe import digest_of
from mnemo_anim.render.whole import write_text_whole

if TYPE_CHECKING:
    from mnemo_anim.maths.derivation import Answer

Derived: TypeAlias = Mapping[str, "Answer"]
"""What `mnemo_anim.maths.derivation.derived` tells."""

DERIVING = "mnemo_anim.maths.symbolic"
"""The module through which all is derived."""


@dataclass
class DerivationBook:
    """A file of what has been derived.

    Args:
        path: The file.
        made_by: Tells what derives: the digest of its code and of its version.
    """

    path: Path
    made_by: Callable[[], str]

    @cached_property
    def known(self) -> Derived:
        """What had been derived when it was first asked for, or learnt since."""
        return self._read()

    def learn(self, found: Derived) -> None:
        """Take over what has been derived, and keep it where that is possible."""
        if found.keys() <= self.known.keys():
            return
        self.known = {**self._read(), **self.known, **found}  # other runs may have learnt as well
        text = json.dumps({"seal": self._seal(self.known), "derived": self.known}, indent=1)
        with suppress(RenderError):  # it saves a second; a full disk will tell of itself
            write_text_whole(self.path, f"{text}\n")

    def _read(self) -> Derived:
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            derived: Derived = kept["derived"]
            return derived if kept["seal"] == self._seal(derived) else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _seal(self, derived: Derived) -> str:
        return digest_of([self.made_by(), derived])


def derivation_book(path: Path, sources: SourceTree) -> DerivationBook:
    """Return the book of what the project's code derives with the SymPy that is installed."""
    return DerivationBook(path, partial(_made_by, sources))


def _made_by(sources: SourceTree) -> str:
    return digest_of([sources.digests_of(DERIVING), versions()["sympy"]])
