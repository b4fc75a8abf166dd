"""What the film asserts: each number on the screen beside the quantity that it stands for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, runtime_checkable

from manim import Mobject

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.lettering.numerals import read_number

_SLACK = 1e-7  # relative, of two computations of one number
_NOTHING = 1e-9  # what is left of an exact zero that is read off the screen


@dataclass(frozen=True, slots=True)
class Claim:
    """One number as it is drawn now, and the quantity that it must agree with.

    Attributes:
        shown: The text on the screen: ``"8.25"``, ``"−0.50"``, ``"1.2×10⁷"``.
        quantity: What it stands for.
        exact: Whether the number is the quantity itself, as at a tick, not rounded.

    """

    shown: str
    quantity: Quantity
    exact: bool = False

    @property
    def tolerance(self) -> float:
        """What rounding may cost: half a unit of the last digit shown; nothing if it is exact."""
        if self.exact:
            return 0.0
        exponent = self._shown_value.as_tuple().exponent
        last_digit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
        return float(last_digit) / 2

    def error(self, truth: float | None = None) -> float:
        """Return the distance between what is shown and what is true.

        Args:
            truth: The true value; None: the studio's own.
        """
        return abs(float(self._shown_value) - (self.quantity.value if truth is None else truth))

    def holds(self, truth: float | None = None) -> bool:
        """Return whether the number shown is the true value, rounded; ``truth`` as above."""
        value = self.quantity.value if truth is None else truth
        slack = _SLACK * (self.tolerance + abs(value)) + _NOTHING * self.exact
        return self.error(value) <= self.tolerance + slack

    @property
    def _shown_value(self) -> Decimal:
        return read_number(self.shown)


@runtime_checkable
class Claimant(Protocol):
    """A mobject that draws numbers and says what they stand for."""

    @property
    def claims(self) -> Iterable[Claim]:
        """Its claims as they stand now; none when its numbers stand for nothing."""


def claims(*mobjects: Mobject) -> list[Claim]:
    """Return the claims made by the families of ``mobjects``, in drawing order."""
    return [
        claim
        for mobject in mobjects
        for member in mobject.get_family()
        if isinstance(member, Claimant)
        for claim in member.claims
    ]
