"""The card about the forgotten minus: two walks from one start, and the losses of both."""

from collections.abc import Sequence

from manim import AnimationGroup, ReplacementTransform

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.maths import Walk
from mnemo_anim.maths.ascent import gradient_ascent
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.cards.card_moves import Deal, Turn
from mnemo_anim.mobjects.graphs.graph import Graph
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.pitfalls.crossing_out import CrossingOut
from mnemo_anim.mobjects.pitfalls.outing import Outing
from mnemo_anim.theme import PALETTE, TYPE

_GROUND = (7.8, 4.35)  # width and height of the room for the ground, in screen units
_GROUND_AT = (-2.55, 0.4)  # of its middle, from the card's
_GRAPH = (3.7, 2.5)
_GRAPH_AT = (4.1, -0.58)
_RULE_AT = (4.1, 2.05)
_HEADROOM = 1.2  # of the graph over the highest loss
_HIKER = 0.75  # height, in units of coords


class PlusOrMinus:
    """A hiker who goes with the gradient, and one who goes against it, from the same start.

    Args:
        card: Where all of it stands.
        walk: The descent; the other hiker takes as many steps, of the same learning rate.
        azimuth: From which the ground is seen first, in radians.
        words: For the steps, for the losses, for the ascent, and for the descent.

    Attributes:
        land: The ground.
        graph: Steps against losses.
        up: The ascent.
        down: The descent.
        cross: What says that the rule without its minus is wrong.
    """

    def __init__(
        self,
        card: Card,
        walk: Walk,
        *,
        azimuth: float,
        words: Sequence[str],
    ) -> None:
        step, loss, plus, minus = words
        self.card = card
        self.land = Landscape(walk.field, haze=PALETTE.panel)
        self.land.set_view(self.view(azimuth))
        ascent, descent = gradient_ascent(walk), walk.descent()
        self.graph = Graph(
            (0.0, len(descent.steps)),
            (0.0, _HEADROOM * float(ascent.values.max())),
            width=_GRAPH[0],
            height=_GRAPH[1],
            names=(
                Words(step, size=TYPE.label, color=PALETTE.ink_soft),
                Words(loss, size=TYPE.label, color=PALETTE.loss),
            ),
            x_ticks=range(len(descent.values)),
            y_ticks=4,
        )
        self.graph.move_to(card.at(*_GRAPH_AT))
        self.up = Outing(self.land, self.graph, ascent, name=plus, height=_HIKER)
        self.down = Outing(self.land, self.graph, descent, name=minus, height=_HIKER)
        self._right, self._wrong, self._mended = (
            _rule(sign).move_to(card.at(*_RULE_AT)) for sign in "-+-"
        )
        self.cross = CrossingOut(self._wrong)

    def view(self, azimuth: float) -> View:
        """Return a view of the whole ground in its place on the card."""
        return self.land.fitting_view(
            azimuth=azimuth,
            elevation=0.72,
            width=_GROUND[0],
            height=_GROUND[1],
            centre=self.card.at(*_GROUND_AT)[:2],
        )

    def deal(self) -> Deal:
        """Return the animation in which the card comes: the hiker at the start, and the rule."""
        up = self.up
        return self.card.deal(self.land, up.trail, up.hiker, self.graph, self._right)

    def forget(self) -> AnimationGroup:
        """Return the animation in which the rule's minus becomes a plus."""
        return AnimationGroup(
            *(
                ReplacementTransform(self._right.part(name), self._wrong.part(name))
                for name in ("before", "sign", "rate", "gradient")
            )
        )

    def turn(self) -> Turn:
        """Return the animation in which the card turns: the other hiker is at the same start."""
        up, down = self.up, self.down
        return self.card.turn(
            self.land,
            up.trail.copy(),
            up.stay_behind(),
            down.trail,
            down.arrow,
            down.hiker,
            self.graph,
            up.curve.copy(),
            down.curve,
            up.name.copy(),
            self._mended,
        )


def _rule(sign: str) -> Formula:
    """Return w ← w ± α∇L."""
    color = PALETTE.downhill if sign == "-" else PALETTE.uphill
    return Formula(
        f"{{{{w arrow.l w : before}}}} {{{{{sign} : sign}}}} {{{{alpha : rate}}}} "
        "{{nabla L : gradient}}",
        parts={"sign": color, "gradient": PALETTE.uphill},
    )
