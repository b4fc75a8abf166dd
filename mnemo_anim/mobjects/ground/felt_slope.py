"""The slope of the ground along one axis, as a foot feels it: a bar that tilts out of the level."""

from collections.abc import Callable
from math import atan, cos, sin
from typing import ClassVar

import numpy as np
from manim import AnimationGroup, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.landscape import Landscape
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, together
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.slopes.tangent_bar import TangentBar
from mnemo_anim.theme import PALETTE, STROKES

_RIM = 0.72  # radius of the wedge, in halves of the bar
_SIDES = 12  # of the polygon that its rim is
_OPACITY = 0.4
_REACH = 1.3  # length of the level line over that of the bar


class FeltSlope(VGroup):
    """A bar at a spot of a landscape, the level line that it tilts against, and what lies between.

    Args:
        landscape: The ground.
        at: Coords (2,) or a spot.
        index: 0 along x, 1 along y.
        length: Of the bar, in units of coords.

    Attributes:
        bar: The bar, level at first, to become a component.
        level: The level line.
        wedge: What lies between both.
    """

    def __init__(
        self, landscape: Landscape, at: ArrayLike | Spot, index: int, *, length: float = 1.0
    ) -> None:
        super().__init__()
        spot = as_spot(at)
        self.level = TangentBar(landscape, spot, index, length=_REACH * length, width=STROKES.level)
        self.level.set_stroke(PALETTE.level)
        self.bar = TangentBar(landscape, spot, index, length=length)
        for bar in (self.level, self.bar):
            bar.tilt = 0.0
            bar.redraw()
        self.wedge = TangentWedge(self.bar)
        self.add(self.wedge, self.level, self.bar)

    def end(self, side: float) -> Callable[[], Points]:
        """Return what computes the screen point (3,) at one end of the bar.

        Args:
            side: 1 for the end towards larger x, or y; −1 for the other.
        """
        return lambda: self.bar.points[-1 if side > 0 else 0]

    def level_end(self, side: float) -> Callable[[], Points]:
        """Return what computes the screen point (3,) at one end of the level line, as for the bar.

        It reaches further than the bar.
        """
        return lambda: self.level.points[-1 if side > 0 else 0]

    def grow(self) -> AnimationGroup:
        """Return the animation in which the level line grows from its middle, and then the bar."""
        return AnimationGroup(
            self.level.grow(), self.bar.grow(), lag_ratio=0.5, suspend_mobject_updating=False
        )

    def feel(self) -> Vary:
        """Return the animation in which the bar tilts into the slope of the ground."""
        return self.bar.feel()

    def let_go(self) -> AnimationGroup:
        """Return the animation that leaves the bar alone."""
        return together(self.level.vanish(), self.wedge.vanish())

    def vanish(self) -> AnimationGroup:
        """Return the animation in which all of it fades out."""
        return together(self.let_go(), self.bar.vanish())


class TangentWedge(Live):
    """The angle between a tangent bar and the level line through its middle, as two sectors.

    Args:
        bar: The bar; the wedge follows its tilt.
    """

    shared: ClassVar[tuple[str, ...]] = ("bar",)

    def __init__(self, bar: TangentBar) -> None:
        super().__init__(
            fill_color=PALETTE.part(bar.index), fill_opacity=_OPACITY, stroke_width=0.0
        )
        self.bar = bar
        self.come_alive()

    def redraw(self) -> None:
        """Draw the wedge as the bar is tilted now."""
        bar, landscape = self.bar, self.bar.landscape
        coords = bar.spot.coords
        foot = landscape.world(coords)
        angle = bar.tilt * atan(float(landscape.slopes(coords)[bar.index]))
        rims = np.zeros((2, _SIDES + 1, 3))
        for side, rim in zip((1.0, -1.0), rims, strict=True):
            for place, part in zip(rim, np.linspace(0.0, angle, _SIDES + 1), strict=True):
                place[bar.index], place[2] = side * cos(part), side * sin(part)
        rims *= _RIM * bar.stretch * bar.length / 2
        sectors = [np.concatenate([foot[np.newaxis], foot + rim]) for rim in rims]
        project = landscape.view.project
        self.set_points(np.concatenate([polygon(project(sector)) for sector in sectors]))
        self.presence = self.shown
