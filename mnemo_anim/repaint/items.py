"""What a frame is drawn from, one thing after the other, as far as it decides about pixels.

Two items that are equal paint the same pixels in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import Any, NamedTuple

import numpy as np
from manim import Camera, LineJointType, Mobject, VMobject

from mnemo_anim.boxes import Box
from mnemo_anim.landscape import Landscape

_MITRE = 10.0  # half widths by which a pointed joint may stand out: Cairo's limit
_SMOOTH = 2  # pixels around a shape that smoothing of its edge may touch

Rgbas = bytes
"""Colours (k, 4) as bytes; empty for what is not drawn at all."""


class Outline(NamedTuple):
    """A shape of Manim's: an edge behind it, its fill, its stroke.

    Attributes:
        points: Cubics (4 n, 3), as bytes.
        edge: Colours of the stroke behind the fill.
        edge_width: In Manim's stroke unit.
        fill: Colours of the fill.
        stroke: Colours of the stroke.
        stroke_width: In Manim's stroke unit.
        form: Joints, ends, and the direction of a gradient of colours.
    """

    points: bytes
    edge: Rgbas
    edge_width: float
    fill: Rgbas
    stroke: Rgbas
    stroke_width: float
    form: tuple[Any, ...]

    @property
    def width(self) -> float:
        """Of its wider stroke."""
        return max(self.edge_width if self.edge else 0.0, self.stroke_width if self.stroke else 0.0)


@dataclass(frozen=True, slots=True)
class Ground:
    """A landscape: what is drawn, and in which state."""

    terrain: int
    state: Any
    palette: Any
    origin: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Anything:
    """A thing of which nothing is known: it is equal to nothing but itself."""


Item = Outline | Ground | Anything


def drawn_in(mobjects: Iterable[Mobject], *, by_depth: bool) -> list[Mobject]:
    """Return all that has points, in the order of drawing: each once, where it comes last.

    Args:
        mobjects: With their submobjects.
        by_depth: Whether what has a higher z-index comes later.
    """
    found: dict[int, Mobject] = {}

    def look(mobject: Mobject) -> None:
        if len(mobject.points):
            key = id(mobject)
            found.pop(key, None)
            found[key] = mobject
        for part in mobject.submobjects:
            look(part)

    for mobject in mobjects:
        look(mobject)
    drawn = list(found.values())
    if by_depth:
        drawn.sort(key=lambda mobject: mobject.z_index)
    return drawn


def item_of(mobject: Mobject) -> Item:
    """Return what a mobject is now."""
    if isinstance(mobject, VMobject):
        return outline_of(mobject)
    if isinstance(mobject, Landscape):
        return Ground(id(mobject.terrain), mobject.state, mobject.palette, mobject.origin)
    return Anything()


def outline_of(mobject: VMobject) -> Outline:
    """Return what a shape is now."""
    edge_width = mobject.get_stroke_width(background=True)
    stroke_width = mobject.get_stroke_width()
    edge = _seen(mobject.get_stroke_rgbas(background=True).tobytes()) if edge_width else b""
    fill = _seen(mobject.get_fill_rgbas().tobytes())
    stroke = _seen(mobject.get_stroke_rgbas().tobytes()) if stroke_width else b""
    form: tuple[Any, ...] = (mobject.joint_type, mobject.cap_style)
    if max(len(edge), len(fill), len(stroke)) > _ONE_COLOUR:
        form = (*form, *_gradient(mobject))
    return Outline(mobject.points.tobytes(), edge, edge_width, fill, stroke, stroke_width, form)


def _gradient(mobject: VMobject) -> Iterator[bytes]:
    """Yield what decides, besides the points of a shape, where its gradient of colours runs."""
    yield np.asarray(mobject.sheen_direction, float).tobytes()
    if mobject.submobjects:  # it runs over them, too
        yield from (point.tobytes() for point in mobject.get_gradient_start_and_end_points())


_ONE_COLOUR = np.zeros((1, 4)).nbytes


@lru_cache(maxsize=4096)
def _seen(rgbas: Rgbas) -> Rgbas:
    """Return colours; nothing if all are fully transparent."""
    return rgbas if np.frombuffer(rgbas).reshape(-1, 4)[:, 3].any() else b""


def box_of(mobject: VMobject, outline: Outline, camera: Camera) -> Box:
    """Return the pixels that a shape may touch."""
    across = mobject.points[:, :2].T.copy()  # least and greatest of rows are found much sooner
    left, bottom = across.min(axis=1).tolist()
    right, top = across.max(axis=1).tolist()
    pointed = mobject.joint_type in (LineJointType.AUTO, LineJointType.MITER)
    reach = outline.width * camera.cairo_line_width_multiple / 2 * (_MITRE if pointed else 1.5)
    x, y = camera.frame_center[:2].tolist()
    unit_x = camera.pixel_width / camera.frame_width
    unit_y = camera.pixel_height / camera.frame_height
    return Box(
        floor((left - reach - x) * unit_x + camera.pixel_width / 2) - _SMOOTH,
        floor(camera.pixel_height / 2 - (top + reach - y) * unit_y) - _SMOOTH,
        ceil((right + reach - x) * unit_x + camera.pixel_width / 2) + _SMOOTH,
        ceil(camera.pixel_height / 2 - (bottom - reach - y) * unit_y) + _SMOOTH,
    )
