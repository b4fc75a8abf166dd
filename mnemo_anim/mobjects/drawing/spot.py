"""A point of the plane that others stand on, and that may move."""

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
from manim import Animation
from numpy.typing import ArrayLike, NDArray
from scipy.interpolate import CubicSpline

from mnemo_anim.maths.quantities import as_coord_tuple
from mnemo_anim.mobjects.drawing.live import Live, Vary


class Spot(Live):
    """Coords (n,) that change in time; draws nothing.

    Arrows, marks and readouts that are given the same spot move together.

    Args:
        coords: Where it is first.
    """

    coords: NDArray[np.float64]

    def __init__(self, coords: ArrayLike) -> None:
        super().__init__()
        self.coords = np.asarray(coords, float)

    def redraw(self) -> None:
        """Do nothing: a spot has no picture of its own."""

    @property
    def at(self) -> tuple[float, ...]:
        """The coords as plain data, for a quantity that is measured here now."""
        return as_coord_tuple(self.coords)

    def go_to(self, coords: ArrayLike, **kwargs: Any) -> Vary:
        """Return the animation that moves the spot straight to ``coords`` (n,)."""
        return Vary(self, {"coords": np.asarray(coords, float)}, **kwargs)

    def wander(self, waypoints: ArrayLike, **kwargs: Any) -> "Wander":
        """Return the animation that moves the spot through ``waypoints`` (k, n) on one curve."""
        return Wander(self, waypoints, **kwargs)


class PartOfSpot(Spot):
    """Some of the coords of another spot, as a spot of its own: the one moves with the other.

    So a map of two inputs shows where a machine of many stands.

    Args:
        whole: The spot with all coords.
        indices: Which of them, in order.
    """

    shared: ClassVar[tuple[str, ...]] = ("whole",)

    def __init__(self, whole: Spot, indices: Sequence[int]) -> None:
        self.whole, self.indices = whole, list(indices)
        super().__init__(whole.coords[self.indices])

    @property
    def coords(self) -> NDArray[np.float64]:
        """The coords (k,), now."""
        return np.asarray(self.whole.coords[self.indices])

    @coords.setter
    def coords(self, coords: NDArray[np.float64]) -> None:
        moved = self.whole.coords.copy()
        moved[self.indices] = coords
        self.whole.coords = moved


class Wander(Animation):
    """Move a spot from where it is through ``waypoints`` (k, n), at a steady pace, smoothly."""

    def __init__(self, spot: Spot, waypoints: ArrayLike, **kwargs: Any) -> None:
        super().__init__(spot, suspend_mobject_updating=False, **kwargs)
        self._waypoints = np.atleast_2d(np.asarray(waypoints, float))
        self._path = CubicSpline([0.0, 1.0], np.repeat(self._waypoints[:1], 2, axis=0))

    def begin(self) -> None:
        """Lay the path from where the spot is."""
        stops = np.concatenate([self.mobject.coords[np.newaxis], self._waypoints])
        lengths = np.linalg.norm(np.diff(stops, axis=0), axis=1)
        stops = stops[np.concatenate([[True], lengths > 0])]
        if len(stops) > 1:
            moments = np.concatenate([[0.0], np.cumsum(lengths[lengths > 0])])
            self._path = CubicSpline(moments / moments[-1], stops)
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the spot where it is at ``alpha`` in 0..1."""
        self.mobject.coords = np.asarray(self._path(self.rate_func(alpha)))


def as_spot(at: "ArrayLike | Spot") -> Spot:
    """Return ``at`` itself if it is a spot, else a spot at these coords (n,)."""
    return at if isinstance(at, Spot) else Spot(at)
