"""The user's own neural voice: an ONNX model that Piper speaks with."""

import json
from collections.abc import Collection, Sequence
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mnemo_anim.document import Beat
from mnemo_anim.voice.cache import SpeechCache, key_of
from mnemo_anim.voice.errors import VoiceError, require
from mnemo_anim.voice.phonemes import word_starts
from mnemo_anim.voice.sound import Samples, Sound
from mnemo_anim.voice.sounding import SoundingVoice
from mnemo_anim.voice.spoken import Spoken, spoken

if TYPE_CHECKING:
    from piper import AudioChunk
    from piper import PiperVoice as Model

_EXTRA = "piper"
_PACKAGES = {"piper": "piper-tts", "onnx": "onnx", "onnxruntime": "onnxruntime"}
_SEED = 1729  # of a model's noise, without which speech is flat
_SENTENCE_GAP = 0.3  # seconds of silence, besides what a model puts at its ends


class PiperVoice(SoundingVoice):
    """A neural voice of Piper's.

    A model draws noise as it speaks, and goes on drawing from one text to the next; so each beat is
    spoken by a model that has been loaded for it, from the same seed.

    Args:
        model: ``voice.onnx``, beside which lies ``voice.onnx.json``.
        language: Of the words, a BCP 47 tag.
        kept: The cache of speech.

    Raises:
        VoiceError: A package is missing, or a file of the voice cannot be read.
    """

    def __init__(self, model: Path, language: str, kept: SpeechCache) -> None:
        super().__init__(kept)
        for module, package in _PACKAGES.items():
            require(module, package, _EXTRA)
        self.model = model
        self.language = language
        self.settings = model.with_name(f"{model.name}.json")
        self._own_language = self._read_settings()

    def key(self, beat: Beat) -> str:
        """Return the key of the words as they are read aloud, and of the model and its packages."""
        words = spoken(beat.text, self.language).words
        versions = [version(package) for package in _PACKAGES.values()]
        return key_of("piper", versions, self._digest, _SEED, _SENTENCE_GAP, words)

    def sound(self, beat: Beat) -> Sound:
        """Return the beat as the model speaks it, without the silence around it."""
        text = spoken(beat.text, self.language)
        model = self._load()
        try:
            chunks = [*model.synthesize(text.words, include_alignments=True)]
        except Exception as error:  # of whatever kind: a model may raise what it likes
            raise VoiceError(
                f"{self.model} cannot speak beat “{beat.id}” ({_first_line(error)}). "
                "Choose another voice."
            ) from error
        sound = _joined(chunks, text, model, beat.text)
        if not sound.peak:
            raise VoiceError(
                f"{self.model} says nothing for beat “{beat.id}”. Choose another voice."
            )
        return sound

    def check(self, beats: Sequence[Beat], known: Collection[str]) -> list[str]:
        """Return a line if the model speaks another language; load it if it has to speak."""
        del known
        if any(not self.cache.path(self.key(beat)).exists() for beat in beats):
            self._load()
        if self._own_language == self.language.partition("-")[0].lower():
            return []
        return [
            f"{self.model} speaks “{self._own_language}”, but the lecture is in “{self.language}”."
        ]

    def _read_settings(self) -> str:
        """Return the language of the model; raise VoiceError unless its settings can be read."""
        for file in (self.model, self.settings):
            if not file.is_file():
                raise VoiceError(
                    f"there is no {file}. A voice of Piper’s is two files, voice.onnx and "
                    "voice.onnx.json beside it."
                )
        from piper.config import PiperConfig  # noqa: PLC0415 - the package is optional

        try:
            config = PiperConfig.from_dict(json.loads(self.settings.read_text(encoding="utf-8")))
            return config.espeak_voice.partition("-")[0].lower()
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise VoiceError(
                f"{self.settings} does not describe a voice of Piper’s ({_first_line(error)}). "
                "Get both files of the voice again."
            ) from error

    @cached_property
    def _digest(self) -> str:
        """The digest of the model and its settings."""
        try:
            return sha256(self.model.read_bytes() + self.settings.read_bytes()).hexdigest()
        except OSError as error:
            raise VoiceError(f"{error.filename} cannot be read ({error.strerror}).") from error

    def _load(self) -> "Model":
        import onnxruntime  # noqa: PLC0415 - the package is optional
        from piper import PiperVoice as Model  # noqa: PLC0415

        onnxruntime.set_default_logger_severity(3)  # errors only
        onnxruntime.set_seed(_SEED)
        try:
            return Model.load(self.model, include_alignments=True)
        except Exception as error:  # of whatever kind: onnxruntime has many
            raise VoiceError(
                f"{self.model} is not a voice that can be read ({_first_line(error)}). "
                "Get both files of the voice again."
            ) from error


def _joined(chunks: Sequence["AudioChunk"], text: Spoken, model: "Model", written: str) -> Sound:
    """Return the sentences one after the other, and where their words begin."""
    rate = model.config.sample_rate
    gap = np.zeros(round(_SENTENCE_GAP * rate), np.float32)
    pieces: list[Samples] = []
    phonemes: list[str] = []
    moments: list[int] = []
    begin = 0
    for chunk in chunks:
        phonemes += chunk.phonemes
        moments += [begin + at for at in _moments(chunk)]
        pieces += [np.nan_to_num(np.atleast_1d(chunk.audio_float_array)).astype(np.float32), gap]
        begin += len(pieces[-2]) + len(gap)
    words = text.words.split(" ")
    alone = [[part for sentence in model.phonemize(word) for part in sentence] for word in words]
    places = np.cumsum([0, *(len(word) + 1 for word in words)])
    heard = [
        (int(place), moments[start])
        for place, start in zip(places, word_starts(alone, phonemes), strict=False)
        if start is not None and start < len(moments)
    ]
    return Sound(np.concatenate(pieces or [gap]), rate, text.onsets(heard, written)).trimmed()


def _moments(chunk: "AudioChunk") -> list[int]:
    """Return the sample at which each phoneme begins: told by the model, or in equal parts."""
    if chunk.phoneme_alignments is not None:
        ends = np.cumsum([part.num_samples for part in chunk.phoneme_alignments])
        return [int(end) for end in ends[:-2]]  # the first is no phoneme, but a beginning
    count = len(chunk.phonemes)
    return [round(len(chunk.audio_float_array) * index / count) for index in range(count)]


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
