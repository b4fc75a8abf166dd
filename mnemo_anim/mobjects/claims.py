"""What the film asserts: each number on the screen beside the quantity that it stands for."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, runtime_checkable

from manim import Mobject

from mnemo_anim.mobjects.numerals import read_number


@dataclass(frozen=True, slots=True)
class Claim:
    """One number as it is drawn now, and the computation that it must agree with.

    Attributes:
        what: The quantity in words, for messages: ``"‖∇f‖ at the hiker"``.
        shown: The text on the screen: ``"8.25"``, ``"−0.50"``, ``"1.2×10⁷"``.
        quantity: Computes the true value.

    """

    what: str
    shown: str
    quantity: Callable[[], float]

    @property
    def error(self) -> float:
        """The distance between what is shown and what is true."""
        return abs(float(self._shown_value) - self.quantity())

    @property
    def tolerance(self) -> float:
        """Half a unit of the last digit shown: what rounding may cost."""
        exponent = self._shown_value.as_tuple().exponent
        last_digit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
        return float(last_digit) / 2

    def holds(self) -> bool:
        """Return whether the number shown is the true value, rounded."""
        return self.error <= self.tolerance * (1 + 1e-9)

    @property
    def _shown_value(self) -> Decimal:
        return read_number(self.shown)


@runtime_checkable
class Claimant(Protocol):
    """A mobject that draws a number and says what it stands for."""

    @property
    def claim(self) -> Claim | None:
        """The claim as it stands now; None when the number stands for nothing but itself."""


def claims(*mobjects: Mobject) -> list[Claim]:
    """Return the claims made by the families of ``mobjects``, in drawing order."""
    made = (
        member.claim
        for mobject in mobjects
        for member in mobject.get_family()
        if isinstance(member, Claimant)
    )
    return [claim for claim in made if claim is not None]
