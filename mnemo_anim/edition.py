"""Which film of a lecture: its language, the theme that it is drawn in, the voice that speaks."""

from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.palettes import DEFAULT_THEME


@dataclass(frozen=True, slots=True)
class Edition:
    """One film of many that can be made of the same scenes.

    Attributes:
        theme: The palette that it is drawn in.
    """

    theme: str = DEFAULT_THEME

    def place(self, folder: Path) -> Path:
        """Return where it goes: the first edition into ``folder``, others into folders in that."""
        return folder if self.theme == DEFAULT_THEME else folder / self.theme

    @property
    def ingredients(self) -> dict[str, str]:
        """By name, what of it goes into every frame."""
        return {"the theme": self.theme}

    @property
    def options(self) -> str:
        """What names it to make: ``THEME=paper``; empty for the first edition."""
        return "" if self.theme == DEFAULT_THEME else f"THEME={self.theme}"
