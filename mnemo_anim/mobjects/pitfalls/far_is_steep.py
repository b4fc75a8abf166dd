"""The mistaken side of the card about steepness and distance: in a bowl, far means steep."""

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.card import Card
from mnemo_anim.mobjects.card_moves import Deal
from mnemo_anim.mobjects.live import Vary
from mnemo_anim.mobjects.pitfalls.cut import Cut, CutPoint, cut_graph
from mnemo_anim.mobjects.pitfalls.cut_reading import CutReading
from mnemo_anim.mobjects.spot import Spot

_GRAPH = (6.4, 3.9)  # width and height, in screen units
_GRAPH_AT = (-2.55, 0.0)  # of its middle, from the card's
_READ_AT = (4.0, 0.1)


class FarIsSteep:
    """A point in a valley, which becomes another valley.

    Args:
        card: Where all of it stands.
        bowl: A valley in which far is steep.
        cone: One that is as steep everywhere.
        start: x of the point.
        distance: The words for how far away the minimum is.
    """

    def __init__(
        self, card: Card, bowl: ScalarField, cone: ScalarField, *, start: float, distance: str
    ) -> None:
        self.card = card
        graph = cut_graph((bowl, cone), *_GRAPH, ticks=4)
        graph.move_to(card.at(*_GRAPH_AT))
        self.cut = Cut(graph, bowl, cone)
        self.at = Spot((start, self.cut.minimum[1]))
        self.point = CutPoint(self.cut, self.at)
        self.reading = CutReading(self.cut, self.at, distance=distance)
        self.reading.move_to(card.at(*_READ_AT))

    def deal(self) -> Deal:
        """Return the animation in which the card comes."""
        return self.card.deal(self.at, self.cut.graph, self.cut, self.point, self.reading)

    def go_to(self, x: float) -> Vary:
        """Return the animation in which the point goes along the cut."""
        return self.at.go_to((x, self.cut.minimum[1]))

    def become_cone(self) -> Vary:
        """Return the animation in which the bowl becomes the cone, under the point."""
        return self.cut.vary(turned=1.0)
