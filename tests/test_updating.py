"""Updaters run as Manim runs them."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

import pytest
from manim import Mobject, VGroup, VMobject

from mnemo_anim.updating import update

Seen = list[tuple[Any, ...]]


class Callers:
    """Every kind of thing that may be called for each frame."""

    def __init__(self) -> None:
        self.seen: Seen = []

    def all(self) -> list[Callable[..., Any]]:
        """Return one of each."""

        def plain(mobject: Mobject) -> None:
            self.seen.append(("plain", mobject))

        def timed(mobject: Mobject, dt: float) -> None:
            self.seen.append(("timed", mobject, dt))

        def by_default(mobject: Mobject, dt: float = 7.0) -> None:
            self.seen.append(("by default", mobject, dt))

        def no_parameter(mobject: Mobject) -> None:
            dt = "local"
            self.seen.append((dt, mobject))

        @wraps(timed)
        def wrapped(*args: Any) -> None:
            self.seen.append(("wrapped", *args))

        return [plain, timed, by_default, no_parameter, wrapped, self.method, self, partial(timed)]

    def method(self, mobject: Mobject, dt: float) -> None:
        """Be called as a method."""
        self.seen.append(("method", mobject, dt))

    def __call__(self, mobject: Mobject) -> None:
        """Be called as an object."""
        self.seen.append(("object", mobject))


@pytest.mark.parametrize("suspended", [False, True])
def test_each_kind_of_updater_is_called_as_manim_calls_it(suspended: bool) -> None:
    callers = Callers()
    part, group = VMobject(), VGroup()
    group.add(part)
    for updater in callers.all():
        group.add_updater(updater)
        part.add_updater(updater)
    if suspended:
        part.suspend_updating()
    callers.seen.clear()
    group.update(0.25)
    by_manim = callers.seen.copy()
    callers.seen.clear()
    update(group, 0.25)
    assert callers.seen == by_manim
    assert len(by_manim) == (8 if suspended else 16)
