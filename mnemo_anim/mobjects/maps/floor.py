"""The floor under a landscape, as a chart."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.drawing.chart import Points


class Floor:
    """A level plane under a landscape: where shadows fall, and the map lies.

    The landscape itself is a chart too: that of its surface.

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

    def surface_curve(self, coords: ArrayLike) -> list[Points]:
        """Return the screen points (m, 3) of a path (m, 2): all of it can be seen."""
        return [self.point(coords)]
