"""A function written as a sum, what each term is worth, and a lock on the one that is held."""

from manim import DOWN, UP, AnimationGroup, Brace, FadeIn, FadeOut, VGroup

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Value
from mnemo_anim.maths.separable import separate
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.padlock import Padlock
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.motion.focus import Veil
from mnemo_anim.mobjects.numbers.gradient_row import ENTRIES
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_GAP = 0.14  # between a term, its brace, its value, and the lock over it, in Manim units
_LOCK = 1.5  # size of a lock over that at rest
_HELD = 0.5  # opacity of what is held
_WIDEST = -10.0  # the widest value to come


class HeldTerms:
    """f = a + b, each term with its value at a spot under a brace.

    It is no mobject: its parts come one by one.

    Args:
        field: f of two variables, the sum of a function of each.
        spot: Where the terms have those values.
        middle: Screen point (2,) of the middle of the line.

    Attributes:
        function: f and its terms.
        braces: Under each term.
        values: Of the terms, live, under these, on one line.
        locks: One over the term of each input, for while that is held constant.
    """

    def __init__(self, field: ScalarField, spot: Spot, middle: tuple[float, float]) -> None:
        terms = separate(field)
        self.function = _sum(field.name, terms)
        self.function.move_to([*middle, 0.0])
        self.braces = [self._brace(index) for index in (0, 1)]
        foot = min(float(brace.get_bottom()[1]) for brace in self.braces)
        self.values = [_value(term, spot, index) for index, term in enumerate(terms)]
        for index, (brace, value) in enumerate(zip(self.braces, self.values, strict=True)):
            brace.shift((foot - brace.get_bottom()[1]) * UP)
            value.next_to(self.term(index), DOWN).set_y(foot - _GAP, direction=UP)
        self.locks = [self._lock(index) for index in (0, 1)]

    def term(self, index: int) -> VGroup:
        """Return the glyphs of a term."""
        return self.function.part(ENTRIES[index])

    def tell(self) -> FadeIn:
        """Return the animation in which the values appear."""
        return FadeIn(*self.braces, *self.values)

    def fall_silent(self) -> FadeOut:
        """Return the animation in which the values leave."""
        return FadeOut(*self.braces, *self.values)

    def hold(self, index: int) -> AnimationGroup:
        """Return the animation in which the term of an input is held constant; its value stays."""
        return together(self.locks[index].appear(), Veil(self._with_brace(index), _HELD))

    def release(self, index: int) -> AnimationGroup:
        """Return the animation in which that term is free again."""
        return together(self.locks[index].vanish(), Veil(self._with_brace(index), 1 / _HELD))

    def _with_brace(self, index: int) -> tuple[VGroup, Brace]:
        return self.term(index), self.braces[index]

    def _brace(self, index: int) -> Brace:
        return Brace(self.term(index), DOWN, buff=_GAP, color=PALETTE.part(index), sharpness=1.0)

    def _lock(self, index: int) -> Padlock:
        lock = Padlock()
        lock.scale(_LOCK).next_to(self.term(index), UP, buff=_GAP)
        lock.shift(min(0.0, STAGE.top - lock.get_top()[1]) * UP)
        return lock


def _value(term: ScalarField, spot: Spot, index: int) -> Number:
    """Return the value of a term at the spot."""
    return Number(
        source=lambda: Value(term, spot.at),
        decimals=1,
        size=TYPE.body,
        color=PALETTE.part(index),
        family=FONTS.maths,
        widest=_WIDEST,
        anchor="point",
    )


def _sum(name: str, terms: tuple[ScalarField, ...]) -> Formula:
    """Return f = a + b, with the parts ``value``, ``equals``, ``first``, ``plus`` and ``last``."""
    first, last = (term.formula() for term in terms)
    return Formula(
        f"{{{{{name} : value}}}} {{{{= : equals}}}} {{{{{first} : first}}}} {{{{+ : plus}}}} "
        f"{{{{{last} : last}}}}",
        size=TYPE.title,
        parts={"value": PALETTE.loss, "first": PALETTE.x_part, "last": PALETTE.y_part},
    )
