"""Which film of a lecture: its language, the theme that it is drawn in, the voice that speaks."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from mnemo_anim.palettes import DEFAULT_THEME
from mnemo_anim.voice.choice import SILENT, VoiceChoice

TRANSLATION_VARIABLE = "MNEMO_TRANSLATION"
"""The environment variable that names the translation, as ``--translation`` does."""

ORIGINAL = ""
"""The translation that is none: the document itself."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One film of many that can be made of the same scenes.

    Attributes:
        theme: The palette that it is drawn in.
        voice: Who speaks, as on the command line: ``recorded:/folder``.
        translation: The language tag of a translation: ``es``; empty for the document itself.
    """

    theme: str = DEFAULT_THEME
    voice: str = SILENT
    translation: str = ORIGINAL

    def place(self, folder: Path) -> Path:
        """Return where it goes: the first edition into ``folder``, others into folders in that.

        Raises:
            VoiceError: There is no such voice.
        """
        theme = "" if self.theme == DEFAULT_THEME else self.theme
        return folder / self.translation / theme / VoiceChoice.read(self.voice).folder

    def document(self, lecture: Path) -> Path:
        """Return the document of the edition: ``gradients.es.md`` beside ``gradients.md``."""
        if self.translation == ORIGINAL:
            return lecture
        return lecture.with_name(f"{lecture.stem}.{self.translation}{lecture.suffix}")

    @property
    def ingredients(self) -> dict[str, str]:
        """By name, what of it goes into every frame."""
        return {"the theme": self.theme}

    @property
    def options(self) -> str:
        """What names it to make: ``TRANSLATION=es THEME=paper``; empty for the first edition."""
        translation = f"TRANSLATION={self.translation}" if self.translation else ""
        theme = "" if self.theme == DEFAULT_THEME else f"THEME={self.theme}"
        voice = "" if self.voice == SILENT else f"VOICE={shlex.quote(self.voice)}"
        return " ".join(filter(None, (translation, theme, voice)))


FIRST = Edition()
"""In the theme, and by the voice, that are taken where none is named."""
