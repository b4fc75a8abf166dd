"""The contour map of a field of two variables."""

from collections.abc import Sequence
from typing import Any, NoReturn

import numpy as np
from manim import AnimationGroup, Create, FadeIn, LaggedStart, VGroup
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import Interval, ScalarField, level_curves, nice_levels
from mnemo_anim.mobjects.drawing.chart import Coords, Points
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.graphs.map_axes import MapAxes
from mnemo_anim.mobjects.maps.level_labels import place_labels
from mnemo_anim.mobjects.maps.level_line import LevelLine
from mnemo_anim.mobjects.numbers.ticks import decimals_for

_LEVELS = 12  # about as many as can be told apart
_INDEX_EVERY = (5, 4, 2)  # multiples of the spacing that may be index levels, best first
_FEWEST_INDEX = 3


class ContourMap(VGroup):
    """Level curves over a rectangle of the plane, in one unit on both axes.

    Only so does ∇f look as it is: perpendicular to the level curves.  The map may be moved and
    scaled, and what stands on it follows.  It may not be stretched or turned.

    Args:
        field: What is mapped.
        x_range: Smallest and largest x; by default the field's domain.
        y_range: Smallest and largest y.
        unit: Screen units per unit of x, and of y.
        centre: Screen point of the middle of the map.
        levels: The values c of the level curves; by default about a dozen round ones.
        index_levels: Those drawn thicker, with their value; by default every second to fifth.
        names: Of the axes: in Typst's maths notation, or words in double quotes.
        keep_clear: Coords (k, 2) at which something is going to stand: numbers keep away.
        plain: Whether to leave out ticks, names and numbers, as in a small picture.
        ticks: The most numbered ticks on an axis.

    Raises:
        ValueError: The field has not two variables, a range is empty, or ``unit`` is not one
            number above zero.

    Attributes:
        lines: The level curves, each a `LevelLine` with its ``level``.
        labels: The values on the index curves.
        axes: Border, ticks and names.
    """

    def __init__(
        self,
        field: ScalarField,
        *,
        x_range: Interval | None = None,
        y_range: Interval | None = None,
        unit: float = 1.0,
        centre: ArrayLike = (0.0, 0.0, 0.0),
        levels: Sequence[float] | None = None,
        index_levels: Sequence[float] | None = None,
        names: tuple[str, str] = ("x", "y"),
        keep_clear: ArrayLike = (),
        plain: bool = False,
        ticks: int = 5,
    ) -> None:
        super().__init__()
        self.field = _restricted(field, x_range, y_range)
        self.x_range, self.y_range = self.field.domain
        self.levels = tuple(nice_levels(self.field, _LEVELS) if levels is None else levels)
        self.index_levels = (
            _index_levels(self.levels) if index_levels is None else tuple(index_levels)
        )
        self._corners = Corners(self.x_range, self.y_range, _units(unit), centre)
        self.axes = MapAxes(
            self.point, self.x_range, self.y_range, names=names, ticks=0 if plain else ticks
        )
        self.lines: VGroup = VGroup(
            *(
                LevelLine(curve, self, index=curve.level in self.index_levels)
                for curve in level_curves(self.field, self.levels)
            )
        )
        self.labels: VGroup = VGroup()
        if not plain:
            self._add_labels(np.asarray(keep_clear, float).reshape(-1, 2))
        self.add(self._corners, self.axes, self.lines, self.labels)

    @property
    def unit(self) -> float:
        """Screen units per unit of x, and of y."""
        return float(self._corners.units[0])

    @property
    def centre(self) -> Points:
        """Screen point (3,) of the middle of the map."""
        return self.point(self.middle)

    @property
    def middle(self) -> Coords:
        """Coords (2,) of the middle of the map."""
        return np.asarray(np.mean(self.field.domain, axis=1))

    @property
    def view(self) -> View:
        """The view in which a landscape of the same field covers this map."""
        return View.overhead(unit=self.unit, centre=self.centre, focus=self.middle)

    def backing(self, **state: Any) -> Landscape:
        """Return the ground that lies under this map exactly, in height tints, seen from above.

        Add it before the map, whose curves are drawn over it.

        Args:
            **state: As for `Landscape`.
        """
        look = {"curves": 0.0, "rim": 0.0, **state}
        return Landscape(
            self.field,
            view=self.view,
            levels=self.levels,
            index_levels=self.index_levels,
            **look,
        )

    def moving_backing(self, **state: Any) -> Landscape:
        """Return a `backing` that stays under this map wherever it is moved, at any size."""
        ground = self.backing(**state)
        ground.add_updater(lambda ground: ground.set_view(self.view))
        return ground

    def landscape(self, **state: Any) -> Landscape:
        """Return the landscape that this is the map of, with a curve more between any two.

        Every second curve of it is one of the map, and the index levels are the same.

        Args:
            **state: As for `Landscape`.
        """
        between = np.array(self.levels) + min(np.diff(self.levels)) / 2
        levels = sorted([*self.levels, *between])
        return Landscape(self.field, levels=levels, index_levels=self.index_levels, **state)

    def point(self, coords: ArrayLike) -> Points:
        """Return the screen points (…, 3) at which ``coords`` (…, 2) appear."""
        return self._corners.point(coords)

    def coords(self, point: ArrayLike) -> Coords:
        """Return the coords (…, 2) that appear at screen points (…, 3)."""
        return self._corners.coords(point)

    def vector(self, displacement: ArrayLike) -> Points:
        """Return the screen vectors (…, 3) of displacements (…, 2) in the plane."""
        return self._corners.vector(displacement)

    def step(self, at: ArrayLike, displacement: ArrayLike) -> Points:
        """Return the screen points (…, 3) of ``at`` + ``displacement`` (…, 2)."""
        return self.point(np.asarray(at, float) + np.asarray(displacement, float))

    def in_sight(self, coords: ArrayLike) -> NDArray[np.float64]:
        """Return 1 for each of ``coords`` (…, 2): nothing on a map is hidden."""
        return np.ones(np.asarray(coords, float).shape[:-1])

    def surface_curve(self, coords: ArrayLike) -> list[Points]:
        """Return the screen points (m, 3) of a path (m, 2): all of it can be seen."""
        return [self.point(coords)]

    def trace(self) -> AnimationGroup:
        """Return the animation that draws the map: border, curves from the lowest up, numbers."""
        upwards = sorted(self.lines, key=lambda line: float(line.level))
        curves = LaggedStart(*(Create(line) for line in upwards), lag_ratio=0.12)
        frame = FadeIn(self.axes, run_time=curves.run_time / 3)
        if not len(self.labels):
            return AnimationGroup(frame, curves)
        numbers = FadeIn(self.labels, run_time=curves.run_time / 3)
        return AnimationGroup(
            frame, AnimationGroup(curves, numbers, lag_ratio=0.75, group=VGroup())
        )

    def stretch(self, factor: float, dim: int, **_: Any) -> NoReturn:
        """Refuse: a stretched map would show ∇f at a wrong angle."""
        raise ValueError(
            f"a contour map has the same unit on both axes; stretching axis {dim} by {factor:g} "
            "would show ∇f at a wrong angle to the level curves. Scale it instead."
        )

    def rotate(self, angle: float, *_: Any, **__: Any) -> NoReturn:
        """Refuse: on a map x runs to the right, and y up."""
        raise ValueError(
            f"a contour map cannot be turned (by {angle:g}): what stands on it would not follow. "
            "Turn a landscape instead, and let it become the map."
        )

    def _add_labels(self, keep_clear: NDArray[np.float64]) -> None:
        index_lines = [line for line in self.lines if line.index]
        corners = (self._corners.lower_left, self._corners.upper_right)
        decimals = decimals_for(self.index_levels)
        self.labels.add(
            *place_labels(index_lines, self.field, decimals, corners, self.point(keep_clear))
        )


