"""The mistaken side of the card about steepness and distance: in a bowl, far means steep."""

from collections.abc import Sequence

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.cards.card_moves import Deal
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.pitfalls.crossing_out import CrossingOut
from mnemo_anim.mobjects.pitfalls.cut import Cut, cut_graph
from mnemo_anim.mobjects.pitfalls.cut_point import CutPoint
from mnemo_anim.mobjects.pitfalls.cut_reading import CutReading
from mnemo_anim.theme import FONTS, TYPE

_GRAPH = (6.4, 3.9)  # width and height, in screen units
_GRAPH_AT = (-2.55, 0.0)  # of its middle, from the card's
_BELIEF_AT = (4.0, 1.65)
_READ_AT = (4.0, -0.65)


class FarIsSteep:
    """A point in a valley in which far is steep, and the belief that it is always so.

    Args:
        card: Where all of it stands.
        bowl: The valley.
        start: x of the point.
        words: For the belief, and for how far away the minimum is.

    Attributes:
        cut: The profile of the valley.
        cross: What says that the belief is wrong.
    """

    def __init__(
        self, card: Card, bowl: ScalarField, *, start: float, words: Sequence[str]
    ) -> None:
        belief, distance = words
        self.card = card
        graph = cut_graph((bowl,), *_GRAPH, ticks=4)
        graph.move_to(card.at(*_GRAPH_AT))
        self.cut = Cut(graph, bowl)
        self.at = Spot((start, self.cut.minimum[1]))
        self.point = CutPoint(self.cut, self.at)
        self.reading = CutReading(self.cut, self.at, full=self.cut.greatest, distance=distance)
        self.reading.move_to(card.at(*_READ_AT))
        self.belief = Words(belief, size=TYPE.formula, family=FONTS.strong)
        self.belief.move_to(card.at(*_BELIEF_AT))
        self.cross = CrossingOut(self.belief)

    def deal(self) -> Deal:
        """Return the animation in which the card comes."""
        written = (self.reading, self.belief, self.cross)
        return self.card.deal(self.at, self.cut.graph, self.cut, self.point, *written)

    def go_to(self, x: float) -> Vary:
        """Return the animation in which the point goes along the cut."""
        return self.at.go_to((x, self.cut.minimum[1]))
