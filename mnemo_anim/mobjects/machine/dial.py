"""A knob with a scale: one input of a function."""

from math import radians
from typing import ClassVar

import numpy as np
from manim import DOWN, UP, Arc, Circle, Line, Transform, VGroup

from mnemo_anim.mobjects.drawing.anchor import Anchor
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.drawing.live import Live, Vary, Veiled
from mnemo_anim.mobjects.drawing.outline import hermite, polyline
from mnemo_anim.mobjects.lettering.padlock import Padlock
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.numbers.number import Number, Source
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE

LOW_ANGLE = radians(225)  # of the pointer at the low end of the scale, from the x-axis
SWEEP = radians(270)  # clockwise, from the low end to the high end
_TICKS = 11
_TICK = 0.1  # length of a tick, in radii
_KNOB = 0.74  # radius of the knob
_POINTER = (0.2, 0.68)  # from where to where the pointer goes
_RING = 0.87  # radius of the arc that shows the value
_ARC_VERTICES = 25
_GAP = 0.16  # between scale and lettering, in Manim units


class Dial(VGroup):
    """A dial that shows a value: the angle of its pointer is proportional to it.

    Args:
        source: Gives the input, anew for every frame. Its value must stay between ``low`` and
            ``high``, or the pointer leaves the scale.
        low: Where the scale begins, at the lower left.
        high: Where it ends, at the lower right.
        label: The input, in Typst's maths notation.
        color: Of this input.
        radius: In Manim units.
        decimals: Of the number.

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
        color: str = PALETTE.x_part,
        radius: float = 0.6,
        decimals: int = 2,
    ) -> None:
        super().__init__()
        if not low < high:
            raise ValueError(f"A dial needs low < high, got {low:g} and {high:g}.")
        self.low, self.high, self.radius = low, high, radius
        self.anchor = Anchor(unit=radius)
        knob = Circle(
            radius=_KNOB * radius,
            fill_color=PALETTE.panel,
            fill_opacity=1,
            stroke_color=PALETTE.rule,
            stroke_width=STROKES.axis,
        )
        groove = Arc(
            radius=_RING * radius,
            start_angle=LOW_ANGLE,
            angle=-SWEEP,
            color=PALETTE.rule,
            stroke_width=STROKES.curve,
        )
        ticks = VGroup(*(self._tick(value) for value in np.linspace(low, high, _TICKS)))
        self.pointer = DialPointer(self, source, color)
        self.label = Formula(label, size=TYPE.body, color=color)
        self.label.next_to(radius * UP * (1 + _TICK), UP, buff=_GAP)
        self.number = Number(
            decimals=decimals,
            size=TYPE.label,
            color=PALETTE.ink,
            family=FONTS.maths,
            widest=-max(abs(low), abs(high)),
            anchor="point",
            source=source,
        )
        baseline = -radius - _GAP - self.number.height
        # The digits stand in the middle; a sign hangs out to the left.
        digits = self.number.room_for(max(abs(low), abs(high)))
        self.number.place([digits / 2 - self.number.room, baseline, 0])
        self.lock = Padlock(shown=0.0)
        self.lock.move_to(0.88 * radius * DOWN)
        self.add(self.anchor, knob, groove, ticks, self.pointer, self.label, self.number)
        self.add(self.lock)

    def angle(self, value: float) -> float:
        """Return the angle in radians, from the x-axis, of the pointer at ``value``."""
        return LOW_ANGLE - SWEEP * (value - self.low) / (self.high - self.low)

    def towards(self, value: float) -> Points:
        """Return the unit vector (3,) in which the pointer points at ``value``."""
        angle = self.angle(value)
        return np.array([np.cos(angle), np.sin(angle), 0.0])

    def rename(self, label: str) -> Transform:
        """Return the animation in which the input gets another name, in Typst's notation."""
        named = Formula(label, size=self.label.size, color=self.label.get_color())
        return Transform(self.label, named.move_to(self.label))

    def hold(self) -> Vary:
        """Return the animation in which a lock says that this input is treated as a constant."""
        return self.lock.vary(shown=1.0)

    def release(self) -> Vary:
        """Return the animation in which the lock goes."""
        return self.lock.vary(shown=0.0)

    def _tick(self, value: float) -> Line:
        spoke = self.radius * self.towards(value)
        return Line(spoke, (1 + _TICK) * spoke, color=PALETTE.ink_soft, stroke_width=STROKES.level)


class DialPointer(Live):
    """The part of a dial that moves: the pointer, and the arc up to it.

    Args:
        dial: What it is part of.
        source: Gives the value, anew for every frame.
        color: Of both.
    """

    shared: ClassVar[tuple[str, ...]] = ("source",)

    def __init__(self, dial: Dial, source: Source, color: str) -> None:
        super().__init__()
        self.dial, self.source = dial, source
        self.needle = Veiled(stroke_color=color, stroke_width=STROKES.arrow)
        self.arc = Veiled(stroke_color=color, stroke_width=STROKES.curve)
        self.add(self.arc, self.needle)
        self.come_alive()

    def redraw(self) -> None:
        """Point at the value."""
        dial, value = self.dial, self.source().value
        centre, radius = dial.anchor.origin, dial.anchor.unit
        spoke = radius * dial.towards(value)
        self.needle.set_points(polyline(np.stack([centre + part * spoke for part in _POINTER])))
        angles = np.linspace(LOW_ANGLE, dial.angle(value), _ARC_VERTICES)
        spokes = np.stack([np.cos(angles), np.sin(angles), np.zeros(_ARC_VERTICES)], axis=1)
        tangents = np.stack([spokes[:, 1], -spokes[:, 0], spokes[:, 2]], axis=1)
        self.arc.set_points(hermite(centre + _RING * radius * spokes, tangents))
        self.needle.presence = self.arc.presence = self.shown
