"""The card about one point and the whole: two landscapes that agree in one point."""

from collections.abc import Sequence

from manim import LEFT, RIGHT, AnimationGroup, FadeIn

from mnemo_anim.maths import ScalarField, Walk
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.cards.card_moves import Deal, Turn
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.pitfalls.crossing_out import CrossingOut
from mnemo_anim.mobjects.pitfalls.made_up_slope import MadeUpSlope
from mnemo_anim.mobjects.pitfalls.twin import Twin
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_AT = (3.2, 0.2)  # of the middle of a landscape, from that of the card
_SLOPE_Y = 0.45  # of the middle of a ground that is made up
_BELIEF_Y = -2.1
_SIDES = (-1, 1)


class Twins:
    """Two landscapes side by side, of which only what a lantern lights is seen.

    Args:
        card: Where they stand.
        walks: A descent on each, from the point at which they agree.
        plane: What is made up from the arrow there, for both the same.
        words: For what is believed, and for what the two have in common.

    Attributes:
        west: The landscape on the left.
        south: The one on the right.
        cross: What says that the belief is wrong.
    """

    def __init__(
        self, card: Card, walks: Sequence[Walk], plane: ScalarField, words: Sequence[str]
    ) -> None:
        belief, same = words
        self.card = card
        self.slopes = tuple(
            MadeUpSlope(plane, walk.start, centre=card.at(side * _AT[0], _SLOPE_Y)[:2])
            for walk, side in zip(walks, _SIDES, strict=True)
        )
        self.belief = Words(belief, size=TYPE.formula, family=FONTS.strong)
        self.belief.move_to(card.at(0.0, _BELIEF_Y))
        self.cross = CrossingOut(self.belief)
        self.west, self.south = (
            Twin(walk, centre=card.at(side * _AT[0], _AT[1])[:2], side=-side)
            for walk, side in zip(walks, _SIDES, strict=True)
        )
        for twin, edge, side in ((self.west, STAGE.left, LEFT), (self.south, STAGE.right, RIGHT)):
            twin.facts.move_to([edge, card.mend.bottom + 0.75, 0], aligned_edge=side)
        self.same = Words(same, size=TYPE.label, color=PALETTE.ink_soft, width=2.0, align="center")
        self.same.move_to(card.at(0.0, -1.9))

    @property
    def both(self) -> tuple[Twin, Twin]:
        """The one and the other."""
        return self.west, self.south

    def deal(self) -> Deal:
        """Return the animation in which the card comes: a hiker and an arrow, twice."""
        parts = (part for slope in self.slopes for part in slope.parts)
        return self.card.deal(*parts, self.belief, self.cross)

    def extend(self) -> AnimationGroup:
        """Return the animation of the mistake: a whole slope is made up from the arrow."""
        return together(*(slope.extend() for slope in self.slopes))

    def turn(self) -> Turn:
        """Return the animation in which the card turns: both are dark but for what is known."""
        return self.card.turn(*(part for twin in self.both for part in twin.parts))

    def state_facts(self) -> AnimationGroup:
        """Return the animation in which height and gradient are written, the same twice."""
        return together(*(FadeIn(twin.facts) for twin in self.both))

    def say_same(self) -> AnimationGroup:
        """Return the animation in which it is said what they have in common; the arrows swell."""
        return together(FadeIn(self.same), *(twin.arrow.pulse() for twin in self.both))

    def lift_fog(self) -> AnimationGroup:
        """Return the animation in which both landscapes come to light."""
        return together(*(twin.lift_fog() for twin in self.both))

    def walk(self) -> AnimationGroup:
        """Return the animation in which both hikers go down to their valleys."""
        return together(*(twin.trail.walk() for twin in self.both))

    def point_out(self) -> AnimationGroup:
        """Return the animation that points out the one place that the gradients tell of."""
        return together(*(twin.point_out() for twin in self.both))
