"""The gradient as a row of places, each under the dial of its input."""

from collections.abc import Sequence

import numpy as np
from manim import DOWN, LEFT, Animation, FadeIn, RoundedRectangle, VGroup, VMobject

from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_PLACE = (0.94, 0.84)  # width and height of a place, in Manim units
_ROUND = 0.09  # radius of its corners
_SIDE = 0.18  # from the places to the brackets
_FOOT = 0.12  # length of a bracket's horizontal ends
_NAME_GAP = 0.14
_FALL = 0.5  # of an entry into its place


class EntryRow(VGroup):
    """A row in square brackets with an empty place for each entry, to be filled or asked for.

    Args:
        entries: The entries, live or not, from the left.
        xs: Where the middle of each stands.
        y: Their height on the screen.
        name: What the row is, in Typst's maths notation: set before it with an equals sign.

    Attributes:
        entries: As given; in the row once they have come.
        places: The places.
        unknowns: A question mark for each place.
    """

    def __init__(
        self, entries: Sequence[Number], xs: Sequence[float], y: float, *, name: str
    ) -> None:
        super().__init__()
        width, height = _PLACE
        self.entries = list(entries)
        self.places = VGroup(
            *(
                RoundedRectangle(
                    width=width,
                    height=height,
                    corner_radius=_ROUND,
                    stroke_color=PALETTE.rule,
                    stroke_width=STROKES.level,
                ).move_to([x, y, 0.0])
                for x in xs
            )
        )
        self.unknowns = [
            Formula("quest", size=TYPE.formula, color=PALETTE.ink_soft).move_to(place)
            for place in self.places
        ]
        for entry, place in zip(self.entries, self.places, strict=True):
            entry.move_to(place)
        self.brackets = VGroup(
            _bracket(self.places.get_left()[0] - _SIDE, y, height, 1.0),
            _bracket(self.places.get_right()[0] + _SIDE, y, height, -1.0),
        )
        self.label = Formula(
            f"{{{{ {name} : name }}}} =", size=TYPE.body, parts={"name": PALETTE.uphill}
        )
        self.label.next_to(self.brackets, LEFT, buff=_NAME_GAP)
        self.add(self.label, self.brackets, self.places)
        read_as_one(self.label, *self.entries, *self.unknowns)

    def drop(self, index: int) -> Animation:
        """Return the animation in which an entry comes down into its place."""
        entry = self.entries[index]
        self.add(entry)
        return together(
            FadeIn(entry, shift=_FALL * DOWN), self.places[index].animate.set_stroke(opacity=0.0)
        )

    def miss(self, index: int) -> FadeIn:
        """Return the animation in which a question mark comes into a place that is empty."""
        self.add(self.unknowns[index])
        return FadeIn(self.unknowns[index])

    def light(self, index: int, color: str) -> Animation:
        """Return the animation in which a place is lit, and its question mark."""
        place, unknown = self.places[index], self.unknowns[index]
        return together(
            place.animate.set_stroke(color, width=STROKES.curve), unknown.animate.set_color(color)
        )


def _bracket(x: float, y: float, height: float, inwards: float) -> VMobject:
    tip, half = x + inwards * _FOOT, height / 2 + _SIDE
    corners = [[tip, y + half, 0], [x, y + half, 0], [x, y - half, 0], [tip, y - half, 0]]
    bracket = VMobject(stroke_color=PALETTE.ink, stroke_width=STROKES.casing)
    return bracket.set_points(polyline(np.array(corners, float)))
