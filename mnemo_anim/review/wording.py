"""Numbers and counts as the report writes them."""

import math
from collections.abc import Sized
from itertools import takewhile

from mnemo_anim.review.findings import Finding

_PLACES = range(2, 7)


def counted(found: Sized) -> str:
    """Return ``no findings``, ``1 finding``, ``12 findings``."""
    number = len(found)
    return "no findings" if number == 0 else f"{number} finding{'' if number == 1 else 's'}"


def seconds(time: float) -> str:
    """Return a time with two decimals and its unit."""
    return f"{time:.2f} s"


def length(time: float) -> str:
    """Return a length of time as minutes and seconds: ``9:05``."""
    minutes, rest = divmod(round(time), 60)
    return f"{minutes}:{rest:02}"


def measured(finding: Finding) -> str:
    """Return the value of a finding with its unit, precise enough to be told from the limit."""
    return _with_unit(finding.value, finding)


def limit(finding: Finding) -> str:
    """Return the limit of a finding with its unit, as precise as its value."""
    return _with_unit(finding.limit, finding)


def _with_unit(number: float, finding: Finding) -> str:
    if math.isnan(number):
        return "—"
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    text = f"{number:.{_places(finding)}f}"
    text = text.rstrip("0").rstrip(".").replace("-", "−")
    return f"{text} {finding.rule.unit}".rstrip()


def _places(finding: Finding) -> int:
    """Return how many decimals tell the value from the limit."""

    def alike(places: int) -> bool:
        return f"{finding.value:.{places}f}" == f"{finding.limit:.{places}f}"

    return min(_PLACES.start + len(list(takewhile(alike, _PLACES))), _PLACES.stop - 1)
