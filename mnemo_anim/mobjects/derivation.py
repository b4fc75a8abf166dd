"""A gradient derived term by term, from the function to the numbers at a point."""

import re
from collections.abc import Sequence

from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Coordinate, PartialDerivative, as_coord_tuple
from mnemo_anim.maths.separable import separate
from mnemo_anim.mobjects.focus import dim, undim
from mnemo_anim.mobjects.gradient_row import GradientRow
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.notation import function_of_many, gradient_row, row_parts
from mnemo_anim.mobjects.padlock import Padlock
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_BAR_GAP = 0.25  # between an entry and a bar under it, in Manim units
_LOCK_GAP = 0.3  # from a term that is held up to the lock over it
_LOCK = 1.5  # its size over that at rest


class Derivation:
    """The lines of a derivation, one below the other, around one vertical line.

    It is no mobject: its parts come one by one.

    Args:
        field: f of two variables, the sum of one part for each.
        here: Coords (2,) at which the gradient is taken in the end.
        x: Of the middle of the lines, in screen units.
        rows: Their heights: of f, of both partial derivatives, of the gradient.

    Attributes:
        many: f(x₁, …, xₙ).
        listing: ∇f = [∂f/∂x₁, …, ∂f/∂xₙ].
        function: f and its terms.
        partials: ∂f/∂x and ∂f/∂y, as functions.
        locks: One over the term of each input, while that is held constant.
        symbols: ∇f = [∂f/∂x, ∂f/∂y].
        general: ∇f as a function.
        place: (x, y), and where that is.
        inserted: ∇f with the numbers put in.
        value: ∇f in numbers.
    """

    def __init__(
        self, field: ScalarField, here: ArrayLike, *, x: float, rows: Sequence[float]
    ) -> None:
        name, variables = field.name, field.variables
        self.field, self.x, self.rows = field, x, rows
        self.many = self._at(0, function_of_many(size=TYPE.title))
        self.listing = self._at(1, gradient_row(size=TYPE.title))
        terms = [part.formula() for part in separate(field)]
        self.function = self._at(
            0,
            Formula(
                f"{{{{{name} : value}}}} {{{{= : equals}}}} {{{{{terms[0]} : first}}}} "
                f"{{{{+ : plus}}}} {{{{{terms[1]} : last}}}}",
                size=TYPE.title,
                parts={"value": PALETTE.loss, "first": PALETTE.x_part, "last": PALETTE.y_part},
            ),
        )
        derivatives = [field.partial(index).formula() for index in (0, 1)]
        names = [rf"partial {name} \/ partial {variable}" for variable in variables]
        self.partials = VGroup(
            *(
                self._at(
                    1 + index,
                    Formula(
                        f"{{{{{names[index]} : name}}}} {{{{= : equals}}}} "
                        f"{{{{{derivatives[index]} : value}}}}",
                        size=TYPE.title,
                        parts={
                            "name": PALETTE.part(index),
                            "value": PALETTE.part(index),
                        },
                    ),
                )
                for index in (0, 1)
            )
        )
        self.locks = [self._lock(index) for index in (0, 1)]
        fractions = [f"(partial {name})/(partial {variable})" for variable in variables]
        self.symbols = self._at(1, GradientRow(fractions))
        self.general = self._at(3, GradientRow(derivatives))
        at = as_coord_tuple(here)
        coordinates = {variable: Coordinate(at, k) for k, variable in enumerate(variables)}
        self.place = self._at(
            2,
            Formula(
                f"({{{{{variables[0]} : first-name}}}}, {{{{{variables[1]} : last-name}}}}) = "
                f"({{{{#{variables[0]} : first}}}}, {{{{#{variables[1]} : last}}}})",
                size=TYPE.title,
                parts={
                    "first-name": PALETTE.x_part,
                    "first": PALETTE.x_part,
                    "last-name": PALETTE.y_part,
                    "last": PALETTE.y_part,
                },
                numbers=coordinates,
            ),
        )
        self.inserted = self._at(
            3,
            GradientRow(
                [
                    re.sub(rf"\b{variable}\b", f"dot {{{{#{variable} : put-{k}}}}}", derivative)
                    for k, (variable, derivative) in enumerate(
                        zip(variables, derivatives, strict=True)
                    )
                ],
                numbers=coordinates,
            ),
        )
        self.value = self._at(
            3,
            GradientRow(
                [f"#{variable}" for variable in variables],
                numbers={
                    variable: PartialDerivative(field, at, k)
                    for k, variable in enumerate(variables)
                },
            ),
        )

    # ---- the definition -----------------------------------------------------------------------

    def write_function(self) -> LaggedStart:
        """Return the animation in which f(x₁, …, xₙ) is written."""
        return LaggedStart(*(FadeIn(glyph, shift=0.15 * UP) for glyph in self.many), lag_ratio=0.2)

    def open_list(self) -> AnimationGroup:
        """Return the animation in which the list that the gradient is begins and ends."""
        name, equals, opening, *_, closing = row_parts(self.listing)
        return AnimationGroup(*map(FadeIn, (name, equals, opening, closing)))

    def list_entry(self, which: str) -> Animation:
        """Return the animation in which ``first``, ``more`` or ``last`` of the inputs is listed."""
        entry = self.listing.part(which)
        return TransformFromCopy(self.many.part(which), entry)

    def narrow(self) -> AnimationGroup:
        """Return the animation in which the many inputs become two."""
        name, equals, opening, first, more, last, closing = row_parts(self.listing)
        other = self.symbols
        pairs = [
            (name, other.part("name")),
            (equals, other.part("equals")),
            (opening, other.part("open")),
            (first, other.part("first")),
            (more, other.part("comma")),
            (last, other.part("last")),
            (closing, other.part("close")),
        ]
        return AnimationGroup(*(ReplacementTransform(*pair) for pair in pairs))

    def bar_under(self, index: int) -> Line:
        """Return a bar under an entry of the symbols, in its colour, for an arrow to be made of."""
        entry = self.symbols.entry(index)
        foot = entry.get_bottom() + _BAR_GAP * DOWN
        half = entry.width / 2 * RIGHT
        return Line(foot - half, foot + half, color=PALETTE.part(index), stroke_width=STROKES.arrow)

    # ---- term by term -------------------------------------------------------------------------

    def write_terms(self) -> AnimationGroup:
        """Return the animation in which f(x₁, …, xₙ) becomes the function of the example."""
        rest = [glyph for glyph in self.many if glyph not in list(self.many.part("value"))]
        new = [self.function.part(name) for name in ("equals", "first", "plus", "last")]
        return AnimationGroup(
            ReplacementTransform(self.many.part("value"), self.function.part("value")),
            FadeOut(VGroup(*rest)),
            LaggedStart(*(FadeIn(part, shift=0.15 * UP) for part in new), lag_ratio=0.3),
        )

    def hold(self, index: int) -> AnimationGroup:
        """Return the animation in which the term of an input is held constant."""
        return AnimationGroup(
            self.locks[index].appear(), dim(self._term(index)), suspend_mobject_updating=False
        )

    def release(self, index: int) -> AnimationGroup:
        """Return the animation in which that term is free again."""
        return AnimationGroup(
            self.locks[index].vanish(), undim(self._term(index)), suspend_mobject_updating=False
        )

    def name_partial(self, index: int) -> FadeIn:
        """Return the animation in which the name of a partial derivative appears."""
        partial = self.partials[index]
        return FadeIn(partial.part("name"), partial.part("equals"))

    def derive(self, index: int) -> TransformFromCopy:
        """Return the animation in which a term becomes its derivative."""
        return TransformFromCopy(self._term(index), self.partials[index].part("value"))

    def collect(self) -> AnimationGroup:
        """Return the animation in which the derivatives become the entries of the gradient."""
        values = [partial.part("value") for partial in self.partials]
        general = self.general
        moves = [
            TransformFromCopy(value, general.entry(index)) for index, value in enumerate(values)
        ]
        return AnimationGroup(FadeIn(*general.frame), *moves)

    # ---- at the point -------------------------------------------------------------------------

    def put_in(self) -> AnimationGroup:
        """Return the animation in which the coordinates fly into the entries."""
        flights = [
            TransformFromCopy(self.place.part(name), self.inserted.part(f"put-{index}"))
            for index, name in enumerate(("first", "last"))
        ]
        return AnimationGroup(self.general.become(self.inserted), *flights)

    def evaluate(self) -> AnimationGroup:
        """Return the animation in which the entries become numbers."""
        return self.inserted.become(self.value)

    def _at(self, row: int, formula: Formula) -> Formula:
        formula.move_to([self.x, self.rows[row], 0])
        return formula

    def _term(self, index: int) -> VGroup:
        return self.function.part(("first", "last")[index])

    def _lock(self, index: int) -> Padlock:
        lock = Padlock()
        lock.scale(_LOCK).next_to(self._term(index), UP, buff=_LOCK_GAP)
        return lock
