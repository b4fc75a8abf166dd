"""The ground: a scalar field over a rectangle, as a surface in the world.

A terrain is immutable and shared: copying a landscape never copies its terrain.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from scipy.ndimage import map_coordinates

from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.landscape.skylight import bake_skylight

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from mnemo_anim.maths import ScalarField

_KEPT = 32  # grounds, each of some hundred kilobytes


class Terrain:
    """The graph of a field: the world points (x, y, height_scale · f(x, y)).

    Args:
        field: The function that gives the height; its domain is the rectangle.
        height_scale: World height per unit of f.
        resolution: Cells of the mesh along the longer side.

    Raises:
        LandscapeError: The field has not two variables, a number is out of bounds, or the field is
            undefined somewhere on the rectangle.
    """

    def __init__(
        self,
        field: ScalarField,
        height_scale: float = 1.0,
        resolution: int = 64,
    ) -> None:
        if field.dimension != 2:
            raise LandscapeError(
                f"a landscape shows a field of two variables; {field.name} has {field.dimension}"
            )
        self.field = field
        self.x_range, self.y_range = field.domain
        self.height_scale = float(height_scale)
        self.resolution = int(resolution)
        if not 0.0 < self.height_scale < np.inf:
            raise LandscapeError(f"height_scale has to be positive, got {height_scale!r}")
        if self.resolution < 4:
            raise LandscapeError(f"resolution has to be at least 4, got {resolution!r}")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.field, self.height_scale, self.resolution))

    @cached_property
    def cells(self) -> tuple[int, int]:
        """Cells of the mesh along x and along y; nearly square."""
        width = self.x_range[1] - self.x_range[0]
        depth = self.y_range[1] - self.y_range[0]
        cell = max(width, depth) / self.resolution
        return max(4, round(width / cell)), max(4, round(depth / cell))

    def axis_samples(
        self, extent: tuple[float, float], origin: tuple[float, float]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the x and the y of the mesh, when the ground reaches ``extent`` of its full size.

        Args:
            extent: Fraction in 0..1 of the range in x and in y.
            origin: The coords that the ground grows from.
        """
        nx, ny = self.cells
        x = np.linspace(*self.x_range, nx + 1)
        y = np.linspace(*self.y_range, ny + 1)
        return origin[0] + extent[0] * (x - origin[0]), origin[1] + extent[1] * (y - origin[1])

    def domain(
        self, extent: tuple[float, float], origin: tuple[float, float]
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the x-range and the y-range of the ground that has grown to ``extent``."""
        x, y = self.axis_samples(extent, origin)
        return (float(x[0]), float(x[-1])), (float(y[0]), float(y[-1]))

    def samples(
        self, x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return f, shape (len(y), len(x)), and ∇f, shape (len(y), len(x), 2), on a grid."""
        coords = np.stack(np.meshgrid(x, y), axis=-1)
        try:
            values, gradients = self.field.value(coords), self.field.gradient(coords)
        except ValueError as error:
            raise LandscapeError(
                f"{error}; choose x_range and y_range that avoid the place"
            ) from error
        return values, gradients

    @cached_property
    def mesh(self) -> NDArray[np.float32]:
        """The vertices of the whole ground, shape (rows, columns, 7).

        A vertex is x, y, f, ∂f/∂x, ∂f/∂y, open sky 0..1, beam let through 0..1.
        """
        return self.grown_mesh((1.0, 1.0), (0.0, 0.0))

    def grown_mesh(
        self, extent: tuple[float, float], origin: tuple[float, float]
    ) -> NDArray[np.float32]:
        """Return the vertices, as in `mesh`, of the part that has grown from ``origin``."""
        x, y = self.axis_samples(extent, origin)
        values, gradients = self.samples(x, y)
        vertices = np.empty((*values.shape, 7), np.float32)
        vertices[..., 0], vertices[..., 1] = np.meshgrid(x, y)
        vertices[..., 2] = values
        vertices[..., 3:5] = gradients
        vertices[..., 5:7] = self._skylight_at(x, y)
        return vertices

    @cached_property
    def _skylight(self) -> NDArray[np.float64]:
        x, y = self.axis_samples((1.0, 1.0), (0.0, 0.0))
        values, _ = self.samples(x, y)
        return bake_skylight(x, y, self.height_scale * values)

    def _skylight_at(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        full_x, full_y = self.axis_samples((1.0, 1.0), (0.0, 0.0))
        rows = np.interp(y, full_y, np.arange(len(full_y)))
        columns = np.interp(x, full_x, np.arange(len(full_x)))
        where = np.meshgrid(rows, columns, indexing="ij")
        return np.stack(
            [
                map_coordinates(layer, where, order=1)
                for layer in np.moveaxis(self._skylight, -1, 0)
            ],
            axis=-1,
        )

    @cached_property
    def value_range(self) -> tuple[float, float]:
        """Smallest and largest f on the mesh."""
        x, y = self.axis_samples((1.0, 1.0), (0.0, 0.0))
        values, _ = self.samples(x, y)
        return float(values.min()), float(values.max())

    @property
    def size(self) -> float:
        """The longer side of the rectangle."""
        return max(self.x_range[1] - self.x_range[0], self.y_range[1] - self.y_range[0])

    @property
    def middle_value(self) -> float:
        """The f half-way between the smallest and the largest."""
        low, high = self.value_range
        return 0.5 * (low + high)

    def world(self, coords: ArrayLike, flatness: float = 0.0) -> NDArray[np.float64]:
        """Return the world points, shape (…, 3), of the ground at ``coords``, shape (…, 2).

        Args:
            coords: Points of the field's domain.
            flatness: 0 is the true surface; at 1 the ground is level, at its middle height.
        """
        coords = np.asarray(coords, float)
        points = np.empty((*coords.shape[:-1], 3))
        points[..., :2] = coords
        points[..., 2] = self.height(self.field.value(coords), flatness)
        return points

    def slopes(self, coords: ArrayLike, flatness: float = 0.0) -> NDArray[np.float64]:
        """Return the slopes along x and y, shape (…, 2), of the ground at coords (…, 2)."""
        return self.height_scale * (1.0 - flatness) * self.field.gradient(coords)

    def normals(self, coords: ArrayLike, flatness: float = 0.0) -> NDArray[np.float64]:
        """Return the unit normals, upwards, shape (…, 3), of the ground at coords (…, 2)."""
        slopes = self.slopes(coords, flatness)
        upwards = np.concatenate([-slopes, np.ones((*slopes.shape[:-1], 1))], axis=-1)
        unit: NDArray[np.float64] = upwards / np.linalg.norm(upwards, axis=-1, keepdims=True)
        return unit

    def height(self, value: ArrayLike, flatness: float = 0.0) -> NDArray[np.float64]:
        """Return the world heights (…) at which values (…) of the field are drawn."""
        values = np.asarray(value, float)
        heights: NDArray[np.float64] = self.height_scale * (
            values + flatness * (self.middle_value - values)
        )
        return heights


@lru_cache(maxsize=_KEPT)
def terrain_of(field: ScalarField, height_scale: float, resolution: int) -> Terrain:
    """Return the ground of a field, as `Terrain` does.

    It never changes, so that scenes share what takes long to find: its mesh, and how much of the
    sky each place of it sees.
    """
    return Terrain(field, height_scale, resolution)
