"""∇f is a vector: on a map, with its part along each axis, at a point that goes round."""

from math import pi

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, unit_directions
from mnemo_anim.mobjects.live import Vary
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.small_map import SmallMap
from mnemo_anim.mobjects.spot import Spot


class EntriesMiniature(Miniature):
    """The gradient and its two components.

    Args:
        field: What is mapped.
        centre: Coords (2,) that the point goes round: the middle of the map.
        extent: Of the map, in units of coords.
        radius: Of the point's round.
        scale: Length of the arrow of magnitude 1, in units of coords.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        spot: The point.
        arrow: ∇f there.
        grown: How much of it there is, 0 to 1.
        components: Its parts.
        split: How much of them there is, the x-part first.
    """

    def __init__(
        self,
        field: ScalarField,
        centre: ArrayLike,
        *,
        extent: float,
        radius: float,
        scale: float,
        box: ArrayLike,
        pace: float = 0.06,
    ) -> None:
        super().__init__(
            SmallMap(field, middle=centre, extent=extent, levels=12, still=True), box, pace=pace
        )
        self.centre, self.radius = np.asarray(centre, float), radius
        self.spot = Spot(self.centre)
        self.grown, self.split = 0.0, np.zeros(2)
        self.arrow = self.map.arrow(self.spot, scale=scale)
        self.components = self.arrow.components
        self.stand(*self.components, self.arrow, self.map.mark(self.spot))

    def pose(self, phase: float) -> None:
        """Put the point on its round."""
        self.spot.coords = self.centre + self.radius * unit_directions(2 * pi * phase)
        self.arrow.stretch = float(self.grown)
        for component, grown in zip(self.components, self.split, strict=True):
            component.stretch = float(grown)

    def redraw(self) -> None:
        """Draw the arrow, and those components that there are."""
        super().redraw()
        for component, grown in zip(self.components, self.split, strict=True):
            component.shown = self.shown * float(grown > 0)

    def grow(self) -> Vary:
        """Return the animation in which the arrow grows."""
        return self.vary(grown=(0.0, 1.0))

    def split_off(self, index: int) -> Vary:
        """Return the animation in which one component grows, and those after it are not there."""
        after = np.arange(len(self.split)) < index + 1
        return self.vary(split=(after * (np.arange(len(self.split)) < index), after.astype(float)))
