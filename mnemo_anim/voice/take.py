"""One WAV file of the lecturer's, and what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer

from mnemo_anim.document import Beat
from mnemo_anim.pacing import reading_time
from mnemo_anim.voice.sound import Samples, Sound

_LONGEST = 600.0  # seconds: no beat is that long
_SILENT = 10 ** (-60 / 20)  # of full scale
_FAINT = 10 ** (-30 / 20)
_FULL = 0.9999  # of full scale: as loud as 16 bits can say
_CLIPPED_RUN = 3  # equal samples at full scale
_LOWEST_RATE = 16_000  # hertz: below it, an s is not heard
_FEWEST_BITS = 16
_FAR = 3.0  # times longer, or shorter, than its words take
_QUIET_END = 1.0  # seconds of silence at an end


@dataclass(frozen=True, slots=True)
class Take:
    """What a WAV file holds.

    Attributes:
        path: The file.
        sound: What is heard; None where it is of no use.
        fault: Why it is of no use, and how to mend it; empty otherwise.
        bits: Of a sample.
    """

    path: Path
    sound: Sound | None
    fault: str = ""
    bits: int = 0

    def faults(self, beat: Beat) -> list[str]:
        """Return what is wrong with the take for the words of a beat, a sentence or two each."""
        if self.sound is None:
            return [f"{self.fault}. Until then the beat stays silent."]
        sound, reading = self.sound, reading_time(beat.text)
        clipped = _clipped_places(sound.samples)
        quiet = [seconds for seconds in _quiet_ends(sound) if seconds > _QUIET_END]
        times = f"lasts {sound.seconds:.1f} s, but its words take about {reading:.0f} s"
        checks = {
            f"has {self.bits} bits a sample, so it hisses. Record it with 24": (
                self.bits < _FEWEST_BITS
            ),
            f"has {sound.rate} samples a second, so it is dull. Record it with 48000": (
                sound.rate < _LOWEST_RATE
            ),
            "is faint, and its noise will be heard. Record it again, louder": (sound.peak < _FAINT),
            f"is clipped in {clipped} places. Record it again, less loud": clipped > 0,
            f"{times}. Check that it is this beat’s, and whole": sound.seconds < reading / _FAR,
            f"{times}. Cut it, or check that it is this beat’s": sound.seconds > reading * _FAR,
            f"has {max(quiet, default=0):.1f} s of silence at an end. Cut it": bool(quiet),
        }
        return [f"it {wrong}." for wrong, found in checks.items() if found]


def read_take(path: Path) -> Take:
    """Read a WAV file; whatever is wrong with it is told by the take."""
    try:
        with av.open(str(path), format="wav") as file:
            stream = file.streams.audio[0]
            if file.duration and file.duration / av.time_base > _LONGEST:
                minutes = file.duration / av.time_base / 60
                fault = f"it lasts {minutes:.0f} minutes. Cut it into one file a beat"
                return Take(path, None, fault)
            bits = stream.codec_context.format.bits
            samples = _decoded(file, stream)
            rate = stream.codec_context.sample_rate
    except (OSError, av.FFmpegError, IndexError, ValueError, AttributeError) as error:
        return Take(path, None, f"it is not a WAV file that can be read ({error}). Export it again")
    if not len(samples):
        return Take(path, None, "it is empty. Record it again")
    if not np.isfinite(samples).all():
        return Take(path, None, "it holds samples that are not numbers. Export it again")
    sound = Sound(samples, rate)
    if sound.peak < _SILENT:
        return Take(path, None, "it is silent. Record it again")
    return Take(path, sound, bits=bits)


def _decoded(file: InputContainer, stream: av.AudioStream) -> Samples:
    """Return the mean of all channels, shape (n,)."""
    floats = av.AudioResampler(format="fltp")
    pieces = [
        piece.to_ndarray().mean(axis=0)
        for frame in (*file.decode(stream), None)
        for piece in floats.resample(frame)
    ]
    return np.concatenate(pieces).astype(np.float32) if pieces else np.zeros(0, np.float32)


def _clipped_places(samples: Samples) -> int:
    """Return how many runs of equal samples there are at full scale."""
    stays = (np.abs(samples[1:]) >= _FULL) & (samples[1:] == samples[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate([[0], stays.astype(np.int8), [0]])))
    lengths = edges[1::2] - edges[::2] + 1
    return int((lengths >= _CLIPPED_RUN).sum())


def _quiet_ends(sound: Sound) -> tuple[float, float]:
    """Return the seconds of silence before and after what is heard."""
    heard = np.flatnonzero(np.abs(sound.samples) > max(_SILENT, sound.peak / 100))
    return int(heard[0]) / sound.rate, (len(sound.samples) - 1 - int(heard[-1])) / sound.rate
