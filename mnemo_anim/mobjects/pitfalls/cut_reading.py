"""What is read off at a point of a cut: how steep it is there, and how far from the minimum."""

from manim import DOWN, LEFT, RIGHT, VGroup

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.text import Formula, Words
from mnemo_anim.mobjects.pitfalls.cut import Cut
from mnemo_anim.mobjects.pitfalls.cut_point import point_dot
from mnemo_anim.mobjects.pitfalls.measure import Measure
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_BAR = 3.6  # length of a full bar, in screen units


class CutReading(VGroup):
    """‖∇f‖ and the distance from the minimum, each as a bar.

    Where both have to be comparable on several cuts, so have their full bars.

    Args:
        cut: The cut.
        at: The spot.
        full: What fills the bars: a ‖∇f‖, and a distance.
        distance: The words for how far away the minimum is.
        title: What such a point is called, or None.
        hollow: Whether its dot is a ring; the title has the same.

    Attributes:
        title: As given, after the dot; it comes by itself, into room that is kept for it.
    """

    def __init__(
        self,
        cut: Cut,
        at: Spot,
        *,
        full: tuple[Quantity, Quantity],
        distance: str,
        title: str | None = None,
        hollow: bool = False,
    ) -> None:
        super().__init__()
        self.title = VGroup()
        if title is not None:
            words = Words(title, size=TYPE.body, family=FONTS.strong)
            self.title.add(point_dot(hollow), words).arrange(RIGHT, buff=STAGE.gap / 2)
            self.add(self.title)
        name = f"norm(nabla {cut.first.name})"
        self.steepness = Measure(
            Formula(name, size=TYPE.label, color=PALETTE.uphill),
            lambda: cut.steepness(at.at),
            full=full[0],
            length=_BAR,
            color=PALETTE.uphill,
        )
        self.distance = Measure(
            Words(distance, size=TYPE.label, color=PALETTE.ink_soft),
            lambda: cut.distance(at.at),
            full=full[1],
            length=_BAR,
            color=PALETTE.level,
        )
        self.add(self.steepness, self.distance)
        self.arrange(DOWN, buff=STAGE.gap if title else 2 * STAGE.gap, aligned_edge=LEFT)
