"""The sound of a film, laid from its timeline.

A film of several scenes has their tracks one after the other::

    for timeline in film_timeline.scenes:
        for block in track_of(timeline, job.speech):
            encoder.write_sound(block)

Speech lies in the cache at the loudness of the film, so that any row of scenes has it as well, and
nothing has to be known of the whole.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mnemo_anim.timeline import SAMPLE_RATE, BeatSpan, Timeline
from mnemo_anim.voice.cache import SpeechCache
from mnemo_anim.voice.errors import VoiceError
from mnemo_anim.voice.sound import Samples

BLOCK = SAMPLE_RATE  # samples, at most


def track_length(timeline: Timeline) -> int:
    """Return the number of samples of a scene's track."""
    return round(timeline.frames * SAMPLE_RATE / timeline.fps)


def track_of(timeline: Timeline, cache: Path) -> Iterator[Samples]:
    """Yield the sound of a scene in blocks of a second at most.

    Args:
        timeline: Of the scene.
        cache: The folder that keeps what voices have said.

    Yields:
        Sound at 48 kHz, shape (2, n), C-contiguous, `track_length` samples in all. A scene in
        which nobody speaks is silent.

    Raises:
        VoiceError: A speech is not in the cache, or is not the one that the timeline tells of.
    """
    kept, done = SpeechCache(cache), 0
    for beat in timeline.beats:
        if beat.speech is not None:
            samples = _speech(kept, timeline, beat)
            yield from _blocks(np.zeros(beat.speech.start - done, np.float32))
            yield from _blocks(samples)
            done = beat.speech.start + len(samples)
    yield from _blocks(np.zeros(track_length(timeline) - done, np.float32))


def _speech(kept: SpeechCache, timeline: Timeline, beat: BeatSpan) -> Samples:
    """Return the sound of a beat, and make sure that it fits between its neighbours."""
    assert beat.speech is not None
    sound = kept.read(beat.speech.key)
    if sound is None or len(sound.samples) != beat.speech.samples:
        state = "missing or damaged" if sound is None else "another than when the film was made"
        raise VoiceError(
            f"{kept.path(beat.speech.key)}: the speech of beat “{beat.id}” in {timeline.scene} is "
            f"{state}. Remove the film of that scene, and render it again."
        )
    return sound.samples


def _blocks(samples: Samples) -> Iterator[Samples]:
    """Yield a sound of one channel on both, in blocks."""
    for begin in range(0, len(samples), BLOCK):
        yield np.tile(samples[begin : begin + BLOCK], (2, 1))
