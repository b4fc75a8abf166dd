"""All that a gradient is explained on: a map with a point, and beside it what is written of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval, ScalarField
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.definition import Definition
from mnemo_anim.mobjects.formal.derivation import Derivation
from mnemo_anim.mobjects.formal.gradient_map import GradientMap
from mnemo_anim.mobjects.formal.nudge_panel import NudgePanel
from mnemo_anim.mobjects.formal.slope_panel import SlopePanel


@dataclass(frozen=True, slots=True)
class Places:
    """Where the point of a map is, in coords.

    Attributes:
        first: Coords (2,) where it stands before.
        here: Coords (2,) of the place that is spoken of.
        ways: Coords (k, 2) that it goes straight between, before it comes there.
        window: Ranges of x and y of the map.
    """

    first: tuple[float, float]
    here: tuple[float, float]
    ways: ArrayLike
    window: tuple[Interval, Interval]


class GradientBoard:
    """The map on the right of the stage, and in the column on its left one thing after the other.

    It is no mobject: its parts come one by one.

    Args:
        field: f of two variables, the sum of a function of each.
        places: Where its point is.
        scale: Length on the map, in units of coords, of a slope of 1.
        nudge: Of each input, at the place that is spoken of.
        words: By their labels.

    Attributes:
        spot: The point.
        map: On which it is.
        definition: Of the gradient.
        lines: Its derivation.
        glass: The nudges at the place that is spoken of.
    """

    def __init__(
        self,
        field: ScalarField,
        places: Places,
        *,
        scale: float,
        nudge: float,
        words: Mapping[str, str],
    ) -> None:
        self._words, here = words, places.here
        self.spot = Spot(places.first)
        self.map = GradientMap(
            field,
            self.spot,
            here,
            places.window,
            scale=scale,
            words=(words["input-space"], words["arrow-scale"]),
            ways=places.ways,
        )
        column, told = self.map.column, (words["change"], words["nudge"], words["per-line"])
        self.definition = Definition(field, column)
        self.lines = Derivation(field, self.spot, here, column)
        self.glass = NudgePanel(self.map.chart, here, nudge, column, told)

    def slope_panel(self) -> SlopePanel:
        """Return the graph of the slope in each direction, to the scale of ∇f as it is now."""
        map_, words = self.map, (self._words["angle"], self._words["slope"])
        return SlopePanel(map_.direction, map_.arrow, map_.column, words)
