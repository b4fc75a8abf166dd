"""A scene is played without drawing, and any of its segments is drawn without the others."""

import gc
from collections.abc import Sequence
from dataclasses import replace

import pytest
from manim.mobject.svg.svg_mobject import SVG_HASH_TO_MOB_MAP

from mnemo_anim.edition import Edition
from mnemo_anim.palettes import PALETTES, THEME_VARIABLE, ThemeError
from mnemo_anim.render.draw import draw_segments, draw_still, evaluate_scene
from mnemo_anim.render.encode import FilmEncoder, FilmPicture
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.loaded import OtherCodeError
from mnemo_anim.render.segments import Segment, segments_of
from mnemo_anim.render.task import DrawnSegment, SceneTask
from mnemo_anim.section_scene import SceneError, SectionScene
from mnemo_anim.theme import THEME
from tests.render.making import pictures
from tests.tiny_studio import LANDSCAPE, SCENE, Studio


@pytest.fixture(autouse=True)
def _keep_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THEME_VARIABLE, THEME)


def task_of(studio: Studio, name: str = "One") -> SceneTask:
    return studio.job(name).task()


def segments(task: SceneTask) -> tuple[Segment, ...]:
    return segments_of(evaluate_scene(task).timeline, "", [])


def draw(task: SceneTask, wanted: Sequence[Segment]) -> list[DrawnSegment]:
    drawn: list[DrawnSegment] = []
    draw_segments(task, wanted, drawn.append)
    return drawn


# ---- evaluation ----------------------------------------------------------------------------------


