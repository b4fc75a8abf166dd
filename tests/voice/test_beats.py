"""A scene follows its voice: beats last as long as they are spoken, cues land on their words."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Circle, Create, Dot, FadeIn, FadeOut, Square, Transform, tempconfig

import mnemo_anim
from mnemo_anim.document import Beat, Lecture, read_lecture
from mnemo_anim.frames import Pixels
from mnemo_anim.pacing import reading_time
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.theme import PACE, STAGE
from mnemo_anim.timeline import SAMPLE_RATE, Speech
from mnemo_anim.voice import SilentVoice, Voice
from tests.collector import Collector

TEXT = """---
series: Test
language: en
---

# Shapes

## Shapes {#shapes}

{#a-circle}
A circle is drawn here, slowly, for all to see.
Then it becomes a square.

{#a-square}
The square stays for a while, and nothing else moves.

{#the-end}
It is gone.
"""
CUE = "becomes a square"
WIDTH, HEIGHT, FPS = 160, 90, 10


class Shapes(SectionScene):
    section = "shapes"

    def construct(self) -> None:
        circle = Circle()
        with self.beat("a-circle") as beat:
            self.play(Create(circle), run_time=1.23)
            beat.until(CUE)
            self.play(Transform(circle, Square()), run_time=0.77)
        with self.beat("a-square") as beat:
            self.play(FadeIn(Dot()), run_time=beat.remaining)
        with self.beat("the-end") as beat:
            self.play(FadeOut(circle), run_time=0.5)
            self.play(FadeIn(Dot()), run_time=beat.remaining)
            self.play(FadeIn(Dot()), run_time=beat.rest)


class Told(Voice):
    """Speaks the beats that it has been told of, each for its seconds."""

    def __init__(self, **seconds: float) -> None:
        self.seconds = {name.replace("_", "-"): length for name, length in seconds.items()}
        self.onsets: dict[str, tuple[tuple[int, int], ...]] = {}

    def key(self, beat: Beat) -> str:
        return beat.id if beat.id in self.seconds else ""

    def speech(self, beat: Beat) -> Speech | None:
        if beat.id not in self.seconds:
            return None
        samples = round(self.seconds[beat.id] * SAMPLE_RATE)
        return Speech(beat.id, samples, self.onsets.get(beat.id, ()))


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    path = tmp_path_factory.mktemp("lecture") / "shapes.md"
    path.write_text(TEXT, encoding="utf-8")
    return read_lecture(path)


def drawn(
    lecture: Lecture, voice: Voice | None, **options: Any
) -> tuple[SectionScene, list[Pixels]]:
    size = {"pixel_width": WIDTH, "pixel_height": HEIGHT, "frame_rate": FPS, "format": "none"}
    with tempconfig(size):
        scene = Shapes(lecture=lecture, writer=Collector, voice=voice, **options)
        scene.render()
    return scene, scene.renderer.file_writer.frames


def lit(pixels: Pixels) -> bool:
    return bool(pixels[round(HEIGHT * (1 - STAGE.rail)) :, :, :3].max() > 128)


def test_a_beat_lasts_as_long_as_it_is_spoken(lecture: Lecture) -> None:
    timeline = Shapes.measure(60, lecture, Told(a_circle=9.0, a_square=4.0, the_end=3.0))
    lengths = [(beat.end - beat.start) / 60 for beat in timeline.beats[:2]]
    expected = [PACE.lead + spoken + PACE.breath for spoken in (9.0, 4.0)]
    assert lengths == pytest.approx(expected, abs=1.5 / 60)


def test_the_speech_begins_a_little_after_its_beat_and_half_a_frame_later(
    lecture: Lecture,
) -> None:
    timeline = Shapes.measure(60, lecture, Told(a_circle=9.0, a_square=4.0, the_end=3.0))
    first, second, _ = (beat.speech for beat in timeline.beats)
    assert first is not None
    assert second is not None
    assert first.start == round((PACE.lead + 0.5 / 60) * SAMPLE_RATE)
    until = 2 * PACE.lead + PACE.breath + 9.0 + 0.5 / 60
    assert second.start == round(until * SAMPLE_RATE)
    assert (first.key, first.samples) == ("a-circle", 9 * SAMPLE_RATE)


def test_a_cue_lands_on_its_word(lecture: Lecture) -> None:
    voice = Told(a_circle=9.0, a_square=4.0, the_end=3.0)
    text = lecture.section("shapes").beat("a-circle").text
    voice.onsets["a-circle"] = ((0, 0), (text.index(CUE), round(7.25 * SAMPLE_RATE)))
    (cue,) = Shapes.measure(60, lecture, voice).beat("a-circle").cues
    assert cue.due == cue.reached == pytest.approx((PACE.lead + 7.25) * 60, abs=1)


def test_without_moments_of_words_a_cue_falls_in_proportion(lecture: Lecture) -> None:
    text = lecture.section("shapes").beat("a-circle").text
    read = reading_time(text)
    (silent,) = Shapes.measure(60, lecture).beat("a-circle").cues
    voice = Told(a_circle=2 * read, a_square=4.0, the_end=3.0)
    (spoken,) = Shapes.measure(60, lecture, voice).beat("a-circle").cues
    assert spoken.due / 60 == pytest.approx(PACE.lead + 2 * silent.due / 60, abs=3 / 60)


def test_what_is_spoken_has_no_captions_on_the_rail_but_in_the_timeline(lecture: Lecture) -> None:
    scene, pictures = drawn(lecture, Told(a_circle=6.0, a_square=4.0, the_end=3.0))
    assert not any(lit(picture) for picture in pictures)
    for beat in scene.timeline.beats:
        words = " ".join(line for caption in beat.captions for line in caption.lines)
        assert words == beat.text
        assert beat.speech is not None
        heard = beat.speech.start / SAMPLE_RATE
        assert beat.captions[0].start / FPS == pytest.approx(heard, abs=1.5 / FPS)


def test_a_beat_without_a_speech_is_read_on_the_rail(lecture: Lecture) -> None:
    scene, pictures = drawn(lecture, Told(a_circle=6.0, the_end=3.0))
    circle, square, _ = scene.timeline.beats
    assert square.speech is None
    assert (square.end - square.start) / FPS == pytest.approx(
        reading_time(square.text) + PACE.breath, abs=1.5 / FPS
    )
    for beat, on_rail in ((circle, False), (square, True)):
        caption = beat.captions[0]
        shown = [lit(pictures[frame]) for frame in range(caption.start, caption.end)]
        assert shown == [on_rail] * len(shown)


def test_a_silent_voice_changes_nothing(lecture: Lecture) -> None:
    plain, pictures = drawn(lecture, None)
    silent, others = drawn(lecture, SilentVoice())
    assert silent.timeline == plain.timeline
    assert all(np.array_equal(one, other) for one, other in zip(pictures, others, strict=True))


def test_a_voice_that_is_too_fast_for_the_pictures_waits_for_them(lecture: Lecture) -> None:
    timeline = Shapes.measure(60, lecture, Told(a_circle=0.3, a_square=0.2, the_end=0.1))
    _, _, end = timeline.beats
    assert (end.end - end.start) / 60 >= 0.5 + 2 * PACE.quick
    speeches = [beat.speech for beat in timeline.beats if beat.speech is not None]
    assert [speech.start for speech in speeches] == sorted(speech.start for speech in speeches)


def test_a_scene_that_is_spoken_lasts_the_same_at_every_frame_rate(lecture: Lecture) -> None:
    voice = Told(a_circle=8.123, a_square=4.567, the_end=3.21)
    one, other = (Shapes.measure(fps, lecture, voice) for fps in (15, 60))
    for slow, fast in zip(one.beats, other.beats, strict=True):
        assert abs(slow.end / 15 - fast.end / 60) <= 1 / 15
        assert slow.speech is not None
        assert fast.speech is not None
        half = (0.5 / 15 - 0.5 / 60) * SAMPLE_RATE
        assert slow.speech.start - fast.speech.start == pytest.approx(half, abs=1)


def test_voices_need_no_manim() -> None:
    root = Path(mnemo_anim.__file__).parents[1]
    code = "import sys; from mnemo_anim.voice import *; import mnemo_anim.voice.track, "
    code += "mnemo_anim.voice.recorded; sys.exit('manim' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    assert done.returncode == 0
