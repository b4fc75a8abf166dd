"""Updaters, run as Manim runs them, but without asking Python for the signature of each."""

from collections.abc import Callable
from inspect import signature
from types import FunctionType
from typing import Any

from manim import Mobject


def update(mobject: Mobject, dt: float) -> None:
    """Run the updaters of a mobject, then those of its submobjects.

    Args:
        mobject: What is brought up to date, unless its updating is suspended.
        dt: Seconds since the last time, for updaters that take them.
    """
    if mobject.updating_suspended:
        return
    for updater in mobject.updaters:
        if _takes_time(updater):
            updater(mobject, dt)
        else:
            updater(mobject)
    for part in mobject.submobjects:
        update(part, dt)


def _takes_time(updater: Callable[..., Any]) -> bool:
    """Return whether an updater has a parameter named ``dt``, which is how Manim tells."""
    function = getattr(updater, "__func__", updater)  # of a bound method
    if type(function) is not FunctionType or hasattr(function, "__wrapped__"):
        return "dt" in signature(updater).parameters
    code = function.__code__
    return "dt" in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
