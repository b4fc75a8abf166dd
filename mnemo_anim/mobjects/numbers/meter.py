"""A bar meter: how much of something there is now."""

from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, RoundedRectangle, Transform, VGroup, VMobject

from mnemo_anim.maths.quantities import Coordinate, Quantity
from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Veiled
from mnemo_anim.mobjects.drawing.outline import polygon, rectangle
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.number import Number, Source
from mnemo_anim.mobjects.numbers.readout import Readout
from mnemo_anim.mobjects.numbers.ticks import decimals_for, nice_ticks
from mnemo_anim.theme import PALETTE, STROKES, TYPE

_TICK = 0.09  # length of a tick, in Manim units
_GAP = 0.12  # between a tick and its number
_INSET = 0.05  # between the bar and the edge of its track
_CHEVRON = 0.1  # height of the mark of a value beyond the scale
_HEADER_GAP = 0.24
_CHANGE_ROOM = 0.18  # more of it, where a change is marked above the track


class Meter(VGroup):
    """A bar on a scale, filled in proportion to a value, with the value as a number.

    Args:
        source: Gives what is measured, anew for every frame.
        low: The value of the empty bar.
        high: The value of the full bar. Beyond it the bar stays full, with a chevron at its end;
            the number goes on telling the truth.
        label: What is measured, in Typst's maths notation.
        length: Of the scale, in Manim units.
        thickness: Of the track, in Manim units.
        color: Of what is measured.
        decimals: Of the number; None for no number.
        horizontal: Whether it fills from left to right, rather than from below.

    Raises:
        ValueError: The scale is empty.

    """

    def __init__(
        self,
        source: Source,
        low: float,
        high: float,
        *,
        label: str,
        length: float = 2.8,
        thickness: float = 0.36,
        color: str = PALETTE.loss,
        decimals: int | None = 2,
        horizontal: bool = False,
    ) -> None:
        super().__init__()
        self.low, self.high = low, high
        ticks = nice_ticks(low, high)
        self._length, self.thickness = length, thickness
        self._along, self._across = (RIGHT, DOWN) if horizontal else (UP, RIGHT)

        self.anchor = Anchor()
        self.track = RoundedRectangle(
            width=length + 2 * _INSET if horizontal else thickness,
            height=thickness if horizontal else length + 2 * _INSET,
            corner_radius=min(0.1, thickness / 2),
            fill_color=PALETTE.panel,
            fill_opacity=1,
            stroke_color=PALETTE.rule,
            stroke_width=STROKES.axis,
        ).move_to(self._along * length / 2)
        self.bar = MeterBar(self, source, thickness - 2 * _INSET, color)
        self.scale_marks = VGroup(*(self._tick(value, ticks, thickness) for value in ticks))
        self.header = self._header(label, decimals, color)
        self.header.next_to(
            self.track, UP, buff=_HEADER_GAP + (_CHANGE_ROOM if horizontal else 0.0)
        )
        if horizontal:
            self.header.align_to(self.track, LEFT)
        self.add(self.anchor, self.track, self.bar, self.scale_marks, self.header)

    def at(self, value: float) -> Points:
        """Return the screen point (3,) on the middle line at which the bar of ``value`` ends."""
        part = (value - self.low) / (self.high - self.low)
        point: Points = self.anchor.origin + self.anchor.unit * part * self._length * self._along
        return point

    def value_at(self, point: Points) -> float:
        """Return the value whose bar ends beside a screen point (3,)."""
        beyond = (point - self.anchor.origin) @ self.along / (self.anchor.unit * self._length)
        return self.low + float(beyond) * (self.high - self.low)

    def rename(self, label: str) -> Transform:
        """Return the animation in which what is measured gets another name."""
        if isinstance(self.header, Readout):
            return self.header.rename(label)
        named = Formula(label, size=TYPE.body, color=self.header.get_color())
        return Transform(self.header, named.move_to(self.header))

    @property
    def value(self) -> float:
        """What is measured, now."""
        return self.quantity.value

    @property
    def quantity(self) -> Quantity:
        """What is measured, now, as a quantity."""
        return self.bar.source()

    @property
    def along(self) -> Points:
        """The direction (3,) in which the bar grows."""
        return np.array(self._along)

    @property
    def across(self) -> Points:
        """The direction (3,) from the track to its scale."""
        return np.array(self._across)

    def _tick(self, value: float, ticks: tuple[float, ...], thickness: float) -> VGroup:
        foot = self.at(value) + self._across * thickness / 2
        mark = Line(
            foot, foot + _TICK * self._across, color=PALETTE.ink_soft, stroke_width=STROKES.axis
        )
        number = Number(
            decimals=decimals_for(ticks),
            size=TYPE.tick,
            color=PALETTE.ink_soft,
            source=lambda: Coordinate((self.value_at(mark.get_start()),), 0),
            live=False,
            exact=True,
        )
        return VGroup(mark, number.next_to(mark, self._across, buff=_GAP))

    def _header(self, label: str, decimals: int | None, color: str) -> VMobject:
        if decimals is None:
            return Formula(label, size=TYPE.body, color=color)
        return Readout(
            label,
            self.bar.source,
            decimals=decimals,
            color=color,
            widest=max(self.low, self.high, key=abs),
            haloed=False,
        )


class MeterBar(Live):
    """The filled part of a meter, with a chevron at its end where the value is beyond the scale.

    Args:
        meter: What it is part of.
        source: Gives what is measured, anew for every frame.
        thickness: In Manim units.
        color: A colour of the palette.
    """

    shared: ClassVar[tuple[str, ...]] = ("source",)

    def __init__(self, meter: Meter, source: Source, thickness: float, color: str) -> None:
        super().__init__()
        self.meter, self.source = meter, source
        self._half = thickness / 2
        self.fill = Veiled(fill_color=color, fill_opacity=1, stroke_width=0)
        self.chevron = Veiled(fill_color=color, fill_opacity=1, stroke_width=0)
        self.add(self.fill, self.chevron)
        self.come_alive()

    def redraw(self) -> None:
        """Fill the bar up to the value."""
        meter, value = self.meter, self.source().value
        shown = min(max(value, meter.low), meter.high)
        side = self._half * meter.anchor.unit * meter.across
        start, end = meter.at(meter.low), meter.at(shown)
        self.fill.set_points(rectangle(start - side, end + side))
        beyond = np.sign(value - shown)
        tip = end + beyond * (_INSET + _CHEVRON) * meter.anchor.unit * meter.along
        base = end + beyond * _INSET * meter.anchor.unit * meter.along
        self.chevron.set_points(polygon(np.stack([base - side, tip, base + side])))
        self.fill.presence = self.shown
        self.chevron.presence = self.shown if beyond else 0.0
