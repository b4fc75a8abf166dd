"""How things stand out from the pixels that are really behind them (WCAG 2.2, 1.4.3 and 1.4.11).

A shape is drawn once more, alone, to know which pixels of the frame are its own; those right
around it are what it has to stand out from, its dark edge included.
"""

from __future__ import annotations

from collections.abc import Iterable

import cairo
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation

from mnemo_anim.review.findings import Box
from mnemo_anim.review.luminance import luminance
from mnemo_anim.theme import STAGE

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

AROUND = (1, 3)
"""Pixels at 1080p around a shape that it is seen against: beyond the first, up to the last."""

BESIDE = (0, 2)
"""The same where a dark edge is enough, even of a thin stroke: right next to the shape."""

_OWN = 0.98  # coverage of a pixel that is the shape's own
_FEWEST = 12  # pixels that say what colour a shape has
WORST = 5.0
"""Percent of the pixels around that may have less contrast: the edge of something else."""


def ratio(one: NDArray[np.float64], other: float) -> NDArray[np.float64]:
    """Return the contrast ratios, 1 to 21, of relative luminances with one other."""
    lighter, darker = np.maximum(one, other), np.minimum(one, other)
    result: NDArray[np.float64] = (lighter + 0.05) / (darker + 0.05)
    return result


class Canvas:
    """A part of a frame, into which shapes are drawn alone, to know their pixels.

    Args:
        frame: All of it, shape (height, width, 3 or 4).
        box: The part in Manim units.
    """

    def __init__(self, frame: Pixels, box: Box) -> None:
        height, width = frame.shape[:2]
        self._unit = height / STAGE.height
        room = AROUND[1] + 2
        left = int((box.left + STAGE.width / 2) * self._unit) - room
        right = int((box.right + STAGE.width / 2) * self._unit) + room + 1
        upper = int((STAGE.height / 2 - box.top) * self._unit) - room
        lower = int((STAGE.height / 2 - box.bottom) * self._unit) + room + 1
        self._columns = slice(max(0, left), max(0, min(width, right)))
        self._rows = slice(max(0, upper), max(0, min(height, lower)))
        self.pixels = frame[self._rows, self._columns, :3]

    def cover(
        self, outlines: Iterable[NDArray[np.float64]], stroke: float = 0.0
    ) -> NDArray[np.float64]:
        """Return how far each pixel is covered by closed shapes or strokes, 0 to 1.

        Args:
            outlines: Points (4 n, 3) of each, as Manim keeps them.
            stroke: Width in units of strokes along them; 0 fills them.
        """
        rows, columns = self.pixels.shape[:2]
        surface = cairo.ImageSurface(cairo.FORMAT_A8, max(1, columns), max(1, rows))
        context = cairo.Context(surface)
        context.translate(-self._columns.start, -self._rows.start)
        context.scale(self._unit, -self._unit)
        context.translate(STAGE.width / 2, -STAGE.height / 2)
        context.set_line_width(stroke)
        for points in outlines:
            _trace(context, points)
            if stroke:
                context.stroke()
            else:
                context.fill()
        surface.flush()
        bytes_ = np.frombuffer(surface.get_data(), np.uint8).reshape(surface.get_height(), -1)
        return bytes_[:rows, :columns] / 255.0


def contrast(
    canvas: Canvas,
    cover: NDArray[np.float64],
    rest: Mask | None = None,
    *,
    worst: float = WORST,
    within: tuple[int, int] = AROUND,
) -> float | None:
    """Return the contrast of a shape with nearly all of the pixels around it.

    Args:
        canvas: The part of the frame around it.
        cover: How far each pixel is the shape's.
        rest: Pixels that are left out, since they belong to the same text.
        worst: Percent of the pixels around that are left out, those of least contrast.
        within: Which pixels are around it.

    Returns:
        The ratio; None where too little of the shape is seen to tell.
    """
    own = cover >= _OWN
    if own.sum() < _FEWEST:
        return None
    touched = cover > 0.02
    if rest is not None:
        touched = touched | rest
    near = binary_dilation(touched, iterations=within[0]) if within[0] else touched
    ring = binary_dilation(near, iterations=within[1] - within[0]) & ~near
    if not ring.any():
        return None
    lights = luminance(canvas.pixels)
    ratios = ratio(lights[ring], float(np.median(lights[own])))
    return float(np.percentile(ratios, worst))


def _trace(context: cairo.Context[cairo.ImageSurface], points: NDArray[np.float64]) -> None:
    """Trace Manim's cubics (4 n, 3); a piece begins wherever the last one does not end."""
    end: NDArray[np.float64] | None = None
    for a, b, c, d in points[: len(points) // 4 * 4, :2].reshape(-1, 4, 2):
        if end is None or abs(a - end).max() > 1e-6:
            context.move_to(*a)
        context.curve_to(*b, *c, *d)
        end = d
