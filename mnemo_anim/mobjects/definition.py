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

from mnemo_anim.maths import ScalarField
from mnemo_anim.mobjects.corners import Interval
from mnemo_anim.mobjects.gradient_row import ENTRIES, GradientRow
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.notation import function_of_many, gradient_row, row_parts
from mnemo_anim.theme import PALETTE, STAGE, TYPE

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
        """Return the animation in which the many inputs become two."""
        other = self.symbols
        before, after = self.many, self.two
        new = [other.part(part) for part in ("name", "equals", "open", "first", "comma", "last")]
        moves: list[Animation] = [
            ReplacementTransform(*pair)
            for pair in zip(row_parts(self.listing), [*new, other.part("close")], strict=True)
        ]
        kept = [before.part(part) for part in ("value", *ENTRIES)]
        moves += [
            ReplacementTransform(old, after.part(part))
            for old, part in zip(kept, ("value", *ENTRIES), strict=True)
        ]
        moves += [FadeOut(_rest(before)), FadeIn(_rest(after))]
        return AnimationGroup(*moves)


def _rest(signature: Formula) -> VGroup:
    """Return the brackets, commas and dots of f(x, y)."""
    named = [glyph for part in ("value", *ENTRIES) for glyph in signature.part(part)]
    return VGroup(*(glyph for glyph in signature if not any(glyph is other for other in named)))
