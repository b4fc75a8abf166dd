"""Words as they sound: samples, and where each word begins."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.timeline import SAMPLE_RATE, Speech

Samples = NDArray[np.float32]

_AUDIBLE = 10 ** (-50 / 20)  # of the loudest sample: what is below it is silence
_BEFORE, _AFTER = 0.03, 0.08  # seconds kept around what is audible: soft sounds begin and end there


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """The sound of spoken words.

    Attributes:
        samples: Of one channel, shape (n,); full scale is ±1.
        rate: Samples a second.
        onsets: Pairs of a position in the text and the sample at which the word there begins,
            rising in both; empty where it is not known.
    """

    samples: Samples
    rate: int
    onsets: tuple[tuple[int, int], ...] = ()

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate

    @property
    def peak(self) -> float:
        """The largest sample, whatever its sign; 0 where there is none."""
        return float(np.abs(self.samples).max(initial=0.0))

    def trimmed(self) -> "Sound":
        """Return it without the silence at both ends."""
        audible = np.flatnonzero(np.abs(self.samples) > self.peak * _AUDIBLE)
        if not len(audible):
            return self
        first = max(0, int(audible[0]) - round(_BEFORE * self.rate))
        end = min(len(self.samples), int(audible[-1]) + 1 + round(_AFTER * self.rate))
        onsets = {place: min(max(0, at - first), end - first) for place, at in self.onsets}
        return Sound(self.samples[first:end], self.rate, rising(onsets.items()))

    def as_speech(self, key: str) -> Speech:
        """Return it as a timeline tells of it; its rate is that of a film's sound."""
        if self.rate != SAMPLE_RATE:
            raise ValueError(f"speech has {SAMPLE_RATE} samples a second, not {self.rate}")
        return Speech(key, len(self.samples), self.onsets)


def rising(onsets: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the onsets that rise in position and in time, the first of each word."""
    kept: list[tuple[int, int]] = []
    for place, at in onsets:
        if not kept or (place > kept[-1][0] and at > kept[-1][1]):
            kept.append((place, at))
    return tuple(kept)
