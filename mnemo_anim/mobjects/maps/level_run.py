"""A point that runs along a level curve: whatever way it goes, f stays."""

from typing import ClassVar, cast

import numpy as np

from mnemo_anim.maths.quantities import Value
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.level_labels import LevelLabel
from mnemo_anim.mobjects.maps.level_line import LevelLine, arc_lengths
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.theme import PALETTE, STROKES


class LevelRun(Live):
    """A point, and the stretch of a level curve that it has run along.

    Args:
        chart: The map.
        line: One of its level curves.

    Attributes:
        run: Part of the curve's length that is behind the point, 0 to 1.
        spot: Where the point is.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(self, chart: ContourMap, line: LevelLine) -> None:
        super().__init__()
        self.chart, self.run = chart, 0.0
        self._way = chart.coords(line.path)
        lengths = arc_lengths(line.path)
        self._moments = lengths / lengths[-1]
        self.spot = Spot(self._way[0])
        self.stretch_line = CasedLine(color=PALETTE.level, width=STROKES.curve)
        self.mark = PointMark(chart, self.spot, color=PALETTE.level)
        self.add(self.stretch_line, self.mark)
        self.come_alive()

    @classmethod
    def longest(cls, chart: ContourMap) -> "LevelRun":
        """Return the run along the longest curve of a level that a number on the map tells.

        Raises:
            ValueError: The map has no numbers.
        """
        told = {label.level for label in chart.labels}
        lines = [cast("LevelLine", line) for line in chart.lines if line.level in told]
        if not lines:
            raise ValueError("the map tells no level to run along; give it index levels")
        return cls(chart, max(lines, key=lambda line: float(arc_lengths(line.path)[-1])))

    @property
    def height(self) -> Value:
        """The value of f at the point, and all along the curve."""
        return Value(self.chart.field, self.spot.at)

    @property
    def number(self) -> LevelLabel:
        """The number on the map that stands on the curve, or nearest to it."""
        way = self.chart.point(self._way)

        def off(label: LevelLabel) -> float:
            return float(np.linalg.norm(way - label.get_center(), axis=1).min())

        return min(cast("list[LevelLabel]", [*self.chart.labels]), key=off)

    def go_along(self) -> Vary:
        """Return the animation in which the point runs along the whole curve."""
        return self.vary(run=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the point and its way where the map is now."""
        run = float(np.clip(self.run, 0.0, 1.0))
        self.spot.coords = np.array(
            [np.interp(run, self._moments, self._way[:, axis]) for axis in (0, 1)]
        )
        behind = self._way[self._moments < run]
        way = self.chart.point(np.concatenate([behind, self.spot.coords[np.newaxis]]))
        self.stretch_line.draw([way])
        self.stretch_line.presence = self.mark.shown = self.shown
        self.mark.redraw()
