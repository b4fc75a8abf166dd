"""What a landscape is drawn into, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mnemo_anim.landscape.state import Rgb
    from mnemo_anim.palettes import Light

REFERENCE_HEIGHT = 1080
"""Lines of the frame in which the widths of curves are given in pixels."""


@dataclass(frozen=True)
class Frame:
    """The pixels to draw into, and the part of the screen that they show.

    Attributes:
        width: In pixels.
        height: In pixels.
        centre: The screen point in the middle.
        size: Width and height in screen units.
    """

    width: int
    height: int
    centre: tuple[float, float]
    size: tuple[float, float]

    @property
    def pixel_size(self) -> float:
        """Pixels of this frame per pixel of a frame of `REFERENCE_HEIGHT` lines."""
        return self.height / REFERENCE_HEIGHT


@dataclass(frozen=True)
class Palette:
    """The colours and the levels that a landscape is drawn in.

    Attributes:
        tints: From the lowest height to the highest.
        haze: Colour of the far distance.
        light: How the ground is lit, and how lines are drawn on it.
        levels: Values of f whose curves are drawn.
        index_levels: Those among the levels that are drawn stronger.
        grid_step: Distance of the grid's lines in x and in y.
    """

    tints: tuple[Rgb, ...]
    haze: Rgb
    light: Light
    levels: tuple[float, ...]
    index_levels: tuple[float, ...]
    grid_step: tuple[float, float]
