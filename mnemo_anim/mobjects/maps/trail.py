"""The way that a descent has gone: it stays, step by step, and hides behind ridges."""

from itertools import pairwise
from typing import ClassVar

import numpy as np
from manim import linear
from numpy.typing import ArrayLike

from mnemo_anim.maths import Descent
from mnemo_anim.mobjects.drawing.cased_line import CasedArea, CasedLine
from mnemo_anim.mobjects.drawing.chart import Chart, Coords
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.outline import circle
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.theme import PALETTE, STROKES, units

_DENSITY = 24  # points of a segment, to follow the ground
_DOT = units(7.0)  # radius of the mark of an iterate
_LANDING = 0.2  # of a step, over which the mark where it ends grows


class Trail(Live):
    """The trajectory of a descent on a map or landscape, as far as it has been walked.

    Args:
        chart: The map or landscape that it lies on.
        iterates: The points visited, shape (k, 2); or the descent that visited them.
        color: Of the line and the marks.
        progress: How many steps have been walked; by default none.

    Attributes:
        iterates: The points visited, shape (k, 2).
        radius: Of the marks of the iterates, in screen units.
        progress: Steps walked, 0 to k − 1; half a step is half its length.
        spot: Where the walk has come to; what stands on it walks along.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "spot")

    def __init__(
        self,
        chart: Chart,
        iterates: ArrayLike | Descent,
        *,
        color: str = PALETTE.lantern,
        progress: float = 0.0,
    ) -> None:
        super().__init__()
        self.chart, self.progress, self.radius = chart, progress, _DOT
        given = iterates.iterates if isinstance(iterates, Descent) else iterates
        self.iterates: Coords = np.array(given, float)
        self.spot = Spot(self.head)
        self.line = CasedLine(color=color, width=STROKES.curve)
        self.marks = CasedArea(color=color)
        self.add(self.line, self.marks)
        self.come_alive()

    @property
    def steps(self) -> int:
        """The number of steps of the whole trajectory."""
        return len(self.iterates) - 1

    @property
    def head(self) -> Coords:
        """The coords (2,) that the walk has come to."""
        step = min(int(self.progress), self.steps)
        following = min(step + 1, self.steps)
        part = self.progress - step
        return np.asarray((1 - part) * self.iterates[step] + part * self.iterates[following])

    def walk_to(self, step: float) -> Vary:
        """Return the animation that walks on to iterate number ``step``, at an even pace."""
        return Vary(self, {"progress": float(min(step, self.steps))}, rate_func=linear)

    def walk(self) -> Vary:
        """Return the animation that walks to the end."""
        return self.walk_to(self.steps)

    def take_step(self) -> Vary:
        """Return the animation of the next step."""
        return self.vary(progress=min(np.floor(self.progress + 1e-9) + 1.0, self.steps))

    def redraw(self) -> None:
        """Draw what has been walked, as far as it can be seen from here."""
        reached = min(int(self.progress), self.steps)
        stops = np.concatenate([self.iterates[: reached + 1], self.head[np.newaxis]])
        self.spot.coords = self.head
        self.line.draw(self.chart.surface_curve(_dense(stops)) if self.progress > 0 else [])
        arrived = np.clip((self.progress - np.arange(len(self.iterates))) / _LANDING + 1, 0, 1)
        shown = arrived[: reached + 2] * self.chart.in_sight(self.iterates[: reached + 2])
        points = self.chart.point(self.iterates[: reached + 2])
        dots = [circle(p, self.radius * s) for p, s in zip(points, shown, strict=True) if s > 0]
        self.marks.set_points(np.concatenate([np.zeros((0, 3)), *dots]))
        self.line.presence = self.marks.presence = self.shown


def _dense(stops: Coords) -> Coords:
    """Return the polygon through ``stops`` (k, 2) with enough points to follow the ground."""
    t = np.linspace(0, 1, _DENSITY, endpoint=False)[:, np.newaxis]
    legs = [(1 - t) * start + t * end for start, end in pairwise(stops)]
    return np.concatenate([*legs, stops[-1:]])
