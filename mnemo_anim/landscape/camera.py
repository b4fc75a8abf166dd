"""The Cairo camera that also draws landscapes, in order with all other mobjects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import cairo
from manim import Camera, Mobject, VMobject

from mnemo_anim.boxes import Box
from mnemo_anim.landscape.frame import Frame
from mnemo_anim.landscape.landscape import Landscape
from mnemo_anim.landscape.painted import Painted
from mnemo_anim.landscape.renderer import renderer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class LandscapePicture:
    """A landscape as it has been drawn.

    Attributes:
        pixels: Premultiplied RGBA, shape (height, width, 4), the top row first.
        left: The column of the frame in which it begins.
        upper: The row.
        opacity: With which it is laid over what is behind it.
        drawing: Which drawing of the renderer it is; None for a copy of one.
    """

    pixels: NDArray[np.uint8]
    left: int
    upper: int
    opacity: float
    drawing: int | None

    @property
    def is_valid(self) -> bool:
        """Whether the pixels are still these: the renderer's next drawing overwrites them."""
        return self.drawing is None or self.drawing == renderer().count

    def copy(self) -> LandscapePicture:
        """Return the same picture in an array of its own."""
        return replace(self, pixels=self.pixels.copy(), drawing=None)


class LandscapeCamera(Camera):
    """Manim's camera for `Scene`, which draws `Landscape` and `Painted` as well.

    Use it as ``Scene(camera_class=LandscapeCamera)``.
    """

    def type_or_raise(self, mobject: Mobject) -> type[Mobject]:
        """Return the type that decides which method draws a mobject."""
        kind: type[Mobject] = super().type_or_raise(mobject)  # makes display_funcs anew each time
        self.display_funcs[Landscape] = self.display_landscapes
        self.display_funcs[Painted] = self.display_painted
        return next((own for own in (Landscape, Painted) if isinstance(mobject, own)), kind)

    def set_cairo_context_color(
        self, ctx: Any, rgbas: NDArray[np.float64], vmobject: VMobject
    ) -> Self:
        """Set the colour that a context draws with: one, where all stops of a gradient are it."""
        single = len(rgbas) > 1 and (rgbas[1:] == rgbas[0]).all()
        super().set_cairo_context_color(ctx, rgbas[:1] if single else rgbas, vmobject)
        return self

    def display_painted(self, painted: list[Painted], pixel_array: NDArray[np.uint8]) -> None:
        """Let mobjects paint themselves over what the pixels show so far."""
        for mobject in painted:
            mobject.paint(self.get_cairo_context(pixel_array))

    def display_landscapes(
        self, landscapes: list[Landscape], pixel_array: NDArray[np.uint8]
    ) -> None:
        """Paint landscapes over what the pixels show so far."""
        for landscape in landscapes:
            if landscape.state.opacity > 0.0:
                picture = self.picture_of(landscape, pixel_array.shape[:2])
                self.lay(picture, self.get_cairo_context(pixel_array))

    def picture_of(self, landscape: Landscape, shape: tuple[int, ...]) -> LandscapePicture:
        """Return a landscape as it looks now, in a frame of ``shape`` (height, width)."""
        height, width = shape
        frame = Frame(
            width,
            height,
            (float(self.frame_center[0]), float(self.frame_center[1])),
            (float(self.frame_width), float(self.frame_height)),
        )
        draws = renderer()
        pixels, (left, upper) = draws.draw(
            landscape.terrain, landscape.state, landscape.palette, landscape.origin, frame
        )
        opacity = min(landscape.state.opacity, 1.0)
        return LandscapePicture(pixels, left, upper, opacity, draws.count)

    def lay(self, picture: LandscapePicture, context: Any, within: Box | None = None) -> None:
        """Paint a picture, or what of it lies in a box, over what a context shows so far."""
        if not picture.pixels.size:
            return
        # Cairo's channels are in another order than Manim's, but OVER treats them all alike.
        source = cairo.ImageSurface.create_for_data(
            picture.pixels.data, cairo.FORMAT_ARGB32, *picture.pixels.shape[1::-1]
        )
        context.save()
        context.identity_matrix()
        if within is not None:
            left, upper, right, lower = within
            context.new_path()
            context.rectangle(left, upper, right - left, lower - upper)
            context.clip()
        context.set_source_surface(source, picture.left, picture.upper)
        context.paint_with_alpha(picture.opacity)
        context.restore()
