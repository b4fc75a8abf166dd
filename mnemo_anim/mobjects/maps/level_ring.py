"""All places as high as a spot: the level curve through it, drawn anew as it moves."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import level_curves
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.theme import PALETTE, STROKES

_PAD = 0.05  # from a number of the map to the ends of a curve that it stands in, in screen units


class LevelRing(Live, CasedLine):
    """Every curve of a map on which f is what it is at a spot, but for gaps at the map's numbers.

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
        paths = (self.chart.point(curve.coords) for curve in curves)
        self.draw([piece for path in paths for piece in self._clear_of_numbers(path)])
        self.presence = self.shown

    def _clear_of_numbers(self, path: Points) -> list[Points]:
        """Return what is left of a path (m, 3) where it passes through no number."""
        clear = np.full(len(path), True)
        for label in self.chart.labels:
            room = max(label.width, label.height) / 2 + _PAD
            clear &= np.linalg.norm(path - label.get_center(), axis=1) > room
        ends = np.flatnonzero(np.diff(clear)) + 1
        pieces = zip(np.split(path, ends), np.split(clear, ends), strict=True)
        return [piece for piece, kept in pieces if kept[0]]
