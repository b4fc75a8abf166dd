"""The gradient as a column of live numbers."""

from manim import DOWN, RIGHT, AnimationGroup, LaggedStart, ReplacementTransform

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import PartialDerivative, Product, Quantity
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.notation import gradient_row
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.numbers.column import ComponentColumn
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, TYPE

_BELOW = 0.3  # from the name to words below it, in Manim units
_ONE_BY_ONE = 0.3  # how much later each entry flips than the one above it


class GradientColumn(ComponentColumn):
    """∇f at a spot, or −∇f: one number for each input, in its colour.

    Args:
        field: f, of n variables.
        at: The spot at which the gradient is felt; the numbers follow it.
        sign: 1 for ∇f, −1 for −∇f.
        name: What the column is, in Typst's maths notation.
        decimals: Of the numbers.

    Attributes:
        field: As given.
        spot: As given.
        sign: As given.
    """

    def __init__(
        self,
        field: ScalarField,
        at: Spot,
        *,
        sign: float = 1.0,
        name: str = "nabla f",
        decimals: int = 1,
    ) -> None:
        self.field, self.spot, self.sign = field, at, sign
        super().__init__(
            [
                partial_derivative(field, at, index, sign=sign, decimals=decimals)
                for index in range(field.dimension)
            ],
            name=name,
            name_color=_name_color(sign),
        )
        self._decimals = decimals

    def words(self, text: str) -> Words:
        """Return words below the column's name, in its colour."""
        words = Words(text, size=TYPE.label, color=_name_color(self.sign))
        words.next_to(self.label[:2], DOWN, buff=_BELOW)
        return words

    def row_at(self, y: float) -> Formula:
        """Return the gradient as a row of symbols, equals sign above that of the column."""
        row = gradient_row()
        row.set_y(y)
        row.shift((self.label[-1].get_x() - row.part("equals").get_x()) * RIGHT)
        return row

    def negative(self, name: str) -> "GradientColumn":
        """Return the column of the opposite sign, its brackets where those of this one are."""
        other = GradientColumn(
            self.field, self.spot, sign=-self.sign, name=name, decimals=self._decimals
        )
        other.shift(self.brackets.get_center() - other.brackets.get_center())
        return other

    def become_negative(self, other: "GradientColumn") -> AnimationGroup:
        """Return the animation in which each entry becomes that of the negative, from above."""
        entries = (
            ReplacementTransform(old, new)
            for old, new in zip(self.entries, other.entries, strict=True)
        )
        return AnimationGroup(
            LaggedStart(*entries, lag_ratio=_ONE_BY_ONE),
            ReplacementTransform(self.brackets, other.brackets),
            ReplacementTransform(self.label, other.label),
        )


def _name_color(sign: float) -> str:
    return PALETTE.uphill if sign > 0 else PALETTE.downhill


def partial_derivative(
    field: ScalarField,
    at: Spot,
    index: int,
    *,
    sign: float = 1.0,
    decimals: int = 1,
    size: float = TYPE.formula,
    color: str | None = None,
    widest: float | None = None,
) -> Number:
    """Return ∂f/∂xᵢ at a spot, times ``sign``, as a live number.

    Args:
        field: f, of n variables.
        at: The spot; the number follows it.
        index: Of the variable, from 0.
        sign: 1 or −1.
        decimals: Of the number.
        size: Em height in pixels at 1080p.
        color: A colour of the palette; by default that of the input.
        widest: The widest value to come: with room for it, the decimal separator stays in place.
    """

    def entry() -> Quantity:
        slope = PartialDerivative(field, at.at, index)
        return slope if sign == 1.0 else Product(sign, slope)

    return Number(
        source=entry,
        decimals=decimals,
        size=size,
        color=PALETTE.part(index) if color is None else color,
        signed=True,
        family=FONTS.maths,
        widest=widest,
        anchor="left" if widest is None else "point",
    )
