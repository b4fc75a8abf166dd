"""What has been found out about one part of an installation."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it is with a part; the value is what the report says."""

    GOOD = "ok"
    OPTIONAL = "-"  # absent or unlike, and films are made without it
    MISSING = "MISSING"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        what: The part.
        state: How it is with it.
        found: Its version, or what is wrong.
        mend: How to get it; empty where nothing is to be done.
    """

    what: str
    state: State
    found: str
    mend: str = ""

    def __str__(self) -> str:
        told = f"{self.found} -> {self.mend}" if self.mend else self.found
        return f"{self.state:<9}{self.what:<20}{' '.join(told.split())}"
