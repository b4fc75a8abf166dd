"""A camera move that goes on while one thing after another is played."""

from collections.abc import Callable

from manim import Animation
from manim.utils.rate_functions import ease_in_out_sine

from mnemo_anim.landscape import Landscape, View


class Dolly:
    """A move of a landscape's camera, handed out in parts, one for each play.

    Together the parts are one calm move: the camera does not stop between them.

    Args:
        landscape: What the camera looks at, from where it does now.
        view: Where the move ends.
        duration: Of the whole move, in seconds.
        rate_func: Of the whole move.
    """

    def __init__(
        self,
        landscape: Landscape,
        view: View,
        duration: float,
        *,
        rate_func: Callable[[float], float] = ease_in_out_sine,
    ) -> None:
        self.landscape = landscape
        self.start, self.end = landscape.view, view
        self.duration, self.rate_func = duration, rate_func
        self.done = 0.0

    def part(self, seconds: float) -> "DollyPart":
        """Return the animation of the next ``seconds`` of the move."""
        start = self.done
        self.done += seconds
        return DollyPart(self, start, self.done)

    def view_at(self, seconds: float) -> View:
        """Return the view ``seconds`` after the start; the move's last one when it is over."""
        t = min(1.0, seconds / self.duration) if self.duration > 0 else 1.0
        return View.interpolate(self.start, self.end, self.rate_func(t))


class DollyPart(Animation):
    """The move between two moments, in seconds since its start."""

    def __init__(self, dolly: Dolly, start: float, end: float) -> None:
        self._dolly, self._span = dolly, (start, end)
        super().__init__(dolly.landscape, run_time=end - start, suspend_mobject_updating=False)

    def interpolate_mobject(self, alpha: float) -> None:
        """Look from where the camera is at ``alpha`` in 0..1 of this part."""
        start, end = self._span
        self._dolly.landscape.set_view(self._dolly.view_at(start + alpha * (end - start)))
