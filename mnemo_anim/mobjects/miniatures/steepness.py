"""‖∇f‖ is large where it is steep: a point that goes up a slope and down again."""

from math import cos, pi

import numpy as np
from manim import LEFT, UP, AnimationGroup, linear
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, level_direction, steepest_ascent_direction
from mnemo_anim.maths.quantities import Change, Magnitude, as_coord_tuple
from mnemo_anim.maths.walks import stroll
from mnemo_anim.mobjects.drawing.chart import Coords
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.maps.track import Track
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, TYPE

_FLAT = 0.2  # ‖∇f‖ over the steepest of the way, where a stride is taken for comparison
_STRIDE = 0.6  # length of both strides, in units of coords
_ASIDE = 0.4  # of the stride where it is steep from the arrow
_SAMPLES = 13  # of a stride
_GAP = 0.27  # between a stride and its number, in screen units


class SteepnessMiniature(Miniature):
    """The gradient on the way from level ground to the steepest of a slope, and back.

    Args:
        field: What is mapped.
        near: Coords (2,) on the slope; the steepest is sought on the level curve through it.
        reach: How far along that curve.
        extent: Of the map, in units of coords; the way is in its middle.
        scale: Length of the arrow of magnitude 1, in units of coords.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        way: Coords (k, 2) from the bottom up to the steepest place.
        spot: The point.
        arrow: ∇f there.
        strides: Two equal steps uphill, where it is almost level and where it is steepest.
    """

    def __init__(
        self,
        field: ScalarField,
        near: ArrayLike,
        *,
        reach: float,
        extent: float,
        scale: float,
        box: ArrayLike,
        pace: float = 0.08,
    ) -> None:
        found = stroll(field, near, reach)
        up = found.coords[found.steepest :][::-1]
        self.way = up[: int(np.linalg.norm(field.gradient(up), axis=1).argmax()) + 1]
        middle = (self.way[0] + self.way[-1]) / 2
        super().__init__(
            SmallMap(field, middle=middle, extent=extent, levels=12, still=True), box, pace=pace
        )
        self.spot = Spot(self.way[0])
        self.arrow = GradientArrow(self.map.chart, self.spot, scale=scale)
        self.stand(self.arrow, PointMark(self.map.chart, self.spot))
        self.strides = [self._stride(*place) for place in self._places()]

    @property
    def steepest(self) -> float:
        """The largest ‖∇f‖ on the way."""
        return float(np.linalg.norm(self.map.field.gradient(self.way), axis=1).max())

    @property
    def magnitude(self) -> Magnitude:
        """‖∇f‖ at the point."""
        return Magnitude(self.map.field, self.spot.at)

    def climb(self) -> Vary:
        """Return the animation in which the point goes from the bottom to the steepest place."""
        return Vary(self, {"phase": (0.0, 0.5)}, rate_func=linear)

    def compare(self) -> AnimationGroup:
        """Return the animation in which equal strides change f a little, and a lot."""
        flat, steep = self.strides
        middle = steep.path.mean(axis=0)
        changes = [self._told(flat, flat.path[0], LEFT), self._told(steep, middle, UP)]
        self.asides += [*self.strides, *changes]
        last = float(_SAMPLES - 1)
        return together(
            *(stride.vary(progress=(0.0, last)) for stride in self.strides),
            *(late(change.appear()) for change in changes),
        )

    def pose(self, phase: float) -> None:
        """Put the point on its way: at the bottom at 0, at the steepest place at one half."""
        index = (len(self.way) - 1) * (1 - cos(2 * pi * phase)) / 2
        whole = min(int(index), len(self.way) - 2)
        self.spot.coords = self.way[whole] + (index - whole) * (
            self.way[whole + 1] - self.way[whole]
        )

    def _places(self) -> list[tuple[Coords, Coords]]:
        """Return the middle (2,) and the direction (2,) of each stride."""
        field = self.map.field
        slopes = np.linalg.norm(field.gradient(self.way), axis=1)
        flat = self.way[np.argmax(slopes > _FLAT * slopes.max())]
        steep = self.way[-1] + _ASIDE * level_direction(field, self.way[-1])
        return [(place, steepest_ascent_direction(field, place)) for place in (flat, steep)]

    def _stride(self, middle: Coords, along: Coords) -> Track:
        path = middle + np.outer(np.linspace(-0.5, 0.5, _SAMPLES) * _STRIDE, along)
        return Track(self.map.chart, self.spot, path, color=PALETTE.hiker)

    def _told(self, stride: Track, beside: Coords, side: ArrayLike) -> Tag:
        """Return the change of f along a stride, on a side of one of its points."""
        field, start, end = self.map.field, stride.path[0], stride.path[-1]
        change = Change(field, as_coord_tuple(start), as_coord_tuple(end - start))
        told = Readout(
            f"Delta {{{{ {field.name} : f }}}}",
            lambda: change,
            size=TYPE.label,
            signed=True,
            parts={"f": PALETTE.loss},
        )
        return Tag(told, lambda: self.map.point(beside), side, gap=_GAP)
