"""The gradient of a function of one variable: an arrow along the axis of its input."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.slice_parts import Paper
from mnemo_anim.mobjects.slopes.tangent_arrow import TangentArrow


class InputAxis:
    """A chart of the inputs of a function of one variable: the axis under its graph.

    Args:
        paper: The graph.
    """

    def __init__(self, paper: Paper) -> None:
        self._corners = paper.corners
        self.field: ScalarField = paper.field

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) of ``coords`` (…, 1) on the axis."""
        x = np.asarray(coords, float)
        return self._corners.point(np.concatenate([x, np.zeros_like(x)], axis=-1))

    def step(self, at: ArrayLike, displacement: ArrayLike) -> Points:
        """Return the screen points (…, 3) of ``at`` + ``displacement`` (…, 1)."""
        return self.point(np.asarray(at, float) + np.asarray(displacement, float))

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return 1 for each of ``coords`` (…, 1): nothing is hidden."""
        return np.ones(np.asarray(coords, float).shape[:-1])

    def surface_curve(self, coords: ArrayLike) -> list[Points]:
        """Return the screen points (m, 3) of a path (m, 1): all of it can be seen."""
        return [self.point(coords)]


class LineGradient(TangentArrow):
    """∇f of one variable: its one component is the derivative, so it is an arrow on a line.

    Args:
        paper: The graph on whose horizontal axis it lies.
        at: The spot, one coordinate.
        scale: Its length for a derivative of 1, in units of the input.
    """

    def __init__(self, paper: Paper, at: Spot, *, scale: float) -> None:
        self.drawn_to = scale
        super().__init__(InputAxis(paper), at)

    def displacements(self) -> NDArray[np.float64]:
        """Return the displacements of tail and tip from the spot, shape (2, 1), in coords."""
        derivative = self.chart.field.gradient(self.spot.coords)
        return np.stack([np.zeros(1), self.drawn_to * derivative])
