"""What every scene promises: its section's beats, in time, the same each time, without LaTeX."""

import gc
import weakref
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from manim import tempconfig

from mnemo_anim.document import read_lecture
from mnemo_anim.frames import Pixels
from mnemo_anim.paths import LECTURE
from mnemo_anim.section_scene import SectionScene
from mnemo_anim.timeline import Timeline
from scenes import SCENES
from tests.collector import Collector
from tests.scenes.playing import DRAFT, inspected, scene_class

LECTURE_READ = read_lecture(LECTURE)
FILM = 60
LONGEST_SECTION, LONGEST_OPENING = 180.0, 30.0
SHORTEST_LECTURE, LONGEST_LECTURE = 8 * 60.0, 13 * 60.0
LONGEST_STILL = 6.0
LATEST_CUE = 0.5


@cache
def played(section: str, fps: int) -> Timeline:
    return inspected(section).timeline if fps == DRAFT else scene_class(section).measure(fps=fps)


@cache
def played_again(section: str) -> tuple[Timeline, "weakref.ref[SectionScene]"]:
    scene = scene_class(section).play_through(fps=DRAFT)
    return scene.timeline, weakref.ref(scene)


def frames_of(section: str, wanted: Iterable[int]) -> list[Pixels]:
    size = {"pixel_width": 320, "pixel_height": 180, "frame_rate": DRAFT, "format": "none"}
    with tempconfig(size):
        scene = scene_class(section)(writer=Collector, wanted=frozenset(wanted))
        scene.render()
    drawn: list[Pixels] = scene.renderer.file_writer.frames
    return drawn


@pytest.fixture(autouse=True)
def no_latex(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every program off the path, and make Manim's way to LaTeX an error."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a scene asked for LaTeX")

    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("manim.mobject.text.tex_mobject.tex_to_svg_file", refuse)
    monkeypatch.setattr("manim.utils.tex_file_writing.compile_tex", refuse)


def test_the_guard_against_latex_can_fail() -> None:
    from manim import MathTex

    with pytest.raises(AssertionError, match="asked for LaTeX"):
        MathTex("x")


def test_each_section_of_the_document_has_its_scene_in_order() -> None:
    assert list(SCENES) == [section.id for section in LECTURE_READ.sections]


@pytest.mark.slow
def test_the_whole_lecture_lasts_between_eight_and_thirteen_minutes() -> None:
    length = sum(inspected(section).timeline.duration for section in SCENES)
    assert SHORTEST_LECTURE <= length <= LONGEST_LECTURE


@pytest.mark.parametrize("section", SCENES)
class TestEveryScene:
    def test_is_named_for_its_section(self, section: str) -> None:
        assert scene_class(section).section == section

    def test_plays_each_beat_once_in_the_documents_order(self, section: str) -> None:
        beats = [(beat.id, beat.text) for beat in played(section, FILM).beats]
        assert beats == [(beat.id, beat.text) for beat in LECTURE_READ.section(section).beats]

    def test_lasts_the_same_at_every_frame_rate(self, section: str) -> None:
        film, draft = played(section, FILM), played(section, DRAFT)
        for one, other in zip(film.beats, draft.beats, strict=True):
            for at_film, at_draft in ((one.start, other.start), (one.end, other.end)):
                assert abs(film.seconds(at_film) - draft.seconds(at_draft)) <= 1 / DRAFT

    def test_gives_the_same_timeline_when_built_again(self, section: str) -> None:
        timeline, _ = played_again(section)
        assert timeline == played(section, DRAFT)

    def test_is_let_go_of_when_it_is_over(self, section: str) -> None:
        _, scene = played_again(section)
        gc.collect()
        assert scene() is None

    def test_leaves_no_frame_out_and_plays_none_twice(self, section: str) -> None:
        timeline = played(section, FILM)
        ends = [0] + [beat.end for beat in timeline.beats]
        assert ends[1:] == [beat.end for beat in timeline.beats]
        assert [beat.start for beat in timeline.beats] == ends[:-1]
        assert timeline.frames == ends[-1]
        for beat in timeline.beats:
            assert [play.start for play in beat.plays] == [
                beat.start,
                *(play.end for play in beat.plays[:-1]),
            ]
            assert beat.plays[-1].end == beat.end

    def test_has_captions_for_all_its_words(self, section: str) -> None:
        for beat in played(section, FILM).beats:
            words = " ".join(line for caption in beat.captions for line in caption.lines)
            assert words.split() == beat.text.split()
            assert all(one.end <= other.start for one, other in pairwise(beat.captions))

    def test_is_no_longer_than_a_section_may_be(self, section: str) -> None:
        limit = LONGEST_OPENING if section == "opening" else LONGEST_SECTION
        assert played(section, FILM).duration <= limit

    def test_never_stands_still_for_long(self, section: str) -> None:
        timeline = played(section, FILM)
        plays = [play for beat in timeline.beats for play in beat.plays]
        longest, standing = 0, 0
        for play in plays:
            standing = standing + play.end - play.start if play.still else 0
            longest = max(longest, standing)
        assert longest / timeline.fps <= LONGEST_STILL

    def test_shows_things_when_their_words_are_said(self, section: str) -> None:
        timeline = played(section, FILM)
        late = {
            (beat.id, cue.words): (cue.reached - cue.due) / timeline.fps
            for beat in timeline.beats
            for cue in beat.cues
            if (cue.reached - cue.due) / timeline.fps > LATEST_CUE
        }
        assert not late

    @pytest.mark.slow
    def test_draws_any_frame_alone_as_among_others(self, section: str) -> None:
        """Each of a few frames, drawn alone, is the one drawn after half a second of others."""
        frames = played(section, DRAFT).frames
        lasts = [round(part * frames) for part in (0.2, 0.5, 0.8, 0.97)]
        among = {frame for last in lasts for frame in range(max(0, last - DRAFT // 2), last + 1)}
        of_many = dict(zip(sorted(among), frames_of(section, among), strict=True))
        for last, alone in zip(lasts, frames_of(section, lasts), strict=True):
            assert np.array_equal(of_many[last], alone), f"frame {last} of {frames}"

    def test_speaks_of_each_beat_about_as_long_as_it_is_read(self, section: str) -> None:
        """No beat is held long after its words are over, but for a pause that is meant."""
        timeline = played(section, FILM)
        for beat in timeline.beats:
            paused = sum(pause.end - pause.start for pause in beat.pauses)
            silence = (beat.end - beat.captions[-1].end - paused) / timeline.fps
            assert silence <= 3.0, beat.id
