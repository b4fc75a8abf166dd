"""Which film of a lecture: the theme that it is drawn in, the voice that speaks."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.voice.choice import SILENT, VoiceChoice


@dataclass(frozen=True, slots=True)
class Edition:
    """One film of many that can be made of the same scenes.

    Attributes:
        theme: The palette that it is drawn in.
        voice: Who speaks, as on the command line: ``recorded:/folder``.
    """

    theme: str = DEFAULT_THEME
    voice: str = SILENT

    def place(self, folder: Path) -> Path:
        """Return where it goes: the first edition into ``folder``, others into folders in that.

        Raises:
            VoiceError: There is no such voice.
        """
        theme = "" if self.theme == DEFAULT_THEME else self.theme
        return folder / theme / VoiceChoice.read(self.voice).folder

    @property
    def ingredients(self) -> dict[str, str]:
        """By name, what of it goes into every frame."""
        return {"the theme": self.theme}

    @property
    def options(self) -> str:
        """What names it to make: ``THEME=paper VOICE=espeak``; empty for the first edition."""
        theme = "" if self.theme == DEFAULT_THEME else f"THEME={self.theme}"
        voice = "" if self.voice == SILENT else f"VOICE={shlex.quote(self.voice)}"
        return f"{theme} {voice}".strip()


FIRST = Edition()
"""In the theme, and by the voice, that are taken where none is named."""
