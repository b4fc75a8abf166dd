"""The point that is spoken of: a small bright disc on a map or landscape."""

from typing import ClassVar

from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.cased_line import CasedArea
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, units

_RADIUS = units(10.0)


class PointMark(Live, CasedArea):
    """A disc at a spot.

    Args:
        chart: The map or landscape that it stands on.
        at: Coords (2,) or a spot.
        color: A colour of the palette.
        radius: In screen units.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        color: str = PALETTE.hiker,
        radius: float = _RADIUS,
    ) -> None:
        super().__init__(color=color)
        self.chart, self.spot, self.radius = chart, as_spot(at), radius
        self.come_alive()

    def redraw(self) -> None:
        """Draw the disc where its spot and its chart are now."""
        self.set_points(circle(self.chart.point(self.spot.coords), self.radius))
        self.presence = self.shown * float(self.chart.in_sight(self.spot.coords))
