"""The lines that tie a point of a map to its values on both axes."""

from typing import ClassVar

from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.outline import dashes
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.theme import PALETTE, STROKES

_OPACITY = 0.85
_DASH, _SPACE = 0.12, 0.09  # in screen units


class GuideLines(Live):
    """Thin dashed lines from a spot to the axes of its map, each in the colour of its input.

    Args:
        chart: The map.
        at: Coords (2,) or a spot.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(self, chart: ContourMap, at: ArrayLike | Spot) -> None:
        super().__init__()
        self.chart, self.spot = chart, as_spot(at)
        self.to_x, self.to_y = (
            CasedLine(color=PALETTE.part(index), width=STROKES.level, opacity=_OPACITY)
            for index in (0, 1)
        )
        self.add(self.to_x, self.to_y)
        self.come_alive()

    def redraw(self) -> None:
        """Draw both lines to where the spot is now."""
        x, y = self.spot.coords
        here = self.chart.point((x, y))
        feet = (x, self.chart.y_range[0]), (self.chart.x_range[0], y)
        for line, foot in zip((self.to_x, self.to_y), feet, strict=True):
            line.draw(dashes(here, self.chart.point(foot), _DASH, _SPACE))
            line.presence = self.shown
