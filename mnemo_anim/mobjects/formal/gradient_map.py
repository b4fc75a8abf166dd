"""A large contour map, a point on it, and the gradient there in all its parts."""

import numpy as np
from manim import DOWN, RIGHT, UP, AnimationGroup, FadeIn, FadeOut, Mobject
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval, ScalarField
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.formal.busy_places import busy_places, even_levels
from mnemo_anim.mobjects.formal.map_camera import MapCamera
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.guide_lines import GuideLines
from mnemo_anim.mobjects.maps.level_ring import LevelRing
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.scale_bar import ScaleBar
from mnemo_anim.mobjects.motion.focus import dim
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.mobjects.slopes.field_arrows import FieldArrows
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.right_angle import RightAngle
from mnemo_anim.mobjects.slopes.slope_ring import SlopeRing
from mnemo_anim.mobjects.slopes.unit_direction import UnitDirection
from mnemo_anim.theme import PALETTE, STAGE, STROKES, TYPE

_BELOW = 3  # level curves up to that of the place that is spoken of
_TICKS = 7  # the most on an axis: one at every whole number
_KEY = 0.15  # from the sides of the map to the scale, in units of coords
_PART_GAP = 0.14  # from a component to its name, in screen units
_MARGIN = 1.02  # above and below the map, for what is written there


class GradientMap:
    """A map in the upper right corner of the stage, and what stands on it.

    It is no mobject: its parts come one by one.

    Args:
        field: What is mapped.
        spot: The point, coords (2,).
        place: Coords (2,) of a place to come, whose level has a curve with a number.
        window: Ranges of x and y; their unit is as large as the stage allows.
        scale: Length of the arrow of a gradient of magnitude 1, in units of coords.
        words: What the map is a map of, and what its scale is.
        ways: Coords (k, 2) of places that the spot goes straight between: where it goes with
            its arrow, no number stands.
        known: The magnitude that the scale shows.

    Attributes:
        chart: The map.
        ground: The landscape under it, seen at a slant at first.
        camera: Its paths, from there to the map and back.
        words: As given, over the map.
        mark: The point.
        guides: From the point to both axes.
        arrow: ∇f at the point.
        names: Of its components, beside them.
        key: The scale of the arrows.
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
        window: tuple[Interval, Interval],
        *,
        scale: float,
        words: tuple[str, str],
        ways: ArrayLike = (),
        known: float = 5.0,
    ) -> None:
        at = np.asarray(place, float)
        seen = field.within(window)
        self.chart = chart = ContourMap(
            seen,
            unit=(STAGE.top - STAGE.bottom - _MARGIN) / (window[1][1] - window[1][0]),
            levels=(levels := even_levels(seen, float(field.value(at)), _BELOW)),
            index_levels=levels[_BELOW - 1 :: _BELOW],
            keep_clear=busy_places(seen, at, scale=scale, ways=ways),
            ticks=_TICKS,
        )
        chart.shift([STAGE.right - chart.get_right()[0], STAGE.top - chart.get_top()[1], 0])
        self.ground = chart.backing(curves=1.0, rim=1.0, opacity=0.0)
        self.camera = MapCamera(chart, self.ground)
        border = chart.axes.border
        self.words = halo(Words(words[0], size=TYPE.label, color=PALETTE.ink_soft))
        self.words.next_to(border, UP, buff=STAGE.gap / 2).align_to(border, [1, 0, 0])
        self.spot = spot
        self.mark = PointMark(chart, spot)
        self.guides = GuideLines(chart, spot)
        self.arrow = GradientArrow(chart, spot, scale=scale)
        (west, _), (south, _) = window
        corner = (west + _KEY, south + _KEY)
        self.names = [self._part_name(index) for index in (0, 1)]
        self.key = ScaleBar(chart, corner, scale=scale, words=words[1], magnitude=known)
        self.direction = UnitDirection(chart, spot)
        self.circle = SlopeRing(chart, spot, radius=1.0, start=0.0)
        self.circle.felt = 0.0
        self.level = LevelRing(chart, spot, color=PALETTE.level)
        self.level.set_stroke(width=STROKES.curve)
        self.chart.labels.set_z_index(1)  # no level curve crosses the numbers
        self.chart.axes.numbers.set_z_index(1)  # nor what passes over the sides of the map
        self.key.set_z_index(1)
        over: tuple[Mobject, ...] = (
            self.circle,
            self.arrow.components,
            self.arrow,
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

    def become_map(self) -> AnimationGroup:
        """Return the animation in which the ground, seen from above, becomes the map."""
        return together(
            FadeIn(self.chart.lines, self.chart.labels, self.words, self.key),
            self.ground.to(curves=0.0, rim=0.0),
            self.mark.appear(),
        )

    def clear_for_spreading(self, scale: float) -> AnimationGroup:
        """Return the animation in which ∇f alone is left on the map, drawn to another scale."""
        return together(
            self.direction.vanish(), self.circle.vanish(), self.arrow.vary(drawn_to=scale)
        )

    def become_ground(self) -> AnimationGroup:
        """Return the animation in which the map is no more than the ground, seen from above."""
        chart = self.chart
        gone = FadeOut(chart.axes, chart.labels, chart.lines, self.words, self.key)
        return together(gone, self.ground.to(curves=1.0, rim=1.0))

    def stand_on_ground(self) -> tuple[FieldArrows, GradientArrow, PointMark]:
        """Return gradients all over the ground, and that of the point, and the point, as it is.

        They go with the camera; put them in the place of arrow and mark.
        """
        ground, spot, scale = self.ground, self.spot, self.arrow.drawn_to
        field = FieldArrows(ground, scale=scale, parts=(None,), spread_from=spot.coords)
        return field, GradientArrow(ground, spot, scale=scale), PointMark(ground, spot)

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
