"""A machine with one dial for each input of a function and one meter for its value."""

from collections.abc import Sequence

import numpy as np
from manim import ORIGIN, RIGHT, UP, AnimationGroup, Line, VGroup
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.typst_printer import typst_name
from mnemo_anim.mobjects.dial import Dial
from mnemo_anim.mobjects.live import Vary
from mnemo_anim.mobjects.meter import Meter
from mnemo_anim.mobjects.meter_change import MeterChange
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.spot import Spot, as_spot
from mnemo_anim.theme import PALETTE, STROKES

_PITCH = 1.95  # from dial to dial, in Manim units
_METER_GAP = 1.7  # from the last dial to the meter: a change is written there
_PADDING = 0.4
_DROP = 0.36  # from a dial's number to the line below all dials
_STUB = 0.12  # from a dial's number to its wire


class DialMachine(VGroup):
    """Dials that set the inputs of a field, and a meter that shows its value there.

    Everything follows one spot: turning a dial moves the spot along that input, and whatever else
    stands on the spot, such as an arrow on a map, goes along.

    Args:
        field: f, of n variables.
        at: Coords (n,) or a spot.
        high: The value of the full meter, which begins at 0.
        value_name: What the meter shows, in Typst's maths notation; by default the field's name.
        names: Of the inputs, in the same notation; by default those of the field.
        decimals: Of the meter's number.

    """

    def __init__(
        self,
        field: ScalarField,
        at: ArrayLike | Spot,
        *,
        high: float,
        value_name: str | None = None,
        names: Sequence[str] | None = None,
        decimals: int = 2,
    ) -> None:
        super().__init__()
        spot = as_spot(at)
        self.field, self.spot = field, spot
        labels = [typst_name(variable) for variable in field.variables]
        self.dials = VGroup(
            *(self._dial(index, label) for index, label in enumerate(names or labels))
        )
        self.meter = Meter(
            lambda: float(field.value(spot.coords)),
            0.0,
            high,
            label=value_name or field.name,
            what=f"{field.name} at the dials",
            decimals=decimals,
        )
        track = self.meter.track
        self.meter.shift(self.dials.get_right() + _METER_GAP * RIGHT - track.get_left())
        self.meter.shift((self.dials.get_y() - self.meter.get_y()) * UP)
        wires = self._wires()
        inside = VGroup(self.dials, self.meter, wires)
        self.plate = Plate.behind(inside, padding=_PADDING, opacity=1)
        self.add(self.plate, wires, self.dials, self.meter)
        self.move_to(ORIGIN)

    def turn(self, index: int, to: float) -> Vary:
        """Return the animation in which the dial ``index`` turns to the value ``to``."""
        coords = np.array(self.spot.coords)
        coords[index] = to
        return self.spot.go_to(coords)

    def nudge(self, index: int, by: float) -> Vary:
        """Return the animation in which the dial ``index`` turns by ``by``, the others not."""
        return self.turn(index, float(self.spot.coords[index]) + by)

    def hold_all_but(self, index: int) -> AnimationGroup:
        """Return the animation in which every dial is locked but ``index``."""
        return AnimationGroup(
            *(dial.release() if i == index else dial.hold() for i, dial in enumerate(self.dials))
        )

    def release_all(self) -> AnimationGroup:
        """Return the animation in which all locks go."""
        return AnimationGroup(*(dial.release() for dial in self.dials))

    def change_by(self, index: int) -> MeterChange:
        """Return a mark of where the meter stands now; it measures what a nudge then changes."""
        return MeterChange(
            self.meter,
            color=PALETTE.part(index),
            what=f"change of {self.field.name} with {self.field.variables[index]}",
        )

    def _dial(self, index: int, label: str) -> Dial:
        spot, (low, high) = self.spot, self.field.domain[index]
        dial = Dial(
            lambda: float(spot.coords[index]),
            low,
            high,
            label=label,
            what=self.field.variables[index],
            color=PALETTE.part(index),
        )
        dial.shift(index * _PITCH * RIGHT)
        return dial

    def _wires(self) -> VGroup:
        """Return the lines that lead from every dial to the meter."""
        end = float(self.meter.track.get_left()[0])
        level = self.dials.get_bottom()[1] - _DROP
        dials = [float(dial.anchor.origin[0]) for dial in self.dials]
        stubs = (Line([x, level + _DROP - _STUB, 0], [x, level, 0]) for x in dials)
        lines = VGroup(Line([dials[0], level, 0], [end, level, 0]), *stubs)
        return lines.set_stroke(PALETTE.rule, STROKES.axis)
