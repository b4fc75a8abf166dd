"""What is drawn of a cut through a field: its curve, its tangent, the point."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ScalarField, Slice, slice_along
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects.drawing.cased_line import CasedArea, CasedLine
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.theme import PALETTE, STROKES, units

_POINTS = 161
_DOT = units(9.0)  # radius of the point


@dataclass(frozen=True, eq=False)
class Paper:
    """A cut through a spot, and where it is drawn.

    Attributes:
        field: f, of n variables.
        spot: The point that the cut goes through, n coordinates.
        index: Of the variable that runs.
        corners: Where (s, f) appears.
    """

    field: ScalarField
    spot: Spot
    index: int
    corners: Corners

    @property
    def cut(self) -> Slice:
        """The cut through the spot as it is now."""
        return slice_along(self.field, self.index, self.spot.coords)

    @property
    def here(self) -> tuple[float, float, float]:
        """Where the spot is on the cut, f there, and the slope."""
        cut = self.cut
        return cut.here, float(cut.value(cut.here)), float(cut.slope(cut.here))

    @property
    def slope(self) -> PartialDerivative:
        """The slope of the cut at the spot."""
        return PartialDerivative(self.field, self.spot.at, self.index)

    @property
    def color(self) -> str:
        """That of the variable that runs."""
        return PALETTE.part(self.index)


class SliceCurve(Live, CasedLine):
    """The graph of a cut.

    Attributes:
        drawn: Part of the curve that is drawn, from its start.
        folded: 0 flat on the paper, 1 where it lies on ``landscape``.
        landscape: Where it comes from, if it comes from one.
    """

    shared: ClassVar[tuple[str, ...]] = ("paper", "landscape")

    def __init__(self, paper: Paper) -> None:
        super().__init__(color=paper.color, width=STROKES.curve)
        self.paper = paper
        self.landscape: Landscape | None = None
        self.drawn, self.folded = 1.0, 0.0
        self.come_alive()

    def trace(self) -> Vary:
        """Return the animation that draws the curve from its start."""
        return self.vary(drawn=(0.0, 1.0))

    def unfold_from(self, landscape: Landscape) -> Vary:
        """Return the animation that takes the curve from the landscape to the paper."""
        self.landscape = landscape
        return self.vary(folded=(1.0, 0.0))

    def redraw(self) -> None:
        """Draw the cut as it is now."""
        cut = self.paper.cut
        start, end = cut.interval
        s = np.linspace(start, start + self.drawn * (end - start), _POINTS)
        points = self.paper.corners.point(np.stack([s, cut.value(s)], axis=-1))
        if self.landscape is not None and self.folded > 0:
            points = (1 - self.folded) * points + self.folded * self.landscape.point(cut.coords(s))
        self.draw([points])
        self.presence = self.shown


class SliceTangent(Live, CasedLine):
    """The tangent of a cut at the spot.

    Args:
        paper: The cut, and where it is drawn.
        length: From end to end, in screen units.

    Attributes:
        stretch: Part of it that is drawn, from the middle.
    """

    shared: ClassVar[tuple[str, ...]] = ("paper",)

    def __init__(self, paper: Paper, length: float) -> None:
        super().__init__(color=PALETTE.ink, width=0.8 * STROKES.curve)
        self.paper, self.length, self.stretch = paper, length, 1.0
        self.come_alive()

    def grow(self) -> Vary:
        """Return the animation in which the tangent grows from the point."""
        return self.vary(stretch=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the tangent where the spot is now."""
        s, f, slope = self.paper.here
        along = self.paper.corners.vector([1.0, slope])
        along *= self.stretch * self.length / 2 / np.linalg.norm(along)
        middle = self.paper.corners.point([s, f])
        self.draw([np.stack([middle - along, middle + along])])
        self.presence = self.shown


class SliceDot(Live, CasedArea):
    """The spot on the graph of a cut."""

    shared: ClassVar[tuple[str, ...]] = ("paper",)

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper = paper
        self.come_alive()

    def redraw(self) -> None:
        """Draw the point where the spot is now."""
        s, f, _ = self.paper.here
        self.set_points(circle(self.paper.corners.point([s, f]), _DOT))
        self.presence = self.shown
