"""Frames: an exact grid, any frame alone as in the whole, captions on the rail."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import (
    AnimationGroup,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    Square,
    Transform,
    VGroup,
    linear,
    tempconfig,
)

from mnemo_anim.document import DocumentError, read_lecture
from mnemo_anim.frames import Pixels, frame_at
from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.motion.dolly import Dolly
from mnemo_anim.section_scene import SceneError, SectionScene
from mnemo_anim.theme import STAGE
from tests.collector import Collector

LECTURE = """---
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
"""
WIDTH, HEIGHT, FPS = 160, 90, 10


class Shapes(SectionScene):
    section = "shapes"

    def construct(self) -> None:
        circle = Circle()
        with self.beat("a-circle") as beat:
            self.play(Create(circle), run_time=1.23)
            beat.until("becomes a square")
            self.play(Transform(circle, Square()), run_time=0.77)
        with self.beat("a-square"):
            pass


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("lecture") / "shapes.md"
    path.write_text(LECTURE, encoding="utf-8")
    return read_lecture(path)


def render(lecture: Any, scene: type[SectionScene] = Shapes, **options: Any) -> SectionScene:
    size = {"pixel_width": WIDTH, "pixel_height": HEIGHT, "frame_rate": FPS, "format": "none"}
    with tempconfig(size):
        made = scene(lecture=lecture, writer=Collector, **options)
        made.render()
    return made


def frames(scene: SectionScene) -> list[Pixels]:
    kept: list[Pixels] = scene.renderer.file_writer.frames
    return kept


def rail(pixels: Pixels) -> Pixels:
    return pixels[round(HEIGHT * (1 - STAGE.rail)) :, :, :3]


def lit(pixels: Pixels) -> bool:
    return bool(rail(pixels).max() > 128)


@given(st.lists(st.floats(0.02, 3.0), min_size=1, max_size=40), st.sampled_from([15, 30, 60]))
@settings(derandomize=True, deadline=None)
def test_plays_share_out_the_frames_of_the_whole(durations: Iterable[float], fps: int) -> None:
    clock, drawn = 0.0, 0
    for duration in durations:
        drawn += len(range(frame_at(clock, fps), frame_at(clock + duration, fps)))
        clock += duration
    assert drawn == frame_at(clock, fps)
    assert clock * fps - 1e-3 <= drawn <= clock * fps + 1


def test_a_moment_is_rounded_up_to_its_frame() -> None:
    assert [frame_at(seconds, 10) for seconds in (0.0, 0.1, 0.3, 0.30001, 0.4 - 1e-12)] == [
        0,
        1,
        3,
        4,
        4,
    ]


def test_every_frame_is_handed_on_and_a_still_only_once_a_caption(lecture: Any) -> None:
    scene = render(lecture)
    assert len(frames(scene)) == scene.timeline.frames
    stills = [play for beat in scene.timeline.beats for play in beat.plays if play.still]
    moving = scene.timeline.frames - sum(play.end - play.start for play in stills)
    captions = sum(len(beat.captions) for beat in scene.timeline.beats)
    assert scene.renderer.file_writer.writes <= moving + 2 * (captions + len(stills))


def test_any_frame_alone_is_the_frame_of_the_whole(lecture: Any) -> None:
    whole = frames(render(lecture))
    wanted = [0, 7, 12, 13, len(whole) // 2, len(whole) - 1]
    alone = frames(render(lecture, wanted=frozenset(wanted)))
    assert len(alone) == len(wanted)
    for number, picture in zip(wanted, alone, strict=True):
        assert np.array_equal(whole[number], picture), number


def test_captions_stand_on_the_rail_while_their_words_are_said(lecture: Any) -> None:
    scene = render(lecture)
    pictures = frames(scene)
    for beat in scene.timeline.beats:
        for caption in beat.captions:
            assert all(lit(pictures[frame]) for frame in range(caption.start, caption.end))
        assert not lit(pictures[beat.end - 1])


def test_captions_can_be_left_out(lecture: Any) -> None:
    assert not any(lit(picture) for picture in frames(render(lecture, captions=False)))


def test_a_cue_is_reached_when_its_words_are_due(lecture: Any) -> None:
    (cue,) = render(lecture).timeline.beat("a-circle").cues
    assert cue.due == cue.reached > 0


class PlayingUpToWords(Shapes):
    """Its first play has the time that its words leave; its second begins when they are over."""

    def construct(self) -> None:
        with self.beat("a-circle") as beat:
            self.play(Create(Circle()), run_time=beat.seconds_until("slowly"))
            self.play(Create(Circle()), run_time=beat.seconds_until("A circle", at_least=1.0))
        with self.beat("a-square"):
            pass


def test_a_play_up_to_words_notes_them_and_how_late_it_ends(lecture: Any) -> None:
    timeline = render(lecture, PlayingUpToWords).timeline
    beat = timeline.beat("a-circle")
    timely, late = beat.cues
    assert timely.due == timely.reached == beat.plays[0].end
    assert late.due == beat.start
    assert late.reached == beat.plays[1].end == timely.reached + FPS


class InHaste(Shapes):
    def construct(self) -> None:
        self.lasted = []
        for beat in self.script.beats:
            with self.beat(beat.id) as clock:
                for _ in range(20):
                    self.wait(0.013)
                self.lasted.append(self.clock - clock.start)


def test_moments_shorter_than_a_frame_are_not_drawn_out(lecture: Any) -> None:
    scene: Any = render(lecture, InHaste)
    assert scene.lasted == pytest.approx([0.26, 0.26])
    assert len(frames(scene)) == scene.timeline.frames


class Thoughtful(Shapes):
    def construct(self) -> None:
        circle = Circle()
        with self.beat("a-circle", on_rail=False) as beat:
            beat.pause(Create(circle), seconds=2.0)
        with self.beat("a-square"):
            pass


def test_a_pause_follows_the_words_and_is_told_in_the_timeline(lecture: Any) -> None:
    timeline = render(lecture, Thoughtful).timeline
    beat = timeline.beat("a-circle")
    (pause,) = beat.pauses
    assert pause.end - pause.start == 2 * FPS
    assert pause.start == beat.captions[-1].end
    assert pause.end == beat.end
    assert timeline.beat("a-square").pauses == ()


def test_words_that_stand_in_the_picture_may_be_kept_off_the_rail(lecture: Any) -> None:
    scene = render(lecture, Thoughtful)
    beat, other = scene.timeline.beats
    pictures = frames(scene)
    assert not any(lit(picture) for picture in pictures[: beat.end])
    assert lit(pictures[other.start])
    assert " ".join(line for part in beat.captions for line in part.lines) == beat.text


class Unknown(Shapes):
    def construct(self) -> None:
        with self.beat("a-circel"):
            pass


class OutOfTurn(Shapes):
    def construct(self) -> None:
        with self.beat("a-square"):
            pass


class Nested(Shapes):
    def construct(self) -> None:
        with self.beat("a-circle"), self.beat("a-square"):
            pass


class Unfinished(Shapes):
    def construct(self) -> None:
        with self.beat("a-circle"):
            pass


@pytest.mark.parametrize(
    ("scene", "complaint"),
    [
        (Unknown, "a-circle"),
        (OutOfTurn, "next in section “shapes” is “a-circle”"),
        (Nested, "begins inside another"),
        (Unfinished, "does not play a-square"),
    ],
)
def test_a_scene_that_does_not_fit_its_section_is_told_so(
    scene: type[SectionScene], complaint: str, lecture: Any
) -> None:
    with pytest.raises((SceneError, DocumentError), match=complaint):
        render(lecture, scene, skip_animations=True)


class Stacked(SectionScene):
    section = "shapes"

    def construct(self) -> None:
        with self.beat("a-circle"):
            below, above, new = VGroup(Circle(), Circle()), Square(), Dot()
            self.add(below, above)
            both = AnimationGroup(below[0].animate.shift((1, 0, 0)), below.animate.scale(2))
            self.play(AnimationGroup(both, new.animate.shift((0, 1, 0))), run_time=0.3)
            self.order = [below, above, new]
        with self.beat("a-square"):
            pass


def test_animating_several_mobjects_at_once_does_not_lift_them_over_others(lecture: Any) -> None:
    scene = render(lecture, Stacked)
    assert isinstance(scene, Stacked)
    drawn = [mobject for mobject in scene.mobjects if mobject.family_members_with_points()]
    assert drawn == scene.order


class Emptied(SectionScene):
    section = "shapes"

    def construct(self) -> None:
        with self.beat("a-circle"):
            first, second, left = Circle(), Square(), Dot()
            self.add(first, second, left)
            self.play(AnimationGroup(FadeOut(first, second)), run_time=0.3)
            self.left = left
        with self.beat("a-square"):
            pass


def test_several_mobjects_that_fade_out_together_leave_the_scene(lecture: Any) -> None:
    scene = render(lecture, Emptied)
    assert isinstance(scene, Emptied)
    drawn = [mobject for mobject in scene.mobjects if mobject.family_members_with_points()]
    assert drawn == [scene.left]


class UnderWay(Shapes):
    """The camera makes a move of its own during whatever is played."""

    def construct(self) -> None:
        self.land = Landscape(ELLIPTIC_BOWL)
        self.views = [self.land.view]
        self.add(self.land)
        end = replace(self.land.view, azimuth=0.4)
        with self.beat("a-circle") as beat:
            self.follow(Dolly(self.land, end, beat.length / 2, rate_func=linear))
            self.play(FadeIn(Circle()), run_time=beat.length / 4)
            self.views.append(self.land.view)
            beat.until("becomes a square")
            self.views.append(self.land.view)
        with self.beat("a-square"):
            pass
        self.views.append(self.land.view)


def test_a_camera_on_the_move_goes_on_through_plays_and_waits_until_it_is_there(
    lecture: Any,
) -> None:
    scene = render(lecture, UnderWay, skip_animations=True)
    assert isinstance(scene, UnderWay)
    start, halfway, arrived, later = (view.azimuth for view in scene.views)
    assert halfway == pytest.approx((start + 0.4) / 2)
    assert arrived == later == 0.4
    first, second = scene.timeline.beats
    assert [play.still for play in first.plays] == [False, False, True, True]
    assert [play.still for play in second.plays] == [True]
