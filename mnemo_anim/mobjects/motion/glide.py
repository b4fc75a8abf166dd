"""A straight move of something that costs much to copy, such as many letters."""

from typing import Any

import numpy as np
from manim import Animation, Mobject
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.chart import Points


class Glide(Animation):
    """Move a mobject until its middle is at a point; its size and shape stay.

    Args:
        mobject: What moves.
        to: Screen point (3,) of its middle at the end.
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(self, mobject: Mobject, to: ArrayLike, **kwargs: Any) -> None:
        super().__init__(mobject, **kwargs)
        self._end: Points = np.asarray(to, float)
        self._start = self._end

    def begin(self) -> None:
        """Note where the mobject is now."""
        self._start = np.array(self.mobject.get_center())
        super().begin()

    def create_starting_mobject(self) -> Mobject:
        """Return the mobject itself: where it was is all that is needed."""
        return self.mobject

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the mobject where it is at ``alpha`` in 0..1."""
        t = self.rate_func(alpha)
        self.mobject.move_to((1 - t) * self._start + t * self._end)
