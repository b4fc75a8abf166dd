"""The renderer under every scene: which frames are drawn, and captions over them.

Manim's own renderer rounds each play to the frame grid on its own, so the same scene lasts longer
at 60 frames a second than at 15. Here a play covers the frames between two moments of one ideal
clock; errors do not add up. Any set of frames can be drawn without the others, because nothing in
a scene depends on what was drawn before.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np
from manim import CairoRenderer, Camera
from manim.scene.scene_file_writer import SceneFileWriter
from numpy.typing import NDArray

from mnemo_anim.mobjects.lettering.caption import CaptionText

if TYPE_CHECKING:
    from mnemo_anim.section_scene import SectionScene

_EPSILON = 1e-6  # of a frame: absorbs the rounding of sums of seconds

Pixels = NDArray[np.uint8]


def frame_at(seconds: float, fps: float) -> int:
    """Return the first frame at or after ``seconds``: moments are rounded *up* to the grid."""
    return ceil(seconds * fps - _EPSILON)


class FrameTimes(list[float]):
    """The moments of one play that are drawn, in seconds from its start."""

    def close(self) -> None:
        """Do nothing: Manim closes the progress bar that it expects here."""


class FrameRenderer(CairoRenderer):
    """Manim's Cairo renderer on an exact frame grid.

    Args:
        writer: Takes the frames; called with Manim's file-writer settings.
        camera_class: What draws them.
        skip_animations: Whether to play without drawing.
        wanted: Frame numbers to draw. None draws all.
    """

    def __init__(
        self,
        writer: Callable[..., SceneFileWriter],
        camera_class: type[Camera],
        *,
        skip_animations: bool,
        wanted: Collection[int] | None,
    ) -> None:
        super().__init__(writer, camera_class, skip_animations=skip_animations)
        self.wanted = wanted
        self.frames: list[int] = []  # of the current play, those to draw
        self._drawn = 0  # of these, how many have been handed on
        self._caption_patches: dict[tuple[str, ...], tuple[slice, slice, Pixels]] = {}

    def play(self, scene: "SectionScene", *args: Any, **kwargs: Any) -> None:
        """Play one animation or wait; draw the frames of it that are wanted."""
        self.skip_animations = self._original_skipping_status
        self.update_skipping_status()
        scene.compile_animation_data(*args, **kwargs)
        self.frames = [
            frame
            for frame in scene.frames_of(scene.duration)
            if self.wanted is None or frame in self.wanted
        ]
        self._drawn = 0
        if not self.frames:
            self.skip_animations = True
        drawing = not self.skip_animations

        self.file_writer.add_partial_movie_file(f"play_{self.num_plays:05}" if drawing else None)
        self.file_writer.begin_animation(drawing, animation_index=self.num_plays)
        scene.begin_animations()
        self.static_image = None
        if drawing:
            self.save_static_frame_data(scene, scene.static_mobjects)
        if not scene.is_current_animation_frozen_frame():
            scene.play_internal()
        elif drawing:
            self.update_frame(scene, scene.moving_mobjects)
            self._hold(scene)
        self.file_writer.end_animation(drawing)
        self.num_plays += 1

    def render(
        self, scene: "SectionScene", time: float, moving_mobjects: Iterable[Any] | None = None
    ) -> None:
        """Draw the next wanted frame of the current play and hand it on."""
        if self.skip_animations:
            return
        self.update_frame(scene, moving_mobjects)
        frame = self.frames[self._drawn]
        self._drawn += 1
        self._hand_on(scene.caption_at(frame), 1)

    def _hold(self, scene: "SectionScene") -> None:
        """Hand on the frame that stands, once for every change of the caption over it."""
        for caption, run in groupby(self.frames, scene.caption_at):
            self._hand_on(caption, len(list(run)))

    def _hand_on(self, caption: tuple[str, ...], count: int) -> None:
        pixels = self.get_frame()
        if caption:
            self._lay_over(pixels, caption)
        self.add_frame(pixels, count)

    def _lay_over(self, pixels: Pixels, caption: tuple[str, ...]) -> None:
        """Composite the caption over ``pixels``. It is drawn once, however long it stands."""
        if caption not in self._caption_patches:
            self._caption_patches[caption] = self._draw_patch(caption)
        rows, columns, patch = self._caption_patches[caption]
        below = pixels[rows, columns].astype(np.uint16)
        cover = 255 - patch[..., 3:].astype(np.uint16)
        pixels[rows, columns] = patch + ((below * cover + 127) // 255).astype(np.uint8)

    def _draw_patch(self, caption: tuple[str, ...]) -> tuple[slice, slice, Pixels]:
        camera = Camera(
            pixel_width=self.camera.pixel_width,
            pixel_height=self.camera.pixel_height,
            background_opacity=0,
        )
        camera.background[:] = 0
        camera.reset()
        camera.capture_mobjects([CaptionText(caption)])
        covered = np.argwhere(camera.pixel_array[..., 3])
        (top, left), (bottom, right) = covered.min(axis=0), covered.max(axis=0) + 1
        rows, columns = slice(top, bottom), slice(left, right)
        return rows, columns, camera.pixel_array[rows, columns].copy()


def times_of(frames: Iterable[int], start: float, fps: float) -> Iterator[float]:
    """Yield each frame's moment in seconds from ``start``."""
    return (frame / fps - start for frame in frames)
