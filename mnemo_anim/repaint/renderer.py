"""The renderer of the engine: a scene's frames, each painted again where it has changed."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from manim import Mobject

from mnemo_anim.frames import FrameRenderer
from mnemo_anim.repaint.canvas import Canvas

if TYPE_CHECKING:
    from mnemo_anim.section_scene import SectionScene


class RepaintingRenderer(FrameRenderer):
    """Draws the very pixels of `FrameRenderer`, in less time.

    It hands frames on by ``write_change`` of its writer, which must not keep the array.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._canvas = Canvas(self.camera)

    def render(
        self, scene: "SectionScene", time: float, moving_mobjects: Iterable[Any] | None = None
    ) -> None:
        """Draw the next wanted frame of the current play and hand it on."""
        if self.skip_animations:
            return
        frame = self.next_frame()
        self._show(scene, moving_mobjects or (), scene.caption_at(frame), 1)

    def hold(self, scene: "SectionScene") -> None:
        """Hand on the frame that stands, once for every change of the caption over it."""
        for caption, run in groupby(self.frames, scene.caption_at):
            self._show(scene, scene.moving_mobjects, caption, len(list(run)))

    def _show(
        self,
        scene: "SectionScene",
        moving: Iterable[Mobject],
        caption: tuple[str, ...],
        count: int,
    ) -> None:
        base = self.camera.background if self.static_image is None else self.static_image
        mobjects = [*moving] or [*scene.mobjects, *scene.foreground_mobjects]
        boxes = self._canvas.show(base, mobjects, self.patch_of(caption) if caption else None)
        self.file_writer.write_change(self._canvas.pixels, boxes, repeat=count)
