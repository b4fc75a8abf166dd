"""The cut through a field along one variable, as a flat graph beside the landscape."""

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval, ScalarField, slice_along
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.graphs.map_axes import MapAxes
from mnemo_anim.mobjects.graphs.rise_over_run import RiseOverRun
from mnemo_anim.mobjects.graphs.slice_parts import Paper, SliceCurve, SliceDot, SliceTangent
from mnemo_anim.theme import PALETTE

_SAMPLES = 201
_HEADROOM = 0.1  # of the range of f, above and below


class SliceGraph(VGroup):
    """f along one variable through a spot, the others held: curve, tangent, point, triangle.

    It may be moved and scaled; its parts follow the spot.  Both axes have the same unit unless told
    otherwise, so that the tangent has its true slope.

    Args:
        field: f, of n variables.
        at: Coords (n,) or a spot.
        index: Of the variable that runs, from 0.
        centre: Screen point of the middle of the graph.
        width: The most it may take, in screen units, without the numbers beside it.
        height: The most it may take.
        f_range: Values of f at the bottom and the top; by default with room around what is
            drawn first. Give the same to graphs that are to be compared.
        same_unit: Whether a unit of f is as long as a unit of the variable; else the graph fills
            the width and the height.
        names: Of the axes, as for `MapAxes`; by default those of the variable and of f.
        run: Of the triangle; negative leads to the left.
        decimals: Of the slope's number.
        words: Names of run and rise, before their numbers.
        ticks: The most numbered ticks on an axis.

    Attributes:
        axes: Border, ticks and names.
        curve: The graph of the cut.
        tangent: The tangent at the spot.
        dot: The spot.
        triangle: Run and rise, with their numbers.
    """

    def __init__(
        self,
        field: ScalarField,
        at: ArrayLike | Spot,
        index: int,
        *,
        centre: ArrayLike = (0.0, 0.0, 0.0),
        width: float = 4.6,
        height: float = 3.0,
        f_range: Interval | None = None,
        same_unit: bool = True,
        names: tuple[str, str] | None = None,
        run: float = 1.0,
        decimals: int = 2,
        words: tuple[str, str] | None = None,
        ticks: int = 4,
    ) -> None:
        super().__init__()
        self.spot = as_spot(at)
        s_range = field.domain[index]
        values = f_range or _values_around(field, self.spot, index, run)
        fitting = np.array([width, height]) / np.ptp([s_range, values], axis=1)
        units = np.full(2, fitting.min()) if same_unit else fitting
        corners = Corners(s_range, values, units, centre)
        paper = Paper(field, self.spot, index, corners)
        self.axes = MapAxes(
            corners.point,
            s_range,
            values,
            names=names or (field.variables[index], field.name),
            colors=(paper.color, PALETTE.loss),
            ticks=ticks,
            boxed=False,
        )
        self.curve = SliceCurve(paper)
        self.tangent = SliceTangent(paper, length=0.5 * float(np.ptp(s_range) * units[0]))
        self.dot = SliceDot(paper)
        self.triangle = RiseOverRun(paper, run=run, decimals=decimals, words=words)
        self.add(corners, self.axes, self.curve, self.triangle, self.tangent, self.dot)


def _values_around(field: ScalarField, spot: Spot, index: int, run: float) -> Interval:
    """Return the range of f on the cut, and on the tangent's triangle, with some room."""
    cut = slice_along(field, index, spot.coords)
    values = cut.value(np.linspace(*cut.interval, _SAMPLES))
    values = np.append(values, cut.tangent(cut.here + run))
    room = _HEADROOM * float(np.ptp(values))
    return float(values.min()) - room, float(values.max()) + room
