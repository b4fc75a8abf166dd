"""A camera move that goes on while one thing after another is played."""

from collections.abc import Callable
from math import pi
from typing import Protocol

import numpy as np
from manim import Animation
from manim.utils.rate_functions import ease_in_out_sine

from mnemo_anim.landscape import Landscape, View

_INSTANT = 1e-6  # seconds


class Ongoing(Protocol):
    """What goes on while one thing after another is played, handed out in parts."""

    @property
    def left(self) -> float:
        """Seconds of it that have not been handed out."""

    @property
    def over(self) -> bool:
        """Whether nothing of it is left."""

    def part(self, seconds: float) -> Animation:
        """Return the animation of its next ``seconds``."""


class Dolly:
    """A move of a landscape's camera, handed out in parts, one for each play.

    Together the parts are one calm move: the camera does not stop between them.

    Args:
        landscape: What the camera looks at, from where it does now.
        to: The view where the move ends; or the whole path, a view for each t in 0..1.
        duration: Of the whole move, in seconds.
        rate_func: Of the whole move.
    """

    def __init__(
        self,
        landscape: Landscape,
        to: View | Callable[[float], View],
        duration: float,
        *,
        rate_func: Callable[[float], float] = ease_in_out_sine,
    ) -> None:
        self.landscape, self.duration, self.rate_func = landscape, duration, rate_func
        self.path = _straight(landscape.view, to) if isinstance(to, View) else to
        self.done = 0.0

    @property
    def left(self) -> float:
        """Seconds of the move that have not been handed out."""
        return max(0.0, self.duration - self.done)

    @property
    def over(self) -> bool:
        """Whether all of the move has been handed out."""
        return self.left < _INSTANT

    def part(self, seconds: float) -> "DollyPart":
        """Return the animation of the next ``seconds`` of the move."""
        start = self.done
        self.done += seconds
        return DollyPart(self, start, self.done)

    def view_at(self, seconds: float) -> View:
        """Return the view ``seconds`` after the start; the move's last one when it is over."""
        t = min(1.0, seconds / self.duration) if self.duration > 0 else 1.0
        return self.path(self.rate_func(t))


def early(t: float) -> float:
    """Return how far a calm move has come that makes most of its way in its first half."""
    return float(ease_in_out_sine(1 - (1 - t) ** 1.7))


def rise_to_map(
    landscape: Landscape,
    unit: float,
    centre: tuple[float, float],
    *,
    azimuth: float = -0.6,
    elevation: float = 0.5,
    perspective: float = 0.5,
    width: float = 13.4,
    height: float = 6.0,
    middle: tuple[float, float] = (0.0, 0.0),
) -> Callable[[float], View]:
    """Return the path of a camera that rises overhead and has all of the ground in the frame.

    Args:
        landscape: What is looked at.
        unit: Screen units per map unit of the map that it becomes.
        centre: Screen point of the middle of that map.
        azimuth: At the start, like the elevation, as in `View`.
        elevation: At the start.
        perspective: At the start: size of the ground over the distance of the camera.
        width: Of the box that the ground fills at the start, in screen units.
        height: Of that box.
        middle: Of that box, a screen point.
    """
    (left, right), (front, back) = landscape.field.domain
    slant = np.array([azimuth, elevation, perspective, width, height, *middle])
    above = np.array([0.0, pi / 2, 0.0, unit * (right - left), unit * (back - front), *centre])

    def view_at(t: float) -> View:
        if t >= 1.0:
            focus = ((left + right) / 2, (front + back) / 2)
            return View.overhead(unit, centre, focus)
        turn, rise, depth, wide, tall, *at = (1.0 - t) * slant + t * above
        return landscape.fitting_view(
            azimuth=turn, elevation=rise, perspective=depth, width=wide, height=tall, centre=at
        )

    return view_at


def _straight(start: View, end: View) -> Callable[[float], View]:
    return lambda t: View.interpolate(start, end, t)


class DollyPart(Animation):
    """The move between two moments, in seconds since its start."""

    def __init__(self, dolly: Dolly, start: float, end: float) -> None:
        self._dolly, self._span = dolly, (start, end)
        super().__init__(dolly.landscape, run_time=end - start, suspend_mobject_updating=False)

    def interpolate_mobject(self, alpha: float) -> None:
        """Look from where the camera is at ``alpha`` in 0..1 of this part."""
        start, end = self._span
        self._dolly.landscape.set_view(self._dolly.view_at(start + alpha * (end - start)))
