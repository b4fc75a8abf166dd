"""The rule of gradient descent, w ← w − α∇L, with what its letters mean."""

from collections.abc import Iterable

from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    Animation,
    FadeIn,
    ReplacementTransform,
    Transform,
    VGroup,
    VMobject,
)

from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.lettering.text import Formula, Words, baseline
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.numbers.ticks import decimals_for
from mnemo_anim.theme import PALETTE, TYPE

_BELOW = 0.28  # from the rule to the words, in Manim units
_BESIDE = 0.3  # from words to their number
_APART = 0.65  # least distance of the words for one letter from those for the other


class UpdateRule(VGroup):
    """w ← w − α∇L; below stand words for w and α, and the learning rate in use.

    Args:
        learning_rate: α.
        weights: The words for w.
        rate: The words for α.

    Attributes:
        formula: The rule. Its parts are ``weights``, ``becomes``, ``from``, ``minus``, ``rate`` and
            ``gradient``.
        weights: The words under w.
        rate: The words for α, and its value.
    """

    def __init__(self, learning_rate: float, *, weights: str, rate: str) -> None:
        super().__init__()
        self.formula = Formula(
            "{{w : weights}} {{arrow.l : becomes}} {{w : from}} {{- : minus}} {{alpha : rate}} "
            "{{nabla L : gradient}}",
            parts={"minus": PALETTE.downhill, "gradient": PALETTE.uphill},
        )
        self.weights, words = (
            Words(text, size=TYPE.label, color=PALETTE.ink_soft, track_baselines=True)
            for text in (weights, rate)
        )
        value = Readout(
            "alpha",
            lambda: Given("learning rate", learning_rate),
            decimals=decimals_for([learning_rate]),
            size=TYPE.label,
            color=PALETTE.ink,
            haloed=False,
        )
        beside = words.get_right()[0] + _BESIDE - value.get_left()[0]
        value.shift(beside * RIGHT + (baseline(words) - value.number.origin[1]) * UP)
        self.weights.shift((baseline(words) - baseline(self.weights)) * UP)
        self.rate = VGroup(words, value)
        below = VGroup(self.weights, self.rate).next_to(self.formula, DOWN, _BELOW)
        for text, part in zip(below, ("weights", "rate"), strict=True):
            text.set_x(self.part(part).get_x())
        self.rate.shift(
            max(0.0, self.weights.get_right()[0] + _APART - self.rate.get_left()[0]) * RIGHT
        )
        self.add(self.formula, self.weights, self.rate)
        self._moved = ORIGIN

    def set_apart(self, x: float) -> None:
        """Put w and its words at ``x``, for themselves until the rest comes."""
        self._moved = (x - self.part("weights").get_x()) * RIGHT
        self._beginning().shift(self._moved)

    def gather(self, letters: Iterable[VMobject]) -> list[Transform]:
        """Return the animations in which letters on the screen become w."""
        *others, last = letters
        vector = self.part("weights")
        return [
            *(Transform(letter, vector.copy(), remover=True) for letter in others),
            ReplacementTransform(last, vector),
        ]

    def join(self) -> Animation:
        """Return the animation in which w and its words come back to their place in the rule."""
        return self._beginning().animate.shift(-self._moved).build()

    def write_move(self) -> FadeIn:
        """Return the animation in which the arrow comes, and the w from which it leads."""
        return FadeIn(self.part("becomes"), self.part("from"), shift=0.15 * LEFT)

    def part(self, name: str) -> VGroup:
        """Return the glyphs of a part of the rule."""
        return self.formula.part(name)

    def _beginning(self) -> VGroup:
        return VGroup(self.part("weights"), self.weights)
