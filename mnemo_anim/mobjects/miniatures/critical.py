"""‖∇f‖ = 0 at a minimum, but at a maximum and at a saddle too: a point that visits all three."""

from collections.abc import Sequence

import numpy as np
from manim import DOWN, AnimationGroup, smooth
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.critical_points import CriticalPoint
from mnemo_anim.maths.quantities import Magnitude
from mnemo_anim.mobjects.drawing.chart import Coords
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.miniatures.rose import GradientRose
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import TYPE

_REST = 0.3  # of each leg that is spent at rest, half at either end
_BELOW = 1.5  # of the name from the middle of a rose, over its radius
_TRIED = 61  # places of the first leg, to find a steep one


class CriticalMiniature(Miniature):
    """The gradient on a tour of critical points, each with a rose of the gradients around it.

    It starts where it is steep, on the way from the first point to the second.

    Args:
        field: What is mapped.
        points: Where the tour goes, and comes back to the first.
        scale: Length of the arrow of magnitude 1, in units of coords.
        around: Radius of the roses, in units of coords.
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
        box: ArrayLike,
        pace: float = 0.05,
    ) -> None:
        super().__init__(SmallMap(field, levels=12, still=True), box, pace=pace)
        self.stops = np.array([critical.point for critical in points])
        self.spot = Spot(self.stops[0])
        self.phase = self._steepest_of_leg()
        self.arrow = GradientArrow(self.map.chart, self.spot, scale=scale)
        self.roses = [
            GradientRose(self.map.chart, stop, radius=around, scale=scale) for stop in self.stops
        ]
        self.opened = np.zeros(len(self.stops))
        self._around = around
        self.stand(
            *self.roses,
            self.arrow,
            PointMark(self.map.chart, self.spot),
        )

    @property
    def magnitude(self) -> Magnitude:
        """‖∇f‖ at the point."""
        return Magnitude(self.map.field, self.spot.at)

    def pose(self, phase: float) -> None:
        """Put the point on its tour: at stop k of n at the phase k / n."""
        self.spot.coords = self._place(phase)

    def go_to(self, stop: int) -> Vary:
        """Return the animation in which the point goes to a stop, the shorter way of its round."""
        rounds = np.round(self.phase - stop / len(self.stops))
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
        below = self.stops[stop] - np.array([0.0, _BELOW * self._around])
        words = halo(Words(name, size=TYPE.label))
        tag = Tag(words, lambda: self.map.point(below), DOWN, gap=0.0)
        self.asides.append(tag)
        return together(self.open(stop), tag.appear())

    def _place(self, phase: float) -> Coords:
        """Return the coords (2,) of the point at ``phase``."""
        leg, part = divmod(phase * len(self.stops), 1.0)
        start, end = self.stops[int(leg)], self.stops[(int(leg) + 1) % len(self.stops)]
        t = smooth(float(np.clip((part - _REST / 2) / (1 - _REST), 0.0, 1.0)))
        return np.asarray((1 - t) * start + t * end)

    def _steepest_of_leg(self) -> float:
        """Return the phase of the steepest place between the first two stops."""
        phases = np.linspace(0.0, 1 / len(self.stops), _TRIED)
        way = np.array([self._place(float(phase)) for phase in phases])
        steepness = np.linalg.norm(self.map.field.gradient(way), axis=1)
        return float(phases[steepness.argmax()])
