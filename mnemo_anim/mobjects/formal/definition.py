"""The definition of the gradient, written entry by entry, and narrowed to two inputs."""

from manim import (
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from mnemo_anim.maths import Interval, ScalarField
from mnemo_anim.mobjects.lettering.notation import function_of_many, gradient_row, rest, row_parts
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.mobjects.numbers.gradient_row import ENTRIES, GradientRow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_SIGNATURE = ("value", *ENTRIES)  # the parts of f(x, y)
_IN_FRACTION, _IN_LETTER = 4, 1  # which glyph of ∂f/∂x₁, and of x₁, is the index
_ABOVE, _BELOW = 1.25, 0.95  # from the middle of the stage to both lines, in Manim units


class Definition:
    """f(x₁, …, xₙ) over ∇f = [∂f/∂x₁, …, ∂f/∂xₙ], which become f(x, y) and ∇f = [∂f/∂x, ∂f/∂y].

    It is no mobject: its parts come one by one.

    Args:
        field: f of two variables.
        column: Left and right edge of where both stand, in screen units.

    Attributes:
        many: f(x₁, …, xₙ).
        listing: Its gradient.
        two: f(x, y).
        symbols: Its gradient.
    """

    def __init__(self, field: ScalarField, column: Interval) -> None:
        name, (first, last) = field.name, field.variables
        self.many = function_of_many(size=TYPE.title)
        self.listing = gradient_row(size=TYPE.title)
        self.two = Formula(
            f"{{{{{name} : value}}}}({{{{{first} : first}}}}, {{{{{last} : last}}}})",
            size=TYPE.title,
            parts={"value": PALETTE.loss, "first": PALETTE.x_part, "last": PALETTE.y_part},
        )
        self.symbols = GradientRow(
            [f"(partial {name})/(partial {variable})" for variable in field.variables]
        )
        for line in (self.many, self.two):
            line.move_to([sum(column) / 2, STAGE.middle + _ABOVE, 0])
        for line in (self.listing, self.symbols):
            line.move_to([sum(column) / 2, STAGE.middle - _BELOW, 0])

    def write_function(self) -> LaggedStart:
        """Return the animation in which f(x₁, …, xₙ) is written."""
        return LaggedStart(*(FadeIn(glyph, shift=0.15 * UP) for glyph in self.many), lag_ratio=0.2)

    def open_list(self) -> AnimationGroup:
        """Return the animation in which the list that the gradient is begins and ends."""
        name, equals, opening, *_, closing = row_parts(self.listing)
        return AnimationGroup(*map(FadeIn, (name, equals, opening, closing)))

    def list_entry(self, name: str) -> TransformFromCopy:
        """Return the animation in which ``first``, ``more`` or ``last`` gives its entry."""
        return TransformFromCopy(self.many.part(name), self.listing.part(name))

    def narrow(self) -> AnimationGroup:
        """Return the animation in which the many inputs become two, and lose their indices."""
        row, before, after = self.symbols, self.many, self.two
        name, equals, opening, first, more, last, closing = row_parts(self.listing)
        left, first_comma, *dots, last_comma, right = rest(before, _SIGNATURE)
        signs = rest(after, _SIGNATURE)
        old = [name, equals, opening, more, closing, before.part("value"), left, first_comma, right]
        new = [*row.frame, after.part("value"), *signs]
        return AnimationGroup(
            *map(ReplacementTransform, old, new),
            *_lose_index(first, row.entry(0), _IN_FRACTION),
            *_lose_index(last, row.entry(1), _IN_FRACTION),
            *_lose_index(before.part("first"), after.part("first"), _IN_LETTER),
            *_lose_index(before.part("last"), after.part("last"), _IN_LETTER),
            soon(FadeOut(*dots, last_comma)),
        )


def _lose_index(old: VGroup, new: VGroup, place: int) -> list[Animation]:
    """Return the moves in which a name becomes one without index, which is its glyph ``place``."""
    kept = [glyph for k, glyph in enumerate(old) if k != place]
    moves: list[Animation] = [*map(ReplacementTransform, kept, new)]
    return [*moves, soon(FadeOut(old[place]))]
