"""A large contour map, a point on it, and the gradient there in all its parts."""

from collections.abc import Callable
from math import tau

import numpy as np
from manim import DOWN, RIGHT, UP, AnimationGroup, FadeIn, FadeOut, Mobject
from numpy.typing import ArrayLike

from mnemo_anim.landscape import View
from mnemo_anim.maths import ScalarField, unit_directions
from mnemo_anim.mobjects.chart import Coords
from mnemo_anim.mobjects.contour_map import ContourMap, Interval
from mnemo_anim.mobjects.dolly import rise_to_map
from mnemo_anim.mobjects.focus import dim
from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.guide_lines import GuideLines
from mnemo_anim.mobjects.lettering import Formula, Words, halo
from mnemo_anim.mobjects.level_ring import LevelRing
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.point_mark import PointMark
from mnemo_anim.mobjects.right_angle import RightAngle
from mnemo_anim.mobjects.scale_key import ScaleKey
from mnemo_anim.mobjects.slope_ring import SlopeRing
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.staging import soon
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.mobjects.unit_direction import UnitDirection
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_BELOW = 3  # level curves up to that of the place that is spoken of
_REACHES = (0.5, 1.0)  # of the arrow: kept clear, in arrows
_CLEAR = 24  # places on the circle of directions, and on each guide, that are kept clear
_KEY = 0.35  # from the sides of the map to the arrow of the key, in units of coords
_PART_GAP = 0.14  # from a component to its name, in screen units
_MARGIN = 1.02  # above and below the map, for what is written there
_AZIMUTH, _ELEVATION, _PERSPECTIVE = -0.5, 0.6, 0.4  # of the ground as it is first seen
_TURN = 0.25  # of the camera, in radians, before the ground becomes the map
_OVERLAP = 0.6  # of the ground into the column beside it


