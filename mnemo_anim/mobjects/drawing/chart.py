"""What coordinates are drawn on: the contour map, the surface of a landscape, its floor.

``coords`` are mathematical, ``points`` are on the screen; a chart turns the one into the other.
"""

from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import ScalarField

Coords: TypeAlias = NDArray[np.float64]
Points: TypeAlias = NDArray[np.float64]


class Chart(Protocol):
    """A picture of a field of two variables."""

    @property
    def field(self) -> ScalarField:
        """The field that is shown."""

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) at which ``coords`` (…, 2) appear."""

    def step(self, at: ArrayLike, displacement: ArrayLike) -> Points:
        """Return where ``displacement`` (…, 2) from ``at`` (…, 2) leads in the tangent plane there.

        Screen points, shape (…, 3). On a map that is the point of ``at + displacement``.
        """

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return for ``coords`` (…, 2) how far they can be seen: 1, or 0 behind a ridge; (…)."""

    def surface_curve(self, coords: ArrayLike) -> list[Points]:
        """Return the parts of a path (m, 2) that can be seen, each as screen points (k, 3)."""
