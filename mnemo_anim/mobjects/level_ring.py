"""All places as high as a spot: the level curve through it, drawn anew as it moves."""

from typing import ClassVar

from numpy.typing import ArrayLike

from mnemo_anim.maths import level_curves
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.contour_map import ContourMap
from mnemo_anim.mobjects.live import Live
from mnemo_anim.mobjects.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES


class LevelRing(Live, CasedLine):
    """Every curve of a map on which f is what it is at a spot.

    Args:
        chart: The map.
        at: Coords (2,) or a spot.
        color: A colour of the palette.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self, chart: ContourMap, at: ArrayLike | Spot, *, color: str = PALETTE.loss
    ) -> None:
        super().__init__(color=color, width=STROKES.level)
        self.chart, self.spot = chart, as_spot(at)
        self.come_alive()

    @property
    def level(self) -> float:
        """The value of f at the spot."""
        return float(self.chart.field.value(self.spot.coords))

    def redraw(self) -> None:
        """Draw the curves where spot and map are now."""
        curves = level_curves(self.chart.field, [self.level])
        self.draw([self.chart.point(curve.coords) for curve in curves])
        self.presence = self.shown
