"""A change per unit of a nudge: a fraction whose numbers follow the scene."""

from manim import LEFT, ORIGIN, RIGHT, UP, Line, VGroup

from mnemo_anim.maths.quantities import Ratio
from mnemo_anim.mobjects.lettering.text import Formula, Words, baseline
from mnemo_anim.mobjects.lettering.wholes import read_as_one
from mnemo_anim.mobjects.numbers.number import Number, Source
from mnemo_anim.theme import FONTS, PALETTE, STAGE, STROKES, TYPE

_ROW = 0.46  # from the bar to the middle of the line above it, and of that below, in Manim units
_WORD_GAP = 0.35  # between a word and its number
_OVERHANG = 0.12  # of the bar
_WIDEST = -1.0  # the widest number to come: a sign, and one digit before the point
_VALUE_DECIMALS = 1  # of the quotient
_EQUALS_GAP = STAGE.gap  # on both sides of the equals sign


class Quotient(VGroup):
    """A number over another, each with a word before it, and what comes out.

    Args:
        above: Gives what is above the bar, anew for every frame.
        below: Gives what is below the bar.
        limit: Gives what comes out as the number below goes to 0.
        words: What the two numbers are, on the screen.
        decimals: Of the numbers above and below.
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
        above: Source,
        below: Source,
        *,
        limit: Source,
        words: tuple[str, str],
        decimals: int = 3,
        color: str = PALETTE.ink,
    ) -> None:
        super().__init__()

        def number(source: Source, places: int) -> Number:
            return Number(
                source=source,
                decimals=places,
                size=TYPE.formula,
                color=color,
                signed=True,
                widest=_WIDEST,
                family=FONTS.maths,
            )

        rise, run = number(above, decimals), number(below, decimals)
        self.value = number(
            lambda: Ratio(above(), below()) if below().value else limit(), _VALUE_DECIMALS
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
        read_as_one(self)
