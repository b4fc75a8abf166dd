"""A label that stays beside something that moves."""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import ORIGIN, UP, FadeIn, FadeOut, Mobject, VGroup, VMobject, normalize
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.arrows import Arrow


class Tag(VGroup):
    """A word or a formula, upright, beside a point of the screen that may move.

    Args:
        content: What stands there.
        beside: Computes the screen point (3,), anew for every frame.
        direction: Side of the point on which it stands.
        gap: Between the point and the content, in screen units.
    """

    def __init__(
        self,
        content: VMobject,
        beside: Callable[[], ArrayLike],
        direction: ArrayLike = UP,
        *,
        gap: float = 0.2,
    ) -> None:
        super().__init__(content)

        def follow(tag: Mobject) -> None:
            tag.next_to(np.asarray(beside(), float), np.asarray(direction, float), buff=gap)

        self.add_updater(follow, call_updater=True)

    @classmethod
    def beyond(cls, arrow: Arrow, content: VMobject, gap: float = 0.35) -> Self:
        """Return a label whose middle is ``gap`` screen units beyond the tip of an arrow."""

        def place() -> NDArray[np.float64]:
            along: NDArray[np.float64] = normalize(arrow.tip - arrow.tail)
            return arrow.tip + gap * along

        return cls(content, place, ORIGIN, gap=0.0)

    def appear(self) -> FadeIn:
        """Return the animation in which it fades in, even while it moves."""
        return FadeIn(self, suspend_mobject_updating=False)

    def vanish(self) -> FadeOut:
        """Return the animation in which it fades out, and leaves the scene."""
        return FadeOut(self, suspend_mobject_updating=False)