def _restricted(
    field: ScalarField, x_range: Interval | None, y_range: Interval | None
) -> ScalarField:
    """Return ``field`` with the mapped rectangle as its domain."""
    if field.dimension != 2:
        raise ValueError(
            f"a contour map shows a field of two variables; {field.name} has {field.dimension}"
        )
    domain = (x_range or field.domain[0], y_range or field.domain[1])
    if domain == field.domain:
        return field
    return field.within(domain)


def _units(unit: ArrayLike) -> NDArray[np.float64]:
    """Return the unit of both axes, shape (2,)."""
    units = np.asarray(unit, float)
    if units.size > 1 and not np.all(units == units.flat[0]):
        raise ValueError(
            f"a contour map has the same unit on both axes, got {unit!r}: "
            "else ∇f would not look perpendicular to the level curves"
        )
    if units.size == 0 or not np.isfinite(units).all() or units.flat[0] <= 0:
        raise ValueError(f"unit has to be one number above zero, got {unit!r}")
    return np.full(2, units.flat[0])


def _index_levels(levels: Sequence[float]) -> tuple[float, ...]:
    """Return every fifth, fourth or second level, counted from 0, so that there are a few."""
    if len(levels) < 2:
        return tuple(levels)
    spacing = min(np.diff(sorted(levels)))
    for every in _INDEX_EVERY:
        counts = np.array(levels) / (every * spacing)
        found = tuple(np.array(levels)[np.abs(counts - np.round(counts)) < 1e-6].tolist())
        if len(found) >= _FEWEST_INDEX:
            return found
    return tuple(levels)
