"""What is measured at a point, in words, as a bar and as a number."""

from typing import ClassVar

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup, VMobject

from mnemo_anim.maths.quantities import Quantity
from mnemo_anim.mobjects.drawing.live import Live, Veiled
from mnemo_anim.mobjects.drawing.outline import polygon
from mnemo_anim.mobjects.lettering.text import CAP_HEIGHT
from mnemo_anim.mobjects.numbers.number import Number, Source
from mnemo_anim.theme import PALETTE, STROKES, TYPE, units

_THICK = 0.22  # of the bar, in Manim units
_ABOVE = 0.24  # from the track to the words
_BESIDE = 0.2  # from the track to the number


class Measure(VGroup):
    """A bar as long as a quantity is large, its name and its scale above, its number at the end.

    Args:
        name: What is measured, ready set.
        source: Gives the quantity, anew for every frame.
        full: The quantity at which the bar is as long as its track, a round number; it is written
            over the end of that.
        length: Of the track, in Manim units.
        color: Of bar and number.
        decimals: Of the number.

    Attributes:
        name: As given.
        bar: The bar.
        number: The number.
    """

    def __init__(
        self,
        name: VMobject,
        source: Source,
        *,
        full: Quantity,
        length: float,
        color: str,
        decimals: int = 1,
    ) -> None:
        super().__init__()
        self.name = name
        self.track = VMobject(
            fill_color=PALETTE.ground,
            fill_opacity=1.0,
            stroke_color=PALETTE.rule,
            stroke_width=STROKES.hairline,
        )
        half = np.array([length, _THICK, 0.0]) / 2
        self.track.set_points(polygon(half * [[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]]))
        self.bar = MeasureBar(self.track, source, full.value, color)
        self.number = Number(
            source=source, decimals=decimals, size=TYPE.body, color=color, widest=full.value
        )
        self.number.next_to(self.track, RIGHT, buff=_BESIDE)
        # Its digits stand level with the track, whether a comma reaches below them or not.
        foot = self.track.get_y() - CAP_HEIGHT * units(TYPE.body) / 2
        self.number.shift((foot - self.number.origin[1]) * UP)
        name.next_to(self.track, UP, buff=_ABOVE).align_to(self.track, LEFT)
        end = Number(
            decimals=0,
            size=TYPE.tick,
            color=PALETTE.ink_soft,
            source=lambda: full,
            live=False,
            exact=True,
        )
        end.next_to(self.track, UP, buff=_ABOVE).align_to(self.track, RIGHT)
        self.add(self.track, self.bar, self.number, name, end)


class MeasureBar(Live, Veiled):
    """The filled part of a track.

    Args:
        track: What is filled, from the left.
        source: Gives the quantity.
        full: The value at which all of it is filled.
        color: Of the bar.
    """

    shared: ClassVar[tuple[str, ...]] = ("source",)

    def __init__(self, track: VMobject, source: Source, full: float, color: str) -> None:
        super().__init__(fill_color=color, fill_opacity=1.0, stroke_width=0.0)
        self.track, self.source, self.full = track, source, full
        self.come_alive()

    def redraw(self) -> None:
        """Fill the track as far as the quantity goes now."""
        left, right = self.track.get_left(), self.track.get_right()
        half = self.track.height / 2 * UP
        end = left + min(1.0, self.source().value / self.full) * (right - left)
        self.set_points(polygon(np.stack([left - half, end - half, end + half, left + half])))
        self.presence = self.shown
