"""Draw a beat of a scene on a transparent ground. This imports manim."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.document import Lecture
from mnemo_anim.landscape import Landscape, LandscapeError
from mnemo_anim.mobjects.lettering.typefaces import FontError
from mnemo_anim.outputs.overlays.files import OverlayFormat, overlay_files
from mnemo_anim.render.draw import manim_set_up
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.plan import SceneJob
from mnemo_anim.render.sink import Sink
from mnemo_anim.section_scene import SceneError, SectionScene

Pixels = NDArray[np.uint8]


class OverlayError(RenderError):
    """A beat cannot be lifted off its ground."""


def draw_overlay(
    job: SceneJob, lecture: Lecture, beat_id: str, folder: Path, kinds: Sequence[OverlayFormat]
) -> list[Path]:
    """Draw the beat ``beat_id`` of a scene with transparency; return the files.

    Args:
        job: the scene, at the quality that is wanted.
        lecture: the document.
        beat_id: the beat, which the scene has.
        folder: where the files go.
        kinds: of file.

    Raises:
        OverlayError: The beat shows a landscape.
        RenderError: The scene cannot be drawn.
    """
    name = folder / f"{job.film.stem}-{beat_id}"
    try:
        with manim_set_up(job.quality):
            _draw(job, lecture, beat_id, name, kinds)
    except (FontError, LandscapeError, SceneError) as error:
        raise RenderError(str(error)) from error
    return [kind.beside(name) for kind in kinds]


def _draw(
    job: SceneJob, lecture: Lecture, beat_id: str, name: Path, kinds: Sequence[OverlayFormat]
) -> None:
    scene_class, quality = job.entry.load(), job.quality
    size, rate = (quality.width, quality.height), Fraction(quality.fps)
    beat = scene_class.measure(quality.fps, lecture, job.voice).beat(beat_id)
    with overlay_files(name, kinds, size, rate, beat.poster - beat.start) as files:

        def write(pixels: Pixels, repeat: int) -> None:
            _refuse_landscape(scene, beat_id)
            files.write(pixels, repeat)

        scene = scene_class(
            writer=partial(_OverlaySink, write=write),
            wanted=range(beat.start, beat.end),
            captions=False,
            lecture=lecture,
            voice=job.voice,
        )
        scene.camera.background[:] = 0  # the ground's colour too: Cairo adds it even where clear
        scene.render()


def _refuse_landscape(scene: SectionScene, beat_id: str) -> None:
    for mobject in scene.get_mobject_family_members():
        if isinstance(mobject, Landscape) and mobject.state.opacity > 0:
            raise OverlayError(
                f"beat “{beat_id}” shows a landscape, as relief or as a map, which cannot be "
                "lifted off its ground. Make its clip without TRANSPARENT=1 (--transparent)."
            )


class _OverlaySink(Sink):
    """Hands each picture on.

    Args:
        settings: what Manim gives its writers.
        write: takes a picture, and for how many frames it is shown.
    """

    def __init__(self, settings: Any, write: Callable[[Pixels, int], None]) -> None:
        super().__init__(settings)
        self._write = write

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Hand the picture on."""
        self._write(pixels, repeat)
