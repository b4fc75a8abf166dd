"""What is in focus, and what steps back."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import Animation, Group, Mobject, VMobject, smooth
from numpy.typing import NDArray

from mnemo_anim.theme import DIM

_COLORS = ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas")

Rgbas = NDArray[np.float64]


class Veil(Animation):
    """Multiply the opacity of all that mobjects draw by one factor.

    Args:
        mobjects: What steps back, or forward, with their families.
        factor: Of the opacities at the end; opacity stays below 1.
        but: What keeps its opacity, with its families.
        **kwargs: As for Manim's ``Animation``.

    """

    def __init__(
        self,
        mobjects: Iterable[Mobject],
        factor: float,
        *,
        but: Iterable[Mobject] = (),
        **kwargs: Any,
    ) -> None:
        kwargs = {"rate_func": smooth, "suspend_mobject_updating": False} | kwargs
        super().__init__(Group(*mobjects), **kwargs)
        self._factor = factor
        self._kept = {id(member) for mobject in but for member in mobject.get_family()}
        self._starts: list[tuple[Rgbas, Rgbas]] = []

    def begin(self) -> None:
        """Note the opacities to start from."""
        self._starts = [
            (rgbas, rgbas[:, 3].copy())
            for member in self.mobject.get_family()
            if isinstance(member, VMobject) and id(member) not in self._kept
            for rgbas in (getattr(member, name) for name in _COLORS)
        ]
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Set the opacities at ``alpha`` in 0..1."""
        factor = 1 + self.rate_func(alpha) * (self._factor - 1)
        for rgbas, start in self._starts:
            rgbas[:, 3] = np.minimum(start * factor, 1.0)


def dim(*mobjects: Mobject, but: Iterable[Mobject] = (), **kwargs: Any) -> Veil:
    """Return the animation in which ``mobjects`` step back, except ``but``.

    What has parts of different opacity keeps their proportions; :func:`undim` takes it back.
    """
    return Veil(mobjects, DIM, but=but, **kwargs)


def undim(*mobjects: Mobject, but: Iterable[Mobject] = (), **kwargs: Any) -> Veil:
    """Return the animation in which dimmed ``mobjects`` come back, except ``but``."""
    return Veil(mobjects, 1 / DIM, but=but, **kwargs)
