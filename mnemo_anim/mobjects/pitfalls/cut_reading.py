"""What is read off at a point of a cut: how steep it is there, and how far from the minimum."""

from manim import DOWN, LEFT, RIGHT, VGroup

from mnemo_anim.mobjects.lettering import Formula, Words
from mnemo_anim.mobjects.pitfalls.cut import Cut, point_dot
from mnemo_anim.mobjects.pitfalls.measure import Measure
from mnemo_anim.mobjects.spot import Spot
from mnemo_anim.theme import FONTS, PALETTE, STAGE, TYPE

_BAR = 3.3  # length of a full bar, in screen units


class CutReading(VGroup):
    """‖∇f‖ and the distance from the minimum, each as a bar.

    The greatest that there are on the cut fill their bars.

    Args:
        cut: The cut.
        at: The spot.
        distance: The words for how far away the minimum is.
        title: What such a point is called, or None.
        hollow: Whether its dot is a ring; the title has the same.
    """

    def __init__(
        self, cut: Cut, at: Spot, *, distance: str, title: str | None = None, hollow: bool = False
    ) -> None:
        super().__init__()
        if title is not None:
            words = Words(title, size=TYPE.body, family=FONTS.strong)
            self.add(VGroup(point_dot(hollow), words).arrange(RIGHT, buff=STAGE.gap / 2))
        name = f"norm(nabla {cut.first.name})"
        self.steepness = Measure(
            Formula(name, size=TYPE.label, color=PALETTE.uphill),
            lambda: cut.steepness(at.at),
            full=cut.steepest,
            length=_BAR,
            color=PALETTE.uphill,
        )
        self.distance = Measure(
            Words(distance, size=TYPE.label, color=PALETTE.ink_soft),
            lambda: cut.distance(at.at),
            full=cut.farthest,
            length=_BAR,
            color=PALETTE.level,
        )
        self.add(self.steepness, self.distance)
        self.arrange(DOWN, buff=STAGE.gap if title else 2 * STAGE.gap, aligned_edge=LEFT)
