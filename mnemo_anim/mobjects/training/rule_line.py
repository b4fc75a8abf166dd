"""The line of formulas over a training: ∇L, then the rule that it is a part of."""

from manim import (
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    Indicate,
    ReplacementTransform,
    RoundedRectangle,
    VGroup,
)
from manim.utils.rate_functions import squish_rate_func, there_and_back

from mnemo_anim.mobjects.lettering.notation import gradient_row, row_parts
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.networks.update_rule import UpdateRule
from mnemo_anim.theme import PALETTE, STAGE, STROKES

_SLOT_GAP = 0.06  # from the empty place to what stands beside it
_CORNER = 0.1  # radius of the empty place
_LOST = 0.4  # way of the gradient that goes, in Manim units
_PULSE = 1.2  # size of an entry of ∇L that lights up
_ENTRIES = ("first", "last")  # of ∇L
_REST = ("weights", "becomes", "from", "minus", "rate")  # of the rule


class RuleLine(VGroup):
    """∇L = [∂L/∂w₁, …, ∂L/∂wₙ], then w ← w − α∇L, then the rule without its gradient.

    It hangs from the top of the stage; its parts are added by its animations.

    Args:
        learning_rate: α.
        weights: The words for w.
        rate: The words for α.
        x: Of its middle, in Manim units.

    Attributes:
        gradient: The first formula.
        rule: The second, with the words for its letters.
        slot: The empty place where the gradient was.
    """

    def __init__(self, learning_rate: float, *, weights: str, rate: str, x: float) -> None:
        super().__init__()
        self.gradient = gradient_row("L", "w")
        self.rule = UpdateRule(learning_rate, weights=weights, rate=rate)
        for entry in _ENTRIES:
            self.gradient.part(entry).set_color(PALETTE.ink)
        for formula in (self.gradient, self.rule):
            formula.move_to([x, STAGE.top - formula.height / 2, 0])
        lost = self.rule.part("gradient")
        self.slot = RoundedRectangle(
            width=lost.width - 2 * _SLOT_GAP,
            height=lost.height,
            corner_radius=_CORNER,
            stroke_color=PALETTE.ink_soft,
            stroke_width=STROKES.level,
        ).move_to(lost)

    @property
    def empty_rule(self) -> VGroup:
        """The rule without its gradient, and the place where that was."""
        return VGroup(self.slot, *map(self.rule.part, _REST))

    def write_gradient(self) -> Animation:
        """Return the animation in which the first formula appears."""
        return FadeIn(*row_parts(self.gradient))

    def pulse(self, entry: str, color: str, start: float, end: float) -> Animation:
        """Return the animation in which an entry of ∇L lights up between two shares of the play.

        ``entry`` is ``"first"`` or ``"last"``.
        """
        between = squish_rate_func(there_and_back, start, end)
        return Indicate(self.gradient.part(entry), _PULSE, color, rate_func=between)

    def write_rule(self) -> Animation:
        """Return the animation in which ∇L goes into the rule of which it is a part."""
        name, *rest = row_parts(self.gradient)
        return AnimationGroup(
            soon(FadeOut(*rest)),
            ReplacementTransform(name, self.rule.part("gradient")),
            late(FadeIn(*map(self.rule.part, _REST), self.rule.weights, self.rule.rate)),
        )

    def lose_gradient(self) -> Animation:
        """Return the animation in which the gradient goes, and leaves an empty place."""
        return AnimationGroup(
            FadeOut(self.rule.part("gradient"), shift=_LOST * UP), FadeIn(self.slot)
        )

    def go_to_middle(self) -> Animation:
        """Return the animation in which the empty rule goes to the middle, without words."""
        return AnimationGroup(
            FadeOut(self.rule.weights, self.rule.rate), self.empty_rule.animate.set_x(0)
        )

    def leave(self) -> Animation:
        """Return the animation in which the empty rule fades out, soon."""
        return soon(FadeOut(self.empty_rule))
