"""A nudge on the graph of one input: two points, the secant through them, its run and its rise."""

from typing import ClassVar

import numpy as np
from manim import RIGHT, UP, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import Interval, ScalarField, slice_along
from mnemo_anim.maths.typst_name import typst_name
from mnemo_anim.mobjects.drawing.cased_line import CasedArea, CasedLine
from mnemo_anim.mobjects.drawing.corners import Corners
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.graphs.map_axes import MapAxes, axis_name
from mnemo_anim.mobjects.graphs.slice_parts import Paper, SliceCurve
from mnemo_anim.theme import PALETTE, STROKES, units

_SAMPLES = 121
_HEADROOM = 0.25  # of the range of f
_NAME_GAP = 0.16
_DOT = units(9.0)  # radius of a point
_NEAR = units(12.0)  # two points closer than this are drawn as one
_SECANT = 0.34  # length over the width of the graph
_PARALLEL = 1e-9  # a nudge below this is none: the secant is then the tangent


class SecantGraph(VGroup):
    """f along one input, the others held, and how f answers when that input is nudged.

    As the nudge goes to zero the secant becomes the tangent.

    Args:
        field: f, of n variables.
        start: Coords (n,) before the nudge.
        spot: Where the input is now; its other coords stay those of the start.
        index: Of the input, from 0.
        reach: How far the graph goes to both sides of the start, in units of the input.
        width: In Manim units.
        height: In Manim units.
        span: Of the values of f from bottom to top, with that at the start in the middle. Give the
            same to graphs that are to be compared; by default it is a little more than there are.

    Attributes:
        lines: The axes, without numbers.
        x_name: The name of the horizontal one.
        f_name: The name of the other.
        curve: The graph.
        secant: The secant with its points, run and rise.
    """

    def __init__(
        self,
        field: ScalarField,
        start: ArrayLike,
        spot: Spot,
        index: int,
        *,
        reach: float = 1.2,
        width: float = 4.4,
        height: float = 3.0,
        span: float | None = None,
    ) -> None:
        super().__init__()
        middle = np.asarray(start, float)
        near = (float(middle[index]) - reach, float(middle[index]) + reach)
        window = _windowed(field, index, near)
        cut = slice_along(window, index, middle)
        values = cut.value(np.linspace(*near, _SAMPLES))
        if span is None:
            middle_value = float(values.max() + values.min()) / 2
            half = (1 + _HEADROOM) * float(np.ptp(values)) / 2
        else:
            middle_value, half = float(field.value(middle)), span / 2
        f_range = (middle_value - half, middle_value + half)
        scale = np.array([width, height]) / np.ptp([near, f_range], axis=1)
        corners = Corners(near, f_range, scale, (0.0, 0.0, 0.0))
        self.lines = MapAxes(corners.point, near, f_range, ticks=0, boxed=False)
        self.x_name = axis_name(typst_name(field.variables[index]), PALETTE.part(index))
        self.x_name.next_to(corners.point((near[1], f_range[0])), RIGHT, _NAME_GAP)
        self.f_name = axis_name(field.name, PALETTE.loss)
        self.f_name.next_to(corners.point((near[0], f_range[1])), UP, _NAME_GAP)
        before = Paper(window, Spot(middle), index, corners)
        self.curve = SliceCurve(before)
        self.secant = Secant(before, spot, length=_SECANT * width)
        self.add(corners, self.lines, self.x_name, self.f_name, self.curve, self.secant)


class Secant(Live):
    """The line through two points of a cut, with its run and its rise.

    Args:
        paper: The cut through the first point.
        spot: The second point, coords (n,).
        length: Of the line beyond the first point, to both sides, in Manim units.
    """

    shared: ClassVar[tuple[str, ...]] = ("paper", "spot")

    def __init__(self, paper: Paper, spot: Spot, length: float) -> None:
        super().__init__()
        self.paper, self.spot, self.length = paper, spot, length
        self.line = CasedLine(color=PALETTE.ink, width=0.8 * STROKES.curve)
        self.run = CasedLine(color=paper.color, width=STROKES.axis)
        self.rise = CasedLine(color=paper.color, width=STROKES.axis)
        self.before, self.after = CasedArea(), CasedArea()
        self.add(self.run, self.rise, self.line, self.after, self.before)
        self.come_alive()

    def redraw(self) -> None:
        """Draw the line through both points as they are now."""
        corners = self.paper.corners
        s, f, tangent_slope = self.paper.here
        now = float(self.spot.coords[self.paper.index])
        value = float(self.paper.cut.value(now))
        far = abs(now - s) > _PARALLEL
        along = corners.vector([1.0, (value - f) / (now - s) if far else tangent_slope])
        along *= self.length / np.linalg.norm(along)
        start, corner, end = corners.point([(s, f), (now, f), (now, value)])
        self.line.draw([np.stack([start - along, start + along])])
        self.run.draw([np.stack([start, corner])])
        self.rise.draw([np.stack([corner, end])])
        self.before.set_points(circle(start, _DOT))
        self.after.set_points(circle(end, _DOT))
        for part in (self.line, self.run, self.rise, self.before):
            part.presence = self.shown
        apart = float(np.linalg.norm(end - start)) / _NEAR
        self.after.presence = self.shown * float(np.clip(apart - 1, 0, 1))


def _windowed(field: ScalarField, index: int, interval: Interval) -> ScalarField:
    """Return ``field`` with ``interval`` as the domain of one input."""
    domain = list(field.domain)
    domain[index] = interval
    return field.within(tuple(domain))
