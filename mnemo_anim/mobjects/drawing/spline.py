"""Smooth outlines through points, as the Bézier cubics that Manim draws."""

import numpy as np

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.outline import cubics, polyline

_APART = 1e-6
"""From how far on two ends need a line between them."""


def closed_curve(vertices: Points) -> Points:
    """Return the cubics (4m, d) of the smooth closed curve through ``vertices`` (m, d)."""
    around = np.concatenate([vertices[-1:], vertices, vertices[:1]])
    before, after = around[:-2], around[2:]
    leaving = (after - before) / 6  # Catmull and Rom 1974, as Bézier handles
    arriving = np.concatenate([leaving[1:], leaving[:1]])
    return cubics(vertices, vertices + leaving, after - arriving, after)


def open_curve(vertices: Points) -> Points:
    """Return the cubics (4(m − 1), d) of the smooth curve through ``vertices`` (m, d)."""
    tangents = _tangents(vertices) / 3
    start, end = vertices[:-1], vertices[1:]
    return cubics(start, start + tangents[:-1], end - tangents[1:], end)


def joined(*sides: Points) -> Points:
    """Return the closed outline that runs through ``sides``, cubics each, with corners between."""
    pieces = []
    for side, following in zip(sides, (*sides[1:], sides[0]), strict=True):
        pieces.append(side)
        if np.abs(side[-1] - following[0]).max() > _APART:
            pieces.append(polyline(np.stack([side[-1], following[0]])))
    return np.concatenate(pieces)


def limb(path: Points, widths: Points) -> Points:
    """Return the outline, with round ends, of a limb along ``path`` (m, d) of given half widths."""
    directions = _tangents(path)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    normals = np.stack([-directions[:, 1], directions[:, 0]], axis=1)
    reach = widths[:, None]
    start, end = path[0] - directions[0] * widths[0], path[-1] + directions[-1] * widths[-1]
    left, right = path + normals * reach, path - normals * reach
    return closed_curve(np.concatenate([left, [end], right[::-1], [start]]))


def ribbon(path: Points, half_width: float) -> Points:
    """Return the outline of a band along ``path`` (m, 2), square at its ends.

    It begins and ends at the two corners of the path's start.
    """
    steps = np.diff(path, axis=0)
    steps /= np.linalg.norm(steps, axis=1, keepdims=True)
    bisectors = steps[:-1] + steps[1:]
    folded = np.linalg.norm(bisectors, axis=1) < 1e-9  # the path turns back on itself
    bisectors[folded] = steps[:-1][folded, ::-1] * [1, -1]
    directions = np.concatenate([steps[:1], bisectors, steps[-1:]])
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    aside = half_width * np.stack([-directions[:, 1], directions[:, 0]], axis=1)
    left, right = path + aside, path - aside
    return polyline(np.concatenate([left, right[::-1], left[:1]]))


def bend(start: Points, end: Points, first: float, second: float, side: float) -> Points:
    """Return the joint (2,) between two bones of lengths ``first`` and ``second``.

    ``side`` turns the joint from the straight line to its left (1) or right (−1), or only part of
    the way where the joint points out of the picture. Bones that are too short are stretched.
    """
    span = end - start
    distance = max(float(np.linalg.norm(span)), 1e-9)
    along = (distance**2 + first**2 - second**2) / (2 * distance)
    height = np.sqrt(max(first**2 - along**2, 0.0))
    normal = np.array([-span[1], span[0]]) / distance
    if distance >= first + second:
        along = distance * first / (first + second)
    joint: Points = start + span / distance * along + side * height * normal
    return joint


def _tangents(vertices: Points) -> Points:
    """Return `numpy.gradient` along the first axis, in less time; two vertices at least."""
    tangents = np.empty(vertices.shape)
    tangents[0], tangents[-1] = vertices[1] - vertices[0], vertices[-1] - vertices[-2]
    tangents[1:-1] = (vertices[2:] - vertices[:-2]) / 2
    return tangents
