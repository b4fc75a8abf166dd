"""The mended side of the card about steepness and distance: near and steep, far and flat."""

from collections.abc import Sequence

from manim import DOWN, UP, AnimationGroup, FadeIn, Group, Mobject

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.cards.card_moves import Turn
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.pitfalls.cut import Cut, cut_graph
from mnemo_anim.mobjects.pitfalls.valley_point import ValleyPoint
from mnemo_anim.theme import PALETTE, STAGE, TYPE, units

_WIDTH = 6.2  # of cut and map, in screen units
_HEIGHTS = (1.75, 1.75)  # of cut and map
_BETWEEN = 1.04  # from the axis of the cut to the map: its numbers, and the two ways
_BELOW = (0.66, 0.88)  # of the ways of the near point and of the far one, below the axis
_X = -2.75  # of their middle, from the card's
_READ_X = 4.0
_SCALE = 0.2  # length, in units of coords, of an arrow of magnitude 1
_MINIMUM = units(6.0)  # radius of the mark at the minimum


class NearAndFar:
    """A valley, cut open and from above, with a point beside its minimum and one far from it.

    It is one that is as steep everywhere first, and then one that is steep only near its minimum.

    Args:
        card: Where all of it stands.
        cone: The first valley.
        funnel: The second one, whose minimum lies at the same place.
        at: x of the near point, and of the far one, when they are first seen.
        full: What fills the bars: a ‖∇f‖, and a distance.
        words: For the minimum, for how far away it is, for the near point, and for the far one.

    Attributes:
        near: The near point.
        far: The far one.
    """

    def __init__(
        self,
        card: Card,
        cone: ScalarField,
        funnel: ScalarField,
        *,
        at: tuple[float, float],
        full: tuple[Quantity, Quantity],
        words: Sequence[str],
    ) -> None:
        self.card = card
        minimum, distance, *titles = words
        graph = cut_graph((cone, funnel), _WIDTH, _HEIGHTS[0], ticks=4)
        west, east = funnel.domain[0]
        extent = (east - west, (east - west) * _HEIGHTS[1] / _WIDTH)
        self.before, self.map = (
            SmallMap(valley, extent=extent, width=_WIDTH) for valley in (cone, funnel)
        )
        _stack(graph, self.before, self.map)
        Group(graph, self.before, self.map).move_to(card.at(_X, 0.0))
        self.map.ground.update(0).set_opacity(0.0)
        self.cut = Cut(graph, cone, funnel)
        self.near, self.far = (
            ValleyPoint(
                self.cut,
                (self.before, self.map),
                x,
                title=title,
                distance=distance,
                full=full,
                scale=_SCALE,
                below=below,
                hollow=hollow,
            )
            for x, title, below, hollow in zip(at, titles, _BELOW, (False, True), strict=True)
        )
        self.near.reading.move_to(card.at(_READ_X, 0.0)).align_to(graph, UP)
        self.far.reading.move_to(card.at(_READ_X, 0.0)).align_to(self.map, DOWN)
        self._lowest = self._mark_minimum(minimum)

    def turn(self) -> Turn:
        """Return the animation in which the card turns: the near point is there, not yet named."""
        near = self.near
        parts = (near.at, near.point, near.arrows[0], near.mark, *near.measures)
        return self.card.turn(self.cut.graph, self.cut, self.before, *self._lowest, *parts)

    def become_funnel(self, x: float) -> AnimationGroup:
        """Return the animation in which the valley becomes the other, and the near point is named.

        Args:
            x: Where the near point is then.
        """
        first, second = self.near.arrows
        return together(
            self.cut.vary(turned=1.0),
            self.near.go_to(x),
            self.map.ground.to(opacity=1.0),
            FadeIn(self.map.chart),
            soon(first.vanish()),
            late(second.appear()),
            soon(FadeIn(self.near.reading.title)),
        )

    def feel(self) -> AnimationGroup:
        """Return the animation that points out how steep both places are."""
        return together(self.near.feel(), self.far.feel())

    def pace(self) -> AnimationGroup:
        """Return the animation that points out how far away both places are."""
        return together(self.near.point.pace(), self.far.point.pace())

    def _mark_minimum(self, name: str) -> tuple[Mobject, ...]:
        """Return the marks of the minimum, on the cut and on the map, and its name."""
        cut = self.cut
        on_map = PointMark(self.map.chart, cut.minimum, color=PALETTE.loss, radius=_MINIMUM)
        on_cut = on_map.copy().clear_updaters()
        on_cut.move_to(cut.graph.point(cut.minimum[0], cut.value(cut.minimum[0])))
        words = halo(Words(name, size=TYPE.label, color=PALETTE.loss))
        words.next_to(on_map, DOWN, buff=STAGE.gap / 2)
        for part in (on_map, words):
            part.set_z_index(1)
        return on_map, on_cut, words


def _stack(graph: Graph, *maps: SmallMap) -> None:
    """Put maps below a graph, their middle lines the same."""
    axis = graph.corners.point((0.0, 0.0))
    for chart in maps:
        chart.next_to(axis, DOWN, buff=_BETWEEN)
