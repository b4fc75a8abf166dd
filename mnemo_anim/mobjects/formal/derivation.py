"""A gradient derived term by term, from the function to the numbers at a point."""

import re

import numpy as np
from manim import (
    DOWN,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
    TransformFromCopy,
    VGroup,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval, ScalarField
from mnemo_anim.maths.quantities import Coordinate, PartialDerivative, as_coord_tuple
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.formal.definition import Definition
from mnemo_anim.mobjects.formal.held_terms import HeldTerms
from mnemo_anim.mobjects.lettering.notation import rest
from mnemo_anim.mobjects.lettering.numerals import typst_list
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.mobjects.numbers.gradient_row import ENTRIES, GradientRow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_ROWS = (2.75, 0.6, -1.8)  # heights of f, of its derivatives, of the gradient, in Manim units
_ASIDE = 0.26  # of the width of the column: from its middle to each derivative
_ARC = 2.4  # radians, of the way from a term to its derivative and back on the other side


class Derivation:
    """f, its partial derivatives side by side, and its gradient, below each other.

    It is no mobject: its parts come one by one.

    Args:
        field: f of two variables, the sum of a square of each, with any factor.
        spot: Where its terms have the values that are shown under them.
        here: Coords (2,) at which the gradient is taken in the end.
        column: Left and right edge of where it stands, in screen units.

    Attributes:
        function: f and its terms.
        terms: Its terms, with their values, and what holds them constant.
        partials: ∂f/∂x and ∂f/∂y, as functions.
        symbols: ∇f = [∂f/∂x, ∂f/∂y].
        general: ∇f as a function.
        place: (x, y), and where that is.
        inserted: ∇f with the numbers put in.
        value: ∇f in numbers.
    """

    def __init__(self, field: ScalarField, spot: Spot, here: ArrayLike, column: Interval) -> None:
        left, right = column
        self.field, self.x, self.width = field, (left + right) / 2, right - left
        at = as_coord_tuple(np.asarray(here, float))
        self.terms = HeldTerms(field, spot, (self.x, _ROWS[0]))
        self.function = self.terms.function
        derivatives = [field.partial(index).formula() for index in (0, 1)]
        self.partials = [self._partial(index, derivatives[index]) for index in (0, 1)]
        names = [rf"partial {field.name} \/ partial {name}" for name in field.variables]
        self.symbols = self._at(2, GradientRow(names))
        self.general = self._at(2, GradientRow(derivatives))
        coordinates = {name: Coordinate(at, k) for k, name in enumerate(field.variables)}
        self.place = self._at(1, _place(field.variables, coordinates))
        put_in = [
            re.sub(rf"\b{name}\b", f"dot {{{{#{name} : put-{k}}}}}", derivatives[k])
            for k, name in enumerate(field.variables)
        ]
        self.inserted = self._at(2, GradientRow(put_in, numbers=coordinates))
        slopes = {name: PartialDerivative(field, at, k) for k, name in enumerate(field.variables)}
        self.value = self._at(2, GradientRow([f"#{name}" for name in slopes], numbers=slopes))

    # ---- term by term -------------------------------------------------------------------------

    def write_terms(self, definition: Definition) -> AnimationGroup:
        """Return the animation in which f(x, y) becomes its terms, and its gradient makes room.

        Add ``function`` and ``symbols`` to the scene when it is over.
        """
        signature = definition.two
        value = signature.part("value")
        new = [self.function.part(name) for name in ("equals", "first", "plus", "last")]
        return AnimationGroup(
            ReplacementTransform(value, self.function.part("value")),
            FadeOut(*rest(signature, ["value"]), shift=0.15 * UP),
            LaggedStart(*(FadeIn(part, shift=0.15 * UP) for part in new), lag_ratio=0.3),
            definition.symbols.level_out(self.symbols),
        )

    def derive(self, index: int) -> AnimationGroup:
        """Return the animation in which a term becomes its derivative.

        The variable stays itself; of all else, such as the exponent, its factor is made.
        """
        partial, term = self.partials[index], self.terms.term(index)
        *factor, variable = partial.part("value")
        *others, exponent = term
        arc = (index - 0.5) * _ARC  # outwards, past the value of the term
        whole, merged = VGroup(*factor), VGroup(*factor).copy()
        return AnimationGroup(
            FadeIn(partial.part("name"), partial.part("equals")),
            TransformFromCopy(others[-1], variable, path_arc=arc),
            TransformFromCopy(exponent, whole, path_arc=arc),
            *(Transform(glyph.copy(), merged, path_arc=arc, remover=True) for glyph in others[:-1]),
        )

    def collect(self) -> AnimationGroup:
        """Return the animation in which the derivatives take the places of the symbols in ∇f."""
        flights = (
            TransformFromCopy(partial.part("value"), self.general.entry(index))
            for index, partial in enumerate(self.partials)
        )
        leaving = (FadeOut(self.symbols.entry(index), shift=0.4 * DOWN) for index in (0, 1))
        return AnimationGroup(
            late(*leaving), late(self.symbols.frame_becomes(self.general)), *flights
        )

    def come_to_the_point(self) -> AnimationGroup:
        """Return the animation in which the derivatives leave, and x and y are given."""
        gone = soon(FadeOut(*self.partials), self.terms.fall_silent())
        return AnimationGroup(gone, late(FadeIn(self.place)))

    # ---- at the point -------------------------------------------------------------------------

    def put_in(self) -> AnimationGroup:
        """Return the animation in which the coordinates fly into the entries."""
        moves: list[Animation] = [self.general.frame_becomes(self.inserted)]
        for index, name in enumerate(ENTRIES):
            *factor, variable = self.general.entry(index)
            number = self.inserted.part(f"put-{index}")
            kept = [glyph for glyph in self.inserted.entry(index) if glyph not in list(number)]
            moves += [
                ReplacementTransform(VGroup(*factor), VGroup(*kept[: len(factor)])),
                late(FadeOut(variable)),
                late(FadeIn(*kept[len(factor) :])),
                TransformFromCopy(self.place.part(name), number),
            ]
        return AnimationGroup(*moves)

    def evaluate(self) -> AnimationGroup:
        """Return the animation in which the products collapse into numbers, in their places."""
        rows = (self.inserted, self.value)
        collapse = (
            AnimationGroup(FadeOut(old, scale=0.3), FadeIn(new, scale=0.3), lag_ratio=0.5)
            for old, new in zip(*([row.entry(k) for k in (0, 1)] for row in rows), strict=True)
        )
        return AnimationGroup(self.inserted.frame_becomes(self.value), *collapse)

    def keep_value(self) -> AnimationGroup:
        """Return the animation in which the gradient in numbers goes to the top, and is left."""
        up = self.value.animate.align_to(STAGE.top * UP, UP)
        return AnimationGroup(FadeOut(self.place, self.function), up)

    # ---- what there is ------------------------------------------------------------------------

    def _at(self, row: int, formula: Formula) -> Formula:
        formula.move_to([self.x, _ROWS[row], 0])
        return formula

    def _partial(self, index: int, derivative: str) -> Formula:
        name, variable = self.field.name, self.field.variables[index]
        color = PALETTE.part(index)
        formula = Formula(
            f"{{{{(partial {name})/(partial {variable}) : name}}}} {{{{= : equals}}}} "
            f"{{{{{derivative} : value}}}}",
            size=TYPE.heading,
            parts={"name": color, "value": color},
        )
        aside = (2 * index - 1) * _ASIDE * self.width
        formula.move_to([self.x + aside, _ROWS[1], 0])
        return formula


def _place(variables: tuple[str, ...], coordinates: dict[str, Coordinate]) -> Formula:
    """Return (x, y) = (1, 2); the parts ``first`` and ``last`` are the numbers."""
    x, y = variables
    numbers = typst_list([f"{{{{#{x} : first}}}}", f"{{{{#{y} : last}}}}"])
    return Formula(
        f"({{{{{x} : x}}}}, {{{{{y} : y}}}}) = ({numbers})",
        size=TYPE.title,
        parts={
            "x": PALETTE.x_part,
            "first": PALETTE.x_part,
            "y": PALETTE.y_part,
            "last": PALETTE.y_part,
        },
        numbers=coordinates,
    )
