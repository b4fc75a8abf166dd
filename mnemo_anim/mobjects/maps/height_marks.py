"""How high a place is, on the surface and on its map at once."""

from manim import AnimationGroup, VGroup

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.drop_line import DropLine
from mnemo_anim.mobjects.maps.floor import Floor
from mnemo_anim.mobjects.maps.level_ring import LevelRing
from mnemo_anim.theme import PALETTE


class HeightMarks(VGroup):
    """The plumb line from a spot on a landscape to its floor, and the curve as high on its map.

    Args:
        landscape: The surface.
        chart: The map of the same field.
        spot: The place; both follow it.

    Attributes:
        drop: The plumb line.
        ring: The level curve.
    """

    def __init__(self, landscape: Landscape, chart: ContourMap, spot: Spot) -> None:
        self.drop = DropLine(landscape, Floor(landscape), spot, color=PALETTE.loss)
        self.ring = LevelRing(chart, spot)
        super().__init__(self.drop, self.ring)

    def appear(self) -> AnimationGroup:
        """Return the animation in which the line is let down, and the curve fades in."""
        return together(self.drop.drop(), self.ring.appear())
