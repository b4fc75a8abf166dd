"""One entry of a gradient as a thick arrow from a zero line: its side is the sign."""

from dataclasses import replace
from typing import ClassVar

import numpy as np
from manim import RIGHT
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.arrow_shape import ARROW_SHAPE, UPHILL_FORM
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_SHAPE = replace(ARROW_SHAPE, head=1.7, barb=1.0, notch=1.7, dot=0.0, full=3.6)
_THICKNESS = 0.17  # of the shaft, in Manim units
_ZERO = 0.26  # half the height of the zero line, in Manim units


class EntryArrow(Live):
    """∂L/∂wᵢ at a spot: to the right of the zero line where it is positive, else to the left.

    Args:
        field: L, of n weights.
        at: Coords (n,) or a spot: where the gradient is felt.
        index: Of the weight, from 0.
        scale: Length of an entry of 1, in Manim units.

    Attributes:
        stretch: Part of the arrow that is drawn, from the zero line.
        swell: Thickness over that at rest.
        zero: The zero line.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot",)

    def __init__(
        self, field: ScalarField, at: ArrayLike | Spot, index: int, *, scale: float
    ) -> None:
        super().__init__()
        self.field, self.spot, self.index = field, as_spot(at), index
        self.scale_of_entry = scale
        self.stretch, self.swell = 1.0, 1.0
        self.anchor = Anchor()
        self.zero = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.arrow = Veiled(fill_color=PALETTE.uphill, fill_opacity=1.0, stroke_width=0.0)
        self.add(self.anchor, self.zero, self.arrow)
        self.come_alive()

    @property
    def entry(self) -> float:
        """The partial derivative at the spot."""
        return float(self.field.gradient(self.spot.coords)[self.index])

    @property
    def tip(self) -> np.ndarray:
        """Where the arrow ends, a screen point (3,)."""
        reach = self.stretch * self.scale_of_entry * self.entry * self.anchor.unit
        return np.asarray(self.anchor.origin + reach * RIGHT)

    def grow(self) -> Vary:
        """Return the animation in which the arrow grows out of the zero line."""
        return self.vary(stretch=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the arrow of the entry as it is now."""
        origin, unit = self.anchor.origin, self.anchor.unit
        half = unit * _ZERO * np.array([0.0, 1.0, 0.0])
        self.zero.draw([np.stack([origin - half, origin + half])])
        self.arrow.set_points(
            _SHAPE.outline(origin, self.tip, unit * _THICKNESS, UPHILL_FORM, swell=self.swell)
        )
        self.zero.presence = self.arrow.presence = self.shown
