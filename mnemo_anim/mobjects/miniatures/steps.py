"""−∇f points downhill: gradient descent, step by step, and from the start again."""

from collections.abc import Iterable
from math import pi

import numpy as np
from manim import linear
from numpy.typing import ArrayLike

from mnemo_anim.maths.descent import Walk
from mnemo_anim.maths.quantities import Value
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.maps.point_mark import PointMark
from mnemo_anim.mobjects.maps.small_map import SmallMap
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.miniatures.miniature import Miniature
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow

_ARRIVED, _GONE = 0.86, 0.94  # of a round: at the bottom; between one walk and the next
_FAINT = 0.6  # of its opacity is left to the arrow of a step that has been taken
_REACH = 0.45  # of a step, in which its arrow grows before it is walked


class StepArrows(Live):
    """The arrows of steps, faint once they have been taken.

    Args:
        arrows: In the order of the steps.

    Attributes:
        count: How many steps have been taken.
    """

    def __init__(self, arrows: Iterable[GradientArrow]) -> None:
        super().__init__()
        self.arrows, self.count = list(arrows), 0
        self.add(*self.arrows)
        self.come_alive()

    def redraw(self) -> None:
        """Show those that have been taken."""
        for step, arrow in enumerate(self.arrows):
            arrow.shown = self.shown * _FAINT * float(step < self.count)


class StepsMiniature(Miniature):
    """A walk downhill. Each arrow is the step −α∇f itself.

    Args:
        walk: The descent.
        extent: Of the map, in units of coords; the walk is in its middle.
        box: As for `Miniature`, like ``pace``.

    Attributes:
        trail: The way so far, with the point at its head.
        foot: The iterate that the arrow starts from.
        arrow: ∇f, then −∇f.
        turned: How far the arrow has turned round, 0 to 1.
        taken: −∇f at each iterate that has been left.
    """

    def __init__(self, walk: Walk, *, extent: float, box: ArrayLike, pace: float = 0.063) -> None:
        descent = walk.descent()
        low, high = descent.iterates.min(axis=0), descent.iterates.max(axis=0)
        small_map = SmallMap(
            walk.field, middle=(low + high) / 2, extent=extent, levels=12, still=True
        )
        super().__init__(small_map, box, pace=pace)
        self.trail = Trail(small_map.chart, descent)
        self.foot, self.turned = Spot(descent.iterates[0]), 0.0
        self.arrow = GradientArrow(small_map.chart, self.foot, scale=walk.learning_rate)
        self.taken = StepArrows(
            GradientArrow(small_map.chart, iterate, scale=walk.learning_rate, turn=pi)
            for iterate in descent.iterates[:-1]
        )
        mark = PointMark(small_map.chart, self.trail.spot)
        self.stand(self.trail, self.taken, self.arrow, mark)

    @property
    def value(self) -> Value:
        """The value of f at the point."""
        return Value(self.map.field, self.trail.spot.at)

    def turn_round(self) -> Vary:
        """Return the animation in which the first arrow turns from ∇f to −∇f."""
        return self.vary(turned=(0.0, 1.0))

    def walk(self) -> Vary:
        """Return the animation of the whole walk, at an even pace."""
        return Vary(self, {"phase": (0.0, _ARRIVED)}, rate_func=linear)

    def pose(self, phase: float) -> None:
        """Put the point where the walk has come to, and the arrow on the step that it takes."""
        walked = self.trail.steps * min(1.0, phase / _ARRIVED) if phase < _GONE else 0.0
        step = min(int(walked), self.trail.steps - 1)
        part = walked - step
        self.trail.progress = step + max(0.0, (part - _REACH) / (1 - _REACH))
        self.trail.spot.coords = self.trail.head
        self.taken.count = int(self.trail.progress)
        self.foot.coords = self.trail.iterates[step]
        self.arrow.turn = pi * self.turned
        self.arrow.stretch = min(1.0, part / _REACH) if step else 1.0

    def redraw(self) -> None:
        """Draw the walk; between two of them it fades out, and in again at the start."""
        super().redraw()
        phase = self.phase % 1.0
        if phase > _ARRIVED:
            there = abs(phase - _GONE) / max(_GONE - _ARRIVED, 1.0 - _GONE)
            for part in self.parts:
                part.shown *= float(np.clip(there, 0.0, 1.0))
