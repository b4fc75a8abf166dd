"""How far a dial turns: a sector from one value to another, and an arrow round its scale."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

import numpy as np

from mnemo_anim.mobjects.drawing.arrow_shape import ARROW_SHAPE, DOWNHILL_FORM, UPHILL_FORM
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import polygon, sector
from mnemo_anim.mobjects.machine.dial import Dial
from mnemo_anim.theme import PALETTE, STROKES

_RADIUS = 1.14  # of the arc, in radii of the dial: at the ends of its ticks
_SECTOR, _SECTOR_OPACITY = 1.0, 0.45  # radius in those of the dial: out to its ticks
_SHAPE = replace(ARROW_SHAPE, full=6.5)  # a turn is short: most of its arrow is head
_TAIL = 16  # points of an arrow's outline that make up its round tail
_SAMPLES = 10  # vertices of each edge of the straight arrow, so that it bends smoothly


class DialTurn(Live):
    """The turn of a dial from ``start`` to ``end``.

    Args:
        dial: The dial.
        start: Computes the value that it starts from, anew for every frame.
        end: Computes the value that it leads to.
        color: A colour of the palette.
        downhill: Whether it is a step downhill: its arrow then has an open head.
        thickness: Of the arrow's shaft, in Manim's stroke unit.

    Attributes:
        stretch: Part of the turn that is drawn, 0 to 1, from its start.
    """

    shared: ClassVar[tuple[str, ...]] = ("dial", "start", "end")

    def __init__(
        self,
        dial: Dial,
        start: Callable[[], float],
        end: Callable[[], float],
        *,
        color: str = PALETTE.ink,
        downhill: bool = False,
        thickness: float = STROKES.arrow,
    ) -> None:
        super().__init__()
        self.dial, self.start, self.end = dial, start, end
        self.form = DOWNHILL_FORM if downhill else UPHILL_FORM
        self.thickness, self.stretch = thickness, 1.0
        self.sector = Veiled(fill_color=color, fill_opacity=_SECTOR_OPACITY, stroke_width=0.0)
        self.arrow = Veiled(fill_color=color, fill_opacity=1.0, stroke_width=0.0)
        self.add(self.sector, self.arrow)
        self.come_alive()

    def grow(self) -> Vary:
        """Return the animation in which the turn is drawn, from its start."""
        return self.vary(stretch=(0.0, 1.0))

    def redraw(self) -> None:
        """Draw the turn between the two values as they are now."""
        start = self.start()
        end = start + self.stretch * (self.end() - start)
        centre, radius = self.dial.anchor.origin, self.dial.anchor.unit
        angles = self.dial.angle(start), self.dial.angle(end)
        self.sector.set_points(sector(centre, _SECTOR * radius, *angles))
        self.arrow.set_points(polygon(centre + self._bent_arrow(_RADIUS * radius, *angles)))
        self.sector.presence = self.arrow.presence = self.shown

    def _bent_arrow(self, radius: float, start: float, end: float) -> Points:
        """Return the vertices (k, 3) of an arrow round the origin between two angles."""
        tip = np.array([radius * abs(end - start), 0.0, 0.0])
        straight = _SHAPE.outline(np.zeros(3), tip, self.thickness / 100, self.form)
        along, across, _ = _vertices(straight[_TAIL:]).T
        # The straight arrow is laid round the circle: what was length becomes angle.
        angles, radii = start + np.sign(end - start) * along / radius, radius + across
        return np.stack([radii * np.cos(angles), radii * np.sin(angles), 0 * radii], axis=1)


def _vertices(cubics: Points) -> Points:
    """Return points (k, 3) along straight cubics (4m, 3), in order."""
    start, end = cubics[0::4, np.newaxis], cubics[3::4, np.newaxis]
    share = np.linspace(0.0, 1.0, _SAMPLES, endpoint=False)[:, np.newaxis]
    return np.asarray((start + share * (end - start)).reshape(-1, 3))
