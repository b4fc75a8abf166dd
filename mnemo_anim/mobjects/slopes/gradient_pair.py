"""One gradient on two charts at once, such as a map and the surface that it maps."""

from manim import AnimationGroup, VGroup

from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.tag import Tag
from mnemo_anim.mobjects.lettering.plate import on_plate
from mnemo_anim.mobjects.lettering.text import Formula, halo
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_GAP = 0.5  # from the tip of an arrow to the middle of its name, in screen units


class GradientPair(VGroup):
    """∇f at one spot, drawn on two charts; both arrows do everything together.

    Args:
        first: The arrow on one chart.
        second: That on the other, at the same spot and to the same scale.
        name: Of the field, in Typst's notation.

    Attributes:
        first: As given.
        second: As given.
        uphill: The name of the gradient, beyond the tip of the first arrow.
        downhill: The same, of the negative gradient.
    """

    def __init__(self, first: GradientArrow, second: GradientArrow, name: str = "f") -> None:
        super().__init__(first, second)
        self.first, self.second = first, second
        self.uphill = self._tag(f"nabla {name}", PALETTE.uphill)
        self.downhill = self._tag(f"-nabla {name}", PALETTE.downhill)

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

    def _tag(self, symbol: str, color: str) -> Tag:
        written = halo(Formula(symbol, size=TYPE.body, color=color))
        return Tag.beyond(self.first, on_plate(written, padding=STAGE.gap / 2), gap=_GAP)
