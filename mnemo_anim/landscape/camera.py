"""The Cairo camera that also draws landscapes, in order with all other mobjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cairo
from manim import Camera, Mobject

from mnemo_anim.landscape.frame import Frame
from mnemo_anim.landscape.landscape import Landscape
from mnemo_anim.landscape.painted import Painted
from mnemo_anim.landscape.renderer import renderer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
                self._paint(landscape, pixel_array)

    def _paint(self, landscape: Landscape, pixel_array: NDArray[np.uint8]) -> None:
        height, width = pixel_array.shape[:2]
        frame = Frame(
            width,
            height,
            (float(self.frame_center[0]), float(self.frame_center[1])),
            (float(self.frame_width), float(self.frame_height)),
        )
        state = landscape.state
        picture, (left, upper) = renderer().draw(
            landscape.terrain, state, landscape.palette, landscape.origin, frame
        )
        if not picture.size:
            return
        # Cairo's channels are in another order than Manim's, but OVER treats them all alike.
        source = cairo.ImageSurface.create_for_data(
            picture.data, cairo.FORMAT_ARGB32, picture.shape[1], picture.shape[0]
        )
        context: Any = self.get_cairo_context(pixel_array)
        context.save()
        context.identity_matrix()
        context.set_source_surface(source, left, upper)
        context.paint_with_alpha(min(state.opacity, 1.0))
        context.restore()
