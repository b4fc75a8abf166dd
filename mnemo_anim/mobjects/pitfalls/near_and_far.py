"""The mended side of the card about steepness and distance: near and steep, far and flat."""

from collections.abc import Sequence

from manim import DOWN, UP, AnimationGroup, FadeIn, Group

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.card import Card
from mnemo_anim.mobjects.card_moves import Turn
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.pitfalls.cut import Cut, CutPoint, cut_graph
from mnemo_anim.mobjects.pitfalls.cut_reading import CutReading
from mnemo_anim.mobjects.point_mark import PointMark
from mnemo_anim.mobjects.small_map import SmallMap
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import PALETTE, STAGE, STROKES

_WIDTH = 6.5  # of cut and map, in screen units
_HEIGHTS = (2.2, 2.2)  # of cut and map
_X = -2.95  # of their middle, from the card's
_READ_X = 4.0


class NearAndFar:
    """A funnel, cut open and from above, with a point beside its minimum and one far from it.

    Args:
        card: Where all of it stands.
        funnel: A valley that is steep beside its minimum.
        at: x of the near point and of the far one.
        words: For how far away the minimum is, for the near point, and for the far one.
        scale: Length, in units of coords, of an arrow of magnitude 1.
    """

    def __init__(
        self,
        card: Card,
        funnel: ScalarField,
        *,
        at: tuple[float, float],
        words: Sequence[str],
        scale: float,
    ) -> None:
        self.card = card
        distance, *titles = words
        graph = cut_graph((funnel,), _WIDTH, _HEIGHTS[0], ticks=0)
        west, east = funnel.domain[0]
        extent = (east - west, (east - west) * _HEIGHTS[1] / _WIDTH)
        self.map = SmallMap(funnel, extent=extent, width=_WIDTH)
        Group(graph, self.map).arrange(DOWN, buff=STAGE.gap).move_to(card.at(_X, 0.0))
        self.cut = Cut(graph, funnel)
        self.near, self.far = (
            Place(self.cut, self.map, x, title=title, distance=distance, scale=scale, hollow=hollow)
            for x, title, hollow in zip(at, titles, (False, True), strict=True)
        )
        self.near.reading.move_to(card.at(_READ_X, 0.0)).align_to(graph, UP)
        self.far.reading.move_to(card.at(_READ_X, 0.0)).align_to(self.map, DOWN)

    def turn(self) -> Turn:
        """Return the animation in which the card turns: the near point is there."""
        return self.card.turn(self.cut.graph, self.cut, self.map, *self.near.parts)

    def feel(self) -> AnimationGroup:
        """Return the animation that points out how steep both places are."""
        return together(self.near.feel(), self.far.feel())

    def pace(self) -> AnimationGroup:
        """Return the animation that points out how far away both places are."""
        return together(self.near.point.pace(), self.far.point.pace())


class Place:
    """A point of a valley: on the cut, on the map, and what is read off there.

    Args:
        cut: The cut.
        chart: The map, below it, to the same scale along x.
        x: Of the point.
        title: What such a point is called.
        distance: The words for how far away the minimum is.
        scale: Length, in units of coords, of an arrow of magnitude 1.
        hollow: Whether the dot on the cut is a ring.
    """

    def __init__(
        self,
        cut: Cut,
        chart: SmallMap,
        x: float,
        *,
        title: str,
        distance: str,
        scale: float,
        hollow: bool,
    ) -> None:
        at = Spot((x, cut.minimum[1]))
        self.point = CutPoint(cut, at, hollow=hollow)
        self.arrow = chart.arrow(at, scale=scale)
        self.reading = CutReading(cut, at, distance=distance, title=title, hollow=hollow)
        mark = PointMark(chart.chart, at)
        if hollow:
            mark.set_fill(PALETTE.panel).set_stroke(PALETTE.hiker, STROKES.curve)
            mark.set_stroke(width=STROKES.curve + STROKES.casing, background=True)
        chart.carry(mark)
        self.parts = (at, self.point, self.arrow, mark, self.reading)

    def appear(self) -> AnimationGroup:
        """Return the animation in which all of it fades in."""
        return together(*map(FadeIn, self.parts[1:]))

    def feel(self) -> AnimationGroup:
        """Return the animation in which the tangent grows anew, and the arrow swells."""
        return together(self.point.feel(), self.arrow.pulse())
