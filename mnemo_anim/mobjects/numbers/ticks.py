"""Round numbers for axes: few of them, and no more digits than they need."""

from collections.abc import Iterable
from math import ceil, floor, log10

_NICE = (1.0, 2.0, 5.0, 10.0)
_MOST_DECIMALS = 6


def nice_ticks(low: float, high: float, at_most: int = 5) -> tuple[float, ...]:
    """Return at most ``at_most`` evenly spaced round numbers from ``low`` to ``high``.

    The spacing is 1, 2 or 5 times a power of ten, and every tick a multiple of it.

    Raises:
        ValueError: The interval is empty, or fewer than two ticks are allowed.
    """
    if not low < high:
        raise ValueError(f"an axis needs low < high, got {low:g} and {high:g}")
    if at_most < 2:
        raise ValueError(f"an axis needs room for at least 2 ticks, got {at_most}")
    decade = 10.0 ** floor(log10((high - low) / at_most))
    for nice in _NICE:
        step = nice * decade
        first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
        if last - first < at_most:
            break
    return tuple(float(f"{k * step:.12g}") for k in range(first, last + 1))


def decimals_for(values: Iterable[float]) -> int:
    """Return how many decimals it takes to write every one of ``values`` exactly, six at most."""
    numbers = list(values)
    for decimals in range(_MOST_DECIMALS):
        if all(abs(round(number, decimals) - number) < 1e-9 for number in numbers):
            return decimals
    return _MOST_DECIMALS
