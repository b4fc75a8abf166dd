"""A frame that is painted again where it has changed, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cairo
import numpy as np
from manim import Mobject, VMobject
from numpy.typing import NDArray

from mnemo_anim.boxes import Box
from mnemo_anim.landscape import Landscape, LandscapeCamera
from mnemo_anim.landscape.camera import LandscapePicture
from mnemo_anim.repaint.items import Ground, Item, Outline, box_of, drawn_in, item_of
from mnemo_anim.repaint.paths import trace
from mnemo_anim.repaint.tiles import Tiles

if TYPE_CHECKING:
    from mnemo_anim.frames import CaptionPatch

Pixels = NDArray[np.uint8]


@dataclass(slots=True)
class _Part:
    """A thing in the frame: what it is drawn from, and the pixels that it may touch."""

    mobject: Mobject
    item: Item
    box: Box


class Canvas:
    """The pixels of one frame after the other.

    Args:
        camera: Manim's, which has the size, and draws shapes and landscapes.

    Attributes:
        pixels: The frame, RGBA, shape (height, width, 4). It changes with the next frame.
    """

    def __init__(self, camera: LandscapeCamera) -> None:
        self._camera = camera
        self.pixels: Pixels = np.zeros_like(camera.pixel_array)
        self._sheet: Pixels = np.zeros_like(self.pixels)
        self._base: Pixels | None = None
        self._parts: dict[int, _Part] = {}
        self._caption: CaptionPatch | None = None
        self._paths: dict[int, tuple[bytes, cairo.Path]] = {}
        self._pictures: dict[int, LandscapePicture] = {}

    def show(
        self, base: Pixels, mobjects: Iterable[Mobject], caption: CaptionPatch | None
    ) -> list[Box]:
        """Paint the next frame; return where it differs from the last one.

        Args:
            base: What lies under everything. An array that was given before must not have changed.
            mobjects: What is drawn over it, in order.
            caption: What is laid over all.
        """
        last, self._parts = self._parts, self._look(mobjects)
        boxes = self._changes(last, caption, whole=base is not self._base)
        self._base, self._caption = base, caption
        self._pictures = {key: self._pictures[key] for key in self._parts if key in self._pictures}
        self._paths = {key: self._paths[key] for key in self._parts if key in self._paths}
        self._paint(boxes)
        return boxes

    def _look(self, mobjects: Iterable[Mobject]) -> dict[int, _Part]:
        """Return what is to be seen now, in order, by the ids of the mobjects."""
        parts: dict[int, _Part] = {}
        last = self._parts
        camera = self._camera
        for mobject in drawn_in(mobjects, by_depth=camera.use_z_index):
            key, item = id(mobject), item_of(mobject)
            known = last.get(key)
            if known is not None and known.item == item:
                parts[key] = known
            elif isinstance(item, Outline):
                if item.edge or item.fill or item.stroke:
                    parts[key] = _Part(mobject, item, box_of(mobject, item, camera))
            elif isinstance(item, Ground):
                if item.state.opacity > 0.0:
                    parts[key] = _Part(mobject, item, self._draw_ground(mobject, key))
            else:
                parts[key] = _Part(mobject, item, self._frame)
        return parts

    @property
    def _frame(self) -> Box:
        height, width = self.pixels.shape[:2]
        return Box(0, 0, width, height)

    def _changes(
        self, last: dict[int, _Part], caption: CaptionPatch | None, *, whole: bool
    ) -> list[Box]:
        """Return boxes around all that is not as it was."""
        now = self._parts
        common = [key for key in now if key in last]
        if whole or [key for key in last if key in now] != common:  # something came to lie over it
            return [self._frame]
        tiles = Tiles(self._frame.right, self._frame.lower)
        for key, part in now.items():
            before = last.get(key)
            if before is not part:
                tiles.add(part.box)
                if before is not None:
                    tiles.add(before.box)
        for key, part in last.items():
            if key not in now:
                tiles.add(part.box)
        if caption is not self._caption:
            for patch in (caption, self._caption):
                if patch is not None:
                    tiles.add(patch.box)
        return tiles.boxes()

    def _paint(self, boxes: list[Box]) -> None:
        """Paint all that lies in boxes.

        Shapes are drawn whole: Cairo rounds them otherwise where it clips them. Where one stands
        out of the boxes, all are drawn on a sheet of which only the boxes are looked at.
        """
        assert self._base is not None
        touched = [(key, part) for key, part in self._parts.items() if part.box.meets_any(boxes)]
        sheet = self.pixels if self._keeps_within(boxes, touched) else self._sheet
        for box in boxes:
            sheet[box.slices] = self._base[box.slices]
        context: Any = self._camera.get_cairo_context(sheet)
        for key, part in touched:
            self._paint_part(context, key, part, boxes, sheet)
        for box in boxes:
            if sheet is not self.pixels:
                self.pixels[box.slices] = sheet[box.slices]
            if self._caption is not None and self._caption.box.meets(box):
                self._caption.lay_over(self.pixels, box)

    def _keeps_within(self, boxes: list[Box], parts: Iterable[tuple[int, _Part]]) -> bool:
        """Return whether painting parts changes nothing but what lies in boxes."""
        width, height = self._frame[2:]
        return all(
            isinstance(part.item, Ground)  # which is clipped
            or part.box.grown(0, width, height).lies_in_any(boxes)
            for _, part in parts
        )

    def _paint_part(
        self, context: Any, key: int, part: _Part, boxes: list[Box], sheet: Pixels
    ) -> None:
        if isinstance(part.item, Outline):
            assert isinstance(part.mobject, VMobject)
            self._trace(context, key, part.mobject, part.item)
            if part.item.edge:
                self._camera.apply_stroke(context, part.mobject, background=True)
            if part.item.fill:
                self._camera.apply_fill(context, part.mobject)
            if part.item.stroke:
                self._camera.apply_stroke(context, part.mobject)
        elif isinstance(part.mobject, Landscape):
            if not self._pictures[key].is_valid:
                self._draw_ground(part.mobject, key)
                self._pictures[key] = self._pictures[key].copy()
            for box in boxes:
                self._camera.lay(self._pictures[key], context, box)
        else:
            kind = self._camera.type_or_raise(part.mobject)
            self._camera.display_funcs[kind]([part.mobject], sheet)

    def _trace(self, context: Any, key: int, mobject: VMobject, outline: Outline) -> None:
        """Set the path of a context; one that has been traced before is kept."""
        known = self._paths.get(key)
        if known is not None and known[0] == outline.points:
            context.new_path()
            context.append_path(known[1])
            return
        trace(context, mobject, self._camera)
        self._paths[key] = outline.points, context.copy_path()

    def _draw_ground(self, landscape: Mobject, key: int) -> Box:
        """Draw a landscape; return the pixels that it fills."""
        assert isinstance(landscape, Landscape)
        for other, drawn in self._pictures.items():  # the next drawing would overwrite it
            if other != key and drawn.drawing is not None and drawn.is_valid:
                self._pictures[other] = drawn.copy()
        picture = self._camera.picture_of(landscape, self.pixels.shape[:2])
        self._pictures[key] = picture
        height, width = picture.pixels.shape[:2]
        return Box(picture.left, picture.upper, picture.left + width, picture.upper + height)
