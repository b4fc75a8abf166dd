"""Speech is as loud as video sites want it, by another's measure of ITU-R BS.1770."""

from io import BytesIO

import av
import numpy as np
import pytest
from scipy.signal import resample_poly

from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice.loudness import LOUDNESS, TRUE_PEAK, levelled, loudness, ready_for_film
from mnemo_anim.voice.sound import Samples, Sound
from tests.voice.sounds import babble

pyloudnorm = pytest.importorskip("pyloudnorm")


def measured(samples: Samples) -> float:
    """Return the loudness of one channel that is played on both."""
    return float(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(np.tile(samples, (2, 1)).T))


def true_peak(samples: Samples) -> float:
    """Return the highest peak in dBTP, between the samples too."""
    return float(20 * np.log10(np.abs(resample_poly(samples, 16, 1)).max()))


def test_the_measure_agrees_with_another() -> None:
    for seed, seconds in [(1, 3.0), (2, 7.0)]:
        samples = babble(seconds, seed=seed)
        assert loudness(samples) == pytest.approx(measured(samples), abs=0.15)


@pytest.mark.parametrize("peak", [0.02, 0.2, 1.0])
@pytest.mark.parametrize("seconds", [1.2, 4.0, 9.0])
def test_speech_of_any_level_becomes_as_loud_as_it_should_be(peak: float, seconds: float) -> None:
    out = levelled(babble(seconds, peak=peak))
    assert measured(out) == pytest.approx(LOUDNESS, abs=0.5)
    assert true_peak(out) <= TRUE_PEAK + 0.5  # what the way back from four times the rate adds


def test_words_that_are_shorter_than_the_measure_are_levelled_too() -> None:
    long = np.tile(levelled(babble(0.3)), 12)
    assert measured(long) == pytest.approx(LOUDNESS, abs=0.5)


@pytest.mark.parametrize("count", [1, 7, 100, 4_801])
@pytest.mark.parametrize("rate", [8_000, 48_000, 96_000])
def test_however_few_samples_there_are_their_length_stays(count: int, rate: int) -> None:
    ready = ready_for_film(Sound(np.full(count, 0.5, np.float32), rate))
    assert abs(len(ready.samples) - count * SAMPLE_RATE / rate) <= 1
    assert np.isfinite(ready.samples).all()


def test_levelling_moves_nothing_in_time() -> None:
    samples = np.zeros(2 * SAMPLE_RATE, np.float32)
    clicks = [4_800, 48_000, 91_234]
    samples[clicks] = 0.5
    out = levelled(samples)
    assert len(out) == len(samples)
    for click in clicks:
        assert abs(int(np.abs(out[click - 500 : click + 500]).argmax()) - 500) <= 1


def test_a_hopelessly_quiet_sound_is_not_raised_beyond_measure() -> None:
    samples = babble(2.0, peak=1e-4)
    assert np.abs(levelled(samples)).max() <= 1e-4 * 10 ** (40 / 20) * 1.01


def test_after_a_lossy_coder_no_peak_is_above_the_limit() -> None:
    samples = levelled(babble(6.0, peak=1.0, seed=3))
    assert true_peak(_through_aac(samples)) <= -1.0


def test_onsets_are_told_at_the_rate_of_the_film() -> None:
    sound = Sound(babble(1.0, 24_000), 24_000, ((0, 0), (4, 12_000)))
    ready = ready_for_film(sound)
    assert (ready.rate, len(ready.samples)) == (SAMPLE_RATE, SAMPLE_RATE)
    assert ready.onsets == ((0, 0), (4, 24_000))


def _through_aac(samples: Samples) -> Samples:
    """Return a sound as a player decodes it from AAC-LC at 192 kbit/s."""
    file = BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.bit_rate = 192_000
        both = np.ascontiguousarray(np.tile(samples, (2, 1)))
        frame = av.AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
        frame.sample_rate = SAMPLE_RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    file.seek(0)
    with av.open(file, "r") as coded:
        pieces = [part.to_ndarray()[0] for part in coded.decode(audio=0)]
    return np.concatenate(pieces).astype(np.float32)
