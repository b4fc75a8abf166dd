"""Charts of a landscape: its surface, and the floor under it."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.chart import Chart, Points

_MAST = np.linspace(0.0, 0.03, 5)  # heights, in sizes of the terrain, that are looked for


class Surface:
    """The surface of a landscape as a chart. Displacements are drawn in the tangent plane."""

    def __init__(self, landscape: Landscape) -> None:
        self.landscape = landscape

    @property
    def field(self) -> ScalarField:
        """The function that gives the height."""
        field: ScalarField = self.landscape.field
        return field

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) of the ground at ``coords`` (…, 2)."""
        points: Points = self.landscape.project_all(coords)
        return points

    def step(self, at: ArrayLike, displacement: ArrayLike) -> Points:
        """Return where ``displacement`` (…, 2) leads in the tangent plane at ``at`` (2,); (…, 3).

        Over the map it leads as far as on the floor: it rises by the slope times its length.
        """
        points: Points = self.landscape.project_tangent(np.asarray(at, float), displacement)
        return points

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return for ``coords`` (…, 2) how much of a short mast there can be seen, 0 to 1."""
        places = np.asarray(coords, float)[..., np.newaxis, :]
        places = np.broadcast_to(places, (*places.shape[:-2], len(_MAST), 2))
        masts = _MAST * self.landscape.terrain.size
        return np.asarray(self.landscape.visible(places, masts).mean(axis=-1))


class Floor:
    """A level plane under a landscape as a chart: where shadows fall, and the map lies.

    Args:
        landscape: What stands above it.
        level: The value of f at whose height the plane lies; by default the lowest ground.
    """

    def __init__(self, landscape: Landscape, level: float | None = None) -> None:
        self.landscape = landscape
        self.level = landscape.terrain.value_range[0] if level is None else level

    @property
    def field(self) -> ScalarField:
        """The function that gives the height of the ground above."""
        field: ScalarField = self.landscape.field
        return field

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) straight below ``coords`` (…, 2)."""
        flat = np.asarray(coords, float)
        terrain = self.landscape.terrain
        world = np.empty((*flat.shape[:-1], 3))
        world[..., :2] = flat
        world[..., 2] = terrain.height(self.level, self.landscape.state.flatness)
        points: Points = self.landscape.view.project(world)
        return points

    def step(self, at: ArrayLike, displacement: ArrayLike) -> Points:
        """Return the screen points (…, 3) of ``at`` + ``displacement`` (…, 2)."""
        return self.point(np.asarray(at, float) + np.asarray(displacement, float))

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return 1 for each of ``coords`` (…, 2): the floor is drawn through the ground."""
        return np.ones(np.asarray(coords, float).shape[:-1])


def as_chart(where: Chart | Landscape) -> Chart:
    """Return a chart: that of the surface, if ``where`` is a landscape."""
    return Surface(where) if isinstance(where, Landscape) else where
