"""The lecturer's own recordings: one for each beat, and one clear line for each that is no good."""

import pickle
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mnemo_anim.document import Beat
from mnemo_anim.timeline import SAMPLE_RATE
from mnemo_anim.voice import Voice, VoiceError, voice_named
from mnemo_anim.voice.cache import SpeechCache
from mnemo_anim.voice.sound import Samples
from tests.voice.sounds import RATE, babble, write_wav

FIRST = Beat("first", "Slide the two slopes together, and they make one arrow.", 1)
SECOND = Beat("second", "It points to the steepest way uphill.", 2)
KNOWN = ["first", "second", "third"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_wav(tmp_path / "takes" / "first.wav", babble(3.0))
    write_wav(tmp_path / "takes" / "second.wav", babble(2.0, seed=2))
    return tmp_path / "takes"


def voice_of(folder: Path) -> Voice:
    return voice_named(f"recorded:{folder}", "en", folder.parent / ".speech")


def test_a_beat_lasts_as_long_as_its_recording(folder: Path) -> None:
    voice = voice_of(folder)
    first, second = voice.speech(FIRST), voice.speech(SECOND)
    assert first is not None
    assert second is not None
    assert (first.seconds, second.seconds) == (3.0, 2.0)
    assert first.key == voice.key(FIRST) != second.key
    assert voice.check([FIRST, SECOND], KNOWN) == []


def test_a_recording_counts_by_what_it_holds(folder: Path) -> None:
    before = voice_of(folder).key(FIRST)
    content = (folder / "first.wav").read_bytes()
    (folder / "first.wav").write_bytes(content)
    assert voice_of(folder).key(FIRST) == before
    write_wav(folder / "first.wav", babble(3.0, seed=5))
    assert voice_of(folder).key(FIRST) != before
    elsewhere = folder.parent / "elsewhere" / "first.wav"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(content)
    assert voice_of(elsewhere.parent).key(FIRST) == before


@pytest.mark.parametrize(
    ("rate", "width", "channels"),
    [(44_100, 2, 1), (48_000, 3, 2), (96_000, 4, 1), (22_050, 2, 2), (37_123, 2, 1)],
)
def test_every_usual_form_of_wav_is_taken(
    folder: Path, rate: int, width: int, channels: int
) -> None:
    samples = np.tile(babble(3.0, rate)[:, np.newaxis], (1, channels))
    write_wav(folder / "first.wav", samples, rate, width)
    voice = voice_of(folder)
    speech = voice.speech(FIRST)
    assert speech is not None
    assert speech.samples == 3 * SAMPLE_RATE
    assert voice.check([FIRST], KNOWN) == []


def test_floating_point_samples_are_taken(folder: Path) -> None:
    _write_floats(folder / "first.wav", babble(3.0))
    speech = voice_of(folder).speech(FIRST)
    assert speech is not None
    assert speech.samples == 3 * SAMPLE_RATE


def test_capitals_in_the_ending_do_not_matter(folder: Path) -> None:
    (folder / "first.wav").rename(folder / "first.WAV")
    assert voice_of(folder).speech(FIRST) is not None


def _write_floats(path: Path, samples: Samples) -> None:
    data = samples.astype("<f4").tobytes()
    form = struct.pack("<HHIIHH", 3, 1, RATE, 4 * RATE, 4, 32)
    content = b"WAVEfmt " + struct.pack("<I", len(form)) + form
    content += b"data" + struct.pack("<I", len(data)) + data
    path.write_bytes(b"RIFF" + struct.pack("<I", len(content)) + content)


def _clipped() -> Samples:
    return np.clip(babble(3.0) * 8, -1, 1)


def _late() -> Samples:
    return np.concatenate([np.zeros(int(1.5 * RATE), np.float32), babble(2.0)])


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: write_wav(path, babble(3.0), width=1), "8 bits a sample"),
        (lambda path: write_wav(path, babble(3.0, 8_000), 8_000), "8000 samples a second"),
        (lambda path: write_wav(path, babble(3.0, peak=0.02)), "is faint"),
        (lambda path: write_wav(path, _clipped()), "is clipped in"),
        (lambda path: write_wav(path, babble(40.0)), "lasts 40.0 s, but its words take about 4 s"),
        (lambda path: write_wav(path, babble(0.5)), "lasts 0.5 s, but its words take about 4 s"),
        (lambda path: write_wav(path, _late()), "s of silence at an end. Cut it"),
    ],
    ids=["8-bit", "dull", "faint", "clipped", "too long", "too short", "late"],
)
def test_a_poor_recording_is_used_and_told_of_in_one_line(
    folder: Path, make: Callable[[Path], object], told: str
) -> None:
    make(folder / "first.wav")
    voice = voice_of(folder)
    (line,) = voice.check([FIRST, SECOND], KNOWN)
    assert line.startswith(f"{folder / 'first.wav'}: it ")
    assert told in line
    assert "\n" not in line
    assert voice.speech(FIRST) is not None


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_bytes(b"no sound at all"), "not a WAV file that can be read"),
        (lambda path: path.write_bytes(b""), "not a WAV file that can be read"),
        (lambda path: path.write_bytes(b"RIFF\x10\0\0\0WAVE"), "not a WAV file"),
        (lambda path: write_wav(path, np.zeros(0, np.float32)), "it is empty"),
        (lambda path: write_wav(path, np.zeros(RATE, np.float32)), "it is silent"),
        (lambda path: write_wav(path, babble(2.0, peak=2e-4), width=3), "it is silent"),
        (lambda path: _write_floats(path, np.full(RATE, np.nan, np.float32)), "not numbers"),
        (
            lambda path: write_wav(path, np.ones(601 * 8_000, np.float32), 8_000, 1),
            "it lasts 10 minutes",
        ),
    ],
    ids=["text", "no byte", "no data", "empty", "silent", "nearly silent", "NaN", "endless"],
)
def test_a_recording_of_no_use_is_told_of_and_its_beat_is_read(
    folder: Path, make: Callable[[Path], object], told: str
) -> None:
    make(folder / "first.wav")
    voice = voice_of(folder)
    (line,) = voice.check([FIRST, SECOND], KNOWN)
    assert line.startswith(f"{folder / 'first.wav'}: it ")
    assert told in line
    assert line.endswith("Until then the beat stays silent.")
    assert (voice.key(FIRST), voice.speech(FIRST)) == ("", None)
    assert voice.speech(SECOND) is not None


