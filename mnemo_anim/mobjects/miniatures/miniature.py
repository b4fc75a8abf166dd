"""A small map on which something goes on for ever, large on the stage or small in a cell."""

from copy import copy
from typing import Any, Self

import numpy as np
from manim import AnimationGroup, Mobject, VMobject, linear, smooth
from manim.utils.rate_functions import squish_rate_func
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.live import Live, Vary, together
from mnemo_anim.mobjects.small_map import SmallMap

_APPEARS = 0.3  # of its way to the stage, over which a miniature fades in


class Miniature(Live):
    """A map, and what moves on it: all of it a function of a few numbers.

    It draws nothing itself; what it moves is added to the scene as `drawn`.

    Args:
        small_map: The map, a still one: the miniature moves it.
        box: Screen x and y of its middle, and its width.
        pace: Rounds a second, once the miniature is left to itself.

    Attributes:
        map: As given.
        pace: As given.
        box: Where the map is, and how large, shape (3,).
        phase: How many rounds have been made; each is like the one before.
        shown: How far the whole of it is there, 0 to 1.
        parts: What stands on the map, in the order in which it is drawn.
        asides: What belongs to it, beside or over the map, only while it is large.
    """

    box: NDArray[np.float64]

    def __init__(self, small_map: SmallMap, box: ArrayLike, *, pace: float) -> None:
        super().__init__()
        self.map, self.pace = small_map, pace
        self.box, self.phase = np.asarray(box, float), 0.0
        self.parts: list[Live] = []
        self.asides: list[VMobject] = []

    @property
    def drawn(self) -> list[Mobject]:
        """The miniature, the map, and all that stands on it, to be added to a scene.

        Only where the map comes after the miniature is it drawn anew while that moves it.
        """
        return [self, self.map, *self.parts]

    def stand(self, *parts: Live) -> None:
        """Let ``parts`` belong to the miniature: they are made for its map, and drawn on it."""
        self.map.carry(*parts)
        self.parts += parts
        self.redraw()

    def redraw(self) -> None:
        """Put the map into its box, and what moves where it is at this phase."""
        self.map.place(self.box[:2], float(self.box[2]))
        self.map.veil(self.shown)
        self.pose(self.phase % 1.0)
        for part in self.parts:
            part.shown = self.shown

    def pose(self, phase: float) -> None:
        """Put what moves where it is at ``phase``, from 0 up to 1, which is as 0."""
        raise NotImplementedError

    def go_on(self, seconds: float) -> Vary:
        """Return the animation of what happens in the next ``seconds`` at the miniature's pace."""
        ahead = self.phase + self.pace * seconds
        return Vary(self, {"phase": ahead}, rate_func=linear, run_time=seconds)

    def move_to_box(self, box: ArrayLike) -> Vary:
        """Return the animation that takes it to another box, at the size of that."""
        return self.vary(box=np.asarray(box, float))

    def come_from(self, box: ArrayLike) -> AnimationGroup:
        """Return the animation in which it appears in ``box``, and grows to where it is now."""
        appears = squish_rate_func(smooth, 0.0, _APPEARS)
        return together(
            Vary(self, {"shown": (0.0, 1.0)}, rate_func=appears),
            self.vary(box=(np.asarray(box, float), self.box.copy())),
        )

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return a copy of the state alone: it moves the same things."""
        return copy(self)
