"""Where a voice speaks, words on the screen are measured at the moments at which they are heard."""

from pathlib import Path

import pytest
from manim import FadeIn

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.review.rules import Rule
from mnemo_anim.review.scene import watch
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.timeline import SAMPLE_RATE
from tests.voice.test_beats import Told

PHRASE = "the way uphill"
TEXT = f"It points to {PHRASE}, and then there are many words more that are said in haste."


class Pointing(SectionScene):
    section = "pointing"

    def construct(self) -> None:
        with self.beat("points") as beat:
            beat.until(PHRASE)
            self.play(FadeIn(Words(PHRASE)), run_time=0.3)


@pytest.fixture
def lecture(tmp_path: Path) -> Lecture:
    path = tmp_path / "pointing.md"
    header = "---\nseries: Test\nlanguage: en\n---\n\n# Pointing\n\n## Pointing {#pointing}\n\n"
    path.write_text(f"{header}{{#points}}\n{TEXT}\n")
    return read_lecture(path)


def test_a_text_that_appears_with_its_spoken_word_is_in_step(lecture: Lecture) -> None:
    voice = Told(points=8.0)
    voice.onsets["points"] = ((0, 0), (TEXT.index(PHRASE), 5 * SAMPLE_RATE))
    timeline, watcher = watch(Pointing, lecture, voice)
    (cue,) = timeline.beats[0].cues
    assert cue.due / timeline.fps == pytest.approx(5.15, abs=0.1)
    assert [finding for finding in watcher.findings() if finding.rule is Rule.LATE] == []
