"""A small map on which something goes on for ever, large on the stage or small in a cell."""

from copy import copy
from typing import Any, Self

import numpy as np
from manim import AnimationGroup, Mobject, VMobject, linear
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.live import Live, Vary, together
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.motion.staging import late

_BEHIND = 0.55  # of its opacity is left to a miniature that is not in focus


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
        for part in parts:
            self.map.carry(part)
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

    def go_on(self, seconds: float, *, tempo: float = 1.0) -> Vary:
        """Return the animation of the next ``seconds``, at ``tempo`` times the miniature's pace."""
        ahead = self.phase + tempo * self.pace * seconds
        return Vary(self, {"phase": ahead}, rate_func=linear, run_time=seconds)

    def move_to_box(self, box: ArrayLike, **kwargs: Any) -> Vary:
        """Return the animation that takes it to another box, at the size of that."""
        return Vary(self, {"box": np.asarray(box, float)}, **kwargs)

    def step_back_to(self, box: ArrayLike) -> AnimationGroup:
        """Return the animation that takes it to another box, where it is not in focus."""
        return together(self.move_to_box(box), late(self.vary(shown=_BEHIND)))

    def wake(self) -> Vary:
        """Return the animation in which it is in focus again."""
        return self.vary(shown=1.0)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return a copy of the state alone: it moves the same things."""
        return copy(self)
