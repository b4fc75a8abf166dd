"""A point of a valley: on the cut, on the map, and what is read off there."""

from manim import AnimationGroup, FadeIn

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.drawing.live import Vary, together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.pitfalls.cut import Cut
from mnemo_anim.mobjects.pitfalls.cut_point import CutPoint
from mnemo_anim.mobjects.pitfalls.cut_reading import CutReading
from mnemo_anim.mobjects.pitfalls.measure import Measure
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STROKES


class ValleyPoint:
    """A point of a valley that becomes another valley.

    Args:
        cut: The cut.
        maps: Below it, to the same scale along x: of the valley, and of what it becomes.
        x: Of the point.
        title: What such a point is called.
        distance: The words for how far away the minimum is.
        full: What fills the bars: a ‖∇f‖, and a distance.
        scale: Length, in units of coords, of an arrow of magnitude 1.
        below: How far below the axis of the cut the way from the minimum is drawn.
        hollow: Whether the dots are rings.

    Attributes:
        at: The spot.
        point: On the cut.
        arrows: ∇f on both maps.
        mark: On them.
        reading: ‖∇f‖ and the distance, with the title.
    """

    def __init__(
        self,
        cut: Cut,
        maps: tuple[SmallMap, SmallMap],
        x: float,
        *,
        title: str,
        distance: str,
        full: tuple[Quantity, Quantity],
        scale: float,
        below: float,
        hollow: bool,
    ) -> None:
        self._y = cut.minimum[1]
        self.at = Spot((x, self._y))
        self.point = CutPoint(cut, self.at, hollow=hollow, below=below)
        self.arrows = tuple(
            small.carry(GradientArrow(small.chart, self.at, scale=scale)) for small in maps
        )
        self.reading = CutReading(
            cut, self.at, full=full, distance=distance, title=title, hollow=hollow
        )
        self.mark = PointMark(maps[0].chart, self.at)
        if hollow:
            self.mark.set_fill(PALETTE.panel).set_stroke(PALETTE.hiker, STROKES.curve)
            self.mark.set_stroke(width=STROKES.curve + STROKES.casing, background=True)
        maps[0].carry(self.mark)
        for part in (*self.arrows, self.mark):
            part.set_z_index(2)  # over the second map, which comes later
        self.mark.set_z_index(3)

    @property
    def measures(self) -> tuple[Measure, Measure]:
        """What is read off, without its title."""
        return self.reading.steepness, self.reading.distance

    def appear(self) -> AnimationGroup:
        """Return the animation in which all of it fades in, on the second map."""
        arrow = self.arrows[1]
        for part in (self.point, self.mark, self.reading):
            part.update(0)  # the valley may have changed since they were made
        return together(FadeIn(self.point), arrow.appear(), FadeIn(self.mark), FadeIn(self.reading))

    def go_to(self, x: float) -> Vary:
        """Return the animation in which the point goes along the cut."""
        return self.at.go_to((x, self._y))

    def feel(self) -> AnimationGroup:
        """Return the animation in which the tangent grows anew, and the arrow swells."""
        return together(self.point.feel(), self.arrows[1].pulse())
