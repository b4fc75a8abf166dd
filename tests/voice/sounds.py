"""Sounds to test voices with, and WAV files of them, written by Python's own module."""

import wave
from pathlib import Path

import numpy as np

from mnemo_anim.voice.sound import Samples

RATE = 48_000


def babble(seconds: float, rate: int = RATE, seed: int = 1, peak: float = 0.5) -> Samples:
    """Return something like speech: a hum and noise in syllables, with rests between words."""
    draw = np.random.default_rng(seed)
    time = np.arange(round(seconds * rate)) / rate
    hum = sum(np.sin(2 * np.pi * 120 * k * time) / k for k in range(1, 20))
    noise = draw.standard_normal(len(time))
    syllables = np.clip(np.sin(2 * np.pi * 3.1 * time), 0, 1) * (
        np.sin(2 * np.pi * 0.7 * time) > -0.6
    )
    made = (hum + 0.4 * noise) * syllables
    scaled: Samples = (peak * made / np.abs(made).max()).astype(np.float32)
    return scaled


def write_wav(path: Path, samples: Samples, rate: int = RATE, width: int = 2) -> Path:
    """Write samples, of shape (n,) or (n, channels), as integers of `width` bytes."""
    full = 2 ** (8 * width - 1) - 1
    whole = np.round(np.clip(samples, -1, 1) * full).astype(np.int32)
    if width == 1:
        content = (whole + 128).astype(np.uint8).tobytes()
    elif width == 3:
        content = whole.astype("<i4").reshape(-1, 1).view(np.uint8)[:, :3].tobytes()
    else:
        content = whole.astype(f"<i{width}").tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(content)
    return path
