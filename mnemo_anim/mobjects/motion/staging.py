"""When in a play its parts happen: what goes has gone before what comes arrives."""

from manim import Animation, AnimationGroup, linear
from manim.utils.rate_functions import squish_rate_func

_GONE, _COME = 0.25, 0.6  # of the play


def soon(*animations: Animation) -> AnimationGroup:
    """Return animations as one that is over in the first part of the play."""
    return _between(0.0, _GONE, animations)


def late(*animations: Animation) -> AnimationGroup:
    """Return animations as one that begins in the last part of the play."""
    return _between(_COME, 1.0, animations)


def _between(start: float, end: float, animations: tuple[Animation, ...]) -> AnimationGroup:
    return AnimationGroup(
        *animations,
        rate_func=squish_rate_func(linear, start, end),
        suspend_mobject_updating=False,
    )
