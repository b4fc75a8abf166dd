"""Everything about a landscape that an animation can change, as plain numbers.

States are immutable; `blend` gives the state between two of them, so a frame depends on the two
ends and on how far the animation has come, and on nothing that was rendered before.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias, TypeVar

from mnemo_anim.landscape.view import View

Rgb: TypeAlias = tuple[float, float, float]

T = TypeVar("T")


@dataclass(frozen=True)
class Lantern:
    """A warm light, carried at a point of the ground.

    Attributes:
        coords: The point of the ground.
        radius: World distance at which the light ends.
        strength: 0 is out, 1 is full.
    """

    coords: tuple[float, float] = (0.0, 0.0)
    radius: float = 1.0
    strength: float = 0.0


@dataclass(frozen=True)
class CuttingPlane:
    """A vertical, translucent sheet along an axis, and the curve that it cuts out of the ground.

    Attributes:
        at: The value at which the other coordinate is held.
        colour: Red, green and blue in 0..1.
        reveal: How far the sheet has been drawn, from the start of its axis; 0 shows nothing.
        sheet: Opacity of the sheet, in 0..1; the curve is opaque wherever it is revealed.
    """

    at: float = 0.0
    colour: Rgb = (1.0, 1.0, 1.0)
    reveal: float = 0.0
    sheet: float = 1.0


@dataclass(frozen=True)
class LevelPlane:
    """A horizontal, translucent sheet, and the level curve in which it meets the ground.

    Attributes:
        level: The value of f on it.
        colour: Red, green and blue in 0..1.
        reveal: 0 shows nothing, 1 all.
        sheet: Opacity of the sheet, in 0..1.
    """

    level: float
    colour: Rgb = (1.0, 1.0, 1.0)
    reveal: float = 1.0
    sheet: float = 1.0


@dataclass(frozen=True)
class LandscapeState:
    """What a landscape looks like at one moment.

    Attributes:
        view: Where it is seen from.
        opacity: Of the whole drawing.
        tint: 1 shows the heights in colours, 0 in one neutral tone.
        curves: Strength of the level curves.
        grid: Strength of the coordinate grid.
        rim: Strength of the line along the edge of the ground.
        fog: 0 shows all the ground, 1 no more than the lantern lights.
        lantern: The warm light.
        flatness: 0 is the true surface, 1 its map.
        extent: Part of the x- and of the y-range that the ground has grown to.
        cut_x: The cutting plane along x: y is held.
        cut_y: The cutting plane along y: x is held.
        level_planes: The level planes.
    """

    view: View = field(default_factory=View)
    opacity: float = 1.0
    tint: float = 1.0
    curves: float = 1.0
    grid: float = 0.0
    rim: float = 1.0
    fog: float = 0.0
    lantern: Lantern = Lantern()
    flatness: float = 0.0
    extent: tuple[float, float] = (1.0, 1.0)
    cut_x: CuttingPlane = CuttingPlane()
    cut_y: CuttingPlane = CuttingPlane()
    level_planes: tuple[LevelPlane, ...] = ()


def blend(start: T, end: T, t: float) -> T:
    """Return the value between two of the same type, at ``t`` in 0..1.

    Numbers are mixed; views turn as `View.interpolate` says; records and tuples are mixed part by
    part.  A sheet that is shown at one end only is drawn, or withdrawn, in its place.
    """
    mixed: Any
    if isinstance(start, View) and isinstance(end, View):
        mixed = View.interpolate(start, end, t)
    elif isinstance(start, int | float) and isinstance(end, int | float):
        mixed = (1.0 - t) * start + t * end
    elif isinstance(start, tuple) and isinstance(end, tuple):
        pairs = zip(_completed(start, end), _completed(end, start), strict=True)
        mixed = tuple(blend(a, b, t) for a, b in pairs)
        if t >= 1.0:
            mixed = mixed[: len(end)]
    else:
        first, last = _in_place(start, end), _in_place(end, start)
        mixed = replace(
            first,
            **{
                part.name: blend(getattr(first, part.name), getattr(last, part.name), t)
                for part in fields(first)
            },
        )
    return mixed  # type: ignore[no-any-return]


def _completed(items: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return ``items`` and, not yet drawn, the sheets that only ``others`` has."""
    return items + tuple(replace(item, reveal=0.0) for item in others[len(items) :])


def _in_place(record: Any, other: Any) -> Any:
    """Return ``record``; where it is a sheet that is not drawn, then ``other``, not drawn."""
    if isinstance(record, CuttingPlane | LevelPlane) and record.reveal <= 0.0:
        return replace(other, reveal=0.0)
    return record
