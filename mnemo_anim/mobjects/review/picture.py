"""What every picture of a review question can do: pose the question, and play the answer."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

import numpy as np
from manim import Animation, VMobject

from mnemo_anim.theme import STAGE

LEFT_EDGE = (
    0.15  # x of the left edge of the pictures, in screen units; the right one is the stage's
)
CENTRE = np.array([(LEFT_EDGE + STAGE.right) / 2, STAGE.middle, 0.0])
WIDTH = STAGE.right - LEFT_EDGE
HEIGHT = STAGE.top - STAGE.bottom


class ReviewPicture(ABC):
    """A picture in two acts, each of several moments.

    The moments are handed out one after the other: each animation is to be played before the next
    is asked for, and its run time is the caller's.

    Attributes:
        reason: The formula that explains the answer, where there is one.
    """

    reason: VMobject | None = None

    @abstractmethod
    def pose(self) -> Iterator[Animation]:
        """Yield the moments in which the question becomes a picture, without its answer."""

    def ponder(self) -> Sequence[Animation]:
        """Return the slow moves, adding nothing, that go on while the question is thought about."""
        return ()

    @abstractmethod
    def answer(self) -> Iterator[Animation]:
        """Yield the moments in which the answer is played."""