class GradientMap:
    """A map in the upper right corner of the stage, and what stands on it.

    It is no mobject: its parts come one by one.

    Args:
        field: What is mapped.
        spot: The point, coords (2,).
        place: Coords (2,) of a place to come, whose level has a curve with a number.
        window: Ranges of x and y; their unit is as large as the stage allows.
        scale: Length of the arrow of a gradient of magnitude 1, in units of coords.
        words: What the map is a map of.
        known: The magnitude whose arrow is the key of that scale.

    Attributes:
        chart: The map.
        ground: The landscape under it, seen from straight above at first.
        words: As given, over the map.
        mark: The point.
        guides: From the point to both axes.
        arrow: ∇f at the point.
        names: Of its components, beside them.
        key: Its scale.
        direction: A direction of length one at the point.
        circle: Where its tip goes.
        level: The level curve through the point.
        corner: The right angle between it and ∇f.
    """

    def __init__(
        self,
        field: ScalarField,
        spot: Spot,
        place: ArrayLike,
        *,
        window: tuple[Interval, Interval],
        scale: float,
        words: str,
        known: float = 5.0,
    ) -> None:
        at = np.asarray(place, float)
        reach = np.outer(_REACHES, scale * field.gradient(at))
        seen = ScalarField(field.expression, field.variables, name=field.name, domain=window)
        self.chart = chart = ContourMap(
            seen,
            unit=(STAGE.top - STAGE.bottom - _MARGIN) / (window[1][1] - window[1][0]),
            levels=(levels := _levels(seen, float(field.value(at)))),
            index_levels=levels[_BELOW - 1 :: _BELOW],
            keep_clear=np.concatenate([[at], at + reach, at + _around(), _guided(at, window)]),
        )
        chart.shift([STAGE.right - chart.get_right()[0], STAGE.top - chart.get_top()[1], 0])
        self.ground = chart.backing(curves=1.0, rim=1.0, opacity=0.0)
        self.ground.set_view(self.slanted_view(_AZIMUTH - _TURN))
        border = chart.axes.border
        self.words = halo(Words(words, size=TYPE.label, color=PALETTE.ink_soft))
        self.words.next_to(border, UP, buff=STAGE.gap / 2).align_to(border, [1, 0, 0])
        self.spot = spot
        self.mark = PointMark(chart, spot)
        self.guides = GuideLines(chart, spot)
        self.arrow = GradientArrow(chart, spot, scale=scale)
        (west, _), (south, _) = window
        tail = (west + _KEY, south + _KEY)
        self.names = [self._part_name(index) for index in (0, 1)]
        self.key = ScaleKey(chart, tail, scale=scale, magnitude=known)
        self.direction = UnitDirection(chart, spot)
        self.circle = SlopeRing(chart, spot, radius=1.0, start=0.0)
        self.circle.felt = 0.0
        self.level = LevelRing(chart, spot, color=PALETTE.level)
        self.level.set_stroke(width=STROKES.curve)
        self.chart.labels.set_z_index(1)  # no level curve crosses the numbers
        self.key.set_z_index(1)
        over: tuple[Mobject, ...] = (
            self.arrow.components,
            self.arrow,
            self.circle,
            self.direction,
            self.mark,
        )
        for order, part in enumerate(over, start=2):
            part.set_z_index(order)
        self.corner = RightAngle(chart, spot, size=0.26)

    @property
    def column(self) -> Interval:
        """Left and right edge of what the map leaves of the stage, in screen units."""
        return STAGE.left, float(self.chart.get_left()[0]) - 1.5 * STAGE.gap

    def slanted_view(self, azimuth: float = _AZIMUTH) -> View:
        """Return a view of the ground at a slant, where the map is going to be."""
        return self.rise(azimuth)(0.0)

    def rise(self, azimuth: float = _AZIMUTH) -> Callable[[float], View]:
        """Return the path of the camera from there to straight above, where the ground is a map."""
        border = self.chart.axes.border
        width = STAGE.right - float(border.get_left()[0]) + _OVERLAP
        middle = (float(border.get_center()[0]), STAGE.middle)
        return self._path(azimuth, _ELEVATION, middle, (width, STAGE.top - STAGE.bottom))

    def become_map(self) -> AnimationGroup:
        """Return the animation in which the ground, seen from above, becomes the map."""
        return together(
            FadeIn(self.chart.lines, self.chart.labels, self.words),
            self.ground.to(curves=0.0, rim=0.0),
            self.mark.appear(),
        )

    def leave(self) -> AnimationGroup:
        """Return the animation in which all that stands on the map leaves it."""
        return together(
            *(part.vanish() for part in (self.direction, self.circle, self.arrow, self.mark))
        )

    def become_ground(self) -> AnimationGroup:
        """Return the animation in which the map is no more than the ground, seen from above."""
        chart = self.chart
        gone = FadeOut(chart.axes, chart.labels, chart.lines, self.words, self.key)
        return together(gone, self.ground.to(curves=1.0, rim=1.0))

    def descend(self, azimuth: float, elevation: float) -> Callable[[float], View]:
        """Return the path of the camera from there to a slant, where the ground fills the stage.

        Args:
            azimuth: Of the camera in the end, as in `View`.
            elevation: The same.
        """
        middle = (0.0, STAGE.middle)
        size = (STAGE.right - STAGE.left, STAGE.top - STAGE.bottom)
        path = self._path(azimuth, elevation, middle, size)
        return lambda t: path(1.0 - t)

    def grow_part(self, index: int) -> AnimationGroup:
        """Return the animation in which a component grows out of the point, with its name."""
        part = self.arrow.components[index]
        part.slid = 0.0
        return together(part.grow(), self.names[index].appear())

    def assemble(self) -> AnimationGroup:
        """Return the animation in which the components become ∇f, and stay without names."""
        names = (name.vanish() for name in self.names)
        return together(self.arrow.assemble(keep=True), soon(*names))

    def leave_only(self, index: int) -> AnimationGroup:
        """Return the animation in which one component is left of the gradient."""
        part, other = self.arrow.components[index], self.arrow.components[1 - index]
        return together(
            self.arrow.vanish(), other.vanish(), part.vary(shown=1.0, slid=0.0, stretch=1.0)
        )

    def reunite(self) -> AnimationGroup:
        """Return the animation in which both components are there, tip to tail."""
        parts = (part.vary(shown=1.0, slid=1.0, stretch=1.0) for part in self.arrow.components)
        return together(*parts)

    def draw_arrow(self) -> AnimationGroup:
        """Return the animation in which the components become ∇f, with the key to its scale."""
        return together(self.arrow.assemble(keep=True), FadeIn(self.key))

    def clear_for_turning(self) -> AnimationGroup:
        """Return the animation in which ∇f steps back, and its components leave."""
        return together(dim(self.arrow), *(part.vanish() for part in self.arrow.components))

    def _part_name(self, index: int) -> Tag:
        """Return the name of a component, beside its middle."""
        part, field = self.arrow.components[index], self.chart.field
        name = rf"partial {field.name} \/ partial {field.variables[index]}"
        written = halo(Formula(name, size=TYPE.label, color=PALETTE.part(index)))
        side = (DOWN, RIGHT)[index]
        return Tag(written, lambda: (part.tail + part.tip) / 2, side, gap=_PART_GAP)

    def _path(
        self,
        azimuth: float,
        elevation: float,
        middle: tuple[float, float],
        size: tuple[float, float],
    ) -> Callable[[float], View]:
        """Return the path of the camera from a slant, where the ground fills a box, to the map."""
        x, y, _ = self.chart.centre
        return rise_to_map(
            self.ground,
            self.chart.unit,
            (float(x), float(y)),
            azimuth=azimuth,
            elevation=elevation,
            perspective=_PERSPECTIVE,
            width=size[0],
            height=size[1],
            middle=middle,
        )


def _guided(place: Coords, window: tuple[Interval, Interval]) -> Coords:
    """Return coords (k, 2) along the lines from a place to both axes."""
    feet = np.array([[window[0][0], place[1]], [place[0], window[1][0]]])
    return np.concatenate([np.linspace(place, foot, _CLEAR) for foot in feet])


def _around() -> Coords:
    """Return the displacements (k, 2) to where the circle of directions runs."""
    return unit_directions(np.linspace(0.0, tau, _CLEAR, endpoint=False))


def _levels(field: ScalarField, through: float) -> tuple[float, ...]:
    """Return evenly spaced levels, one of which is ``through``."""
    corners = np.stack(np.meshgrid(*field.domain), axis=-1).reshape(-1, 2)
    step = through / _BELOW
    count = int(np.ceil(float(field.value(corners).max()) / step)) - 1
    return tuple(step * k for k in range(1, count + 1))
