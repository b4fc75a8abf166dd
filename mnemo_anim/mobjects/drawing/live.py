"""Drawings that are functions of numbers, and the one animation that changes such numbers.

A live mobject draws itself anew from its state: where it stands, how far it has turned, how much
of it is shown. What a frame shows then depends on the state alone, never on the frames before it,
and a live mobject follows whatever it stands on through every move of the camera.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self, TypeAlias

import numpy as np
from manim import Animation, AnimationGroup, VMobject, smooth
from numpy.typing import ArrayLike, NDArray

State: TypeAlias = float | NDArray[np.float64]
Span: TypeAlias = ArrayLike | tuple[ArrayLike, ArrayLike]


class Veiled(VMobject):
    """A mobject with a second opacity, that no animation of colours touches.

    Attributes:
        presence: Multiplies the opacity of fill and strokes, 0 to 1. Not that of submobjects.
    """

    presence = 1.0

    def get_fill_rgbas(self) -> NDArray[np.float64]:
        """Return the colours of the fill, as they are drawn."""
        return self._as_seen(super().get_fill_rgbas())

    def get_stroke_rgbas(self, background: bool = False) -> NDArray[np.float64]:
        """Return the colours of the stroke, as they are drawn."""
        return self._as_seen(super().get_stroke_rgbas(background))

    def get_gradient_start_and_end_points(
        self,
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where a gradient of colours begins and ends (3,), as Manim does, but sooner."""
        if self.submobjects or self.shade_in_3d or not len(self.points):
            start, end = super().get_gradient_start_and_end_points()
            return start, end
        anchors = np.asarray(self.get_anchors())
        low, high = anchors.min(axis=0), anchors.max(axis=0)
        middle = (low + high) / 2
        offset = (high - middle) * self.get_sheen_direction()
        return middle - offset, middle + offset

    def _as_seen(self, rgbas: NDArray[np.float64]) -> NDArray[np.float64]:
        return rgbas if self.presence == 1.0 else rgbas * [1.0, 1.0, 1.0, self.presence]


class Live(Veiled):
    """A mobject whose :meth:`redraw` sets its points from its state.

    ``redraw`` leaves opacities alone, so that fading works as on any mobject; to fade while the
    camera moves, vary ``shown`` instead. What the attributes named in ``shared`` hold is not copied
    along with the mobject: a copy stands on the same map, and follows the same spot, as the
    original.

    Attributes:
        shown: How far it is there, 0 to 1.
    """

    shared: ClassVar[tuple[str, ...]] = ()
    shown = 1.0

    def redraw(self) -> None:
        """Set the points, and the presence, from the state."""
        raise NotImplementedError

    def come_alive(self) -> None:
        """Draw, and draw anew in every frame that moves."""
        self.redraw()
        self.add_updater(_redraw)

    @property
    def is_alive(self) -> bool:
        """Whether it is drawn anew in every frame, as long as it is in a scene."""
        return _redraw in self.updaters and not self.updating_suspended

    def vary(self, **spans: Span) -> "Vary":
        """Return the animation that takes parts of the state to new values; see :class:`Vary`."""
        return Vary(self, spans)

    def appear(self) -> "Vary":
        """Return the animation in which the mobject fades in where it is, even as that moves."""
        return self.vary(shown=(0.0, 1.0))

    def vanish(self) -> "Vary":
        """Return the animation in which the mobject fades out, and leaves the scene."""
        return Vary(self, {"shown": 0.0}, remover=True)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        for name in self.shared:
            held = getattr(self, name)
            memo.setdefault(id(held), held)
        copied: Self = super().__deepcopy__(memo)
        return copied


def _redraw(mobject: Live) -> None:
    mobject.redraw()


class Vary(Animation):
    """Change numbers in the state of a live mobject.

    Args:
        mobject: What changes.
        spans: By attribute, where it goes: a number or an array; or a tuple (from, to) of two. A
            single value starts from whatever the state is when the animation begins.
        rate_func: Manim's; by default calm at both ends.
        **kwargs: As for Manim's ``Animation``.
    """

    def __init__(
        self,
        mobject: Live,
        spans: Mapping[str, Span],
        *,
        rate_func: Callable[[float], float] = smooth,
        **kwargs: Any,
    ) -> None:
        super().__init__(mobject, rate_func=rate_func, suspend_mobject_updating=False, **kwargs)
        self._spans = spans
        self._ends: dict[str, tuple[State, State]] = {}

    def begin(self) -> None:
        """Note where the state starts from."""
        for name, span in self._spans.items():
            start, end = span if isinstance(span, tuple) else (getattr(self.mobject, name), span)
            self._ends[name] = (np.asarray(start, float), np.asarray(end, float))
        super().begin()

    def create_starting_mobject(self) -> Live:
        """Return the mobject itself: only numbers are interpolated, so no copy of it is needed."""
        mobject: Live = self.mobject
        return mobject

    def interpolate_mobject(self, alpha: float) -> None:
        """Set the state at ``alpha`` in 0..1; what is alive will be drawn with the frame."""
        t = self.rate_func(alpha)
        for name, (start, end) in self._ends.items():
            setattr(self.mobject, name, (1 - t) * start + t * end)
        if not self.mobject.is_alive:
            self.mobject.redraw()

    def finish(self) -> None:
        """Set the last state, and draw it: no frame may follow."""
        super().finish()
        self.mobject.redraw()


def together(*animations: Animation) -> AnimationGroup:
    """Return animations as one, in which what is live goes on following what it stands on."""
    return AnimationGroup(*animations, suspend_mobject_updating=False)
