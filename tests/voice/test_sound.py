"""A sound loses the silence around it, and its words keep their moments."""

import numpy as np
import pytest

from mnemo_anim.voice.filtering import resampled
from mnemo_anim.voice.sound import Sound, rising
from tests.voice.sounds import babble

RATE = 22_050


def test_silence_at_both_ends_is_cut_but_for_a_moment() -> None:
    words = np.sin(np.arange(RATE) / 10 + 1).astype(np.float32)
    quiet = np.zeros(RATE, np.float32)
    sound = Sound(np.concatenate([quiet, words, quiet]), RATE, ((0, RATE + 441), (4, RATE + 8820)))
    cut = sound.trimmed()
    assert 1.0 <= cut.seconds <= 1.12
    first, second = (at for _, at in cut.onsets)
    assert second - first == 8820 - 441
    assert np.array_equal(cut.samples[first:][:100], words[441:][:100])


def test_silence_within_stays() -> None:
    words = np.concatenate([babble(0.5), np.zeros(48_000, np.float32), babble(0.5)])
    assert Sound(words, 48_000).trimmed().seconds > 1.9


def test_a_silent_sound_stays_as_it_is() -> None:
    assert Sound(np.zeros(10, np.float32), 48_000).trimmed().seconds == 10 / 48_000


def test_only_onsets_that_rise_are_kept() -> None:
    assert rising([(0, 5), (3, 5), (4, 9), (2, 11), (8, 12)]) == ((0, 5), (4, 9), (8, 12))


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 44_100, 96_000, 37_123])
def test_another_rate_keeps_length_pitch_and_place(rate: int) -> None:
    time = np.arange(2 * rate) / rate
    tone = (np.sin(2 * np.pi * 440 * time) * np.exp(-(((time - 1.2) / 0.1) ** 2))).astype(
        np.float32
    )
    out = resampled(tone, rate, 48_000)
    again = np.arange(len(out)) / 48_000
    expected = np.sin(2 * np.pi * 440 * again) * np.exp(-(((again - 1.2) / 0.1) ** 2))
    assert len(out) == 96_000
    assert np.abs(out - expected).max() < 0.01


def test_a_sound_of_another_rate_is_no_speech() -> None:
    with pytest.raises(ValueError, match="48000 samples a second, not 22050"):
        Sound(babble(0.1, RATE), RATE).as_speech("key")
