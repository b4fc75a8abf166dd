"""Sources of numbers for tests, which stand for nothing but themselves."""

from collections.abc import Callable

from manim import ValueTracker

from mnemo_anim.maths.quantities import Given


def number(value: float, what: str = "a number") -> Callable[[], Given]:
    """Return a source of one number."""
    return lambda: Given(what, value)


def tracked(tracker: ValueTracker, what: str = "a number") -> Callable[[], Given]:
    """Return a source of whatever a tracker has come to."""
    return lambda: Given(what, float(tracker.get_value()))
