"""The components of the gradient: two thinner arrows along the axes, tip to tail."""

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.chart import Chart, Points
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.slopes.tangent_arrow import TangentArrow
from mnemo_anim.theme import PALETTE, STROKES

THIN = 0.5  # thickness of a component over that of the gradient


class ComponentArrow(TangentArrow):
    """One entry of ∇f at a spot, along its axis.

    Args:
        chart: The map, landscape or floor that it stands on.
        at: Coords (2,) or a spot.
        index: 0 for ∂f/∂x, 1 for ∂f/∂y.
        scale: Length on the map, in units of coords, of a slope of 1.
        thickness: Of the gradient's arrow, in Manim's stroke unit; this one is thinner.

    Attributes:
        index: As given.
        drawn_to: The scale.
        slid: 0 starts at the spot, 1 where the components before it end: tip to tail.
        blend: 0 runs along the axis; at 1 the components lie along ∇f, and make it up.
        origin: Screen points (2, 3) of the bar that it was, lower end first; None if it was none.
        broad: Thickness of that bar over that of the component.
        become: How far it has come from that bar, 0 to 1.
    """

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        index: int,
        *,
        scale: float,
        thickness: float = STROKES.arrow,
    ) -> None:
        self.index, self.drawn_to = index, scale
        self.slid, self.blend, self.become = 1.0, 0.0, 1.0
        self.origin: Points | None = None
        self.broad = 1.0
        super().__init__(chart, at, color=PALETTE.part(index), thickness=THIN * thickness)

    @property
    def value(self) -> float:
        """The partial derivative at the spot."""
        return float(self.chart.field.gradient(self.spot.coords)[self.index])

    def displacements(self) -> NDArray[np.float64]:
        """Return the displacements of tail and tip from the spot, shape (2, 2), in coords."""
        gradient = self.drawn_to * np.asarray(self.chart.field.gradient(self.spot.coords))
        corner = np.array([gradient[0], 0.0])
        # The corner moves to the nearest point of ∇f, where x's share of its length ends.
        square = float(gradient @ gradient)
        nearest = gradient * (gradient[0] ** 2 / square) if square > 0 else corner
        corner = (1 - self.blend) * corner + self.blend * nearest
        if self.index == 0:
            return np.stack([np.zeros(2), corner])
        return np.stack([corner, gradient]) - (1 - self.slid) * corner

    def redraw(self) -> None:
        """Draw the component, or what a bar that becomes it has come to."""
        super().redraw()
        if self.origin is not None and self.become < 1.0:
            ends = (1 - self.become) * self.origin + self.become * np.stack([self.tail, self.tip])
            self.put(*ends, swell=1 + (1 - self.become) * (self.broad - 1), head=self.become)


class Components(VGroup):
    """Both components of ∇f at a spot.

    The arguments ``chart``, ``at``, ``scale`` and ``thickness`` are those of
    :class:`ComponentArrow`.

    Attributes:
        x_part: The arrow of ∂f/∂x.
        y_part: The arrow of ∂f/∂y.
    """

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        scale: float,
        thickness: float = STROKES.arrow,
    ) -> None:
        super().__init__()
        spot = as_spot(at)
        self.x_part, self.y_part = (
            ComponentArrow(chart, spot, index, scale=scale, thickness=thickness) for index in (0, 1)
        )
        self.add(self.x_part, self.y_part)
