"""What a measure finds: two figures, the number that is judged, and the limit that it must keep."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Bound(StrEnum):
    """On which side of a limit a number has to be."""

    LEAST = "≥"
    MOST = "≤"


class Verdict(StrEnum):
    """How a number stands to its limit."""

    OK = "ok"
    MISSED = "missed"
    NOT_MADE = "not measured"


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that must not be passed.

    Attributes:
        bound: Whether it is the least or the most.
        value: The number, above 0.
        unit: Its unit; ``×`` for a ratio.
    """

    bound: Bound
    value: float
    unit: str = "×"

    def is_kept(self, value: float) -> bool:
        """Return whether a number keeps the limit; the limit itself does."""
        return value >= self.value if self.bound is Bound.LEAST else value <= self.value

    def margin(self, value: float) -> float:
        """Return how many times better than the limit a number is; below 1, it is missed."""
        return value / self.value if self.bound is Bound.LEAST else self.value / value


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table.

    Attributes:
        measure: The name of the measure that it belongs to.
        what: What is measured.
        against: What it is compared with; empty for a number that stands alone.
        limit: What it must keep.
        where: On which scenes, or in what circumstances.
        unit: Of the two figures.
        ours: The studio's figure.
        theirs: The other figure; None for a number that stands alone.
        value: The number that is judged; None if it could not be measured.
        why_not: Why not, and how to mend it.
    """

    measure: str
    what: str
    against: str
    limit: Limit
    where: str = ""
    unit: str = "s"
    ours: float | None = None
    theirs: float | None = None
    value: float | None = None
    why_not: str = ""

    @classmethod
    def faster(
        cls,
        measure: str,
        what: str,
        against: str,
        *,
        ours: float,
        theirs: float,
        least: float,
        where: str = "",
        unit: str = "s",
    ) -> Self:
        """Return how many times faster the studio is, which must be ``least`` times."""
        limit = Limit(Bound.LEAST, least)
        return cls(measure, what, against, limit, where, unit, ours, theirs, theirs / ours)

    @classmethod
    def within(
        cls,
        measure: str,
        what: str,
        against: str,
        *,
        ours: float,
        theirs: float,
        most: float,
        where: str = "",
        unit: str = "s",
    ) -> Self:
        """Return how many times as long the studio takes, which must be ``most`` times at most."""
        limit = Limit(Bound.MOST, most)
        return cls(measure, what, against, limit, where, unit, ours, theirs, ours / theirs)

    @classmethod
    def amount(
        cls, measure: str, what: str, *, ours: float, most: float, unit: str, where: str = ""
    ) -> Self:
        """Return a number of the studio alone, which must be ``most`` at most."""
        return cls(measure, what, "", Limit(Bound.MOST, most, unit), where, unit, ours, None, ours)

    @property
    def margin(self) -> float | None:
        """How many times better than the limit; None if it could not be measured."""
        return None if self.value is None else self.limit.margin(self.value)

    def verdict(self, *, full: bool) -> Verdict:
        """Return how it stands; in a full run, what could not be measured is missed.

        Args:
            full: Whether all is to be measured.
        """
        if self.value is None:
            return Verdict.MISSED if full else Verdict.NOT_MADE
        return Verdict.OK if self.limit.is_kept(self.value) else Verdict.MISSED
