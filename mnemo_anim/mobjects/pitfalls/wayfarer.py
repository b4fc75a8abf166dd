"""A hiker who goes along a trail: looking ahead, and with feet that keep pace with the way."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.hike.hiker_rig import STANCE
from mnemo_anim.mobjects.hike.walker import Walker
from mnemo_anim.mobjects.maps.trail import Trail


class Wayfarer(Walker):
    """A hiker at the head of a trail; where it looks, and its stride, follow from how far that is.

    Add it after the trail.

    Args:
        landscape: The ground.
        trail: The way.
        height: Of the hiker, in units of coords.
        aside: From the start of the way to where the hiker waits, coords (2,): a first step leads
            onto the way.
    """

    shared = (*Walker.shared, "trail")

    def __init__(
        self,
        landscape: Landscape,
        trail: Trail,
        *,
        height: float,
        aside: ArrayLike = (0.0, 0.0),
    ) -> None:
        self.trail = trail
        legs = np.diff(trail.iterates, axis=0)
        self._bearings: NDArray[np.float64] = np.unwrap(np.arctan2(legs[:, 1], legs[:, 0]))
        ways = np.concatenate([[0.0], np.cumsum(np.linalg.norm(legs, axis=1))])
        strides = max(1, round(ways[-1] / (2 * STANCE * height)))
        self._strides: NDArray[np.float64] = strides * ways / ways[-1]
        super().__init__(landscape, _Beside(trail, aside), height=height)

    def redraw(self) -> None:
        """Draw the hiker where the trail ends now."""
        progress = self.trail.progress
        middles = np.arange(len(self._bearings)) + 0.5
        self.bearing = float(np.interp(progress, middles, self._bearings))
        self.stride = float(np.interp(progress, np.arange(len(self._strides)), self._strides))
        super().redraw()


class _Beside(Spot):
    """The head of a trail; as long as nothing has been walked, a place beside its start."""

    shared = ("trail",)

    def __init__(self, trail: Trail, aside: ArrayLike) -> None:
        self.trail, self.aside = trail, np.asarray(aside, float)
        super().__init__(trail.head)

    @property
    def coords(self) -> NDArray[np.float64]:
        """The coords (2,), now."""
        return np.asarray(self.trail.head + max(0.0, 1.0 - self.trail.progress) * self.aside)

    @coords.setter
    def coords(self, coords: NDArray[np.float64]) -> None:
        """Leave it to the trail."""
