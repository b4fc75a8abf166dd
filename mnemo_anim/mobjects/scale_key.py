"""The scale that arrows are drawn to, as on a map of winds."""

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths.quantities import Distance, Given, Ratio, as_coord_tuple
from mnemo_anim.mobjects.arrows import Arrow
from mnemo_anim.mobjects.chart import Chart
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.ticks import decimals_for
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_PADDING = 0.14  # of the plate
_GAP = 0.16  # between arrow and lettering, in screen units


class ScaleKey(VGroup):
    """An arrow as long as one of a known magnitude is drawn on a map, and what it is, on a plate.

    Args:
        chart: A flat map.
        at: Coords (2,) of the arrow's tail.
        scale: As for the arrows: length, in units of coords, of a magnitude of 1.
        magnitude: Of the arrow in the key.
        label: Its name, in Typst's maths notation.
        thickness: Of the arrow, in Manim's stroke unit.
    """

    def __init__(
        self,
        chart: Chart,
        at: ArrayLike,
        *,
        scale: float,
        magnitude: float = 1.0,
        label: str = "norm(nabla f)",
        thickness: float = STROKES.arrow,
    ) -> None:
        super().__init__()
        start = as_coord_tuple(np.asarray(at, float))
        end = (start[0] + scale * magnitude, start[1])
        tail, tip = chart.step(at, np.array([[0.0, 0.0], [scale * magnitude, 0.0]]))
        self.arrow = Arrow(tail, tip, color=PALETTE.uphill, thickness=thickness)
        self.words = Formula(
            f"{label} = #magnitude",
            numbers={"magnitude": Ratio(Distance(start, end), Given("scale", scale))},
            decimals={"magnitude": decimals_for([magnitude])},
            size=TYPE.tick,
            color=PALETTE.ink,
        )
        self.words.next_to(tip, buff=_GAP)
        self.add(Plate.behind(VGroup(self.arrow, self.words), padding=_PADDING))
        self.add(self.arrow, self.words)
