"""A change per unit of a nudge: a fraction whose numbers follow the scene."""

from collections.abc import Callable

from manim import LEFT, ORIGIN, RIGHT, UP, Line, VGroup

from mnemo_anim.mobjects.lettering import Formula, Words, baseline
from mnemo_anim.mobjects.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

_ROW = 0.46  # from the bar to the middle of the line above it, and of that below, in Manim units
_WORD_GAP = 0.35  # between a word and its number
_OVERHANG = 0.12  # of the bar
_WIDEST = -1.0  # the widest number to come: a sign, and one digit before the point
_EQUALS_GAP = 0.28  # on both sides of the equals sign


class Quotient(VGroup):
    """A number over another, each with a word before it, and what comes out.

    Args:
        above: Computes the number above the bar, anew for every frame.
        below: Computes the number below the bar.
        limit: Computes what comes out as the number below goes to 0.
        words: What the two numbers are, on the screen.
        what: What the numbers are: above, below, and their quotient, for the check of each.
        decimals: Of the numbers above and below.
        value_decimals: Of the quotient.
        color: Of the numbers.

    Attributes:
        above: The line above the bar, a word and a number.
        bar: The bar.
        below: The line below the bar.
        equals: The equals sign.
        value: The quotient.
    """

    def __init__(
        self,
        above: Callable[[], float],
        below: Callable[[], float],
        *,
        limit: Callable[[], float],
        words: tuple[str, str],
        what: tuple[str, str, str],
        decimals: int = 3,
        value_decimals: int = 1,
        color: str = PALETTE.ink,
    ) -> None:
        super().__init__()

        def number(source: Callable[[], float], places: int, name: str) -> Number:
            return Number(
                source=source,
                decimals=places,
                size=TYPE.formula,
                color=color,
                signed=True,
                widest=_WIDEST,
                family=FONTS.maths,
                what=name,
            )

        rise, run = number(above, decimals, what[0]), number(below, decimals, what[1])
        self.value = number(
            lambda: above() / below() if below() else limit(), value_decimals, what[2]
        )
        self.above, self.below = (
            VGroup(Words(word, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True), part)
            for word, part in zip(words, (rise, run), strict=True)
        )
        indent = max(line[0].width for line in (self.above, self.below)) + _WORD_GAP
        for line, side in ((self.above, 1), (self.below, -1)):
            line[1].move_to(side * _ROW * UP, aligned_edge=LEFT)
            word = line[0]
            word.shift([-indent - word.get_left()[0], line[1].origin[1] - baseline(word), 0])
        length = indent + max(rise.room, run.room) + 2 * _OVERHANG
        self.bar = Line(ORIGIN, length * RIGHT, color=PALETTE.ink, stroke_width=STROKES.axis)
        self.bar.shift((indent + _OVERHANG) * LEFT)
        self.equals = Formula("=", size=TYPE.formula).next_to(self.bar, RIGHT, _EQUALS_GAP)
        self.value.next_to(self.equals, RIGHT, _EQUALS_GAP)
        self.add(self.above, self.bar, self.below, self.equals, self.value)
        self.move_to(ORIGIN)