def test_playing_without_drawing_tells_what_is_played_and_read_when(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("manim.Camera.capture_mobjects", None)  # draws
    played = evaluate_scene(task_of(studio))
    first, second = played.timeline.beats
    assert (first.text, second.text) == ("A dot.", "It moves.")
    assert played.timeline.frames == second.end
    assert played.heard == ((0, "first"), (second.start, "second"))
    assert played.driver
    assert played.seconds > 0


def test_words_that_are_read_early_are_told_early(studio: Studio) -> None:
    studio.write_scene("one", also="self.script.beats[-1].text")
    assert evaluate_scene(task_of(studio)).heard == ((0, "first"), (5, "second"))


def test_a_file_that_a_scene_reads_is_told(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnemo_anim.render.reads.ROOT", studio.document.parent)
    (studio.document.parent / "data.csv").write_text("1, 2")
    data = studio.document.parent / "data.csv"
    studio.write_scene("one", also=f"open({str(data)!r}).read()")
    task = task_of(studio)
    studio.begin_anew()  # it is this process that has read the document
    assert list(evaluate_scene(task).reads) == ["data.csv"]


def test_a_scene_that_does_not_play_all_its_beats_is_an_error(studio: Studio) -> None:
    studio.write_scene("one", also="break")
    with pytest.raises(SceneError, match="does not play second"):
        evaluate_scene(task_of(studio))


# ---- drawing -------------------------------------------------------------------------------------


def test_each_segment_is_handed_over_when_it_is_whole(studio: Studio) -> None:
    task = task_of(studio)
    wanted = segments(task)
    drawn = draw(task, wanted)
    assert [one.segment for one in drawn] == list(wanted)
    assert [len(pictures(one.content)) for one in drawn] == [one.frames for one in wanted]
    assert all(one.seconds > 0 for one in drawn)


@pytest.mark.parametrize("scene", ["One", "Two"])
def test_any_segments_have_the_same_bytes_as_among_all(studio: Studio, scene: str) -> None:
    studio.write_scene("two", scene=LANDSCAPE)
    studio.edit("Another dot.", "Another dot, which takes so long to come that it is cut twice.")
    task = task_of(studio, scene)
    wanted = segments(task)
    assert len(wanted) > 1
    whole = {one.segment: one.content for one in draw(task, wanted)}
    for some in ([wanted[-1]], [wanted[0]], wanted[::2], wanted[1:]):
        assert {one.segment: one.content for one in draw(task, some)} == {
            segment: whole[segment] for segment in some
        }


def test_a_picture_that_stands_for_long_is_cut_between_segments(studio: Studio) -> None:
    studio.write_scene("one", also="self.wait(9)")
    task = task_of(studio)
    wanted = segments(task)
    assert len(wanted) > 4
    assert [len(pictures(one.content)) for one in draw(task, wanted)] == [
        one.frames for one in wanted
    ]


def test_a_segment_that_ends_within_the_first_play_is_drawn(studio: Studio) -> None:
    task = task_of(studio)
    (drawn,) = draw(task, [Segment(0, 2, "")])
    assert len(pictures(drawn.content)) == 2


def test_the_first_frame_is_drawn_as_a_still(studio: Studio) -> None:
    assert draw_still(task_of(studio), "", "first", 0.0).startswith(b"\x89PNG")


def test_what_a_scene_leaves_is_forgotten_when_the_next_is_drawn(studio: Studio) -> None:
    """As texts, which Manim keeps: workers draw many scenes, and would grow with each."""
    studio.write_scene("one", also="self.add(Words('left behind'))", scene=WITH_WORDS)
    evaluate_scene(task_of(studio))
    assert "left behind" in _texts_kept()
    evaluate_scene(task_of(studio))
    assert "left behind" in _texts_kept()  # it is set again sooner
    evaluate_scene(studio.job("Two").task())
    assert "left behind" not in _texts_kept()


def test_a_scene_that_ends_within_a_play_is_let_go_of(studio: Studio) -> None:
    """Even if the play is of a group of animations, and what they move knows the scene."""
    known = "dot.add_updater(lambda _: self.clock)"
    move = f"{known}; self.play(AnimationGroup(dot.animate.shift(RIGHT)), run_time=9)"
    studio.write_scene("one", also=move, scene=SCENE.replace("import", "import AnimationGroup,", 1))
    task = task_of(studio)
    draw(task, segments(task)[:1])
    gc.collect()
    assert _scenes_alive() == 0


def test_a_worker_holds_one_scene_at_a_time(studio: Studio) -> None:
    """However seldom Python looks for garbage."""
    seen = studio.folder.parent / "seen"
    alive = "str(sum(isinstance(one, SectionScene) for one in gc.get_objects()))"
    note = f"open({str(seen)!r}, 'a').write({alive})"
    studio.write_scene("one", also=note, scene=f"import gc\n{SCENE}")
    task = task_of(studio)
    wanted = segments(task)
    seen.write_text("")
    gc.disable()
    try:
        for _ in range(3):
            draw(task, wanted)
    finally:
        gc.enable()
    assert set(seen.read_text()) == {"1"}


def _scenes_alive() -> int:
    return sum(isinstance(known, SectionScene) for known in gc.get_objects())


WITH_WORDS = f"from mnemo_anim.mobjects.lettering.text import Words\n{SCENE}"


def _texts_kept() -> str:
    return " ".join(str(kept) for kept in SVG_HASH_TO_MOB_MAP.values())


NO_HOLD = "self.play(dot.animate.shift(RIGHT), run_time=30)"
MARKED = "clock.mark_poster(); self.play(dot.animate.shift(RIGHT))"


@pytest.mark.parametrize("also", ["pass", NO_HOLD, MARKED], ids=["hold", "no hold", "marked"])
def test_a_poster_is_the_same_picture_before_its_frame_is_known(studio: Studio, also: str) -> None:
    named = SCENE.replace("with self.beat(beat.id):", "with self.beat(beat.id) as clock:")
    studio.write_scene("one", also=also, scene=named)
    task = task_of(studio)
    at_first = draw_still(task, f"{also}, unknown", "second", None)
    first_frame = draw_still(task, f"{also}, known", "second", 0.0)
    assert draw_still(task, f"{also}, known", "second", None) == at_first != first_frame


def test_a_process_that_draws_more_plays_a_scene_without_drawing_once(studio: Studio) -> None:
    """All the same, each still is the one that is drawn alone."""
    count = studio.folder.parent / "count"
    studio.write_scene("one", also=f"open({str(count)!r}, 'a').write('+' * (beat.id == 'first'))")
    task = task_of(studio)
    alone = [draw_still(task, "alone", beat, 0.5) for beat in ("first", "second")]
    assert count.read_text() == 4 * "+"
    assert [draw_still(task, "more", beat, 0.5, more=True) for beat in ("first", "second")] == alone
    assert count.read_text() == 7 * "+"


def test_a_later_beat_that_is_broken_does_not_keep_a_still_from_being_drawn(
    studio: Studio,
) -> None:
    studio.write_scene("one", also="assert beat.id == 'first', 'too steep'")
    task = task_of(studio)
    assert draw_still(task, "", "first", None, more=True).startswith(b"\x89PNG")
    with pytest.raises(AssertionError, match="too steep"):
        draw_still(task, "", "second", None, more=True)


def test_a_scene_that_ends_early_when_it_is_drawn_is_an_error(studio: Studio) -> None:
    task = task_of(studio)
    *_, last = segments(task)
    beyond = Segment(last.end, last.end + 7, "beyond")
    with pytest.raises(RenderError, match="One ended 7 frames before its timeline does"):
        draw(task, [last, beyond])


def test_an_error_of_the_scene_comes_out_and_whole_segments_stay(studio: Studio) -> None:
    failing = "assert beat.id == 'first' or self.renderer.skip_animations, 'too steep'"
    studio.write_scene("one", also=failing)
    task = task_of(studio)
    wanted = segments(task)
    drawn: list[DrawnSegment] = []
    with pytest.raises(AssertionError, match="too steep"):
        draw_segments(task, wanted, drawn.append)
    assert [one.segment for one in drawn] == list(wanted[:1])


def test_an_error_of_the_encoder_ends_the_scene(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(encoder: FilmEncoder, picture: FilmPicture, repeat: int = 1) -> None:
        raise OSError("no space left on the disk")

    task = task_of(studio)
    wanted = segments(task)
    monkeypatch.setattr(FilmEncoder, "show", full)
    with pytest.raises(OSError, match="no space left"):
        draw(task, wanted)


def test_an_error_of_who_takes_the_segments_ends_the_scene(studio: Studio) -> None:
    def refuse(one: DrawnSegment) -> None:
        raise RenderError("no space is left")

    task = task_of(studio)
    with pytest.raises(RenderError, match="no space is left"):
        draw_segments(task, segments(task), refuse)


# ---- what may not draw ---------------------------------------------------------------------------


def test_a_process_that_draws_in_another_theme_refuses(studio: Studio) -> None:
    (other,) = (theme for theme in PALETTES if theme != THEME)
    task = replace(task_of(studio), edition=Edition(other))
    with pytest.raises(ThemeError, match="process of its own"):
        evaluate_scene(task)


def test_a_process_with_other_code_refuses(studio: Studio) -> None:
    task = task_of(studio)
    studio.write_scene("one", also="self.wait(1)")
    with pytest.raises(OtherCodeError, match=r"one\.py is not what it was when the run began"):
        evaluate_scene(task)
    with pytest.raises(OtherCodeError):
        draw(task, [Segment(0, 1, "")])


def test_a_process_with_another_version_refuses(studio: Studio) -> None:
    task = task_of(studio)
    other = replace(task, versions={**task.versions, "typst": "0.0.1"})
    with pytest.raises(OtherCodeError, match=r"this worker has typst [\d.]+, not 0\.0\.1"):
        evaluate_scene(other)
