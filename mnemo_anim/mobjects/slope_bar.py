"""A slope that can be seen: a bar tilted against a level line."""

from math import atan, cos, pi, sin
from typing import ClassVar

import numpy as np
from manim import RIGHT
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.anchor import Anchor
from mnemo_anim.mobjects.cased_line import CasedLine
from mnemo_anim.mobjects.live import Live, Vary, Veiled
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.outline import circle, sector
from mnemo_anim.mobjects.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_PIVOT = units(7.0)  # radius of the point that the bar turns about
_RIM = 0.62  # radius of the wedge between level and slope, in halves of the bar
_WEDGE = 0.22  # its opacity
_GAP = 0.3  # between the bar and its number, in screen units


class SlopeBar(Live):
    """The partial derivative at a spot, as a bar with that very slope, in a small dial.

    Args:
        field: A field of n variables.
        at: Coords (n,) or a spot.
        index: Of the variable, from 0.
        centre: Screen point of the pivot.
        length: Of the bar, in screen units.
        decimals: Of the number beside it; None for no number.
        tilt: 0 is level, 1 has the slope.

    Attributes:
        tilt: Part of the angle of the slope.
        bar: The bar alone, to become a component.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot",)

    def __init__(
        self,
        field: ScalarField,
        at: ArrayLike | Spot,
        index: int,
        *,
        centre: ArrayLike = (0.0, 0.0, 0.0),
        length: float = 1.8,
        decimals: int | None = 2,
        tilt: float = 1.0,
    ) -> None:
        super().__init__()
        self.field, self.spot, self.index = field, as_spot(at), index
        self.length, self.tilt = length, tilt
        color = PALETTE.part(index)
        self.anchor = Anchor(centre)
        self.wedge = Veiled(fill_color=color, fill_opacity=_WEDGE, stroke_width=0.0)
        self.level = CasedLine(color=PALETTE.level, width=STROKES.hairline, opacity=0.7)
        self.bar = CasedLine(color=color, width=STROKES.arrow)
        self.pivot = Veiled(fill_color=PALETTE.ink, fill_opacity=1.0, stroke_width=0.0)
        self.add(self.anchor, self.wedge, self.level, self.bar, self.pivot)
        self.number = None if decimals is None else self._number(color, decimals)
        if self.number is not None:
            self.add(self.number)
        self.come_alive()

    @property
    def slope(self) -> float:
        """The partial derivative at the spot."""
        return float(self.field.gradient(self.spot.coords)[self.index])

    def feel(self) -> Vary:
        """Return the animation in which the level bar tilts to the slope."""
        return self.vary(tilt=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the bar as it is tilted now."""
        origin, half = self.anchor.origin, self.anchor.unit * self.length / 2
        angle = self.tilt * atan(self.slope)
        along = half * np.array([cos(angle), sin(angle), 0.0])
        flat = half * RIGHT
        self.level.draw([np.stack([origin - flat, origin + flat])])
        self.bar.draw([np.stack([origin - along, origin + along])])
        self.pivot.set_points(circle(origin, self.anchor.unit * _PIVOT))
        wings = [sector(origin, _RIM * half, side, side + angle) for side in (0.0, pi)]
        self.wedge.set_points(np.concatenate(wings))
        for part in (self.wedge, self.level, self.bar, self.pivot):
            part.presence = self.shown
        if self.number is not None:
            self.number.set_opacity(self.shown * self.tilt)  # it is known once it is felt

    def _number(self, color: str, decimals: int) -> Number:
        field, spot, index = self.field, self.spot, self.index
        number = Number(
            source=lambda: PartialDerivative(field, spot.at, index),
            decimals=decimals,
            color=color,
            size=TYPE.label,
            signed=True,
        )
        start = self.anchor.origin + (self.length / 2 + _GAP) * RIGHT
        return number.place(start - [0.0, number.height / 2, 0.0])
