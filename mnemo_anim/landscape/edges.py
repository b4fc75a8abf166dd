"""The edges of the mesh that are seen against something else: they are drawn smooth.

Triangles are drawn without multisampling, which would cost most of a frame's time in software.
Instead, each edge where the surface turns away from the viewer, or ends, gets a strip one pixel
wide that fades out.  So silhouettes have exact, not four-step, coverage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mnemo_anim.landscape.frame import Frame
    from mnemo_anim.landscape.view import View

_RIM = 0.6  # half of the rim's width, in pixels of a frame of 1080 lines
_GRAPH = 1.5  # and that of a curve, which the ground is before it has grown

_SHARPEST = 0.6  # mean of the directions that meet at a mitred vertex: 1 where they are parallel
_SLIVER = 1e-6
"""Area in square pixels; ground that has not grown yet has none, and its rim is drawn."""


class Edges(NamedTuple):
    """Edges of a mesh on the screen.

    Attributes:
        ends: Indices (row-major) of the two vertices, shape (m, 2).
        outward: Unit vectors in pixels, away from the surface, shape (m, 2).
    """

    ends: NDArray[np.intp]
    outward: NDArray[np.float64]


def edge_strips(
    mesh: NDArray[np.float32],
    pixels: NDArray[np.float64],
    walls: Sequence[bool],
    rim_half_width: float,
) -> NDArray[np.float32]:
    """Return the triangles that smooth a mesh's edges, three vertices each, shape (m, 11).

    A vertex is one of the mesh, then its offset on the screen in pixels (y upwards), 1 on the rim
    and 0 elsewhere, and its signed distance from the edge in pixels.

    Args:
        mesh: Vertices as in `Terrain.mesh`.
        pixels: Where they are seen, as `pixels_of` returns them.
        walls: Whether the wall below the first row, the last column, the last row and the first
            column faces the viewer.
        rim_half_width: Of the line along the border, in pixels.
    """
    silhouette, rim = visible_edges(pixels, walls)
    half = rim_half_width + 0.5
    outward = mitres(silhouette, rim, mesh.shape[0] * mesh.shape[1])
    soft, border = outward[: len(silhouette.ends)], outward[len(silhouette.ends) :]
    return np.concatenate(
        [
            _strips(mesh, silhouette.ends, soft, (0.0, 1.0), 0.0),
            _strips(mesh, rim.ends, border, (-half, half), 1.0),
        ]
    )


def mitres(silhouette: Edges, rim: Edges, vertices: int) -> NDArray[np.float64]:
    """Return which way the strip of each edge widens at its two ends, shape (m, 2, 2).

    Strips that meet at a vertex widen the same way there, so that no gap is left between them;
    where they meet at a sharp angle each keeps to its own edge.
    """
    ends = np.concatenate([silhouette.ends, rim.ends])
    outward = np.concatenate([silhouette.outward, rim.outward])
    meeting = np.bincount(ends.ravel(), minlength=vertices)
    total = np.stack(
        [
            np.bincount(ends.ravel(), np.repeat(component, 2), minlength=vertices)
            for component in outward.T
        ],
        axis=-1,
    )
    square = np.sum(total**2, axis=-1)
    blunt = square > (_SHARPEST * meeting) ** 2
    shared = total * (meeting / np.where(blunt, square, 1.0))[:, None]
    mitred: NDArray[np.float64] = np.where(blunt[ends][..., None], shared[ends], outward[:, None])
    return mitred


def rim_half_width(mesh: NDArray[np.float32], view: View, frame: Frame) -> float:
    """Return half of the width of the line along the border of the ground, in pixels.

    Ground that is narrower than a curve is drawn as one.
    """
    narrow = float((mesh[-1, -1, :2] - mesh[0, 0, :2]).min())
    pixels = narrow * view.scale * frame.height / frame.size[1] / frame.pixel_size
    return max(_RIM, _GRAPH - 0.5 * pixels) * frame.pixel_size


def reach(rim_half_width: float) -> float:
    """Return how far strips stand out beyond the mesh, in pixels."""
    return (rim_half_width + 0.5) / _SHARPEST


def pixels_of(
    mesh: NDArray[np.float32], view: View, heights: tuple[float, float], frame: Frame
) -> NDArray[np.float64]:
    """Return where vertices appear, in pixels from where the focus does, y upwards.

    Args:
        mesh: As in `Terrain.mesh`, shape (rows, columns, 7).
        view: Where it is seen from.
        heights: Gain and base of the map from f to world height.
        frame: Where it is drawn.

    Returns:
        Shape (rows, columns, 2).
    """
    gain, base = heights
    x = mesh[..., 0].astype(float) - view.focus[0]
    y = mesh[..., 1].astype(float) - view.focus[1]
    z = gain * mesh[..., 2].astype(float) + (base - view.focus[2])
    right, up, near = (row[0] * x + row[1] * y + row[2] * z for row in view.axes)
    scale = view.scale * frame.height / frame.size[1] / (1.0 - view.perspective * near)
    return np.stack([right * scale, up * scale], axis=-1)


def _strips(
    mesh: NDArray[np.float32],
    ends: NDArray[np.intp],
    outward: NDArray[np.float64],
    reach: tuple[float, float],
    rim: float,
) -> NDArray[np.float32]:
    """Return two triangles per edge, within ``reach``, in pixels away from the surface."""
    floats = mesh.shape[-1]
    vertices = mesh.reshape(-1, floats)
    strips = np.empty((len(ends), 6, floats + 4), np.float32)
    corners = ((0, 0), (1, 0), (1, 1), (0, 0), (1, 1), (0, 1))
    for place, (end, side) in enumerate(corners):
        strips[:, place, :floats] = vertices[ends[:, end]]
        strips[:, place, floats : floats + 2] = reach[side] * outward[:, end]
        strips[:, place, floats + 2] = rim
        strips[:, place, floats + 3] = reach[side]
    return strips.reshape(-1, floats + 4)


def visible_edges(pixels: NDArray[np.float64], walls: Sequence[bool]) -> tuple[Edges, Edges]:
    """Return the silhouette, and the rim, of a mesh as it is seen on the screen.

    Args:
        pixels: Screen positions of the vertices, shape (rows, columns, 2), y upwards.
        walls: As for `edge_strips`.

    Returns:
        The inner edges between a triangle that faces the viewer and one that does not, and the
        edges on the border of the mesh whose triangle, or wall, faces the viewer.
    """
    rows, columns = pixels.shape[:2]
    index = np.arange(rows * columns).reshape(rows, columns)
    corner = pixels[:-1, :-1]
    diagonal = pixels[1:, 1:] - corner
    lower = _cross(pixels[:-1, 1:] - corner, diagonal) > -_SLIVER  # holds the lower, right edges
    upper = _cross(diagonal, pixels[1:, :-1] - corner) > -_SLIVER  # holds the upper, left edges

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
    first_row, last_column, last_row, first_column = walls
    collect(lower[0] | first_row, index[0, :-1], index[0, 1:], index[1, 1:])
    collect(lower[:, -1] | last_column, index[:-1, -1], index[1:, -1], index[:-1, -2])
    collect(upper[-1] | last_row, index[-1, :-1], index[-1, 1:], index[-2, :-1])
    collect(upper[:, 0] | first_column, index[:-1, 0], index[1:, 0], index[1:, 1])
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
