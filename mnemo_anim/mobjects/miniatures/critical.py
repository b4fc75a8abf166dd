"""‖∇f‖ = 0 at a minimum, but at a maximum and at a saddle too: a point that visits all three."""

from collections.abc import Sequence
from math import pi

import numpy as np
from manim import DOWN, AnimationGroup, smooth
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, unit_directions
from mnemo_anim.maths.critical_points import CriticalPoint
from mnemo_anim.maths.quantities import Magnitude
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.lettering import Words, halo
from mnemo_anim.mobjects.live import Vary, together
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.small_map import SmallMap
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.theme import TYPE

_REST = 0.3  # of each leg that is spent at rest, half at either end
_AROUND = 8  # arrows round each critical point


class CriticalMiniature(Miniature):
    """The gradient on a tour of critical points, each among small arrows of ∇f around it.

    Args:
        field: What is mapped.
        points: Where the tour goes, and comes back to the first.
        scale: Length of the arrow of magnitude 1, in units of coords.
        around: Distance of the small arrows from their critical point.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        spot: The point.
        arrow: ∇f there.
        opened: How much there is of the small arrows around each critical point.
        surroundings: The small arrows around each critical point, in the order of the tour.
    """

    def __init__(
        self,
        field: ScalarField,
        points: Sequence[CriticalPoint],
        *,
        scale: float,
        around: float,
        box: ArrayLike,
        pace: float = 0.05,
    ) -> None:
        super().__init__(SmallMap(field, levels=12), box, pace=pace)
        self.stops = np.array([critical.point for critical in points])
        self.spot = Spot(self.stops[0])
        self.arrow = self.map.arrow(self.spot, scale=scale)
        ring = around * unit_directions(2 * pi * (np.arange(_AROUND) + 0.5) / _AROUND)
        self.surroundings: list[list[GradientArrow]] = [
            [self.map.arrow(stop + offset, scale=scale) for offset in ring] for stop in self.stops
        ]
        self.opened = np.zeros(len(self.stops))
        self._around = around
        self.stand(
            *(arrow for arrows in self.surroundings for arrow in arrows),
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
        for grown, arrows in zip(self.opened, self.surroundings, strict=True):
            for arrow in arrows:
                arrow.stretch = float(grown)
        t = smooth(float(np.clip((part - _REST / 2) / (1 - _REST), 0.0, 1.0)))
        self.spot.coords = (1 - t) * start + t * end

    def go_to(self, stop: int) -> Vary:
        """Return the animation in which the point goes on to a stop and comes to rest there."""
        rounds = np.floor(self.phase - stop / len(self.stops)) + 1
        return self.vary(phase=rounds + stop / len(self.stops))

    def redraw(self) -> None:
        """Draw the arrows, and those around the critical points as far as they are opened."""
        super().redraw()
        for grown, arrows in zip(self.opened, self.surroundings, strict=True):
            for arrow in arrows:
                arrow.shown = self.shown * min(1.0, 4 * float(grown))

    def open(self, stop: int) -> Vary:
        """Return the animation in which the arrows grow around a critical point."""
        return self.vary(opened=np.maximum(self.opened, np.arange(len(self.stops)) == stop))

    def tell(self, stop: int, name: str) -> AnimationGroup:
        """Return the animation in which a critical point gets its arrows around it, and a name."""
        below = self.stops[stop] - np.array([0.0, 1.7 * self._around])
        words = halo(Words(name, size=TYPE.label))
        tag = Tag(words, lambda: self.map.point(below), DOWN, gap=0.0)
        self.asides.append(tag)
        return together(self.open(stop), tag.appear())
