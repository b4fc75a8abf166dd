"""A ring around a spot that tells the slope in every direction."""

from math import pi
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import directional_derivative, relative_slope, unit_directions
from mnemo_anim.mobjects.drawing.arrows import Arrow, slope_color
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_EDGE = 3.5  # dark edge of a ray, in Manim's stroke unit: they stand close together
_RING = 145  # points of the ring
_DRAWN = 0.06  # of the circle, over which a ray grows behind the needle
_LEAST = 1e-9  # of the circle: a ray that is as close as this to the needle has been passed
_NEEDLE = 0.86  # of the radius
_STAFF = 0.5  # thickness of a staff over that of an arrow


class Compass(Live):
    """Rays around a ring: outwards where f rises in that direction, inwards where it falls.

    The length of a ray is the directional derivative; the ring itself stands for no change.  It
    lies in the tangent plane, so on a landscape it tilts with the ground.

    Args:
        chart: What it stands on.
        at: Coords (2,) or a spot.
        radius: Of the ring, in units of coords.
        scale: Length of the ray of slope 1, in units of coords; small enough, or the rays of
            steep descent lead past the middle.
        heading: Direction of the needle first, in radians counter-clockwise from the x-axis.
        needle: Whether there is a needle.
        staff: Whether it is a pale staff that tells a direction alone; else it is an arrow, and its
            colour and its head tell the slope as well.
        rays: How many there are.

    Attributes:
        heading: Direction of the needle.
        needle_shown: How far the needle is there, 0 to 1.
        felt: Part of the directions that have been felt, 0 to 1, counted back from the heading.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        radius: float = 0.8,
        scale: float = 0.4,
        heading: float = 0.0,
        needle: bool = True,
        staff: bool = False,
        rays: int = 48,
    ) -> None:
        super().__init__()
        self.chart, self.spot = chart, as_spot(at)
        self.radius, self.drawn_to = radius, scale
        self.heading, self.felt, self.needle_shown = heading, 1.0, 1.0
        self.ring = CasedLine(color=PALETTE.level, width=STROKES.hairline)
        self.rays = [CasedLine(width=STROKES.axis, casing=_EDGE) for _ in range(rays)]
        self._staff = staff
        self.needle = Arrow(color=PALETTE.ink, thickness=(_STAFF if staff else 0.8) * STROKES.arrow)
        self.add(*self.rays, self.ring, *([self.needle] if needle else []))
        self.come_alive()

    @property
    def slope(self) -> float:
        """The directional derivative of f along the needle."""
        return float(self._slopes(np.array(self.heading)))

    def sweep(self, turn: float = 2 * pi) -> Vary:
        """Return the animation in which the needle feels its way round by ``turn`` radians."""
        return self.vary(heading=self.heading + turn, felt=(0.0, min(1.0, abs(turn) / (2 * pi))))

    def turn_to(self, heading: float) -> Vary:
        """Return the animation that turns the needle to ``heading``, in radians."""
        return self.vary(heading=heading)

    def redraw(self) -> None:
        """Draw ring, rays and needle where the spot and the chart are now."""
        at, field = self.spot.coords, self.chart.field
        circle = self.radius * unit_directions(np.linspace(0, 2 * pi, _RING))
        self.ring.draw([self.chart.step(at, circle)])

        angles = np.arange(len(self.rays)) * 2 * pi / len(self.rays)
        directions = unit_directions(angles)
        rises = relative_slope(field, at, directions)
        lengths = self.drawn_to * self._slopes(angles) * self._grown(angles)
        feet = self.chart.step(at, self.radius * directions)
        ends = self.chart.step(at, (self.radius + lengths)[:, np.newaxis] * directions)
        for ray, foot, end, rise in zip(self.rays, feet, ends, rises, strict=True):
            ray.draw([np.stack([foot, end])] if (foot != end).any() else [])
            ray.set_stroke(slope_color(float(rise)))

        way = unit_directions(self.heading)
        if not self._staff:
            self.needle.tell(float(relative_slope(field, at, way)))
        foot, tip = self.chart.step(at, np.stack([np.zeros(2), _NEEDLE * self.radius * way]))
        self.needle.put(foot, tip, head=0.0 if self._staff else 1.0)
        parts: list[Veiled] = [self.ring, *self.rays]
        for part in parts:
            part.presence = self.shown
        self.needle.presence = self.shown * self.needle_shown

    def _slopes(self, angles: NDArray[np.float64]) -> NDArray[np.float64]:
        return directional_derivative(self.chart.field, self.spot.coords, unit_directions(angles))

    def _grown(self, angles: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far the ray at each angle has grown, 0 to 1.

        It grows on after the needle has passed; the last ones hurry, to be there when it is round.
        """
        if self.felt >= 1.0:
            return np.ones(len(angles))
        behind = (self.heading - angles) % (2 * pi) / (2 * pi)
        passed_at = self.felt - behind
        room = np.minimum(_DRAWN, 1.0 - passed_at)
        return np.asarray(np.clip(behind / room, 0.0, 1.0) * (passed_at > -_LEAST))
