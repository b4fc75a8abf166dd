"""Slopes felt everywhere at once: many small arrows over a map or landscape, which may gather."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from manim import Scene, smooth
from numpy.typing import ArrayLike, NDArray

from mnemo_anim.mobjects.drawing.arrows import Arrow
from mnemo_anim.mobjects.drawing.chart import Chart, Coords, Points
from mnemo_anim.mobjects.drawing.live import Live, Vary
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.mobjects.slopes.tangent_arrow import TangentArrow
from mnemo_anim.theme import PALETTE, STROKES

_MARGIN = 0.06  # of the domain, kept free along its border
_SPREAD = 0.5  # of growing and gathering, over which the arrows set off one after the other
_THINNEST = 0.01  # of the thickness, from which an arrow grows
# The powers of the plastic number spread points evenly, without rows. M. Roberts, “The unreasonable
# effectiveness of quasirandom sequences”, 2018.
_PLASTIC = 1.324717957244746


class FieldArrows(Live):
    """∇f or its parts at many places, drawn small and to one scale.

    Args:
        chart: The map or landscape that they stand on.
        count: How many.
        scale: Length on the map, in units of coords, of a slope of 1.
        parts: What they show, in turn: 0 the slope along x, 1 that along y, None ∇f.
        thickness: In Manim's stroke unit.
        spread_from: Coords (2,) next to which they grow first; by default in the west.

    Attributes:
        places: Where they stand, shape (count, 2).
        grown: How much of them there is, 0 to 1; those in the west grow first, or those next to
            the place that they spread from.
        gathered: How far they have come on their way into one arrow, 0 to 1.
    """

    shared: ClassVar[tuple[str, ...]] = ("chart", "_goal")

    def __init__(
        self,
        chart: Chart,
        *,
        count: int = 80,
        scale: float = 0.3,
        parts: Sequence[int | None] = (0, 1),
        thickness: float = 0.6 * STROKES.arrow,
        spread_from: ArrayLike | None = None,
    ) -> None:
        super().__init__()
        self.chart, self.thickness = chart, thickness
        self.places = scattered(count, chart.field.domain)
        self._turns = (
            self.places[:, 0]
            if spread_from is None
            else np.linalg.norm(self.places - np.asarray(spread_from, float), axis=1)
        )
        self.parts = [parts[k % len(parts)] for k in range(count)]
        self.grown, self.gathered = 1.0, 0.0
        self._goal: GradientArrow | None = None
        kept = np.array([[part in (None, axis) for axis in (0, 1)] for part in self.parts])
        self.displacements: Coords = scale * kept * chart.field.gradient(self.places)
        self.arrows = [Arrow(color=_color(part), thickness=thickness) for part in self.parts]
        self.add(*self.arrows)
        self.come_alive()

    def grow(self) -> Vary:
        """Return the animation in which the arrows grow, one after the other."""
        return self.vary(grown=(0.0, 1.0))

    def gather_into(self, arrow: GradientArrow) -> Vary:
        """Return the animation in which all fly together: parts into the components of ``arrow``.

        At its end those, or the arrow itself where ∇f was shown, stand in the scene instead.
        """
        self._goal = arrow
        return Gather(self, {"gathered": (0.0, 1.0)})

    @property
    def goals(self) -> list[TangentArrow]:
        """What the arrows become, without repetition, x first."""
        shown = dict.fromkeys(sorted(self.parts, key=lambda part: -1 if part is None else part))
        return [self._goal_of(part) for part in shown]

    def redraw(self) -> None:
        """Draw the arrows where the chart is now."""
        tails, tips = (
            self.chart.point(self.places),
            self.chart.step(self.places, self.displacements),
        )
        grown = _one_after_another(self.grown, self._turns)
        tips = tails + grown[:, np.newaxis] * (tips - tails)
        seen = self.chart.in_sight(self.places)
        flown = np.zeros(len(self.places))
        if self._goal is not None and self.gathered > 0:
            away = np.linalg.norm(self.places - self._goal.spot.coords, axis=1)
            flown = _one_after_another(self.gathered, away)
            seen = np.maximum(seen, flown)
            for goal in self.goals:  # not in the scene yet, so nothing else keeps them drawn
                goal.redraw()
        for k, arrow in enumerate(self.arrows):
            # So thin at first that none is a dot before it grows.
            arrow.thickness = max(_THINNEST, float(grown[k])) * self.thickness
            self._draw_one(arrow, self.parts[k], tails[k], tips[k], float(flown[k]))
            arrow.presence = self.shown * float(seen[k]) * float(grown[k] > 0)

    def _draw_one(
        self, arrow: Arrow, part: int | None, tail: Points, tip: Points, flown: float
    ) -> None:
        if flown > 0:
            goal = self._goal_of(part)
            arrow.thickness += flown * (goal.thickness - self.thickness)
            tail = tail + flown * (goal.tail - tail)
            tip = tip + flown * (goal.tip - tip)
        arrow.put(tail, tip)

    def _goal_of(self, part: int | None) -> TangentArrow:
        if self._goal is None:
            raise ValueError("the arrows have no goal yet; call gather_into first")
        return self._goal if part is None else self._goal.components[part]


class Gather(Vary):
    """Fly many arrows into few, which take their place in the scene."""

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Put the goals in the place of the arrows."""
        super().clean_up_from_scene(scene)
        scene.remove(self.mobject)
        scene.add(*self.mobject.goals)


def scattered(count: int, domain: Sequence[tuple[float, float]]) -> Coords:
    """Return ``count`` places, shape (count, 2), evenly and irregularly spread over a domain."""
    powers = np.array([1 / _PLASTIC, 1 / _PLASTIC**2])
    unit = (0.5 + np.arange(count)[:, np.newaxis] * powers) % 1.0
    low, high = np.array(domain, float).T
    return np.asarray(low + (_MARGIN + (1 - 2 * _MARGIN) * unit) * (high - low))


def _one_after_another(progress: float, order: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each has come, (k,), those with the least ``order`` setting off first."""
    late = (order - order.min()) / max(float(np.ptp(order)), 1e-9)
    own = np.clip((progress - _SPREAD * late) / (1 - _SPREAD), 0.0, 1.0)
    return np.array([smooth(t) for t in own])


def _color(part: int | None) -> str:
    return PALETTE.uphill if part is None else PALETTE.part(part)
