"""What is written at a gradient on a map, and at the step that an update makes of it."""

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths.quantities import Coord, PartialDerivative, Product, Ratio
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_GAP = 0.2  # from what is named to its name, in Manim units
_OVER = 0.38  # from the x-part of the step to its number: clear of the words beside its start
_NOTCH = 0.12  # length of the marks that divide an arrow


class UpdateNotes:
    """How many times steeper y is than x, and by how much each input moves.

    It is no mobject: the notes come and go one by one.

    Args:
        chart: The map; the gradient is drawn on it to the scale at which it is as long as the step.
        at: Coords of both.
        learning_rate: Of the update.

    Attributes:
        notches: They divide the y-part of the gradient by the length of its x-part.
        times: How often the one goes into the other, beside it.
        name: Of the step, right of the line from its start down to the axis.
        legs: What the parts of the step are, beside them.
    """

    def __init__(self, chart: ContourMap, at: Coord, learning_rate: float) -> None:
        self._chart, self._at, self._learning_rate = chart, at, learning_rate
        gradient = learning_rate * chart.field.gradient(at)
        self._step = -gradient
        self.notches = self._notches(gradient)
        self.times = self._times(gradient)
        self.name = halo(Formula("- alpha nabla f", size=TYPE.body, color=PALETTE.downhill))
        self.name.next_to(chart.point(at - gradient * [0.0, 0.5]), RIGHT, buff=_GAP)
        self.legs = VGroup(self._leg(0, UP), self._leg(1, LEFT))

    def _notches(self, gradient: NDArray[np.float64]) -> VGroup:
        """Return marks on the y-part, one x-part apart; the gradient is given to scale."""
        x_part, y_part = gradient
        corner = self._at + np.array([x_part, 0.0])
        notches = VGroup()
        for count in range(1, round(abs(y_part / x_part))):
            up = np.array([0.0, count * abs(x_part) * np.sign(y_part)])
            middle = self._chart.point(corner + up)
            notch = CasedLine(color=PALETTE.y_part, width=STROKES.axis)
            notch.draw([np.stack([middle, middle + _NOTCH * RIGHT])])
            notches.add(notch)
        return notches

    def _times(self, gradient: NDArray[np.float64]) -> Formula:
        field = self._chart.field
        parts = [PartialDerivative(field, self._at, index) for index in (1, 0)]
        times = Formula(
            "{{ #y : y }} = #times dot {{ #x : x }}",
            numbers={"y": parts[0], "times": Ratio(*parts), "x": parts[1]},
            size=TYPE.body,
            parts={"y": PALETTE.y_part, "x": PALETTE.x_part},
        )
        beside = self._chart.point(self._at + gradient * [1.0, 0.5])
        halo(times).next_to(beside, RIGHT, buff=2 * _NOTCH)
        return times

    def _leg(self, index: int, side: ArrayLike) -> Number:
        """Return by how much the step moves an input, on a side of that part of the step."""
        change = Product(
            -self._learning_rate, PartialDerivative(self._chart.field, self._at, index)
        )
        number = Number(
            source=lambda: change,
            live=False,
            decimals=1,
            color=PALETTE.part(index),
            family=FONTS.maths,
        )
        halves = ([0.5, 0.0], [1.0, 0.4])[index]
        middle = self._chart.point(self._at + self._step * halves)
        halo(number).next_to(middle, side, buff=(_OVER, _GAP)[index])
        return number