def test_missing_recordings_are_told_of_in_one_line(folder: Path) -> None:
    beats = [FIRST, *(Beat(f"beat-{number}", "Words.", number) for number in range(9))]
    (line,) = voice_of(folder).check(beats, [beat.id for beat in (*beats, SECOND)])
    assert "9 beats have no recording and stay silent, with captions: beat-0, beat-1" in line
    assert line.endswith("and 3 more.")
    assert voice_of(folder).speech(beats[1]) is None


def test_a_recording_of_no_beat_is_told_with_the_nearest_name(folder: Path) -> None:
    (folder / "second.wav").rename(folder / "secnd.wav")
    (folder / "take-07.wav").write_bytes(b"")
    lines = voice_of(folder).check([FIRST], KNOWN)
    assert "no beat is called “secnd”. Did you mean “second”?" in lines[0]
    assert "no beat is called “take-07”. It is not used." in lines[1]


def test_a_sound_of_another_kind_is_told(folder: Path) -> None:
    (folder / "second.wav").rename(folder / "second.mp3")
    assert voice_of(folder).check([FIRST], KNOWN) == [
        f"{folder / 'second.mp3'}: it is not used. Export it as WAV."
    ]


def test_a_folder_without_any_recording_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="cannot be had"):
        voice_of(tmp_path / "none")
    (tmp_path / "takes").mkdir()
    with pytest.raises(VoiceError, match="holds no WAV file"):
        voice_of(tmp_path / "takes")
    write_wav(tmp_path / "takes" / "take-07.wav", babble(1.0))
    with pytest.raises(VoiceError, match=r"no WAV file in .* is named by a beat’s id"):
        voice_of(tmp_path / "takes").check([FIRST], KNOWN)


def test_a_voice_can_be_handed_to_another_process(folder: Path) -> None:
    voice = voice_of(folder)
    assert pickle.loads(pickle.dumps(voice)).key(FIRST) == voice.key(FIRST)


def test_a_key_is_told_without_keeping_any_sound(folder: Path) -> None:
    voice = voice_of(folder)
    key = voice.key(FIRST)
    cache = SpeechCache(folder.parent / ".speech")
    assert cache.read(key) is None
    voice.speech(FIRST)
    assert cache.read(key) is not None
