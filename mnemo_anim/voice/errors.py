"""The one kind of error that a voice can cause."""

from importlib.util import find_spec
from typing import Self

from mnemo_anim.document.errors import nearest


class VoiceError(Exception):
    """A voice cannot speak: what, where, and how to mend it, in one line."""


class UnknownVoiceError(VoiceError):
    """A voice was named that there is not."""

    @classmethod
    def among(cls, asked: str, forms: dict[str, str]) -> Self:
        """Return the error for `asked`, naming the nearest of the voices, each in its form."""
        mend = nearest(asked, forms)
        for name, form in forms.items():
            mend = mend.replace(f"“{name}”", f"“{form}”")
        return cls(f"there is no voice “{asked}”. {mend}{'' if mend.endswith('?') else '.'}")


def require(module: str, package: str, extra: str) -> None:
    """Raise a `VoiceError` that tells how to install an optional package, if it is missing."""
    if find_spec(module) is None:
        raise VoiceError(
            f"this voice needs the package {package}, which is not installed. "
            f"Run .venv/bin/pip install '.[{extra}]'."
        )
