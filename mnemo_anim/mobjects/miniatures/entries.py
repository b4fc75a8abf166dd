"""∇f is a vector: on a map, with its part along each axis, at a point that goes round."""

from math import pi

import numpy as np
from manim import AnimationGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, unit_directions
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.slopes.components import THIN, Components
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_PART = 0.7  # thickness of a component over that of the gradient: still seen in a cell
_SOON = 4.0  # a component is all there when this part of it has grown


class EntriesMiniature(Miniature):
    """The gradient and its two components.

    Args:
        field: What is mapped.
        centre: Coords (2,) that the point goes round: the middle of the map.
        extent: Of the map, in units of coords.
        radius: Of the point's round.
        scale: Length of the arrow of magnitude 1, in units of coords.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        spot: The point.
        arrow: ∇f there.
        grown: How much of it there is, 0 to 1.
        components: Its parts.
        split: How much of them there is, the x-part first.
        names: ∂f/∂x and ∂f/∂y, beside them.
    """

    def __init__(
        self,
        field: ScalarField,
        centre: ArrayLike,
        *,
        extent: float,
        radius: float,
        scale: float,
        box: ArrayLike,
        pace: float = 0.06,
    ) -> None:
        super().__init__(
            SmallMap(field, middle=centre, extent=extent, levels=12, still=True), box, pace=pace
        )
        self.centre, self.radius = np.asarray(centre, float), radius
        self.spot = Spot(self.centre)
        self.grown, self.split = 0.0, np.zeros(2)
        self.arrow = GradientArrow(self.map.chart, self.spot, scale=scale)
        self.components = Components(
            self.map.chart, self.spot, scale=scale, thickness=_PART / THIN * STROKES.arrow
        )
        self.stand(*self.components, self.arrow, PointMark(self.map.chart, self.spot))
        self.names = [self._named(index) for index in range(field.dimension)]

    def pose(self, phase: float) -> None:
        """Put the point on its round."""
        self.spot.coords = self.centre + self.radius * unit_directions(2 * pi * phase)
        self.arrow.stretch = float(self.grown)
        for component, grown in zip(self.components, self.split, strict=True):
            component.stretch = float(grown)

    def redraw(self) -> None:
        """Draw the arrow, and those components that there are."""
        super().redraw()
        for component, grown in zip(self.components, self.split, strict=True):
            component.shown = self.shown * min(1.0, _SOON * float(grown))

    def grow(self) -> Vary:
        """Return the animation in which the arrow grows."""
        return self.vary(grown=(0.0, 1.0))

    def name_part(self, index: int) -> AnimationGroup:
        """Return the animation in which one component grows, and gets its name."""
        self.asides.append(self.names[index])
        return together(self.split_off(index), self.names[index].appear())

    def split_off(self, index: int) -> Vary:
        """Return the animation in which one component grows, and those after it are not there."""
        after = np.arange(len(self.split)) < index + 1
        return self.vary(split=(after * (np.arange(len(self.split)) < index), after.astype(float)))

    def middle(self, index: int) -> Points:
        """Return the screen point (3,) in the middle of a component."""
        component = self.components[index]
        return np.asarray((component.tail + component.tip) / 2)

    def _named(self, index: int) -> Tag:
        """Return the name of a component, on the side of it away from the gradient."""
        field = self.map.field
        words = Formula(
            f"(partial {field.name}) / (partial {field.variables[index]})",
            size=TYPE.label,
            color=PALETTE.part(index),
        )
        away = -np.sign(field.gradient(self.centre)) * (np.arange(field.dimension) != index)
        away[0] *= -1.0  # the y-part stands at the end of the x-part
        return Tag(halo(words), lambda: self.middle(index), [*away, 0.0])
