"""The lecturer's own voice: a folder of WAV files, one for each beat, named by its id."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from mnemo_anim.document import Beat
from mnemo_anim.voice.cache import SpeechCache, key_of
from mnemo_anim.voice.errors import VoiceError
from mnemo_anim.voice.sound import Sound
from mnemo_anim.voice.sounding import SoundingVoice
from mnemo_anim.voice.take import read_take

_OTHER_SOUNDS = {".aac", ".aif", ".aiff", ".flac", ".m4a", ".mp3", ".ogg", ".opus", ".wma"}
_NAMED = 6  # beats in a line, at most


class RecordedVoice(SoundingVoice):
    """Recordings. They are levelled, but not cut: their silences are the speaker's.

    A beat without one that can be used keeps its reading time, and its captions on the rail.

    Args:
        folder: Of the WAV files.
        kept: The cache of speech.

    Raises:
        VoiceError: There is no such folder, or no WAV file in it.
    """

    def __init__(self, folder: Path, kept: SpeechCache) -> None:
        super().__init__(kept)
        self.folder = folder
        try:
            self._files = sorted(file for file in folder.iterdir() if file.is_file())
        except OSError as error:
            raise VoiceError(
                f"the recordings in {folder} cannot be had ({error.strerror}). "
                "Name a folder of WAV files that you may read."
            ) from None
        self._takes = {file.stem: file for file in self._files if file.suffix.lower() == ".wav"}
        if not self._takes:
            raise VoiceError(
                f"{folder} holds no WAV file. Record a beat into it, named by the beat’s id, such "
                "as one-arrow.wav; mnemo teleprompter shows them all."
            )

    def file(self, beat: Beat) -> Path:
        """Return the file that the recording of a beat has, or should have."""
        return self._takes.get(beat.id, self.folder / f"{beat.id}.wav")

    def key(self, beat: Beat) -> str:
        """Return the key of what the beat's file holds; empty where it is of no use."""
        if beat.id not in self._takes:
            return ""
        try:
            content = self._takes[beat.id].read_bytes()
        except OSError:
            return ""
        key = key_of("recorded", sha256(content).hexdigest())
        usable = self.cache.path(key).exists() or read_take(self._takes[beat.id]).sound is not None
        return key if usable else ""

    def sound(self, beat: Beat) -> Sound:
        """Return the recording of a beat."""
        take = read_take(self.file(beat))
        if take.sound is None:
            raise VoiceError(f"{take.path}: {take.fault}.")
        return take.sound

    def faults(self, beat: Beat) -> list[str]:
        """Return what is wrong with the recording of a beat, a sentence or two each."""
        if beat.id not in self._takes:
            return ["not recorded yet."]
        return read_take(self._takes[beat.id]).faults(beat)

    def check(self, beats: Sequence[Beat], known: Collection[str]) -> list[str]:
        """Return what is missing, what is of no use or no good, and what belongs to no beat."""
        lines = []
        if not self._takes.keys() & known:
            raise VoiceError(
                f"no WAV file in {self.folder} is named by a beat’s id, such as "
                f"{beats[0].id}.wav; mnemo teleprompter shows them all."
            )
        missing = [beat.id for beat in beats if beat.id not in self._takes]
        if missing:
            many = f"{len(missing)} beats have no recording and stay silent"
            one = "1 beat has no recording and stays silent"
            told = one if len(missing) == 1 else many
            lines.append(f"{self.folder}: {told}, with captions: {_listed(missing)}.")
        for beat in beats:
            if beat.id in self._takes:
                lines += [f"{self._takes[beat.id]}: {fault}" for fault in self.faults(beat)]
        for name, file in self._takes.items():
            if name not in known:
                near = get_close_matches(name, known, n=1)
                mend = f"Did you mean “{near[0]}”?" if near else "It is not used."
                lines.append(f"{file}: no beat is called “{name}”. {mend}")
        for file in self._files:
            if file.suffix.lower() in _OTHER_SOUNDS and file.stem in known:
                lines.append(f"{file}: it is not used. Export it as WAV.")
        return lines


def _listed(names: Sequence[str]) -> str:
    left = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {left} more" if left > 0 else "")
