"""A hiker in a landscape: on the true ground, of a true size, behind ridges where it must be."""

from math import atan2, pi
from typing import ClassVar

import numpy as np
from manim import AnimationGroup
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.ground.footing import footing
from mnemo_anim.mobjects.hike.hiker import Hiker
from mnemo_anim.mobjects.hike.hiker_rig import STANCE

_MAST = np.linspace(0.05, 1.0, 6)  # body heights above the ground that are looked for


class Walker(Hiker):
    """A hiker at a spot of a landscape.

    The figure is upright and always faces the camera's plane, as large as its distance makes it;
    where it looks is told by its bearing, which stays when the camera turns.

    Args:
        landscape: The ground.
        at: Coords (2,) or a spot.
        height: Of the hiker, in units of coords.
        bearing: Direction on the map that the hiker faces, in radians counter-clockwise from the
            x-axis.

    Attributes:
        size: The height; it may change, and so may the bearing.
        bearing: As given.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape", "spot", "_ground")

    def __init__(
        self,
        landscape: Landscape,
        at: ArrayLike | Spot,
        *,
        height: float = 0.45,
        bearing: float = 0.0,
    ) -> None:
        self.landscape, self.spot = landscape, as_spot(at)
        self.size, self.bearing = height, bearing
        super().__init__(ground=footing(landscape, self.spot))

    def face(self, direction: ArrayLike) -> Vary:
        """Return the animation in which the hiker turns, the short way, to a map direction (2,)."""
        x, y = (float(part) for part in np.asarray(direction, float))
        turn = (atan2(y, x) - self.bearing + pi) % (2 * pi) - pi
        return self.vary(bearing=self.bearing + turn)

    def go_to(self, coords: ArrayLike) -> AnimationGroup:
        """Return the animation in which the hiker, and the spot, go straight to coords (2,)."""
        way = float(np.linalg.norm(np.asarray(coords, float) - self.spot.coords))
        strides = max(1, round(way / (2 * STANCE * self.size)))
        return together(self.spot.go_to(coords), self.vary(stride=self.stride + strides))

    def redraw(self) -> None:
        """Draw the figure where its spot and the landscape are now."""
        view, coords = self.landscape.view, self.spot.coords
        depth = float(view.depth(self.landscape.world(coords)))
        self.body_height = view.scale * self.size / (1 - view.perspective * depth)
        self.heading = view.azimuth - self.bearing
        shown = self.shown
        mast = np.broadcast_to(coords, (len(_MAST), 2))
        self.shown = shown * float(self.landscape.visible(mast, self.size * _MAST).mean())
        super().redraw()
        self.shown = shown
