"""A point of a cut: how steep the cut is there, and how far the point is from the minimum."""

from typing import ClassVar

import numpy as np
from manim import DOWN, UP, VGroup

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.pitfalls.cut import Cut
from mnemo_anim.mobjects.pitfalls.tangent_ends import tangent_ends
from mnemo_anim.theme import PALETTE, STROKES, units

_DOT = units(8.5)  # radius of the point
_TANGENT = 1.25  # length, in screen units
_STOP = 0.09  # half the length of the stop at an end of the way


class CutPoint(Live):
    """A point of a cut: a dot with its tangent, and how far it is from the minimum.

    Args:
        cut: The cut; add it before this.
        at: The spot.
        hollow: Whether the dot is a ring.
        below: How far below the axis the way is drawn, in screen units, with stops at its ends; a
            thin line then leads from the point to the axis, and spares the numbers there. At 0 it
            lies on the axis, and is nothing but a line.

    Attributes:
        dot: The point.
        tangent: The tangent there; it ends at the axis.
        way: The line from the minimum to it, along the axis.
        drop: The thin line.
        stretch: How much of the tangent is drawn, from its middle.
        gone: How much of the way is drawn, from the minimum.
    """

    shared: ClassVar[tuple[str, ...]] = ("cut", "spot")

    def __init__(self, cut: Cut, at: Spot, *, hollow: bool = False, below: float = 0.0) -> None:
        super().__init__()
        self.cut, self.spot, self.stretch, self.gone = cut, at, 1.0, 1.0
        self.below = below
        self.drop = CasedLine(color=PALETTE.ink_soft, width=STROKES.hairline)
        self.way = CasedLine(color=PALETTE.level, width=1.4 * STROKES.curve)
        self.tangent = CasedLine(color=PALETTE.uphill, width=STROKES.curve)
        self.dot = point_dot(hollow)
        self.add(VGroup(self.drop, self.way, self.tangent, self.dot))
        self.come_alive()

    def feel(self) -> Vary:
        """Return the animation in which the tangent grows anew."""
        return self.vary(stretch=(0.0, 1.0))

    def pace(self) -> Vary:
        """Return the animation in which the way grows anew, from the minimum."""
        return self.vary(gone=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw all of it where the spot is now."""
        graph, x = self.cut.graph, float(self.spot.coords[0])
        here = graph.point(x, self.cut.value(x))
        along = graph.corners.vector([1.0, self.cut.slope(x)])
        along *= self.stretch * _TANGENT / 2 / np.linalg.norm(along)
        foot, floor = self.cut.minimum[0], graph.y_range[0]
        ends = graph.point([foot, foot + self.gone * (x - foot)], floor)
        self.tangent.draw([tangent_ends(here, along, float(ends[0, 1]))])
        self.dot.set_points(circle(here, _DOT))
        down, stop = self.below * DOWN, _STOP * UP
        ends = ends + down
        stops = [np.stack([end - stop, end + stop]) for end in ends] if self.below else []
        self.way.draw([ends, *stops])
        lead = np.stack([here, graph.point(x, floor)])
        self.drop.draw([lead] if self.below else [])
        for part in (self.drop, self.way, self.tangent, self.dot):
            part.presence = self.shown


def point_dot(hollow: bool) -> Veiled:
    """Return the dot of a point, at the origin: a disc, or a ring."""
    dot = Veiled(
        fill_color=PALETTE.panel if hollow else PALETTE.ink,
        fill_opacity=1.0,
        stroke_color=PALETTE.ink,
        stroke_width=STROKES.curve,
        background_stroke_color=PALETTE.ground,
        background_stroke_width=STROKES.curve + STROKES.casing,
    )
    dot.set_points(circle(np.zeros(3), _DOT))
    return dot
