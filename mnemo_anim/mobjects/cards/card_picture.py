"""All that lies on a card, as one flat picture that can be turned and moved in space."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, sin
from typing import Any

import cairo
import numpy as np
from manim import Mobject, config
from numpy.typing import NDArray

from mnemo_anim.landscape import LandscapeCamera, Painted
from mnemo_anim.maths import Array

_EYE = 20.0  # from the eye to the picture at rest, in Manim units
_STRIP = 2  # pixels: so much is drawn with one scale


@dataclass(frozen=True)
class CardPose:
    """Where a picture of the whole frame stands in space, and how it is turned.

    Attributes:
        axis: x of the vertical line that it is turned about; the eye is right before it.
        horizon: y of the eye.
        angle: Turn in radians; a positive one brings the right-hand side nearer.
        right: How far it is moved to the right, in Manim units.
        back: How far it is moved away from the eye.
    """

    axis: float = 0.0
    horizon: float = 0.0
    angle: float = 0.0
    right: float = 0.0
    back: float = 0.0

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point (x, y) of the picture appears."""
        r = x - self.axis
        near = _EYE / (_EYE + self.back - r * sin(self.angle))
        across = near * (r * cos(self.angle) + self.right)
        return self.axis + across, self.horizon + near * (y - self.horizon)

    def columns(self, across: Array) -> tuple[Array, Array]:
        """Return which x of the picture appears at each x of the frame, and how much larger.

        It is the inverse of :meth:`seen`: from x' = e (r cos φ + m) / (e + b − r sin φ), with the
        distance e of the eye, r = (x' (e + b) − e m) / (e cos φ + x' sin φ).
        """
        seen = across - self.axis
        below = _EYE * cos(self.angle) + seen * sin(self.angle)
        r = (seen * (_EYE + self.back) - _EYE * self.right) / below
        return self.axis + r, _EYE / (_EYE + self.back - r * sin(self.angle))


class CardPicture(Painted):
    """A picture of mobjects as they fill the frame; it is taken when it is first needed.

    Args:
        mobjects: What is seen; they have to stay as they are until the picture has been taken.

    Attributes:
        pose: How it stands in space; None where it is not seen.
    """

    def __init__(self, mobjects: Iterable[Mobject]) -> None:
        super().__init__()
        self.pose: CardPose | None = CardPose()
        self._mobjects = tuple(mobjects)
        self._pixels: NDArray[np.uint8] | None = None
        self.points = np.zeros((1, 3))  # Manim draws nothing that has no points

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """The picture, premultiplied, in the order of Manim's frames, shape (height, width, 4)."""
        if self._pixels is None:
            camera = LandscapeCamera(background_opacity=0.0)
            camera.capture_mobjects(self._mobjects)
            self._pixels = camera.pixel_array
        return self._pixels

    def paint(self, context: Any) -> None:
        """Paint the picture in its pose, in upright strips of one scale each."""
        if self.pose is None:
            return
        height, width = self.pixels.shape[:2]
        surface = cairo.ImageSurface.create_for_data(
            self.pixels.data, cairo.FORMAT_ARGB32, width, height
        )
        unit = width / config.frame_width
        middle = height / 2 - unit * self.pose.horizon
        edges = np.arange(0, width + _STRIP, _STRIP)
        columns, scales = self.pose.columns((edges - width / 2) / unit)
        columns = columns * unit + width / 2
        context.save()
        for left, right, start, end, scale in zip(
            edges[:-1],
            edges[1:],
            columns[:-1],
            columns[1:],
            (scales[:-1] + scales[1:]) / 2,
            strict=True,
        ):
            if scale <= 0 or end < 0 or start > width:
                continue  # behind the eye, or beside the picture
            stretch = (right - left) / (end - start)
            context.identity_matrix()
            context.rectangle(left, 0, right - left, height)
            context.translate(left - stretch * start, middle * (1 - scale))
            context.scale(stretch, scale)
            context.set_source_surface(surface, 0, 0)
            context.fill()
        context.restore()
