"""How a voice is named, and where films go that are spoken by it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from mnemo_anim.voice.errors import UnknownVoiceError, VoiceError

VOICE_VARIABLE = "MNEMO_VOICE"
"""The environment variable that names the voice, as ``--voice`` does."""

SILENT, ESPEAK, PIPER, RECORDED = "silent", "espeak", "piper", "recorded"

VOICES = {
    SILENT: SILENT,
    ESPEAK: ESPEAK,
    PIPER: f"{PIPER}:/path/voice.onnx",
    RECORDED: f"{RECORDED}:/folder",
}
"""The form in which each voice is named."""

_DIGITS = 8  # of a digest: enough to tell the folders on a machine apart


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice, as it was named.

    Attributes:
        engine: ``silent``, ``espeak``, ``piper`` or ``recorded``.
        path: Of what the engine speaks with, absolute; None for the first two.
    """

    engine: str
    path: Path | None = None

    @classmethod
    def read(cls, name: str) -> Self:
        """Read a name such as ``recorded:/folder``; whether the path exists is not asked.

        Raises:
            UnknownVoiceError: There is no such voice.
            VoiceError: It lacks its path, or has one that it does not take.
        """
        engine, colon, where = name.partition(":")
        if engine not in VOICES:
            raise UnknownVoiceError.among(name, VOICES)
        takes_path = engine in {PIPER, RECORDED}
        if takes_path and not where.strip():
            raise VoiceError(f"the voice “{name}” lacks its path. Write it as {VOICES[engine]}.")
        if not takes_path and colon:
            raise VoiceError(f"the voice “{name}” takes no path. Write it as {engine}.")
        if not takes_path:
            return cls(engine)
        try:
            path = Path(where.strip()).expanduser().absolute()
        except RuntimeError as error:
            raise VoiceError(f"the voice “{name}” has no path that can be had ({error}).") from None
        return cls(engine, path)

    @property
    def name(self) -> str:
        """What names it, from wherever it is read."""
        return self.engine if self.path is None else f"{self.engine}:{self.path}"

    @property
    def folder(self) -> str:
        """The name of the folder for its films; empty for the silent ones, which come first.

        A digest of the whole path tells two voices of one name apart, and a voice from a theme.
        """
        if self.engine == SILENT:
            return ""
        if self.path is None:
            return self.engine
        stem = self.path.stem if self.engine == PIPER else self.path.name
        return f"{stem or self.engine}-{sha256(self.name.encode()).hexdigest()[:_DIGITS]}"
