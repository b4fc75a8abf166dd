"""Play a scene without drawing it, draw segments of it, or one moment. Only this imports manim."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from io import BytesIO
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, cast

import numpy as np
from manim import tempconfig
from manim.mobject.svg.svg_mobject import SVG_HASH_TO_MOB_MAP
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.maths.derivation import derived, remember
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.identity import driver_files, driver_name
from mnemo_anim.render.letting_go import let_go
from mnemo_anim.render.loaded import check_code
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.reads import reads_besides, watch_reads
from mnemo_anim.render.registry import SceneEntry
from mnemo_anim.render.segments import Segment
from mnemo_anim.render.sink import SegmentSink, StillSink, Take
from mnemo_anim.render.task import Evaluation, SceneTask
from mnemo_anim.render.theme_choice import choose_theme
from mnemo_anim.repaint import RepaintingRenderer
from mnemo_anim.timeline import BeatSpan, Timeline

if TYPE_CHECKING:
    from mnemo_anim.section_scene import SectionScene


@contextmanager
def manim_set_up(quality: Quality) -> Iterator[None]:
    """Set Manim up for one quality, whatever its configuration files say.

    What it writes besides frames goes to a folder of its own: a cache shared by two processes, or
    left by another version, is never read.
    """
    with TemporaryDirectory(prefix="mnemo-") as media:
        settings = {
            "renderer": "cairo",
            "pixel_width": quality.width,
            "pixel_height": quality.height,
            "frame_rate": quality.fps,
            "format": "mp4",
            "background_opacity": 1.0,
            "save_sections": False,
            "disable_caching": True,
            "from_animation_number": 0,
            "upto_animation_number": float("inf"),
            "progress_bar": "none",
            "verbosity": "WARNING",
            "media_dir": media,
        }
        with tempconfig(settings):
            yield


def evaluate_scene(task: SceneTask) -> Evaluation:
    """Play a scene without drawing it. Errors of the scene are raised as they are.

    Raises:
        ThemeError: This process draws in another theme than the task's.
        OtherCodeError: It has other code, or another version of Manim, than the task's.
    """
    began = monotonic()
    scene_class = _load(task)
    with manim_set_up(task.quality):
        played = scene_class.play_through(task.quality.fps, task.lecture(), task.voice())
    return Evaluation(
        timeline=played.timeline,
        heard=tuple(played.heard),
        driver=driver_name(),
        driver_files=driver_files(),
        reads=reads_besides(task.sources),
        derived=derived(),
        seconds=monotonic() - began,
    )


def draw_segments(task: SceneTask, segments: Sequence[Segment], take: Take) -> None:
    """Draw segments of a scene. Errors of the scene are raised as they are.

    Args:
        task: The scene.
        segments: In order.
        take: Called with each segment as soon as it is whole, in another thread.

    Raises:
        ThemeError: This process draws in another theme than the task's.
        OtherCodeError: It has other code, or another version of Manim, than the task's.
        RenderError: The scene ends before the last of the segments.
    """
    scene_class = _load(task, afresh=True)
    wanted = {frame for one in segments for frame in range(one.start, one.end)}
    writer = partial(SegmentSink, segments=segments, quality=task.quality, take=take)
    with manim_set_up(task.quality):
        scene = scene_class(
            writer=writer,
            renderer=RepaintingRenderer,
            wanted=wanted,
            lecture=task.lecture(),
            voice=task.voice(),
        )
        try:
            scene.render()
        finally:
            sink = cast(SegmentSink, scene.renderer.file_writer)
            sink.close()
        sink.check()
    if sink.left:
        raise RenderError(
            f"{task.entry.class_name} ended {sink.left} frames before its timeline does. "
            "Play animations through the scene's own play and wait."
        )


def draw_still(
    task: SceneTask, key: str, beat_id: str, at: float | None, *, more: bool = False
) -> bytes:
    """Draw one moment of a scene, and no other frame. Errors of the scene are raised as they are.

    Args:
        task: The scene.
        key: Of its recipe.
        beat_id: The beat.
        at: Part of the beat, 0 for its first frame to 1 for its last; None for its poster.
        more: Whether others will follow: all beats are then measured with the first of them.

    Returns:
        A PNG.

    Raises:
        ThemeError: This process draws in another theme than the task's.
        OtherCodeError: It has other code, or another version of Manim, than the task's.
        RenderError: The scene draws nothing there.
    """
    scene_class = _load(task)
    with manim_set_up(task.quality):
        picture = _picture_of(scene_class, task, key, beat_id, at, more=more)
    file = BytesIO()
    Image.fromarray(picture).convert("RGB").save(file, "PNG", compress_level=_LIGHTLY)
    return file.getvalue()


_LIGHTLY = 4  # of 9: a second saved for a tenth more bytes
_measured: dict[str, dict[str, BeatSpan]] = {}
"""By the key of a recipe, when its beats play: a process that is kept learns it once."""


def _picture_of(
    scene_class: "type[SectionScene]",
    task: SceneTask,
    key: str,
    beat_id: str,
    at: float | None,
    *,
    more: bool,
) -> NDArray[np.uint8]:
    def played(until: str | None) -> Timeline:
        fps, lecture, voice = task.quality.fps, task.lecture(), task.voice()
        return scene_class.play_through(fps, lecture, voice, until=until).timeline

    def drawn(wanted: Collection[int], posing: str | None = None) -> "SectionScene":
        lecture, voice = task.lecture(), task.voice()
        scene = scene_class(writer=StillSink, wanted=wanted, lecture=lecture, voice=voice)
        if posing is not None:
            scene.pose_for(posing)
        scene.render()
        return scene

    known = _measured.setdefault(key, {})
    if more and beat_id not in known:
        with suppress(Exception):  # what comes later may be broken, and this beat be good
            known.update({beat.id: beat for beat in played(None).beats})
    if at is None and beat_id not in known:
        scene = drawn((), posing=beat_id)
        if (picture := _kept(scene)) is not None:
            return picture
        known[beat_id] = scene.timeline.beat(beat_id)
    if beat_id not in known:
        known[beat_id] = played(beat_id).beat(beat_id)
    beat = known[beat_id]
    frame = beat.poster if at is None else beat.start + round(at * (beat.end - 1 - beat.start))
    picture = _kept(drawn({frame}))
    if picture is None:
        raise RenderError(f"{task.entry.class_name} draws nothing at frame {frame}.")
    return picture


def _kept(scene: "SectionScene") -> NDArray[np.uint8] | None:
    """Return the picture that a scene has drawn; None if none."""
    return cast(StillSink, scene.renderer.file_writer).picture


_last: list[SceneEntry] = []
"""The scene that this process has drawn, or played, before."""


def _load(task: SceneTask, *, afresh: bool = False) -> "type[SectionScene]":
    """Return a scene, once this process is known to be the one to play it.

    Args:
        task: The scene.
        afresh: Whether to let go of what it may have left itself, with all its pictures.
    """
    choose_theme(task.edition.theme)
    watch_reads()
    scene_class = task.entry.load()
    check_code(task.sources, task.versions)
    remember(task.derived)
    is_new = _last != [task.entry]
    if is_new:
        _last[:] = [task.entry]
        SVG_HASH_TO_MOB_MAP.clear()  # Manim keeps every text that it has ever set
    if is_new or afresh:
        let_go()
    return scene_class
