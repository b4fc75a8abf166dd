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

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Coordinate, PartialDerivative, Value, as_coord_tuple
from mnemo_anim.maths.separable import separate
from mnemo_anim.mobjects.corners import Interval
from mnemo_anim.mobjects.definition import Definition
from mnemo_anim.mobjects.focus import dim, undim
from mnemo_anim.mobjects.gradient_row import ENTRIES, GradientRow
from mnemo_anim.mobjects.lettering import Formula
from mnemo_anim.mobjects.live import together
from mnemo_anim.mobjects.notation import rest
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.padlock import Padlock
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.mobjects.staging import late, soon
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_ROWS = (2.75, 0.6, -1.8)  # heights of f, of its derivatives, of the gradient, in Manim units
_BELOW = 0.4  # from a term to its value
_LOCK_GAP = 0.14  # from a term that is held up to the lock over it
_LOCK = 1.5  # its size over that at rest
_ASIDE = 0.26  # of the width of the column: from its middle to each derivative
_ARC = 2.4  # radians, of the way from a term to its derivative and back on the other side
_WIDEST = -10.0  # the widest value of a term to come


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
        values: Of the terms, live, below each.
        locks: One over the term of each input, for while that is held constant.
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
        self._terms, at = separate(field), as_coord_tuple(np.asarray(here, float))
        self.function = self._at(0, _sum(field.name, self._terms))
        self.values = [self._value(index, spot) for index in (0, 1)]
        self.locks = [self._lock(index) for index in (0, 1)]
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
            definition.symbols.turn_into(self.symbols),
        )

    def hold(self, index: int) -> AnimationGroup:
        """Return the animation in which the term of an input is held constant."""
        return together(self.locks[index].appear(), dim(self._term(index), self.values[index]))

    def release(self, index: int) -> AnimationGroup:
        """Return the animation in which that term is free again."""
        return together(self.locks[index].vanish(), undim(self._term(index), self.values[index]))

    def derive(self, index: int) -> AnimationGroup:
        """Return the animation in which a term becomes its derivative.

        The variable stays itself; of all else, such as the exponent, its factor is made.
        """
        partial, term = self.partials[index], self._term(index)
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
        leaving = (FadeOut(self.symbols.entry(index), shift=0.2 * DOWN) for index in (0, 1))
        return AnimationGroup(
            soon(*leaving), late(self.symbols.frame_becomes(self.general)), *flights
        )

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
                soon(FadeOut(variable)),
                late(FadeIn(*kept[len(factor) :])),
                TransformFromCopy(self.place.part(name), number),
            ]
        return AnimationGroup(*moves)

    def evaluate(self) -> AnimationGroup:
        """Return the animation in which the entries become numbers."""
        old, new = ([row.entry(k) for k in (0, 1)] for row in (self.inserted, self.value))
        return AnimationGroup(
            soon(*(FadeOut(entry, scale=0.7) for entry in old)),
            self.inserted.frame_becomes(self.value),
            late(*(FadeIn(entry, scale=0.7) for entry in new)),
        )

    # ---- what there is ------------------------------------------------------------------------

    def _at(self, row: int, formula: Formula) -> Formula:
        formula.move_to([self.x, _ROWS[row], 0])
        return formula

    def _term(self, index: int) -> VGroup:
        return self.function.part(ENTRIES[index])

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

    def _value(self, index: int, spot: Spot) -> Number:
        """Return the value of a term at the spot."""
        term = self._terms[index]
        number = Number(
            source=lambda: Value(term, as_coord_tuple(spot.coords)),
            decimals=1,
            size=TYPE.body,
            color=PALETTE.part(index),
            family=FONTS.maths,
            widest=_WIDEST,
            anchor="point",
        )
        number.next_to(self._term(index), DOWN, buff=_BELOW)
        return number

    def _lock(self, index: int) -> Padlock:
        lock = Padlock()
        lock.scale(_LOCK).next_to(self._term(index), UP, buff=_LOCK_GAP)
        lock.shift(min(0.0, STAGE.top - lock.get_top()[1]) * UP)
        return lock


def _sum(name: str, terms: tuple[ScalarField, ...]) -> Formula:
    """Return f = a + b, with the parts ``value``, ``equals``, ``first``, ``plus`` and ``last``."""
    first, last = (term.formula() for term in terms)
    return Formula(
        f"{{{{{name} : value}}}} {{{{= : equals}}}} {{{{{first} : first}}}} {{{{+ : plus}}}} "
        f"{{{{{last} : last}}}}",
        size=TYPE.title,
        parts={"value": PALETTE.loss, "first": PALETTE.x_part, "last": PALETTE.y_part},
    )


def _place(variables: tuple[str, ...], coordinates: dict[str, Coordinate]) -> Formula:
    """Return (x, y) = (1, 2); the parts ``first`` and ``last`` are the numbers."""
    x, y = variables
    return Formula(
        f"({{{{{x} : x}}}}, {{{{{y} : y}}}}) = ({{{{#{x} : first}}}}, {{{{#{y} : last}}}})",
        size=TYPE.title,
        parts={
            "x": PALETTE.x_part,
            "first": PALETTE.x_part,
            "y": PALETTE.y_part,
            "last": PALETTE.y_part,
        },
        numbers=coordinates,
    )
