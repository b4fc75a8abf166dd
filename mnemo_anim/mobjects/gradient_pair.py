"""One gradient on two charts at once, such as a map and the surface that it maps."""

from manim import AnimationGroup, VGroup

from mnemo_anim.mobjects.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.live import together


class GradientPair(VGroup):
    """∇f at one spot, drawn on two charts; both arrows do everything together.

    Args:
        first: The arrow on one chart.
        second: That on the other, at the same spot and to the same scale.

    Attributes:
        first: As given.
        second: As given.
    """

    def __init__(self, first: GradientArrow, second: GradientArrow) -> None:
        super().__init__(first, second)
        self.first, self.second = first, second

    def grow(self) -> AnimationGroup:
        """Return the animation in which both arrows grow from their tails."""
        return together(self.first.grow(), self.second.grow())

    def pulse(self) -> AnimationGroup:
        """Return the animation in which both swell, and are as before."""
        return together(self.first.pulse(), self.second.pulse())

    def flip(self) -> AnimationGroup:
        """Return the animation in which both turn round: ∇f becomes −∇f, or the reverse."""
        return together(self.first.flip(), self.second.flip())

    def vanish(self) -> AnimationGroup:
        """Return the animation in which both fade out."""
        return together(self.first.vanish(), self.second.vanish())
