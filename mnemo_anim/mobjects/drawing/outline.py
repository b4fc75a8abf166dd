"""Bézier outlines from vertices, as Manim stores them: four points for each cubic curve."""

import numpy as np

from mnemo_anim.mobjects.drawing.chart import Points

_SECTOR = 16  # vertices on the rim of a sector
_ARC = 4 / 3 * np.tan(np.pi / 8)  # handle length of a quarter circle of radius 1


def polyline(vertices: Points) -> Points:
    """Return the cubics (4(m − 1), d) of the straight lines through ``vertices`` (m, d)."""
    start, end = vertices[:-1], vertices[1:]
    return cubics(start, (2 * start + end) / 3, (start + 2 * end) / 3, end)


def polygon(vertices: Points) -> Points:
    """Return the cubics (4m, 3) of the closed polygon of ``vertices`` (m, 3)."""
    return polyline(np.concatenate([vertices, vertices[:1]]))


def cubics(start: Points, first: Points, second: Points, end: Points) -> Points:
    """Return cubics (4m, d) from their four points, each (m, d); much is drawn in every frame."""
    made = np.empty((len(start), 4, start.shape[-1]))
    made[:, 0], made[:, 1], made[:, 2], made[:, 3] = start, first, second, end
    return made.reshape(-1, start.shape[-1])


def dashes(start: Points, end: Points, dash: float, space: float) -> list[Points]:
    """Return the ends (2, 3) of the dashes from ``start`` to ``end``; the last reaches the end."""
    length = float(np.linalg.norm(end - start))
    if length == 0:
        return []
    along = (end - start) / length
    count = max(1, round((length + space) / (dash + space)))
    own = min(dash, length)
    feet = np.linspace(0.0, length - own, count) if count > 1 else np.zeros(1)
    return [np.stack([start + foot * along, start + (foot + own) * along]) for foot in feet]


def rectangle(corner: Points, opposite: Points) -> Points:
    """Return the cubics (16, 3) of the upright rectangle between two corners (3,)."""
    (left, low, _), (right, high, _) = corner, opposite
    return polygon(np.array([[left, low, 0], [right, low, 0], [right, high, 0], [left, high, 0]]))


def circle(centre: Points, radius: float) -> Points:
    """Return four cubics (16, 3) of a circle about ``centre`` (3,), counter-clockwise."""
    return np.asarray(centre + radius * _UNIT_CIRCLE)


def sector(centre: Points, radius: float, start: float, end: float) -> Points:
    """Return the cubics (4m, 3) of the sector between two angles, in radians; m is fixed."""
    angles = np.linspace(start, end, _SECTOR)
    rim = np.stack([np.cos(angles), np.sin(angles), np.zeros(_SECTOR)], axis=1)
    return polygon(np.concatenate([[centre], centre + radius * rim]))


def hermite(vertices: Points, directions: Points) -> Points:
    """Return the cubics (4(m − 1), 3) through ``vertices`` (m, 3) along ``directions`` (m, 3).

    Directions are unit tangents, forwards; the handles have a third of the chord's length.
    """
    start, end = vertices[:-1], vertices[1:]
    reach = np.linalg.norm(end - start, axis=1, keepdims=True) / 3
    return cubics(start, start + reach * directions[:-1], end - reach * directions[1:], end)


def _unit_circle() -> Points:
    angles = np.arange(5) * np.pi / 2
    spokes = np.stack([np.cos(angles), np.sin(angles), np.zeros(5)], axis=1)
    tangents = _ARC * np.stack([-np.sin(angles), np.cos(angles), np.zeros(5)], axis=1)
    start, end = spokes[:-1], spokes[1:]
    return cubics(start, start + tangents[:-1], end - tangents[1:], end)


_UNIT_CIRCLE = _unit_circle()
