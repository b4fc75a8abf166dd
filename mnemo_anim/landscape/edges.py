"""The edges of the mesh that are seen against something else: they are drawn smooth.

Triangles are drawn without multisampling, which would cost most of a frame's time in software.
Instead, each edge where the surface turns away from the viewer, or ends, gets a strip one pixel
wide that fades out.  So silhouettes have exact, not four-step, coverage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Edges(NamedTuple):
    """Edges of a mesh on the screen.

    Attributes:
        ends: Indices (row-major) of the two vertices, shape (m, 2).
        outward: Unit vectors in pixels, away from the surface, shape (m, 2).
    """

    ends: NDArray[np.intp]
    outward: NDArray[np.float64]


def visible_edges(pixels: NDArray[np.float64]) -> tuple[Edges, Edges]:
    """Return the silhouette, and the rim, of a mesh as it is seen on the screen.

    Args:
        pixels: Screen positions of the vertices, shape (rows, columns, 2), y upwards.

    Returns:
        The inner edges between a triangle that faces the viewer and one that does not, and the
        edges on the border of the mesh.
    """
    rows, columns = pixels.shape[:2]
    index = np.arange(rows * columns).reshape(rows, columns)
    corner = pixels[:-1, :-1]
    diagonal = pixels[1:, 1:] - corner
    lower = _cross(pixels[:-1, 1:] - corner, diagonal) > 0.0  # holds the lower and right edges
    upper = _cross(diagonal, pixels[1:, :-1] - corner) > 0.0  # holds the upper and left edges

    a, b, opposite = [], [], []

    def collect(
        where: NDArray[np.bool_],
        first: NDArray[np.intp],
        second: NDArray[np.intp],
        inner: NDArray[np.intp],
    ) -> None:
        a.append(first[where])
        b.append(second[where])
        opposite.append(inner[where])

    # Across the diagonal of a cell.
    turn = lower != upper
    low, high = index[:-1, :-1], index[1:, 1:]
    collect(turn, low, high, np.where(lower, index[:-1, 1:], index[1:, :-1]))
    # Between a cell and the one above it.
    below, above = upper[:-1], lower[1:]
    left, right = index[1:-1, :-1], index[1:-1, 1:]
    collect(below != above, left, right, np.where(below, index[:-2, :-1], index[2:, 1:]))
    # Between a cell and the one to its right.
    before, after = lower[:, :-1], upper[:, 1:]
    bottom, top = index[:-1, 1:-1], index[1:, 1:-1]
    collect(before != after, bottom, top, np.where(before, index[:-1, :-2], index[1:, 2:]))
    silhouette = _edges(pixels, a, b, opposite)

    a, b, opposite = [], [], []
    everywhere = np.ones(columns - 1, bool)
    collect(everywhere, index[0, :-1], index[0, 1:], index[1, 1:])
    collect(everywhere, index[-1, :-1], index[-1, 1:], index[-2, :-1])
    everywhere = np.ones(rows - 1, bool)
    collect(everywhere, index[:-1, 0], index[1:, 0], index[1:, 1])
    collect(everywhere, index[:-1, -1], index[1:, -1], index[:-1, -2])
    return silhouette, _edges(pixels, a, b, opposite)


def _cross(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.float64]:
    product: NDArray[np.float64] = u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]
    return product


def _edges(
    pixels: NDArray[np.float64],
    a: list[NDArray[np.intp]],
    b: list[NDArray[np.intp]],
    opposite: list[NDArray[np.intp]],
) -> Edges:
    ends = np.stack([np.concatenate(a), np.concatenate(b)], axis=-1)
    flat = pixels.reshape(-1, 2)
    start = flat[ends[:, 0]]
    along = flat[ends[:, 1]] - start
    outward = np.stack([-along[:, 1], along[:, 0]], axis=-1)
    inner = flat[np.concatenate(opposite)] - start
    outward *= np.where(np.sum(outward * inner, axis=-1) > 0.0, -1.0, 1.0)[:, None]
    outward /= np.maximum(np.hypot(*outward.T), 1e-9)[:, None]
    return Edges(ends, outward)
