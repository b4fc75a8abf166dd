"""The slow motion of all miniatures that are left to themselves, whatever else is played."""

from math import inf

from manim import AnimationGroup

from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.miniatures.miniature import Miniature


class Life:
    """Goes on in every play and wait of a scene that follows it.

    Attributes:
        living: The miniatures that it moves, from the next play on.
        tempo: How fast, over their own pace.
        left: Seconds for which it goes on: for ever.
    """

    left = inf

    def __init__(self) -> None:
        self.living: list[Miniature] = []
        self.tempo = 1.0

    @property
    def over(self) -> bool:
        """Whether nothing moves."""
        return not self.living

    def part(self, seconds: float) -> AnimationGroup:
        """Return the animation of the next ``seconds``."""
        return together(*(miniature.go_on(seconds, tempo=self.tempo) for miniature in self.living))
