"""A point under the glass: two equal nudges, and the levels that each of them crosses."""

from typing import Any, ClassVar

import numpy as np
from manim import DR, UR, Animation, ManimColor, Polygon
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Change, PartialDerivative, Product, as_coord_tuple
from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.chart import Chart
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.theme import PALETTE, STROKES, units

_SIDE = 1.75  # of the glass, in nudges
_ASIDE = 0.42  # from its middle to the point, in nudges, to the left and downwards
_CROSSING = units(6.0)  # radius of the mark where a level is crossed
_SAMPLES = 41  # along each side of the domain, to know the range of f
_LEAST = 0.001  # of its size, from which a glass grows
_BEAM, _BEAM_EDGE = 0.07, 0.6  # opacity of what leads from the map to the glass, and of its edge


class Nudges(Live):
    """Equal steps along the axes from a point, and a mark wherever one crosses a level.

    Args:
        chart: What they are made on.
        here: Coords (2,) of the point.
        levels: Values of f, ascending.

    Attributes:
        by: How far each input has been nudged, shape (2,), in units of coords.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart",)
    by: NDArray[np.float64]

    def __init__(self, chart: Chart, here: ArrayLike, levels: ArrayLike) -> None:
        super().__init__()
        self.chart, self.here = chart, np.asarray(here, float)
        self.levels = np.asarray(levels, float)
        self.by = np.zeros(2)
        self.steps = [Arrow(color=PALETTE.part(index)) for index in (0, 1)]
        self.crossings = Veiled(
            fill_color=PALETTE.level,
            fill_opacity=1.0,
            stroke_width=0.0,
            background_stroke_color=PALETTE.ground,
            background_stroke_width=STROKES.casing,
        )
        self.add(*self.steps, self.crossings)
        self.come_alive()

    def nudge(self, index: int, by: float) -> Vary:
        """Return the animation in which one input is nudged, from where it is."""
        to = self.by.copy()
        to[index] = by
        return self.vary(by=to)

    def step(self, index: int) -> NDArray[np.float64]:
        """Return how far input ``index`` alone has been nudged, as a displacement (2,)."""
        return np.where(np.arange(2) == index, self.by, 0.0)

    def change(self, index: int) -> Change:
        """Return the change of f that this nudge makes, as a quantity."""
        field, step = self.chart.field, self.step(index)
        return Change(field, as_coord_tuple(self.here), as_coord_tuple(step))

    def crossed(self, index: int) -> NDArray[np.float64]:
        """Return the coords (k, 2) at which a nudge has crossed a level."""
        way = np.linspace(0.0, 1.0, 201)[:, np.newaxis] * self.step(index) + self.here
        values = self.chart.field.value(way)
        met = self.levels[(self.levels > values[0]) & (self.levels < values[-1])]
        return np.stack([np.interp(met, values, axis) for axis in way.T], axis=-1)

    def redraw(self) -> None:
        """Draw both steps as far as they have been made."""
        marks = [np.zeros((0, 3))]
        for index, arrow in enumerate(self.steps):
            step = self.step(index)
            arrow.put(*self.chart.step(self.here, np.stack([np.zeros(2), step])))
            arrow.presence = self.shown * float(step.any())
            marks += [circle(point, _CROSSING) for point in self.chart.point(self.crossed(index))]
        self.crossings.set_points(np.concatenate(marks))
        self.crossings.presence = self.shown


class NudgeLens:
    """A square glass over a point, in which its level curves are straight and evenly spaced.

    It is no mobject: its parts come one by one.

    Args:
        field: f, of two variables, growing along both at the point.
        here: Coords (2,) of the point.
        nudge: The length of both steps to come, in units of coords.
        index: The input along which a step crosses one level.
        side: Of the glass, in screen units.

    Attributes:
        glass: The map in it.
        mark: The point.
        nudges: The steps.
        spacing: From one level to the next, as a quantity.
    """

    def __init__(
        self, field: ScalarField, here: ArrayLike, *, nudge: float, index: int = 0, side: float
    ) -> None:
        at = np.asarray(here, float)
        self.spacing = Product(nudge, PartialDerivative(field, as_coord_tuple(at), index))
        spacing = self.spacing.value
        # The point lies halfway between two levels: every one is crossed in the middle of a step.
        level = float(field.value(at))
        corners = at + _SIDE * nudge * np.array([[-0.5, -0.5], [0.5, 0.5]]) + _ASIDE * nudge
        low, high = ((field.value(corners) - level) / spacing).tolist()
        levels = level + spacing * (np.arange(np.ceil(low), np.floor(high) + 1) + 0.5)
        self.glass = SmallMap(
            field,
            middle=at + _ASIDE * nudge,
            extent=_SIDE * nudge,
            width=side,
            levels=[float(value) for value in levels],
            tints=_tints(field, field.value(corners)),
        )
        self.mark = PointMark(self.glass.chart, at)
        self.nudges = Nudges(self.glass.chart, at, levels)

    def beam_from(self, point: ArrayLike) -> Polygon:
        """Return the faint wedge that leads from a screen point (3,) on the right to the glass."""
        border = self.glass.chart.axes.border
        return Polygon(
            np.asarray(point, float),
            *(border.get_corner(corner) for corner in (UR, DR)),
            fill_color=PALETTE.level,
            fill_opacity=_BEAM,
            stroke_color=PALETTE.ink_soft,
            stroke_width=STROKES.hairline,
            stroke_opacity=_BEAM_EDGE,
        )

    def open_from(self, point: ArrayLike) -> "OpenLens":
        """Return the animation in which the glass grows out of a screen point (3,)."""
        return OpenLens(self.glass, point)


def _tints(field: ScalarField, values: NDArray[np.float64]) -> list[ManimColor]:
    """Return the tints that a map of all the field's domain has at some values of f, (k,)."""
    sides = (np.linspace(low, high, _SAMPLES) for low, high in field.domain)
    heights = field.value(np.stack(np.meshgrid(*sides), axis=-1))
    stops = np.linspace(heights.min(), heights.max(), len(PALETTE.hypsometric))
    colours = np.array([ManimColor(tint).to_rgb() for tint in PALETTE.hypsometric])
    found = np.stack([np.interp(values, stops, channel) for channel in colours.T], axis=-1)
    return [ManimColor(colour) for colour in found]


class OpenLens(Animation):
    """Let a small map grow out of a point, to where it stands.

    Args:
        small: The map.
        point: Screen point (3,).
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(self, small: SmallMap, point: ArrayLike, **kwargs: Any) -> None:
        super().__init__(small, suspend_mobject_updating=False, **kwargs)
        self._start = np.asarray(point, float)
        self._end, self._width = small.chart.centre, float(small.chart.axes.border.width)

    def interpolate_mobject(self, alpha: float) -> None:
        """Draw it at its size at ``alpha`` in 0..1."""
        t = max(_LEAST, self.rate_func(alpha))
        self.mobject.place(self._start + t * (self._end - self._start), t * self._width)
