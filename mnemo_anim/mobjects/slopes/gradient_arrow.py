"""The gradient as an arrow: it points uphill, and turned round, downhill."""

from math import cos, pi, sin
from typing import Any

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.slopes.assembly import Assemble
from mnemo_anim.mobjects.slopes.components import Components
from mnemo_anim.mobjects.slopes.tangent_arrow import TangentArrow
from mnemo_anim.theme import STROKES


class GradientArrow(TangentArrow):
    """∇f at a spot, drawn to a stated scale; turned round it is −∇f.

    Its colour and its head tell the slope in its direction: uphill, level, downhill.

    Args:
        chart: The map, landscape or floor that it stands on.
        at: Coords (2,) or a spot.
        scale: Length on the map, in units of coords, of a gradient of magnitude 1. With
            ``turn=pi`` and a learning rate for scale, the arrow is the step −α∇f.
        turn: Angle in radians from ∇f, counter-clockwise on the map: π for −∇f.
        thickness: Of the shaft, in Manim's stroke unit.

    Attributes:
        drawn_to: The scale.
        turn: As given.
    """

    shared = (*TangentArrow.shared, "_components")

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        scale: float,
        turn: float = 0.0,
        thickness: float = STROKES.arrow,
    ) -> None:
        self.drawn_to, self.turn = scale, turn
        self._components: Components | None = None
        super().__init__(chart, at, thickness=thickness)

    @property
    def gradient(self) -> NDArray[np.float64]:
        """∇f at the spot, shape (2,)."""
        return np.asarray(self.chart.field.gradient(self.spot.coords))

    @property
    def magnitude(self) -> float:
        """‖∇f‖ at the spot."""
        return float(np.linalg.norm(self.gradient))

    @property
    def components(self) -> Components:
        """The x- and the y-part of ∇f, tip to tail, at the same spot and to the same scale."""
        if self._components is None:
            self._components = Components(
                self.chart, self.spot, scale=self.drawn_to, thickness=self.thickness
            )
        return self._components

    def displacements(self) -> NDArray[np.float64]:
        """Return the displacements of tail and tip from the spot, shape (2, 2), in coords."""
        (gx, gy), c, s = self.drawn_to * self.gradient, cos(self.turn), sin(self.turn)
        return np.array([[0.0, 0.0], [c * gx - s * gy, s * gx + c * gy]])

    def redraw(self) -> None:
        """Draw the arrow as it points now."""
        self.tell(rise=cos(self.turn))
        super().redraw()

    def flip(self) -> Vary:
        """Return the animation in which the arrow turns round: ∇f becomes −∇f, or the reverse."""
        return self.vary(turn=0.0 if cos(self.turn) < 0 else pi)

    def assemble_from(
        self, x_bar: VMobject, y_bar: VMobject, *, keep: bool = False, **kwargs: Any
    ) -> Assemble:
        """Return the animation in which two slopes become components, and these the arrow.

        Args:
            x_bar: A straight line drawn towards growing x, such as a `TangentBar`; it
                becomes the x-part.
            y_bar: What becomes the y-part.
            keep: Whether the components stay, and the arrow grows between their ends.
            **kwargs: As for Manim's ``Animation``.
        """
        return Assemble(self, (x_bar, y_bar), keep=keep, **kwargs)

    def assemble(self, *, keep: bool = False, **kwargs: Any) -> Assemble:
        """Return the animation in which the components, there already, become the arrow."""
        return Assemble(self, None, keep=keep, **kwargs)
