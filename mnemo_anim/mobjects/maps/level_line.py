"""One level curve on the screen: a smooth path through points that satisfy f = c."""

import numpy as np
from manim import VMobject
from numpy.typing import NDArray
from scipy.interpolate import CubicHermiteSpline

from mnemo_anim.maths import LevelCurve, ScalarField
from mnemo_anim.mobjects.drawing.chart import Chart, Coords, Points
from mnemo_anim.mobjects.drawing.outline import hermite
from mnemo_anim.theme import PALETTE, STROKES

_LONGEST = 0.12  # screen units between two vertices of a path
_SHARPEST = 0.15  # radians between their tangents; a third of the chord then serves as handle
_FLAT = 1e-6  # of the steepest slope on a curve: below this its direction is the chord's
_INDEX_WIDTH = 1.4  # thickness of an index curve, in widths of the others
_OPACITY, _INDEX_OPACITY = 0.42, 0.78


class LevelLine(VMobject):
    """A piece of the set f = c, drawn.

    Args:
        curve: The piece, from the maths.
        chart: What it is drawn on.
        index: Whether it is one of the thicker curves, which carry numbers.

    Attributes:
        level: c.
        index: As given.
        path: The screen points (m, 3) of its vertices, each on the curve; closed if it is.
        coords: Where they are, shape (m, 2).
    """

    def __init__(self, curve: LevelCurve, chart: Chart, *, index: bool = False) -> None:
        super().__init__(
            stroke_color=PALETTE.level,
            stroke_width=STROKES.level * (_INDEX_WIDTH if index else 1.0),
            stroke_opacity=_INDEX_OPACITY if index else _OPACITY,
        )
        self.level = curve.level
        self.index = index
        self.closed = curve.closed
        points = chart.point(curve.coords)
        directions = _tangents(chart.field, curve.coords, points)
        kept = _thinned(points, directions)
        self.coords: Coords = curve.coords[kept]
        self.path: Points = points[kept]
        self._directions = directions[kept]
        self.set_points(hermite(self.path, self._directions))

    def leave_gap(self, start: float, end: float) -> None:
        """Leave the stretch between two arc lengths, in screen units, undrawn.

        On a closed curve the stretch may run over its ends: ``start`` below 0, or ``end`` beyond
        the length.
        """
        lengths = arc_lengths(self.path)
        total = float(lengths[-1])
        parts = [(end, start + total)] if self.closed else [(0.0, start), (end, total)]
        drawn = [self._stretch(lengths, low, high) for low, high in parts if high > low]
        self.set_points(np.concatenate(drawn))

    def _stretch(self, lengths: NDArray[np.float64], low: float, high: float) -> Points:
        """Return the cubics between two arc lengths; on a closed curve they may exceed its end."""
        path, directions, total = self.path, self._directions, float(lengths[-1])
        if self.closed:
            path = np.concatenate([path, path[1:]])
            directions = np.concatenate([directions, directions[1:]])
            lengths = np.concatenate([lengths, lengths[1:] + total])
        inside = np.flatnonzero((lengths > low) & (lengths < high))
        stops = np.concatenate([[low], lengths[inside], [high]])
        curve = CubicHermiteSpline(lengths, path, directions)
        turned = curve(stops, 1)
        return hermite(curve(stops), turned / np.linalg.norm(turned, axis=1, keepdims=True))


def arc_lengths(path: Points) -> NDArray[np.float64]:
    """Return the length (m,) of ``path`` (m, 3) up to each vertex."""
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    return np.concatenate([[0.0], np.cumsum(steps)])


def _tangents(field: ScalarField, coords: Coords, points: Points) -> Points:
    """Return the unit tangents (m, 3): at right angles to ∇f, in the order of the points."""
    slopes = field.gradient(coords)
    steepness = np.linalg.norm(slopes, axis=1)
    chords = np.gradient(points, axis=0)
    if (points[0] == points[-1]).all():
        chords[[0, -1]] = points[1] - points[-2]
    level = np.stack([-slopes[:, 1], slopes[:, 0], np.zeros(len(slopes))], axis=1)
    level *= np.sign((level * chords).sum(axis=1, keepdims=True))
    clear = (steepness > _FLAT * steepness.max())[:, np.newaxis]
    directions = np.where(clear, level, chords)
    lengths = np.linalg.norm(directions, axis=1, keepdims=True)
    return np.asarray(directions / np.maximum(lengths, 1e-300))


def _thinned(points: Points, directions: Points) -> NDArray[np.intp]:
    """Return the indices of the vertices that a smooth path needs."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1) / _LONGEST
    cosines = np.clip((directions[1:] * directions[:-1]).sum(axis=1), -1.0, 1.0)
    need = np.concatenate([[0.0], np.cumsum(np.maximum(steps, np.arccos(cosines) / _SHARPEST))])
    count = max(4, int(np.ceil(need[-1]))) + 1
    return np.unique(np.searchsorted(need, np.linspace(0.0, need[-1], count) - 1e-9))
