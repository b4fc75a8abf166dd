"""‖∇f‖ = 0 at a minimum, but at a maximum and at a saddle too: a point that visits all three."""

from collections.abc import Sequence

import numpy as np
from manim import DOWN, AnimationGroup, smooth
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.critical_points import CriticalPoint
from mnemo_anim.maths.quantities import Magnitude
from mnemo_anim.mobjects.lettering import Words, halo
from mnemo_anim.mobjects.live import Vary, together
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.miniatures.rose import ChangeRose
from mnemo_anim.mobjects.small_map import SmallMap
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.theme import TYPE

_REST = 0.3  # of each leg that is spent at rest, half at either end


class CriticalMiniature(Miniature):
    """The gradient on a tour of critical points, each with a rose of what is around it.

    Args:
        field: What is mapped.
        points: Where the tour goes, and comes back to the first.
        scale: Length of the arrow of magnitude 1, in units of coords.
        around: Radius of the roses, in units of coords.
        change: Length of their rays for a change of f of 1.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        spot: The point.
        arrow: ∇f there.
        opened: How much there is of each rose.
        roses: What is around the critical points, in the order of the tour.
    """

    def __init__(
        self,
        field: ScalarField,
        points: Sequence[CriticalPoint],
        *,
        scale: float,
        around: float,
        change: float,
        box: ArrayLike,
        pace: float = 0.05,
    ) -> None:
        super().__init__(SmallMap(field, levels=12, still=True), box, pace=pace)
        self.stops = np.array([critical.point for critical in points])
        self.spot = Spot(self.stops[0])
        self.arrow = self.map.arrow(self.spot, scale=scale)
        self.roses = [
            ChangeRose(self.map.chart, stop, radius=around, scale=change) for stop in self.stops
        ]
        self.opened = np.zeros(len(self.stops))
        self._around = around
        self.stand(
            *self.roses,
            self.arrow,
            self.map.mark(self.spot),
        )

    @property
    def magnitude(self) -> Magnitude:
        """‖∇f‖ at the point."""
        return Magnitude(self.map.field, self.spot.at)

    def pose(self, phase: float) -> None:
        """Put the point on its tour: at stop k of n at the phase k / n."""
        leg, part = divmod(phase * len(self.stops), 1.0)
        start, end = self.stops[int(leg)], self.stops[(int(leg) + 1) % len(self.stops)]
        t = smooth(float(np.clip((part - _REST / 2) / (1 - _REST), 0.0, 1.0)))
        self.spot.coords = (1 - t) * start + t * end

    def go_to(self, stop: int) -> Vary:
        """Return the animation in which the point goes on to a stop and comes to rest there."""
        rounds = np.floor(self.phase - stop / len(self.stops)) + 1
        return self.vary(phase=rounds + stop / len(self.stops))

    def redraw(self) -> None:
        """Draw the arrow, and the roses as far as they are opened."""
        super().redraw()
        for grown, rose in zip(self.opened, self.roses, strict=True):
            rose.grown = float(grown)
            rose.shown = self.shown * min(1.0, 2 * float(grown))

    def open(self, stop: int) -> Vary:
        """Return the animation in which a rose opens around a critical point."""
        return self.vary(opened=np.maximum(self.opened, np.arange(len(self.stops)) == stop))

    def tell(self, stop: int, name: str) -> AnimationGroup:
        """Return the animation in which a critical point gets its rose and its name."""
        below = self.stops[stop] - np.array([0.0, 1.6 * self._around])
        words = halo(Words(name, size=TYPE.label))
        tag = Tag(words, lambda: self.map.point(below), DOWN, gap=0.0)
        self.asides.append(tag)
        return together(self.open(stop), tag.appear())
