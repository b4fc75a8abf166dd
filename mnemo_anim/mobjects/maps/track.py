"""The way that a spot has gone, as a line that stays."""

from typing import ClassVar

import numpy as np
from manim import AnimationGroup
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart, Coords
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.theme import PALETTE, STROKES


class Track(Live, CasedLine):
    """A path over a map or landscape, as far as a spot has come along it.

    Args:
        chart: The map or landscape that it lies on.
        spot: What goes along it.
        path: Coords (k, 2), close enough to follow the ground, evenly spaced.
        color: A colour of the palette.

    Attributes:
        path: As given.
        progress: Index of the point that has been reached; between two points, a fraction.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self, chart: Chart, spot: Spot, path: ArrayLike, *, color: str = PALETTE.lantern
    ) -> None:
        super().__init__(color=color, width=STROKES.curve)
        self.chart, self.spot = chart, spot
        self.path: Coords = np.asarray(path, float)
        self.progress = 0.0
        self.come_alive()

    def walk_to(self, index: int) -> AnimationGroup:
        """Return the animation in which the spot goes on to the point ``index`` of the path."""
        ahead = self.path[int(self.progress) + 1 : index + 1]
        return AnimationGroup(
            self.spot.wander(ahead),
            self.vary(progress=float(index)),
            suspend_mobject_updating=False,
        )

    def redraw(self) -> None:
        """Draw what can be seen of the way so far."""
        whole = int(self.progress)
        gone = self.path[: whole + 1]
        if whole < self.progress:
            part = self.progress - whole
            head = (1 - part) * self.path[whole] + part * self.path[whole + 1]
            gone = np.concatenate([gone, head[np.newaxis]])
        self.draw(self.chart.surface_curve(gone) if len(gone) > 1 else [])
        self.presence = self.shown
