"""The card about one point and the whole: two landscapes that agree in one point."""

from collections.abc import Sequence

from manim import LEFT, RIGHT, AnimationGroup, FadeIn

from mnemo_anim.maths import Walk
from mnemo_anim.mobjects.card import Card
from mnemo_anim.mobjects.card_moves import Deal, Turn
from mnemo_anim.mobjects.lettering import Words
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.pitfalls.twin import Twin
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_AT = (3.2, 0.2)  # of the middle of a landscape, from that of the card


class Twins:
    """Two landscapes side by side, of which only what a lantern lights is seen.

    Args:
        card: Where they stand.
        walks: A descent on each, from the point at which they agree.
        same: The words for what they have in common.
    """

    def __init__(self, card: Card, walks: Sequence[Walk], *, same: str) -> None:
        self.card = card
        self.west, self.south = (
            Twin(walk, centre=card.at(side * _AT[0], _AT[1])[:2])
            for walk, side in zip(walks, (-1, 1), strict=True)
        )
        for twin, edge, side in ((self.west, STAGE.left, LEFT), (self.south, STAGE.right, RIGHT)):
            twin.facts.move_to([edge, card.mend.bottom + 0.75, 0], aligned_edge=side)
        self.same = Words(same, size=TYPE.label, color=PALETTE.ink_soft, width=2.0, align="center")
        self.same.move_to(card.at(0.0, -1.9))

    @property
    def both(self) -> tuple["Twin", "Twin"]:
        """The one and the other."""
        return self.west, self.south

    def deal(self) -> Deal:
        """Return the animation in which the card comes, dark but for two lit discs."""
        return self.card.deal(*(part for twin in self.both for part in (twin.land, twin.arrow)))

    def extend(self) -> AnimationGroup:
        """Return the animation of the mistake: the plane at the point is taken for all there is."""
        return together(*(twin.plane.extend() for twin in self.both))

    def state_facts(self) -> AnimationGroup:
        """Return the animation in which height and gradient are written, the same twice."""
        return together(*(FadeIn(twin.facts) for twin in self.both))

    def say_same(self) -> AnimationGroup:
        """Return the animation in which it is said what they have in common; the arrows swell."""
        return together(FadeIn(self.same), *(twin.arrow.pulse() for twin in self.both))

    def turn(self) -> Turn:
        """Return the animation in which the card turns."""
        return self.card.turn(
            *(
                part
                for twin in self.both
                for part in (twin.land, twin.plane, twin.arrow, twin.facts)
            )
        )

    def lift_fog(self) -> AnimationGroup:
        """Return the animation in which both landscapes come to light."""
        return together(*(twin.lift_fog() for twin in self.both))

    def walk(self) -> AnimationGroup:
        """Return the animation in which both hikers go down to their valleys."""
        return together(*(twin.trail.walk() for twin in self.both))
