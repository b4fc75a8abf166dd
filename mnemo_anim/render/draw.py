"""Draw a scene into a film, or one moment of it into a picture. Only this part imports manim."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import cast

from manim import tempconfig
from PIL import Image

from mnemo_anim.document import Lecture, read_lecture
from mnemo_anim.render.encode import FilmEncoder
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.manifest import Manifest
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.quality import Quality
from mnemo_anim.render.registry import SceneEntry
from mnemo_anim.render.sink import FilmSink, StillSink
from mnemo_anim.render.theme_choice import choose_theme
from mnemo_anim.render.whole import write_text_whole, written_whole
from mnemo_anim.voice import Voice, voice_named

Report = Callable[[int, int], None]  # frames done, frames in all


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


def draw_film(job: SceneJob, report: Report) -> int:
    """Draw the film of `job`, its timeline and its manifest; return the number of frames.

    The film appears when it is whole. Errors of the scene are raised as they are.

    Raises:
        VoiceError: a beat cannot be spoken.
        ThemeError: this process has begun to draw in another theme than the film's.
    """
    began = monotonic()
    choose_theme(job.edition.theme)
    lecture = read_lecture(job.lecture)
    voice = voice_named(job.edition.voice, lecture.language, job.speech)
    scene_class = job.entry.load()
    with manim_set_up(job.quality):
        total = scene_class.measure(fps=job.quality.fps, lecture=lecture, voice=voice).frames
        report(0, total)
        with FilmEncoder(job.film, job.quality, lambda done: report(done, total)) as encoder:
            scene = scene_class(
                writer=partial(FilmSink, encoder=encoder), lecture=lecture, voice=voice
            )
            try:
                scene.render()
            finally:
                cast(FilmSink, scene.renderer.file_writer).close()
            timeline = scene.timeline
            if encoder.frames != timeline.frames:
                raise RenderError(
                    f"{job.entry.class_name} drew {encoder.frames} frames, but its timeline has "
                    f"{timeline.frames}. Play animations through the scene's own play and wait."
                )
            job.manifest.unlink(missing_ok=True)  # the old one must not vouch for the new film
    write_text_whole(job.timeline, timeline.to_json())
    Manifest(job.key, timeline.frames, monotonic() - began, job.film.stat().st_size).write(
        job.manifest
    )
    return timeline.frames


def draw_still(
    entry: SceneEntry,
    lecture: Lecture,
    quality: Quality,
    beat_id: str,
    *,
    voice: Voice,
    at: float | None,
    target: Path,
) -> None:
    """Write the picture of one moment as a PNG; no other frame is drawn.

    Args:
        entry: the scene.
        lecture: the document.
        quality: size of the picture.
        beat_id: the beat.
        voice: who speaks.
        at: part of the beat, 0 for its first frame to 1 for its last; None for its poster.
        target: the file, which appears when it is whole.
    """
    scene_class = entry.load()
    with manim_set_up(quality):
        beat = scene_class.measure(fps=quality.fps, lecture=lecture, voice=voice).beat(beat_id)
        frame = beat.poster if at is None else beat.start + round(at * (beat.end - 1 - beat.start))
        scene = scene_class(writer=StillSink, wanted={frame}, lecture=lecture, voice=voice)
        scene.render()
        picture = cast(StillSink, scene.renderer.file_writer).picture
    if picture is None:
        raise RenderError(f"{entry.class_name} draws nothing at frame {frame}.")
    with written_whole(target) as part:
        Image.fromarray(picture).convert("RGB").save(part, format="PNG")
