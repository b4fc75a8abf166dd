"""The outline of a shape as a path of Cairo's."""

from typing import Any

import numpy as np
from manim import Camera, VMobject

_RELATIVE = 1e-5  # of a coordinate, by which two points may differ and be the same: as for Manim

Point = tuple[float, float]


def trace(context: Any, mobject: VMobject, camera: Camera) -> None:
    """Set the path of a context to a shape's: `Camera.set_cairo_context_path` in less time.

    Cairo is given the very same numbers, which Manim takes out of an array one by one.
    """
    points = mobject.points
    if len(points) % 4 or not np.isfinite(points).all():  # not of cubics alone
        camera.set_cairo_context_path(context, mobject)
        return
    tolerance = mobject.tolerance_for_point_equality
    move_to, curve_to = context.move_to, context.curve_to
    first: Point | None = None
    last = (0.0, 0.0)
    context.new_path()
    for x0, y0, x1, y1, x2, y2, x3, y3 in points[:, :2].reshape(-1, 8).tolist():
        start = (x0, y0)
        if first is None or not (last == start or _are_same(last, start, tolerance)):
            if first is not None and _are_same(first, last, tolerance):
                context.close_path()
            move_to(x0, y0)
            first = start
        curve_to(x1, y1, x2, y2, x3, y3)
        last = (x3, y3)
    if first is not None and _are_same(first, last, tolerance):
        context.close_path()


def _are_same(one: Point, other: Point, tolerance: float) -> bool:
    """Return whether Manim takes two points for one. It is not symmetric."""
    (x0, y0), (x1, y1) = one, other
    return (
        abs(x0 - x1) <= tolerance + _RELATIVE * abs(x1)
        and abs(y0 - y1) <= tolerance + _RELATIVE * abs(y1)
    )  # fmt: skip
