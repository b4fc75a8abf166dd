"""Whether this process draws with the very code that a scene's recipe was made of."""

import hashlib
from collections.abc import Collection
from pathlib import Path

from mnemo_anim.paths import ROOT
from mnemo_anim.render.dependencies import Digests
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.identity import Identity, difference, versions

_loaded: Digests = {}
"""By path, the digest of each file as it was when this process first needed it."""


class OtherCodeError(RenderError):
    """This process cannot draw what it was asked to: its code, or Manim's, is another."""


def check_code(sources: Digests, expected: Identity) -> None:
    """Check that the project's files, and all else that draws, are those of the recipe.

    Call it when the scene's modules have been imported. A file that changes after that does not
    matter to this process, which has it in memory.

    Args:
        sources: Digests of the files that the scene depends on.
        expected: The versions of all else.

    Raises:
        OtherCodeError: Something differs; it says what.
    """
    unlike = difference(expected, versions())
    if unlike:
        raise OtherCodeError(f"this worker has {unlike}. Install the same versions everywhere.")
    for name, digest in digests_here(sources).items():
        if digest != sources[name]:
            raise OtherCodeError(
                f"{name} is not what it was when the run began. If you have edited it, run again; "
                "if this is another machine, give it the same version of the project."
            )


def digests_here(files: Collection[str]) -> Digests:
    """Return the digests of files of the project as this process has loaded them.

    Args:
        files: Paths from the project's root.
    """
    for name in files:
        if name not in _loaded:
            _loaded[name] = _digest(ROOT / name)
    return {name: _loaded[name] for name in files}


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "missing"
