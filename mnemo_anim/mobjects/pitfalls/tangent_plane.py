"""The plane that touches a landscape at a spot, as a grid of thin lines."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.live import Live, Vary
from mnemo_anim.mobjects.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_LINES = 9  # each way


class TangentPlane(Live, CasedLine):
    """The tangent plane of a landscape, over the domain of the ground.

    Args:
        landscape: What is touched.
        at: Coords (2,) or a spot.
        reach: How far it goes, over the way from the spot to the edges of the domain.

    Attributes:
        spread: How much of it is there, spreading from the spot.
    """

    shared: ClassVar[tuple[str, ...]] = ("landscape", "spot")

    def __init__(self, landscape: Landscape, at: ArrayLike | Spot, *, reach: float = 1.0) -> None:
        super().__init__(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.landscape, self.spot, self.spread = landscape, as_spot(at), 1.0
        self.reach = reach
        self.come_alive()

    def extend(self) -> Vary:
        """Return the animation in which the plane spreads from the spot."""
        return self.vary(spread=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the plane as far as it has spread."""
        here = self.spot.coords
        edges = here + self.spread * self.reach * (np.array(self.landscape.field.domain).T - here)
        x, y = np.linspace(edges[0], edges[1], _LINES).T
        grid = np.stack(np.meshgrid(x, y), axis=-1)
        points = self.landscape.step(here, grid - here)
        self.draw([*points, *np.swapaxes(points, 0, 1)])
        self.presence = self.shown
