"""What the shaders are made for: what stays the same from frame to frame."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mnemo_anim.landscape.levels import TABLE_SIZE
from mnemo_anim.landscape.skylight import BEAM_DIRECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnemo_anim.landscape.state import Rgb
    from mnemo_anim.palettes import Light, Line


@lru_cache(maxsize=16)
def shader_constants(
    light: Light, tints: tuple[Rgb, ...], haze: Rgb, pixel_size: float
) -> tuple[str, ...]:
    """Return constants as names to define, each with its value.

    Args:
        light: How the ground is lit.
        tints: Colours from the lowest to the highest ground.
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
        f"TINT(t) {_tint(tints)}",
    )


def squared(colour: Rgb) -> Rgb:
    """Return a colour as the shaders mix it."""
    red, green, blue = colour
    return red**2, green**2, blue**2


def _tint(tints: Sequence[Rgb]) -> str:
    """Return the tint, not squared yet, at t from 0 to 1: straight from each to the next."""
    pieces = len(tints) - 1
    tint = _vector(tints[0])
    for number, colour in enumerate(tints[1:]):
        part = f"clamp({float(pieces)!r} * (t) - {float(number)!r}, 0.0, 1.0)"
        tint = f"mix({tint}, {_vector(colour)}, {part})"
    return tint


def _number(value: float) -> str:
    return f"({float(value)!r})"


def _vector(values: Sequence[float]) -> str:
    return f"vec{len(values)}({', '.join(repr(float(value)) for value in values)})"


def _line(line: Line) -> str:
    return f"Line({_number(line.own)}, {_vector(line.light)}, {_vector(line.paint)})"
