"""The track of a scene is exactly as long as its film, and as loud as it should be."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from scipy.signal import resample_poly

from mnemo_anim.timeline import SAMPLE_RATE, BeatSpan, Speech, Timeline
from mnemo_anim.voice import VoiceError
from mnemo_anim.voice.cache import SpeechCache
from mnemo_anim.voice.loudness import ready_for_film
from mnemo_anim.voice.sound import Samples, Sound
from mnemo_anim.voice.track import BLOCK, track_length, track_of
from tests.voice.sounds import RATE, babble

pyloudnorm = pytest.importorskip("pyloudnorm")

FPS = 60


def scene_of(cache: Path, *sounds: Sound, fps: int = FPS, gap: float = 0.5) -> Timeline:
    """Return a scene that plays sounds, one a beat, with silence around each."""
    kept, beats, frame = SpeechCache(cache), [], 0
    for number, sound in enumerate(sounds):
        key = f"key-{number}-{len(sound.samples)}-{sound.peak:.6f}"
        kept.write(key, sound)
        end = frame + round((gap + sound.seconds) * fps)
        start = round((frame / fps + gap / 2) * SAMPLE_RATE)
        speech = replace(sound.as_speech(key), start=start)
        beats.append(BeatSpan(f"beat-{number}", "", frame, end, end - 1, (), (), (), (), speech))
        frame = end
    return Timeline("Scene", "scene", "Scene", fps, frame, tuple(beats))


def whole(timeline: Timeline, cache: Path) -> Samples:
    return np.concatenate(list(track_of(timeline, cache)), axis=1)


@pytest.mark.parametrize(("frames", "fps"), [(0, 60), (1, 60), (901, 60), (37, 15), (100, 30)])
def test_a_silent_scene_has_silence_of_its_length(tmp_path: Path, frames: int, fps: int) -> None:
    beat = BeatSpan("beat", "", 0, frames, 0, (), (), ())
    timeline = Timeline("Scene", "scene", "Scene", fps, frames, (beat,))
    blocks = list(track_of(timeline, tmp_path))
    assert sum(block.shape[1] for block in blocks) == track_length(timeline)
    assert track_length(timeline) == round(frames / fps * 48_000)
    assert not any(block.any() for block in blocks)


def test_sound_comes_in_blocks_that_an_encoder_takes(tmp_path: Path) -> None:
    timeline = scene_of(tmp_path, Sound(babble(3.3), RATE), Sound(babble(0.7, seed=2), RATE))
    for block in track_of(timeline, tmp_path):
        assert block.shape[0] == 2
        assert 0 < block.shape[1] <= BLOCK
        assert block.dtype == np.float32
        assert block.flags.c_contiguous


def test_each_speech_lies_at_its_sample(tmp_path: Path) -> None:
    sounds = Sound(babble(3.3), RATE), Sound(babble(1.7, seed=2), RATE)
    timeline = scene_of(tmp_path, *sounds)
    track = whole(timeline, tmp_path)
    assert track.shape == (2, track_length(timeline))
    assert np.array_equal(track[0], track[1])
    left = track[0].copy()
    for beat, sound in zip(timeline.beats, sounds, strict=True):
        assert beat.speech is not None
        place = slice(beat.speech.start, beat.speech.start + beat.speech.samples)
        assert np.abs(left[place] - sound.samples).max() <= 1 / 32767
        left[place] = 0
    assert not left.any()


def test_a_scene_and_a_film_of_scenes_have_the_loudness_of_a_film(tmp_path: Path) -> None:
    """However loud the beats were recorded, whatever the silence between them."""
    takes = [babble(2.0 + k, peak=0.05 * 2**k, seed=k) for k in range(5)]
    ready = [ready_for_film(Sound(take, RATE)) for take in takes]
    scenes = [
        scene_of(tmp_path, *ready[:2], gap=0.5),
        scene_of(tmp_path, ready[2], gap=6.0),
        scene_of(tmp_path, *ready[3:], gap=1.5),
    ]
    tracks = [whole(scene, tmp_path) for scene in scenes]
    meter = pyloudnorm.Meter(SAMPLE_RATE)
    for track in [*tracks, np.concatenate(tracks, axis=1)]:
        assert meter.integrated_loudness(track.T) == pytest.approx(-14.0, abs=1.0)
        assert 20 * np.log10(np.abs(resample_poly(track[0], 8, 1)).max()) <= -1.0


def test_blocks_are_laid_as_they_are_asked_for(tmp_path: Path) -> None:
    sounds = [Sound(babble(1.0, seed=k), RATE) for k in range(3)]
    timeline = scene_of(tmp_path, *sounds)
    last = timeline.beats[-1].speech
    assert last is not None
    SpeechCache(tmp_path).path(last.key).unlink()
    blocks = track_of(timeline, tmp_path)
    assert next(blocks).shape[0] == 2  # the first is there before the last is looked for
    with pytest.raises(VoiceError):
        list(blocks)


@pytest.mark.parametrize("harm", ["missing", "damaged", "another"])
def test_a_speech_that_is_not_there_is_told_with_its_beat(tmp_path: Path, harm: str) -> None:
    timeline = scene_of(tmp_path, Sound(babble(1.0), RATE))
    speech = timeline.beats[0].speech
    assert speech is not None
    path = SpeechCache(tmp_path).path(speech.key)
    if harm == "missing":
        path.unlink()
    elif harm == "damaged":
        path.write_bytes(b"nothing")
    else:
        SpeechCache(tmp_path).write(speech.key, Sound(babble(0.5), RATE))
    with pytest.raises(VoiceError, match=r"the speech of beat “beat-0” in Scene is .* render it"):
        whole(timeline, tmp_path)


def test_no_speech_of_a_scene_runs_into_another(tmp_path: Path) -> None:
    timeline = scene_of(tmp_path, *(Sound(babble(1.0, seed=k), RATE) for k in range(4)))
    speeches = [beat.speech for beat in timeline.beats]
    assert all(isinstance(speech, Speech) for speech in speeches)
    ends = [(one.start + one.samples, two.start) for one, two in pairwise(speeches) if one and two]
    assert all(end <= start for end, start in ends)
