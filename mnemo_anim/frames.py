"""The renderer under every scene: which frames are drawn, and captions over them.

Manim's own renderer rounds each play to the frame grid on its own, so the same scene lasts longer
at 60 frames a second than at 15. Here a play covers the frames between two moments of one ideal
clock; errors do not add up. Any set of frames can be drawn without the others, because nothing in
a scene depends on what was drawn before.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np
from manim import CairoRenderer, Camera
from manim.scene.scene_file_writer import SceneFileWriter
from numpy.typing import NDArray

from mnemo_anim.boxes import Box
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
        self._patches: dict[tuple[str, ...], CaptionPatch] = {}

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
        try:
            if not scene.is_current_animation_frozen_frame():
                scene.play_internal()
            elif drawing:
                self.hold(scene)
        finally:  # the first may end the scene, and Manim takes none for a mistake
            self.num_plays += 1
        self.file_writer.end_animation(drawing)

    def render(
        self, scene: "SectionScene", time: float, moving_mobjects: Iterable[Any] | None = None
    ) -> None:
        """Draw the next wanted frame of the current play and hand it on."""
        if self.skip_animations:
            return
        self.update_frame(scene, moving_mobjects)
        self._hand_on(scene.caption_at(self.next_frame()), 1)

    def hold(self, scene: "SectionScene") -> None:
        """Hand on the frame that stands, once for every change of the caption over it."""
        self.update_frame(scene, scene.moving_mobjects)
        for caption, run in groupby(self.frames, scene.caption_at):
            self._hand_on(caption, len(list(run)))

    def next_frame(self) -> int:
        """Return the number of the next frame to draw of the current play, and count it."""
        self._drawn += 1
        return self.frames[self._drawn - 1]

    def patch_of(self, caption: tuple[str, ...]) -> "CaptionPatch":
        """Return a caption as it is laid over a frame. It is drawn once, however long it stands."""
        if caption not in self._patches:
            self._patches[caption] = draw_caption(caption, self.camera)
        return self._patches[caption]

    def _hand_on(self, caption: tuple[str, ...], count: int) -> None:
        pixels = self.get_frame()
        if caption:
            self.patch_of(caption).lay_over(pixels)
        self.add_frame(pixels, count)


@dataclass(frozen=True, eq=False)
class CaptionPatch:
    """The pixels of a caption.

    Attributes:
        box: Where they lie: left, upper, right, lower; the ends are not in it.
        pixels: Premultiplied RGBA, shape (height, width, 4).
    """

    box: Box
    pixels: Pixels

    def lay_over(self, frame: Pixels, within: Box | None = None) -> None:
        """Composite the caption over a frame, or over a part of it."""
        box = self.box if within is None else self.box.shared_with(within)
        part = box.moved(-self.box.left, -self.box.upper)
        patch, below = self.pixels[part.slices], frame[box.slices]
        cover = 255 - patch[..., 3:].astype(np.uint16)
        below[...] = patch + ((below.astype(np.uint16) * cover + 127) // 255).astype(np.uint8)


def draw_caption(caption: tuple[str, ...], camera: Camera) -> CaptionPatch:
    """Draw a caption for the frames of a camera."""
    pixels = np.zeros_like(camera.pixel_array)
    context = camera.get_cairo_context(pixels)
    for shape in camera.get_mobjects_to_display([CaptionText(caption)]):
        camera.display_vectorized(shape, context)
    del camera.pixel_array_to_cairo_context[id(pixels)]  # Manim would keep it for ever
    is_covered = pixels[..., 3] > 0
    rows, columns = (np.flatnonzero(is_covered.any(axis=axis)) for axis in (1, 0))
    box = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    return CaptionPatch(box, pixels[box.slices].copy())


def times_of(frames: Iterable[int], start: float, fps: float) -> Iterator[float]:
    """Yield each frame's moment in seconds from ``start``."""
    return (frame / fps - start for frame in frames)
