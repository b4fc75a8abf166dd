"""A landscape on which the gradient's arrow has its length along the ground, not on the map."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.drawing.chart import Points


class TrueLength:
    """A chart: a landscape, with steps so shortened that the steepest keeps its length in space.

    A step that is as long on the map everywhere is longer in space where the ground is steep: by
    √(1 + s²) along the slope s of the ground as it is drawn.  Here all steps from one point are
    divided by that, whatever their direction: components still add up to their arrow, and arrows
    in the direction of ∇f are as long in space as they are on a flat map.

    Args:
        landscape: What is stood on.
    """

    def __init__(self, landscape: Landscape) -> None:
        self.landscape = landscape

    @property
    def field(self) -> ScalarField:
        """The field that is shown."""
        return self.landscape.field

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) of the ground at ``coords`` (…, 2)."""
        return self.landscape.point(coords)

    def step(self, at: ArrayLike, displacement: ArrayLike) -> Points:
        """Return where shortened steps (…, 2) along the tangent plane lead: points (…, 3)."""
        steepest = np.linalg.norm(self.landscape.slopes(at), axis=-1, keepdims=True)
        return self.landscape.step(at, np.asarray(displacement, float) / np.hypot(1.0, steepest))

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return 1 for each of the coords (…, 2) that can be seen, 0 for those behind a ridge."""
        return self.landscape.in_sight(coords)

    def surface_curve(self, coords: ArrayLike) -> list[Points]:
        """Return the parts of a path (m, 2) that can be seen, each as screen points (k, 3)."""
        return self.landscape.surface_curve(coords)
