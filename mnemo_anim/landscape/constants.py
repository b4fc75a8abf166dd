"""What the shaders are made for: what stays the same from frame to frame."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mnemo_anim.landscape.palette import TABLE_SIZE, squared
from mnemo_anim.landscape.skylight import BEAM_DIRECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnemo_anim.landscape.state import Rgb
    from mnemo_anim.palettes import Light, Line


@lru_cache(maxsize=8)
def shader_constants(light: Light, haze: Rgb, pixel_size: float) -> tuple[str, ...]:
    """Return constants as names to define, each with its value.

    Args:
        light: How the ground is lit.
        haze: Colour of the far distance.
        pixel_size: Pixels of the frame per pixel of a frame of 1080 lines.
    """
    numbers = {
        "PIXEL_SIZE": pixel_size,
        "SHEEN": light.sheen,
        "SHADE": light.shade,
        "RESTRAINT": light.restraint,
        "GRID_LIGHT": light.grid,
        "CORNER": light.corner,
        "MARK_LIGHT": light.mark.light,
        "MARK_HAZE": light.mark.haze,
        "MARK_COVER": light.mark.cover,
    }
    vectors = {
        "TOWARDS_BEAM": BEAM_DIRECTION,
        "HAZE_COLOUR": squared(haze),
        "BEAM": light.beam,
        "SKY": light.sky,
        "EARTH": light.earth,
        "FLAME": light.flame,
        "GLOW": light.glow,
        "NEUTRAL": light.neutral,
        "WALL_LIGHT": light.wall,
        "STRATUM": light.stratum,
    }
    return (
        f"TABLE_SIZE {TABLE_SIZE}",
        *(f"{name} {_number(value)}" for name, value in numbers.items()),
        *(f"{name} {_vector(value)}" for name, value in vectors.items()),
        f"CURVE {_line(light.curve)}",
        f"RIM_LINE {_line(light.rim)}",
    )


def _number(value: float) -> str:
    return f"({float(value)!r})"


def _vector(values: Sequence[float]) -> str:
    return f"vec{len(values)}({', '.join(repr(float(value)) for value in values)})"


def _line(line: Line) -> str:
    return f"Line({_number(line.own)}, {_vector(line.light)}, {_vector(line.paint)})"
