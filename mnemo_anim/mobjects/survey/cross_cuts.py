"""The cuts through a landscape along x and along y, which cross at one spot."""

from collections.abc import Sequence

from manim import AnimationGroup, VMobject

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.survey.cutaway import Cutaway
from mnemo_anim.theme import STAGE

_HEIGHTS = (2.05, -1.0)  # of the middles of the flat graphs, in screen units
_WIDTH = 3.45  # of the flat graphs
_HELD = -1.95  # height of what is held


class CrossCuts:
    """Both cuts through a spot; their flat graphs stand in a column, one above the other.

    It is no mobject: its parts come and go one by one.

    Args:
        landscape: What is cut. Its origin is the corner of the ground that both cuts leave.
        spot: Where.
        words: Names of run, rise and slope.
        column: x of the middle of the flat graphs, in screen units.
        beside: x of the middle of what is held, in screen units.

    Attributes:
        x: The cut along x.
        y: The cut along y.
        column: As given.
    """

    def __init__(
        self,
        landscape: Landscape,
        spot: Spot,
        *,
        words: tuple[str, str, str],
        column: float,
        beside: float,
    ) -> None:
        self.landscape, self.column = landscape, column
        self.x, self.y = (
            Cutaway(landscape, spot, index, centre=(column, height), width=_WIDTH, words=words)
            for index, height in enumerate(_HEIGHTS)
        )
        for cut in (self.x, self.y):
            cut.held.move_to([beside, _HELD, 0])
            cut.slope.set_z_index(2)  # over the tangents that it passes

    @property
    def extent(self) -> tuple[float, float]:
        """The landscape's extent when only the corner behind both cuts is left."""
        return (self.y.extent[0], self.x.extent[1])

    def view(self, azimuth: float, elevation: float, centre: tuple[float, float]) -> View:
        """Return a view of that corner.

        Args:
            azimuth: As in `View`.
            elevation: As in `View`.
            centre: Middle of the box that it fills, a screen point.
        """
        return self.x.view_of(self.extent, azimuth, elevation, centre)

    def leave_paper(self) -> AnimationGroup:
        """Return the animation in which all leaves but tangents, edges, slopes, and the x-axis."""
        return together(self.x.leave_paper(), self.y.leave_paper(), self.y.axis.vanish())

    def line_up(self, numbers: Sequence[VMobject]) -> AnimationGroup:
        """Return the animation in which the slopes go to the heights of two numbers.

        They stay further apart than these where they would not be two lines otherwise.
        """
        above, below = (number.get_y() for number in numbers)
        line = max(above - below, self.x.slope.height + 1.1 * STAGE.gap)
        middle = (above + below) / 2
        return together(
            *(
                cut.slope.animate.move_to([self.column, height, 0])
                for cut, height in ((self.x, middle + line / 2), (self.y, middle - line / 2))
            )
        )
