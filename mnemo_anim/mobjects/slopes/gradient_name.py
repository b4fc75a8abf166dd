"""What the arrows on a map are called: one of them, its symbol, its word, and their scale."""

from manim import DOWN, AnimationGroup, FadeIn, ReplacementTransform, VGroup

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.lettering.text import Formula, Words, halo
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.maps.scale_bar import ScaleBar
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.theme import PALETTE, STAGE, TYPE


class GradientName(VGroup):
    """A column beside a map: an arrow as on the map, ∇f, a word, and the arrows' scale.

    Args:
        chart: The map; the column stands in the middle between it and the stage's right edge.
        felt: The arrow on it that is named.
        words: For the gradient, and for the scale.

    Attributes:
        felt: The arrow of the column, before it flies there: where the named one is.
    """

    def __init__(self, chart: ContourMap, felt: GradientArrow, words: tuple[str, str]) -> None:
        self.felt = Arrow(felt.tail, felt.tip)
        super().__init__(
            self.felt.copy(),
            Formula("nabla f", size=TYPE.title, color=PALETTE.uphill),
            halo(Words(words[0], size=TYPE.formula, color=PALETTE.uphill)),
            ScaleBar(chart, (0, 0), scale=felt.drawn_to, words=words[1]),
        )
        self.arrange(DOWN, buff=1.5 * STAGE.gap)
        edge = float(chart.axes.border.get_right()[0])
        self.move_to(((edge + STAGE.right) / 2, STAGE.middle, 0))

    def fly_in(self) -> AnimationGroup:
        """Return the animation in which the arrow flies off the map, and the rest fades in.

        Add the column to the scene when it is over.
        """
        return together(ReplacementTransform(self.felt, self[0]), FadeIn(*self[1:]))
