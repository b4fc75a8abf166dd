"""Speech that has been made, kept as FLAC files named by their keys."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import av
import numpy as np
from numpy.typing import NDArray

from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice.sound import Samples, Sound

FORMAT = 1  # of the files, and of what `mnemo_anim.voice` makes of a sound; part of every key

_FULL_SCALE = np.float32(32767)


def key_of(*made_from: object) -> str:
    """Return the key of a speech that is made from plain data, and in the way of this package."""
    text = json.dumps([FORMAT, *made_from], ensure_ascii=True, sort_keys=True)
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SpeechCache:
    """A folder of speech. Several processes may read and write it at once.

    Each file holds all there is to know of a speech: its samples, the onsets of its words, and a
    digest of both. A file that is damaged is as good as none.

    Attributes:
        folder: Made when the first speech is kept.
    """

    folder: Path

    def path(self, key: str) -> Path:
        """Return the file of a speech."""
        return self.folder / f"{key}.flac"

    def read(self, key: str) -> Sound | None:
        """Return the speech of that key; None where there is none, or a damaged one."""
        try:
            with av.open(str(self.path(key)), format="flac") as file:
                tags = {name.lower(): tag for name, tag in file.metadata.items()}
                pieces = [frame.to_ndarray()[0] for frame in file.decode(audio=0)]
            samples = np.concatenate(pieces)
            if tags["digest"] != _digest(samples, tags["onsets"]):
                return None
            onsets = tuple((place, at) for place, at in json.loads(tags["onsets"]))
        except (OSError, av.FFmpegError, IndexError, KeyError, ValueError, TypeError):
            return None
        return Sound(samples.astype(np.float32) / _FULL_SCALE, SAMPLE_RATE, onsets)

    def write(self, key: str, sound: Sound) -> None:
        """Keep a speech; its file appears when it is whole.

        Args:
            key: Of all that it was made from.
            sound: At the rate of a film's sound.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        # A name of its own: another process may write the same speech at this moment.
        part = NamedTemporaryFile(  # noqa: SIM115 - it is closed before it gets its name
            dir=self.folder, prefix=f"{key[:8]}-", suffix=".part", delete=False
        )
        try:
            with part:
                _write_flac(part.file, sound)
            Path(part.name).chmod(0o644)
            Path(part.name).replace(self.path(key))
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise


def _integers(samples: Samples) -> NDArray[np.int16]:
    return np.round(np.clip(samples, -1, 1) * _FULL_SCALE).astype(np.int16)


def _write_flac(file: IO[bytes], sound: Sound) -> None:
    samples, onsets = _integers(sound.samples), json.dumps(sound.onsets)
    with av.open(file, "w", format="flac", options={"fflags": "+bitexact"}) as container:
        container.metadata.update(onsets=onsets, digest=_digest(samples, onsets))
        stream = container.add_stream("flac", rate=SAMPLE_RATE, layout="mono", format="s16")
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="s16", layout="mono")
        frame.sample_rate, frame.pts = SAMPLE_RATE, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _digest(samples: NDArray[np.int16], onsets: str) -> str:
    return sha256(samples.astype("<i2").tobytes() + onsets.encode()).hexdigest()
