"""How far a meter has moved since it was marked."""

from typing import ClassVar

import numpy as np

from mnemo_anim.maths.quantities import Difference
from mnemo_anim.mobjects.drawing.cased_line import CasedLine
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import FONTS, PALETTE, STROKES, TYPE, units

_REACH = 0.34  # of the two marks beside the track, in Manim units
_NEAR = units(3.0)  # marks closer than this cannot be told apart: the number stays alone
_GAP = 0.14  # between them and the number


class MeterChange(Live):
    """A mark where a meter stands, one where it stands now, and the signed difference.

    Args:
        meter: The meter. Its value now is the one that is marked.
        color: Of the input that causes the change.
        decimals: Of the number.
        quiet: Whether the number, like the marks, is there only while there is a change.

    Attributes:
        before: What is marked.

    """

    shared: ClassVar[tuple[str, ...]] = ("meter",)

    def __init__(
        self,
        meter: Meter,
        *,
        color: str = PALETTE.ink,
        decimals: int = 2,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self.meter, self.quiet = meter, quiet
        before = self.before = meter.quantity
        self.marks = CasedLine(color=PALETTE.ink, width=STROKES.axis)
        self.span = CasedLine(color=color, width=STROKES.curve)
        self.number = Number(
            source=lambda: Difference(meter.quantity, before),
            decimals=decimals,
            color=color,
            size=TYPE.body,
            signed=True,
            family=FONTS.maths,
        )
        self._unit = 1.0  # to which the number is scaled
        self.add(self.marks, self.span, self.number)
        self.come_alive()

    @property
    def quantity(self) -> Difference:
        """The change, now."""
        return Difference(self.meter.quantity, self.before)

    def redraw(self) -> None:
        """Draw both marks and what lies between them."""
        meter = self.meter
        unit = meter.anchor.unit
        edge = -unit * meter.thickness / 2 * meter.across
        out = -unit * _REACH * meter.across
        before, now = meter.at(self.before.value) + edge, meter.at(meter.value) + edge
        self.marks.draw([np.stack([before, before + out]), np.stack([now, now + out])])
        self.span.draw([np.stack([before, now]) + 0.7 * out])
        apart = float(np.linalg.norm(now - before)) / (unit * _NEAR)
        presence = self.shown * float(np.clip(apart - 1, 0, 1))
        self.marks.presence = self.span.presence = presence
        if self.quiet:
            self.number.set_opacity(presence)
        middle = (before + now) / 2 + out - unit * _GAP * meter.across
        self.number.scale(unit / self._unit)
        self._unit = unit
        self.number.update()  # first, for its width decides where it stands
        self.number.shift(middle - self.number.get_edge_center(meter.across))
