"""Picture and sound stay together, from the first beat of the longest film to the last.

Each beat flashes at its cue, and the recording of each beat clicks there. A picture can only change
at a frame, so half a frame apart is as near as they can be.
"""

from pathlib import Path

import numpy as np
import pytest
from manim import Rectangle, tempconfig

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.theme import STAGE
from mnemo_anim.timeline import SAMPLE_RATE, Timeline
from mnemo_anim.voice import Voice, voice_named
from mnemo_anim.voice.track import track_of
from tests.collector import Collector
from tests.voice.sounds import write_wav

HEADER = "---\nseries: Test\nlanguage: en\n---\n\n# Flashes\n\n## Flashes {#flashes}\n\n"
BEFORE, CUE, AFTER = "wait a while for the ", "flash", " and go on"
TEXT = BEFORE + CUE + AFTER
NEAR = 0.02  # seconds: what the eye and the ear take for one moment


class Flashes(SectionScene):
    section = "flashes"

    def construct(self) -> None:
        flash = Rectangle(width=STAGE.width, height=STAGE.height, fill_opacity=1, stroke_width=0)
        for told in self.script.beats:
            with self.beat(told.id) as beat:
                beat.until(CUE)
                self.add(flash)
                self.wait(0.1)
                self.remove(flash)


def studio(place: Path, lengths: list[float]) -> tuple[Lecture, Voice, Path]:
    """Return a lecture of beats, and a voice that clicks at the cue of each, with its cache."""
    beats = "\n\n".join(f"{{#beat-{k}}}\n{TEXT}" for k in range(len(lengths)))
    (place / "flashes.md").write_text(HEADER + beats + "\n")
    for number, seconds in enumerate(lengths):
        samples = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
        samples[round(len(samples) * len(BEFORE) / len(TEXT))] = 0.9
        write_wav(place / "takes" / f"beat-{number}.wav", samples)
    voice = voice_named(f"recorded:{place / 'takes'}", "en", place / ".speech")
    return read_lecture(place / "flashes.md"), voice, place / ".speech"


def clicks_of(timeline: Timeline, cache: Path) -> list[float]:
    """Return the seconds at which the track of a scene clicks: where it is loudest in a beat."""
    loud: list[tuple[float, float]] = []
    done = 0
    for block in track_of(timeline, cache):
        peak = int(np.abs(block[0]).argmax())
        if abs(block[0, peak]) > 0.1:
            loud.append(((done + peak) / SAMPLE_RATE, float(abs(block[0, peak]))))
        done += block.shape[1]
    clicks: list[float] = []
    for moment, _ in loud:
        if not clicks or moment - clicks[-1] > 0.5:
            clicks.append(moment)
    return clicks


@pytest.mark.parametrize("fps", [15, 30, 60])
def test_each_click_is_heard_when_its_flash_is_seen(tmp_path: Path, fps: int) -> None:
    lengths = np.random.default_rng(7).uniform(2.1, 3.4, 16).tolist()
    lecture, voice, cache = studio(tmp_path, lengths)
    size = {"pixel_width": 32, "pixel_height": 18, "frame_rate": fps, "format": "none"}
    with tempconfig(size):
        scene = Flashes(lecture=lecture, writer=Collector, voice=voice)
        scene.render()
    bright = [bool(frame[..., :3].mean() > 128) for frame in scene.renderer.file_writer.frames]
    flashes = [k / fps for k in range(1, len(bright)) if bright[k] and not bright[k - 1]]
    clicks = clicks_of(scene.timeline, cache)
    assert len(flashes) == len(clicks) == len(lengths)
    apart = np.array(clicks) - np.array(flashes)
    assert np.abs(apart).max() <= max(NEAR, 0.5 / fps) + 0.001
    assert abs(apart[8:].mean() - apart[:8].mean()) <= NEAR


@pytest.mark.parametrize("fps", [15, 60])
def test_at_the_end_of_the_longest_film_they_are_as_near_as_at_its_beginning(
    tmp_path: Path, fps: int
) -> None:
    lengths = 13 * np.random.default_rng(3).uniform(6.5, 9.0, 8).tolist()
    lecture, voice, cache = studio(tmp_path, lengths)
    timeline = Flashes.measure(fps, lecture, voice)
    assert timeline.duration > 13 * 60
    flashes = np.array([cue.reached / fps for beat in timeline.beats for cue in beat.cues])
    apart = np.array(clicks_of(timeline, cache)) - flashes
    assert len(apart) == len(lengths)
    assert np.abs(apart).max() <= 0.5 / fps + 0.001
    steps = np.arange(len(apart))
    drift = np.polyfit(steps, apart, 1)[0] * len(apart)
    assert abs(drift) <= NEAR
