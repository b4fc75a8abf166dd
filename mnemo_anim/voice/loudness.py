"""As loud as a film should be: the same loudness for every beat, and no peak above the limit.

Each beat is levelled by itself. A scene, and a film of any scenes in any order, are then as loud
as their beats, because the measure of ITU-R BS.1770-4 leaves silence out; so a track can be laid
piece by piece, and nothing has to know the whole.
"""

import math
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice.filtering import filtered, resampled
from mnemo_anim.voice.sound import Samples, Sound, rising

LOUDNESS = -14.0  # LUFS, of speech on both channels
TRUE_PEAK = -2.0  # dBTP: a lossy coder may add up to one

_MOST_GAIN = 40.0  # dB: beyond it, a recording is more noise than words
_NEAR = 0.05  # LU
_ROUNDS = 8
_OVERSAMPLED = 4 * SAMPLE_RATE  # where peaks between samples are seen
_HELD_BACK = SAMPLE_RATE // 10  # samples, by filters, at the most
_SHORTEST = SAMPLE_RATE  # samples that a measurement needs: windows are 0.4 s long


def ready_for_film(sound: Sound) -> Sound:
    """Return a sound at the rate and at the loudness of a film."""
    scale = SAMPLE_RATE / sound.rate
    onsets = rising((place, round(at * scale)) for place, at in sound.onsets)
    return Sound(levelled(resampled(sound.samples, sound.rate, SAMPLE_RATE)), SAMPLE_RATE, onsets)


def levelled(samples: Samples) -> Samples:
    """Return speech of one channel at `LOUDNESS` on two, its peaks held below `TRUE_PEAK`.

    Holding peaks down takes loudness away, so the gain is sought in a few rounds. Speech that
    would need more than 40 dB stays below the aim.

    Args:
        samples: At 48 kHz, shape (n,), not silent.
    """
    gain, limited = 0.0, samples
    for _ in range(_ROUNDS):
        limited = _amplified(samples, gain)
        missing = LOUDNESS - loudness(limited)
        if abs(missing) <= _NEAR or (gain == _MOST_GAIN and missing > 0):
            break
        gain = min(gain + missing, _MOST_GAIN)
    return limited


def loudness(samples: Samples) -> float:
    """Return the integrated loudness in LUFS of speech at 48 kHz, played on two channels.

    What is shorter than a measurement needs is measured as if it were said again and again.
    """
    times = -(-_SHORTEST // len(samples))
    both = np.tile(samples, (2, times))
    _, measured = filtered(both, SAMPLE_RATE, ("ebur128", "metadata=1:framelog=quiet"))
    return float(measured["lavfi.r128.I"])


@dataclass(frozen=True, slots=True)
class Level:
    """How loud a film is.

    Attributes:
        loudness: Integrated, in LUFS.
        true_peak: In dBTP.
    """

    loudness: float
    true_peak: float


def level_of(film: Path) -> Level:
    """Return how loud the sound track of a film file is (ITU-R BS.1770-4)."""
    graph = av.filter.Graph()
    measured: dict[str, str] = {}
    with av.open(str(film)) as container:
        stream = container.streams.audio[0]
        source = graph.add_abuffer(template=stream)
        meter = graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
        graph.link_nodes(source, meter, graph.add("abuffersink")).configure()
        for frame in (*container.decode(stream), None):
            graph.push(frame)
            with suppress(av.EOFError, av.BlockingIOError):
                while True:
                    measured.update(graph.pull().metadata)
    peaks = (float(measured[f"lavfi.r128.true_peaks_ch{number}"]) for number in (0, 1))
    return Level(float(measured["lavfi.r128.I"]), 20 * math.log10(max(*peaks, 1e-6)))


def _amplified(samples: Samples, gain: float) -> Samples:
    """Return a sound amplified by ``gain`` dB, its peaks between samples held down."""
    ceiling = 10 ** (TRUE_PEAK / 20)
    out, _ = filtered(
        np.pad(samples, (0, _HELD_BACK)),
        SAMPLE_RATE,
        ("volume", f"{gain}dB:precision=float"),
        ("aresample", f"{_OVERSAMPLED}"),
        ("alimiter", f"limit={ceiling}:attack=5:release=50:level=0:latency=1"),
        ("aresample", f"{SAMPLE_RATE}"),
    )
    return out[: len(samples)]
