"""A graph: two axes with their scales, and the curves drawn on them."""

from collections.abc import Callable, Sequence
from math import ceil, floor, log10

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import Interval
from mnemo_anim.maths.quantities import Coordinate
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.graphs.graph_curve import GraphCurve
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.mobjects.numbers.power_of_ten import PowerOfTen
from mnemo_anim.mobjects.numbers.ticks import decimals_for, nice_ticks
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_TICK = 0.09  # length, in Manim units
_GAP = 0.2  # between a tick and its number
_ASIDE = STAGE.gap  # between an axis and its name


class Graph(VGroup):
    """Two axes over a rectangle of values, the lower and the left one; it may be moved and scaled.

    Args:
        x_range: Smallest and largest x.
        y_range: Smallest and largest y, above zero on a logarithmic graph.
        width: From the smallest to the largest x, in Manim units, without the numbers beside it.
        height: The same for y.
        names: Of the axes, x first, None for none. A formula stands where its axis ends; words
            stand under the x-axis, up to its end, and over the y-axis, from where that stands.
        x_ticks: The numbered x, or the most that there may be of them; 0 for none.
        y_ticks: The same for y; on a logarithmic axis powers of ten.
        x_unit: Behind the numbers of the x-axis, as ``"°"``.
        log_y: Whether equal factors of y are equally far apart.
        levels: The y of faint lines across the graph.

    Raises:
        ValueError: A range is empty, or not above zero on a logarithmic axis.

    Attributes:
        lines: The axes.
        marks: The ticks.
        numbers: The numbers at the ticks, those of x first.
        names: The names that were given.
        levels: The faint lines across, with that of y = 0 where it lies inside.
    """

    def __init__(
        self,
        x_range: Interval,
        y_range: Interval,
        *,
        width: float,
        height: float,
        names: tuple[VMobject | None, VMobject | None] = (None, None),
        x_ticks: int | Sequence[float] = 5,
        y_ticks: int | Sequence[float] = 5,
        x_unit: str = "",
        log_y: bool = False,
        levels: Sequence[float] = (),
    ) -> None:
        super().__init__()
        for low, high in (x_range, y_range):
            if not low < high:
                raise ValueError(f"An axis needs low < high, got {low:g} and {high:g}.")
        if log_y and y_range[0] <= 0:
            raise ValueError(f"A logarithmic axis begins above zero, not at {y_range[0]:g}.")
        self.x_range, self.y_range, self.log_y = x_range, y_range, log_y
        self._width = width
        low, high = self.heights(y_range)
        self.height_range = (float(low), float(high))
        unit = [width / np.ptp(x_range), height / np.ptp(self.height_range)]
        self.corners = Corners(x_range, self.height_range, unit, (0, 0, 0))
        self.lines = VMobject(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.axis)
        left, right, low, high = *x_range, *y_range
        corner_points = self.point([left, left, right], [high, low, low])
        self.lines.set_points(polyline(corner_points))
        inside = (0.0,) if not log_y and low < 0 < high else ()
        self.levels = VGroup(*(self._level(y) for y in (*levels, *inside)))
        self.marks, self.numbers, self.names = VGroup(), VGroup(), VGroup()
        self._add_scale(0, _ticks(x_range, x_ticks), x_unit)
        self._add_scale(1, _ticks(y_range, y_ticks, log=log_y))
        self._add_names(*names)
        self.add(self.corners, self.levels, self.lines, self.marks, self.numbers, self.names)

    def point(self, x: ArrayLike, y: ArrayLike) -> Points:
        """Return the screen points (…, 3) at which ``x`` (…) and ``y`` (…) appear."""
        return self.at_heights(x, self.heights(y))

    def at_heights(self, x: ArrayLike, heights: ArrayLike) -> Points:
        """Return the screen points (…, 3) of ``x`` (…) and :meth:`heights` (…)."""
        return self.corners.point(np.stack(np.broadcast_arrays(x, heights), axis=-1))

    def heights(self, y: ArrayLike) -> NDArray[np.float64]:
        """Return what of ``y`` (…) is drawn to scale: y itself, or its decimal logarithm; (…)."""
        values = np.asarray(y, float)
        return np.log10(values) if self.log_y else values

    def values(self, heights: ArrayLike) -> NDArray[np.float64]:
        """Return the y (…) that are drawn at ``heights`` (…)."""
        drawn = np.asarray(heights, float)
        return np.asarray(10.0**drawn) if self.log_y else drawn

    @property
    def scale_now(self) -> float:
        """How many times larger the graph is now than when it was made."""
        return float(np.ptp(self.corners.points[:, 0])) / self._width

    def curve(
        self,
        xs: ArrayLike,
        ys: ArrayLike,
        color: str = PALETTE.loss,
        *,
        width: float = STROKES.curve,
        until: Callable[[], float] | None = None,
    ) -> GraphCurve:
        """Return the curve through samples ``xs`` (k,) and ``ys`` (k,); args as for its class.

        It is no part of the graph: add it, and fade it, by itself.
        """
        return GraphCurve(self, xs, ys, color=color, width=width, until=until)

    def _level(self, y: float) -> VMobject:
        line = VMobject(stroke_color=PALETTE.rule, stroke_width=STROKES.hairline)
        return line.set_points(polyline(self.point(self.x_range, [y, y])))

    def _add_scale(self, axis: int, values: Sequence[float], unit: str = "") -> None:
        log = axis == 1 and self.log_y
        outwards = DOWN if axis == 0 else LEFT
        decimals = 0 if log else decimals_for(values)
        for value in values:
            at = (value, self.y_range[0]) if axis == 0 else (self.x_range[0], value)
            foot = self.point(*at)
            mark = VMobject(stroke_color=PALETTE.ink_soft, stroke_width=STROKES.axis)
            self.marks.add(mark.set_points(polyline(np.stack([foot, foot + _TICK * outwards]))))
            number = (PowerOfTen if log else Number)(
                value,
                decimals=decimals,
                size=TYPE.tick,
                color=PALETTE.ink_soft,
                unit=unit,
                source=self._coordinate_of(mark, axis),
                live=False,
                exact=True,
            )
            self.numbers.add(number.next_to(mark, outwards, buff=_GAP))

    def _coordinate_of(self, mark: VMobject, axis: int) -> Callable[[], Coordinate]:
        """Return the function that reads off the screen where a tick stands."""

        def read() -> Coordinate:
            x, height = self.corners.coords(mark.get_start()).tolist()
            return Coordinate((x, float(self.values(height))), axis)

        return read

    def _add_names(self, x_name: VMobject | None, y_name: VMobject | None) -> None:
        lower_right = self.corners.point((self.x_range[1], self.height_range[0]))
        upper_left = self.corners.point((self.x_range[0], self.height_range[1]))
        if isinstance(x_name, Words):
            below = min(float(part.get_bottom()[1]) for part in (self.lines, *self.numbers))
            x_name.next_to([0.0, below, 0.0], DOWN, buff=_ASIDE)
            x_name.shift((lower_right - x_name.get_right())[0] * RIGHT)
        elif x_name is not None:
            beyond = max(float(part.get_right()[0]) for part in (self.lines, *self.numbers))
            x_name.next_to([beyond, lower_right[1], 0.0], RIGHT, buff=_ASIDE)
        if y_name is not None:
            above = max(float(part.get_top()[1]) for part in (self.lines, *self.numbers))
            y_name.next_to([upper_left[0], above, 0.0], UP, buff=_ASIDE)
        if isinstance(y_name, Words):
            y_name.shift((upper_left - y_name.get_left())[0] * RIGHT)
        self.names.add(*(name for name in (x_name, y_name) if name is not None))


def _ticks(
    interval: Interval, wanted: int | Sequence[float], *, log: bool = False
) -> tuple[float, ...]:
    """Return the values that were asked for, or at most as many round ones."""
    if not isinstance(wanted, int):
        return tuple(float(value) for value in wanted)
    if wanted == 0:
        return ()
    if not log:
        return nice_ticks(*interval, wanted)
    first, last = ceil(log10(interval[0]) - 1e-9), floor(log10(interval[1]) + 1e-9)
    every = max(1, -(-(last - first + 1) // wanted))
    exponents = range(first, last + 1)
    return tuple(10.0**e for e in exponents if e % every == 0)
