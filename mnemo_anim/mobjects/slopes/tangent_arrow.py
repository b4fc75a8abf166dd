"""Arrows that stand on a chart, and follow it and the spot at their foot."""

from typing import ClassVar

import numpy as np
from manim import there_and_back
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.arrow_shape import UPHILL_FORM
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_SWELL = 1.3  # of a pulsing arrow, at its most
_GHOST = 0.15  # of its opacity is left to an arrow behind a ridge


class TangentArrow(Live, Arrow):
    """An arrow in the tangent plane at a spot, between two displacements from it.

    Args:
        chart: The map, landscape or floor that it stands on.
        at: Coords (2,) or a spot.
        color: A colour of the palette.
        thickness: Of the shaft, in Manim's stroke unit.
        form: From ``UPHILL_FORM``, a solid head, to ``DOWNHILL_FORM``, an open one.

    Attributes:
        chart: What it stands on.
        spot: Where.
        stretch: How much of it is drawn, 0 to 1, from its tail.
        swell: Its thickness over that of the arrow at rest.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike | Spot,
        *,
        color: str = PALETTE.uphill,
        thickness: float = STROKES.arrow,
        form: float = UPHILL_FORM,
    ) -> None:
        super().__init__(color=color, thickness=thickness, form=form)
        self.chart, self.spot = chart, as_spot(at)
        self.stretch, self.swell = 1.0, 1.0
        self.come_alive()

    def displacements(self) -> NDArray[np.float64]:
        """Return the displacements of tail and tip from the spot, shape (2, 2), in coords."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw the arrow where its spot and its chart are now."""
        tail, tip = self.displacements()
        drawn = np.stack([tail, tail + self.stretch * (tip - tail)])
        start, end = self.chart.step(self.spot.coords, drawn)
        self.put(start, end, swell=self.swell)
        sight = float(self.chart.in_sight(self.spot.coords))
        self.presence = self.shown * (_GHOST + (1 - _GHOST) * sight)

    def grow(self) -> Vary:
        """Return the animation in which the arrow grows from its tail."""
        return self.vary(stretch=(0.0, 1.0))

    def pulse(self) -> Vary:
        """Return the animation in which the arrow swells, and is as before."""
        return Vary(self, {"swell": (1.0, _SWELL)}, rate_func=there_and_back)
