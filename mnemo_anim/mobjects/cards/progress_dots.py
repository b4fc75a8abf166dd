"""How far a row of things has come: a dot for each, the one in hand in a ring."""

import numpy as np

from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import circle, polyline
from mnemo_anim.theme import PALETTE, STROKES, units

_RADIUS = units(8.0)  # of a dot
_RING = units(17.0)  # of the ring round the dot in hand
_PITCH = 0.44  # from dot to dot, in Manim units


class ProgressDots(Live):
    """Dots side by side: bright when done, in a ring when in hand, hollow when to come.

    Args:
        count: How many.

    Attributes:
        place: The one in hand, from 0; −1 before the first, ``count`` after the last. Between two
            whole numbers the ring is on its way.

    Raises:
        ValueError: There is none.
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        if count < 1:
            raise ValueError(f"A row of dots needs at least one, got {count}.")
        self.place = -1.0
        ends = np.array([[0.0, 0.0, 0.0], [_PITCH * max(count - 1, 1), 0.0, 0.0]])
        self.line = Veiled(stroke_width=0.0)  # never drawn: it remembers where the row stands
        self.line.set_points(polyline(ends))
        self.count = count
        self.dots = [
            Veiled(
                fill_color=PALETTE.lantern,
                fill_opacity=1.0,
                stroke_color=PALETTE.ink_soft,
                stroke_width=STROKES.level,
            )
            for _ in range(count)
        ]
        self.ring = Veiled(stroke_color=PALETTE.lantern, stroke_width=STROKES.axis)
        self.add(self.line, *self.dots, self.ring)
        self.come_alive()

    @property
    def centres(self) -> Points:
        """The screen points (count, 3) of the dots."""
        start, end = self.line.points[0], self.line.points[-1]
        shares = np.arange(self.count) / max(self.count - 1, 1)
        return np.asarray(start + shares[:, np.newaxis] * (end - start))

    def light(self, point: Points) -> Veiled:
        """Return a dot that is lit, at a screen point (3,), to become one of these."""
        lit: Veiled = self.dots[0].copy()
        lit.set_fill(opacity=1.0).set_stroke(PALETTE.lantern)
        lit.set_points(circle(np.asarray(point, float), _RADIUS))
        return lit

    def go_to(self, place: int) -> Vary:
        """Return the animation in which the ring goes to the dot ``place``, from 0."""
        return self.vary(place=float(place))

    def redraw(self) -> None:
        """Light the dots as far as the place says."""
        centres = self.centres
        for index, (dot, centre) in enumerate(zip(self.dots, centres, strict=True)):
            reached = float(np.clip(self.place - index + 1, 0.0, 1.0))
            dot.set_points(circle(centre, _RADIUS))
            dot.set_fill(opacity=reached)
            dot.set_stroke(PALETTE.lantern if reached > 0 else PALETTE.ink_soft)
            dot.presence = self.shown
        at = float(np.clip(self.place, 0, self.count - 1))
        spot = centres[0] + at / max(self.count - 1, 1) * (centres[-1] - centres[0])
        self.ring.set_points(circle(spot, _RING))
        inside = np.clip(min(self.place + 1, self.count - self.place), 0.0, 1.0)
        self.ring.presence = self.shown * float(inside)
