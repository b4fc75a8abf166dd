"""The card about derivative and gradient: a number on a curve, an arrow on a map."""

from collections.abc import Sequence

import numpy as np
from manim import AnimationGroup, Create, FadeIn
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.cards.card_moves import Deal, Turn
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import PartOfSpot, Spot, Wander
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.pitfalls.crossing_out import CrossingOut
from mnemo_anim.mobjects.pitfalls.curve_panel import CurvePanel
from mnemo_anim.mobjects.pitfalls.map_panel import MapPanel
from mnemo_anim.theme import PALETTE, TYPE

_LARGE = (7.2, 4.5)  # width and height of the map on the mistaken side, in screen units
_SMALL = (5.6, 2.78)  # of the curve
_MAP = (5.4, 3.3)  # of the map beside it
_LARGE_AT, _BELIEF_AT = (-2.4, 0.0), (4.2, 0.0)  # of their middles, from the card's
_GRAPH_Y, _MAP_Y, _WRITTEN = 0.72, 0.85, -1.95  # y of what stands in columns, from there


class NumberOrVector:
    """A point on a map, whose gradient is an arrow; and on a curve, where one number is enough.

    Args:
        card: Where all of it stands.
        curve: A function of one variable.
        plane: A function of two, equal to the first one where the second input is 0.
        at: The point on the map; on the curve it is its first coordinate.
        scale: Length, in units of coords, of the arrow for a derivative of 1.
        words: What a derivative is, and what a gradient is.

    Attributes:
        mistaken: The map on the mistaken side.
        belief: The mistake: ∇f set equal to one number, the first of its components.
        cross: What says that it is wrong.
        at: The point on the map, and on the curve beside it.
        curve: The curve, with df/dx.
        map: The map, with ∇f.
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
        here = self.at.at
        self.mistaken = MapPanel(
            plane,
            Spot(at),
            size=_LARGE,
            centre=card.at(*_LARGE_AT),
            scale=scale,
            word=vector,
        )
        self.belief = Readout(
            f"nabla {plane.name}",
            lambda: PartialDerivative(plane, here, 0),
            decimals=1,
            size=TYPE.title,
            color=PALETTE.uphill,
            signed=True,
            haloed=False,
        )
        self.belief.move_to(card.at(*_BELIEF_AT))
        self.cross = CrossingOut(self.belief)

        self._foot = PartOfSpot(self.at, (0,))
        half = card.width / 4
        self.curve = CurvePanel(
            curve,
            self._foot,
            size=_SMALL,
            centre=card.at(-half, _GRAPH_Y),
            beside=card.at(half, 0.0),
            below=card.at(-half, _WRITTEN),
            scale=scale,
            word=number,
        )
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
        """Return the animation in which the card comes: an arrow on a map, and the mistake."""
        return self.card.deal(*self.mistaken.picture, self.belief, self.cross)

    def turn(self) -> Turn:
        """Return the animation in which the card turns to the curve and its derivative."""
        curve = self.curve
        return self.card.turn(
            self.at,
            self._foot,
            curve.axes,
            curve.curve,
            curve.tangent,
            curve.dot,
            curve.derivative,
        )

    def name_number(self) -> AnimationGroup:
        """Return the animation in which the rise becomes the number, and the number is named."""
        return together(self.curve.fly_in(), FadeIn(self.curve.word))

    def open_map(self) -> AnimationGroup:
        """Return the animation in which the number moves under its curve, and the map appears."""
        return together(self.curve.write_below(), self.map.appear())

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
