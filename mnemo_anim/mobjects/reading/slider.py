"""A slider: the value of one weight on a line, to the right the more."""

from dataclasses import replace
from typing import ClassVar

import numpy as np
from manim import RIGHT, UP, there_and_back

from mnemo_anim.maths import Interval
from mnemo_anim.maths.quantities import Coordinate, as_coord_tuple
from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.arrow_shape import ARROW_SHAPE, DOWNHILL_FORM
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_KNOB = 0.125  # radius, in Manim units
_SWELL = 1.7
_GHOST = 0.6  # radius of the ring that the knob leaves behind, over that of the knob
_ABOVE = 0.27  # from the line to the arrow of a step
_SHAPE = replace(ARROW_SHAPE, full=7.2)  # the shaft is longer than the head
_THICKNESS = 0.075  # of a step's arrow


class Slider(Live):
    """One coordinate of a spot as a knob on a line.

    Args:
        spot: All weights, coords (n,). Where it is first is marked by a small ring.
        index: Of this weight, from 0.
        interval: The values at both ends.
        width: In Manim units.
        step: What is going to be added to the weight; its arrow stands over the line.

    Attributes:
        stretch: Part of the step's arrow that is drawn.
        swell: Radius of the knob over that at rest.
    """

    shared: ClassVar[tuple[str, ...]] = ("spot",)

    def __init__(
        self,
        spot: Spot,
        index: int,
        interval: Interval,
        *,
        width: float,
        step: float,
    ) -> None:
        super().__init__()
        self.spot, self.index, self.interval = spot, index, interval
        self.width_of_line, self.step = width, step
        self.start = float(spot.coords[index])
        self.stretch, self.swell = 0.0, 1.0
        self.anchor = Anchor()
        self.line = CasedLine(color=PALETTE.ink_soft, width=STROKES.level)
        self.ghost = Veiled(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.level)
        self.knob = Veiled(fill_color=PALETTE.ink, fill_opacity=1.0, stroke_width=0.0)
        self.arrow = Veiled(fill_color=PALETTE.downhill, fill_opacity=1.0, stroke_width=0.0)
        self.add(self.anchor, self.line, self.ghost, self.knob, self.arrow)
        self.come_alive()

    @property
    def value(self) -> float:
        """The weight, now."""
        return float(self.spot.coords[self.index])

    def point(self, value: float) -> Points:
        """Return the screen point (3,) of a value on the line."""
        low, high = self.interval
        part = (value - low) / (high - low) - 0.5
        return np.asarray(self.anchor.origin + part * self.width_of_line * self.anchor.unit * RIGHT)

    def readout(self, decimals: int = 2) -> Number:
        """Return the value as a number."""
        spot, index = self.spot, self.index
        return Number(
            decimals=decimals,
            size=TYPE.label,
            color=PALETTE.ink_soft,
            family=FONTS.maths,
            source=lambda: Coordinate(as_coord_tuple(spot.coords), index),
        )

    def show_step(self) -> Vary:
        """Return the animation in which the arrow of the step grows to its full length."""
        return self.vary(stretch=1.0)

    def hide_step(self) -> Vary:
        """Return the animation in which the arrow of the step goes back to where it starts."""
        return self.vary(stretch=0.0)

    def flash(self) -> Vary:
        """Return the animation in which the knob swells for a moment: too small a move to see."""
        return Vary(self, {"swell": (1.0, _SWELL)}, rate_func=there_and_back)

    def redraw(self) -> None:
        """Put the knob where the weight is."""
        unit, here = self.anchor.unit, self.point(self.value)
        self.line.draw([np.stack([self.point(end) for end in self.interval])])
        self.knob.set_points(circle(here, unit * self.swell * _KNOB))
        start = self.point(self.start)
        self.ghost.set_points(circle(start, unit * _GHOST * _KNOB))
        aside = unit * _ABOVE * UP
        end = self.point(self.start + self.stretch * self.step)
        self.arrow.set_points(
            _SHAPE.outline(start + aside, end + aside, unit * _THICKNESS, DOWNHILL_FORM)
        )
        left = float(np.linalg.norm(here - start)) / (unit * _KNOB)
        self.line.presence = self.knob.presence = self.shown
        self.ghost.presence = self.shown * float(np.clip(2 * left - 1, 0, 1))
        self.arrow.presence = self.shown * float(self.stretch > 0)
