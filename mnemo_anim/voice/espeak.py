"""A spoken draft by espeak-ng: any language, at once, and it says when each word begins."""

import json
import re
import subprocess
import sys
from collections.abc import Collection, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.document import Beat
from mnemo_anim.voice import espeak_process
from mnemo_anim.voice.cache import SpeechCache, key_of
from mnemo_anim.voice.errors import VoiceError, require
from mnemo_anim.voice.sound import Sound
from mnemo_anim.voice.sounding import SoundingVoice
from mnemo_anim.voice.spoken import spoken

RATE = 155  # words a minute
PITCH = 42  # of 0 to 99

_PACKAGE, _MODULE, _EXTRA = "espeakng-loader", "espeakng_loader", "voice"
_LANGUAGE_LINE = re.compile(r"^language[ \t]+(\S+)(?:[ \t]+(\d+))?", re.MULTILINE)
_USUAL_RANK = 5  # of a voice for a language, where its file gives none; the lowest is chosen
_PATIENCE = 120  # seconds for one beat


class EspeakVoice(SoundingVoice):
    """espeak-ng, in the voice that it has for the language.

    Args:
        language: Of the words, a BCP 47 tag.
        kept: The cache of speech.

    Raises:
        VoiceError: Its package is missing, or it does not know the language.
    """

    def __init__(self, language: str, kept: SpeechCache) -> None:
        super().__init__(kept)
        require(_MODULE, _PACKAGE, _EXTRA)
        self.language = language
        self.voice = _voice_for(language)

    def key(self, beat: Beat) -> str:
        """Return the key of the words as they are read aloud, the voice, and its settings."""
        words = spoken(beat.text, self.language).words
        return key_of("espeak-ng", version(_PACKAGE), self.voice, RATE, PITCH, words)

    def sound(self, beat: Beat) -> Sound:
        """Return the beat as espeak-ng speaks it, without the silence around it."""
        text = spoken(beat.text, self.language)
        rate, heard, samples = _speak(self.voice, text.words)
        full = (samples / 32768).astype(np.float32)
        sound = Sound(full, rate, text.onsets(heard, beat.text)).trimmed()
        if not sound.peak:
            raise VoiceError(
                f"espeak-ng says nothing for beat “{beat.id}”: it has no words that its voice "
                f"{self.voice} can say. Choose another voice."
            )
        return sound

    def check(self, beats: Sequence[Beat], known: Collection[str]) -> list[str]:
        """Return nothing; raise VoiceError if its library does not work."""
        del beats, known
        _speak(self.voice, "a")
        return []


def _speak(voice: str, words: str) -> tuple[int, list[tuple[int, int]], NDArray[np.int16]]:
    """Return samples a second, pairs of a position and its sample, and 16-bit samples."""
    import espeakng_loader  # noqa: PLC0415 - the package is optional

    library, data = espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
    program = [sys.executable, "-P", espeak_process.__file__, library, data, voice]
    told = subprocess.run(
        [*program, str(RATE), str(PITCH)],
        input=words.encode(),
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )
    if told.returncode:
        why = told.stderr.decode(errors="replace").strip().splitlines()
        reason = why[-1] if why else f"exit code {told.returncode}"
        raise VoiceError(
            f"espeak-ng cannot speak: {reason}. Install its package again: "
            f".venv/bin/pip install --force-reinstall {_PACKAGE}."
        )
    header, _, sound = told.stdout.partition(b"\n")
    tells = json.loads(header)
    heard = [(place, at) for place, at in tells["onsets"]]
    return tells["rate"], heard, np.frombuffer(sound, np.int16)


@cache
def _voices() -> dict[str, str]:
    """Return the voice for each language, both as the data files of espeak-ng name them."""
    import espeakng_loader  # noqa: PLC0415 - the package is optional

    folder = Path(espeakng_loader.get_data_path()) / "lang"
    ranked: dict[str, tuple[int, str]] = {}
    for file in sorted(folder.glob("*/*")):
        voice = file.relative_to(folder).as_posix()
        for tag, rank in _LANGUAGE_LINE.findall(file.read_text(encoding="utf-8")):
            better = (int(rank or _USUAL_RANK), voice)
            ranked[tag.lower()] = min(better, ranked.get(tag.lower(), better))
    return {tag: voice for tag, (_, voice) in ranked.items()}


def _voice_for(language: str) -> str:
    """Return the voice for a language: that of ``pt-br``, or else that of ``pt``."""
    tag = language.lower()
    while tag:
        if tag in _voices():
            return _voices()[tag]
        tag = tag.rpartition("-")[0]
    raise VoiceError(
        f"espeak-ng has no voice for the language “{language}”. "
        "Mend it at the top of the document, or choose another voice."
    )
