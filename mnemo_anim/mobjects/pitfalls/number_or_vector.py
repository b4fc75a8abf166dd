"""The card about derivative and gradient: a number on a curve, an arrow on a map."""

from collections.abc import Sequence

import numpy as np
from manim import RIGHT, AnimationGroup, Create, FadeIn, FadeOut
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.card import Card
from mnemo_anim.mobjects.card_moves import Deal, Turn
from mnemo_anim.mobjects.live import Vary, together
from mnemo_anim.mobjects.pitfalls.curve_panel import CurvePanel
from mnemo_anim.mobjects.pitfalls.map_panel import MapPanel
from mnemo_anim.mobjects.spot import PartOfSpot, Spot, Wander
from mnemo_anim.mobjects.staging import late, soon

_LARGE = (6.7, 3.8)  # width and height of the curve that is alone, in screen units
_SMALL = (5.4, 2.6)  # of the curve that has the map beside it
_MAP = (5.4, 3.3)  # of that map
_ALONE, _BESIDE = (-2.35, -0.05), (4.15, 0.15)  # of it, and of its number, from the card's middle
_GRAPH_Y, _MAP_Y, _WRITTEN = 0.72, 0.85, -1.85  # y of what stands in columns, from there


class NumberOrVector:
    """A point on a curve, whose derivative is one number; and on a map, where it is an arrow.

    Args:
        card: Where all of it stands.
        curve: A function of one variable.
        plane: A function of two, equal to the first one where the second input is 0.
        at: The point on the map; on the curve it is its first coordinate.
        scale: Length, in units of coords, of the arrow for a derivative of 1.
        words: What a derivative is, and what a gradient is.

    Attributes:
        x: The point on the curve that is alone.
        at: The point on the map, and on the curve beside it.
    """

    def __init__(
        self,
        card: Card,
        curve: ScalarField,
        plane: ScalarField,
        *,
        at: ArrayLike,
        scale: float,
        words: Sequence[str],
    ) -> None:
        number, vector = words
        self.card = card
        self.at = Spot(at)
        self.x = Spot(self.at.coords[:1])
        self.alone = CurvePanel(
            curve, self.x, size=_LARGE, centre=card.at(*_ALONE), scale=scale, word=number
        )
        self.alone.write_beside(card.at(*_BESIDE))
        self._symbol = self.alone.mistaken()

        self._foot = PartOfSpot(self.at, (0,))
        half = card.width / 4
        self.curve = CurvePanel(
            curve,
            self._foot,
            size=_SMALL,
            centre=card.at(-half, _GRAPH_Y),
            scale=scale,
            word=number,
        )
        self.curve.write_below(card.at(-half, _WRITTEN))
        self.map = MapPanel(
            plane,
            self.at,
            size=_MAP,
            centre=card.at(half, _MAP_Y),
            scale=scale,
            word=vector,
        )
        self.map.write_below(card.at(half, _WRITTEN))

    def deal(self) -> Deal:
        """Return the animation in which the card comes, with a curve and a point on it."""
        return self.card.deal(self.x, self.alone.axes, self.alone.curve, self.alone.dot)

    def write_derivative(self) -> FadeIn:
        """Return the animation in which df/dx is written, equals something."""
        return FadeIn(self.alone.derivative.label)

    def write_gradient(self) -> FadeIn:
        """Return the animation of the mistake: a gradient's symbol stands in for the number."""
        return FadeIn(self._symbol)

    def tell_apart(self) -> AnimationGroup:
        """Return the animation in which the number takes the place of that symbol."""
        return together(
            soon(FadeOut(self._symbol, shift=RIGHT)),
            late(FadeIn(self.alone.derivative.number)),
        )

    def name_number(self) -> FadeIn:
        """Return the animation in which it is said what a derivative is."""
        return FadeIn(self.alone.word)

    def slide(self, x: float) -> Vary:
        """Return the animation in which the point slides along the curve that is alone."""
        return self.x.go_to([x])

    def turn(self) -> Turn:
        """Return the animation in which the card turns to curve and map."""
        curve, plane = self.curve, self.map
        return self.card.turn(
            self.at,
            self._foot,
            curve.axes,
            curve.curve,
            curve.tangent,
            curve.dot,
            curve.derivative,
            curve.word,
            plane.ground,
            plane.map,
            plane.arrow,
            plane.mark,
            plane.column,
            plane.word,
        )

    def lay_on_line(self) -> AnimationGroup:
        """Return the animation in which the second input becomes 0, and both arrows are alike."""
        below = self.at.coords * [1.0, 0.0]
        return together(Create(self.map.line), self.at.go_to(below), self.curve.arrow.grow())

    def point_out_same(self) -> AnimationGroup:
        """Return the animation in which both arrows swell: they are the same."""
        return together(self.map.arrow.pulse(), self.curve.arrow.pulse())

    def leave_line(self, waypoints: ArrayLike) -> Wander:
        """Return the animation in which the point goes out into the plane, by coords (k, 2)."""
        return self.at.wander(np.asarray(waypoints, float))
