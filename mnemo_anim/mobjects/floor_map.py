"""The contour map that lies on the floor under a landscape."""

from typing import ClassVar

import numpy as np

from mnemo_anim.maths import level_curves
from mnemo_anim.mobjects.chart import Coords
from mnemo_anim.mobjects.floor import Floor
from mnemo_anim.mobjects.live import Live, Veiled
from mnemo_anim.mobjects.outline import polygon, polyline
from mnemo_anim.theme import PALETTE, STROKES

_PLATE = 0.75  # opacity of the floor
_OPACITY = 0.4  # of the curves
_VERTICES = 64  # of a curve: a floor needs no more


class FloorMap(Live):
    """Border and level curves of a landscape on its floor, in the landscape's own perspective.

    Args:
        floor: Where it lies.

    Attributes:
        plate: The floor itself.
        lines: The curves of all levels that the landscape shows.
    """

    shared: ClassVar[tuple[str, ...]] = ("floor",)

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self.floor = floor
        levels = floor.landscape.palette.levels
        self.curves: list[Coords] = [
            _thinned(curve.coords) for curve in level_curves(floor.field, levels)
        ]
        (left, right), (low, high) = floor.field.domain
        self.corners = np.array([(left, low), (right, low), (right, high), (left, high)])
        self.plate = Veiled(
            fill_color=PALETTE.panel,
            fill_opacity=_PLATE,
            stroke_color=PALETTE.ink_soft,
            stroke_width=STROKES.hairline,
        )
        self.lines = Veiled(
            stroke_color=PALETTE.level, stroke_width=STROKES.hairline, stroke_opacity=_OPACITY
        )
        self.add(self.plate, self.lines)
        self.come_alive()

    def redraw(self) -> None:
        """Draw the floor from where the landscape is seen now."""
        self.plate.set_points(polygon(self.floor.point(self.corners)))
        drawn = [polyline(self.floor.point(curve)) for curve in self.curves]
        self.lines.set_points(np.concatenate([np.zeros((0, 3)), *drawn]))
        self.plate.presence = self.lines.presence = self.shown


def _thinned(coords: Coords) -> Coords:
    """Return every so many of the vertices (m, 2), and the last."""
    every = max(1, len(coords) // _VERTICES)
    return np.concatenate([coords[:-1:every], coords[-1:]])
