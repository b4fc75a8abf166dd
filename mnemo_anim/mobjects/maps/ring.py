"""A ring that spreads from a point, as over still water: look here."""

from typing import ClassVar

from manim import linear
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES, units

_WIDEST = units(54.0)


class Ring(Live, CasedLine):
    """A thin ring round a spot.

    Args:
        chart: The map or landscape that it stands on.
        at: Coords (2,) or a spot.
        radius: Of the widest ring, in screen units.

    Attributes:
        spread_to: How wide it is, 0 to 1; at 1 it has faded away.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(self, chart: Chart, at: ArrayLike | Spot, *, radius: float = _WIDEST) -> None:
        super().__init__(color=PALETTE.hiker, width=STROKES.axis)
        self.chart, self.spot, self.radius = chart, as_spot(at), radius
        self.spread_to = 0.0
        self.come_alive()

    def spread(self) -> Vary:
        """Return the animation in which the ring spreads, fades, and leaves the scene."""
        return Vary(self, {"spread_to": (0.0, 1.0)}, rate_func=linear, remover=True)

    def redraw(self) -> None:
        """Draw the ring where its spot and its chart are now."""
        wide = 1 - (1 - self.spread_to) ** 2
        self.set_points(circle(self.chart.point(self.spot.coords), max(wide, 1e-6) * self.radius))
        self.presence = self.shown * (1 - self.spread_to)
