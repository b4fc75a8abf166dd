"""A machine with one dial for each input of a function and one meter for its value."""

from collections.abc import Sequence

import numpy as np
from manim import (
    DOWN,
    ORIGIN,
    RIGHT,
    UP,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    Line,
    TransformFromCopy,
    VGroup,
    VMobject,
)
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Coordinate, PartialDerivative, Product, Value
from mnemo_anim.maths.typst_name import typst_name
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.outline import polyline
from mnemo_anim.mobjects.drawing.spot import Spot, as_spot
from mnemo_anim.mobjects.lettering.plate import Plate
from mnemo_anim.mobjects.machine.dial import Dial
from mnemo_anim.mobjects.machine.dial_turn import DialTurn
from mnemo_anim.mobjects.numbers.meter import Meter
from mnemo_anim.mobjects.numbers.meter_change import MeterChange
from mnemo_anim.mobjects.numbers.number import Number
from mnemo_anim.theme import DIM, FONTS, PALETTE, STROKES, TYPE

_PITCH = 1.95  # from dial to dial, in Manim units
_CLOSE_PITCH = 1.44  # the same under a meter
_RADIUS, _CLOSE_RADIUS = 0.6, 0.54  # of a dial
_AROUND = 0.2  # from a meter above the dials to the line that leads to its beginning
_RISE = 0.32  # from the dials' names to the scale of a meter above them
_METER_GAP = 1.7  # from the last dial to the meter: a change is written there
_PADDING, _CLOSE_PADDING = 0.4, 0.24
_DROP = 0.36  # from a dial's number to the line below all dials
_ONE_BY_ONE = 0.35  # how much later each dial appears than the one before
_BELOW = 0.18  # from the plate to the amounts of a step
_LEAVING = 0.4  # from the letters of a function to the middle of a name that leaves them
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
        meter_above: Whether the meter lies above the dials, rather than upright beside them: the
            machine is then about square.
        pitch: From dial to dial, in Manim units; by default with room around each.

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
        meter_above: bool = False,
        pitch: float | None = None,
    ) -> None:
        super().__init__()
        spot = as_spot(at)
        self.field, self.spot = field, spot
        labels = [typst_name(variable) for variable in field.variables]
        usual, radius, padding = (
            (_CLOSE_PITCH, _CLOSE_RADIUS, _CLOSE_PADDING)
            if meter_above
            else (_PITCH, _RADIUS, _PADDING)
        )
        pitch = usual if pitch is None else pitch
        self.dials = VGroup(
            *(
                self._dial(index, label, radius).shift(index * pitch * RIGHT)
                for index, label in enumerate(names or labels)
            )
        )
        self.meter = Meter(
            lambda: Value(field, spot.at),
            0.0,
            high,
            label=value_name or field.name,
            decimals=decimals,
            horizontal=meter_above,
            **({"length": self.dials.width} if meter_above else {}),
        )
        self.wires = self._meter_above() if meter_above else self._meter_beside()
        inside = VGroup(self.dials, self.meter, self.wires)
        self.plate = Plate.behind(inside, padding=padding, opacity=1)
        self.add(self.plate, self.wires, self.dials, self.meter)
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

    def grow_dials(self, names: Sequence[VMobject]) -> LaggedStart:
        """Return the animation in which each dial appears with its wire, and its name arrives."""
        return LaggedStart(
            *(
                AnimationGroup(
                    FadeIn(*(part for part in dial if part is not dial.label)),
                    FadeIn(dial.label, target_position=name.get_bottom() + _LEAVING * DOWN),
                    Create(stub),
                )
                for dial, name, stub in zip(self.dials, names, self.wires[1:], strict=True)
            ),
            lag_ratio=_ONE_BY_ONE,
        )

    def grow_meter(self, name: VMobject) -> AnimationGroup:
        """Return the animation in which the meter appears, wired to all dials; its name arrives."""
        meter = self.meter
        letters, equals = meter.header.label[:-1], meter.header.label[-1]
        return AnimationGroup(
            FadeIn(meter.track, meter.bar, meter.scale_marks, meter.header.number, equals),
            TransformFromCopy(name, letters),
            Create(self.wires[0]),
        )

    def steps(self, felt: Spot, learning_rate: float) -> VGroup:
        """Return for each dial the turn that is left of its step −α ∂f/∂xᵢ.

        Args:
            felt: Where the gradient is taken; the dials themselves may have gone on.
            learning_rate: α.
        """
        return VGroup(*(self._step(index, felt, learning_rate) for index in range(len(self.dials))))

    def amounts(self, felt: Spot, learning_rate: float) -> VGroup:
        """Return, for each dial and below it, the number −α ∂f/∂xᵢ; args as for :meth:`steps`."""
        return VGroup(
            *(self._amount(index, felt, learning_rate) for index in range(len(self.dials)))
        )

    def ghost(self) -> Line:
        """Return a mark, on the meter, of the value that it shows now."""
        meter = self.meter
        middle, half = meter.at(meter.value), meter.anchor.unit * meter.thickness / 2 * meter.across
        return Line(
            middle - half, middle + half, color=PALETTE.loss, stroke_width=STROKES.curve
        ).set_stroke(opacity=2 * DIM)

    def rename(self, names: Sequence[str]) -> AnimationGroup:
        """Return the animation in which the inputs get new names, in Typst's notation."""
        dials = zip(self.dials, names, strict=True)
        return AnimationGroup(*(dial.rename(name) for dial, name in dials))

    def change_by(self, index: int, *, decimals: int = 2) -> MeterChange:
        """Return a mark of where the meter stands now; it measures what a nudge then changes."""
        return MeterChange(self.meter, color=PALETTE.part(index), decimals=decimals)

    def _step(self, index: int, felt: Spot, learning_rate: float) -> DialTurn:
        spot, field = self.spot, self.field
        return DialTurn(
            self.dials[index],
            lambda: float(spot.coords[index]),
            lambda: float((felt.coords - learning_rate * field.gradient(felt.coords))[index]),
            color=PALETTE.downhill,
            downhill=True,
        )

    def _amount(self, index: int, felt: Spot, learning_rate: float) -> Number:
        field = self.field
        number = Number(
            source=lambda: Product(-learning_rate, PartialDerivative(field, felt.at, index)),
            decimals=2,
            size=TYPE.label,
            color=PALETTE.part(index),
            signed=True,
            family=FONTS.maths,
        )
        number.next_to(self.plate, DOWN, buff=_BELOW)
        number.set_x(float(self.dials[index].anchor.origin[0]))
        return number

    def _dial(self, index: int, label: str, radius: float) -> Dial:
        spot, (low, high) = self.spot, self.field.domain[index]
        return Dial(
            lambda: Coordinate(spot.at, index),
            low,
            high,
            label=label,
            color=PALETTE.part(index),
            radius=radius,
        )

    def _meter_beside(self) -> VGroup:
        """Put the meter to the right of the dials; return the lines that lead to it."""
        track = self.meter.track
        self.meter.shift(self.dials.get_right() + _METER_GAP * RIGHT - track.get_left())
        self.meter.shift((self.dials.get_y() - self.meter.get_y()) * UP)
        end = float(track.get_left()[0])
        level = self.dials.get_bottom()[1] - _DROP
        dials = [float(dial.anchor.origin[0]) for dial in self.dials]
        stubs = ([[x, level + _DROP - _STUB, 0], [x, level, 0]] for x in dials)
        return _lines([[dials[0], level, 0], [end, level, 0]], *stubs)

    def _meter_above(self) -> VGroup:
        """Put the meter above the dials; return the lines that lead to where it begins."""
        track = self.meter.track
        top = float(self.dials.get_top()[1])
        self.meter.shift(self.dials.get_left() - track.get_left())
        self.meter.shift((top + _RISE - self.meter.get_bottom()[1]) * UP)
        level = top + _RISE - _STUB
        begin = track.get_left()
        around = begin[0] - _AROUND
        dials = [float(dial.anchor.origin[0]) for dial in self.dials]
        path = [[dials[-1], level, 0], [around, level, 0], [around, begin[1], 0], begin]
        return _lines(path, *([[x, top + 0.04, 0], [x, level, 0]] for x in dials))


def _lines(*paths: Sequence[ArrayLike]) -> VGroup:
    lines = VGroup(*(VMobject().set_points(polyline(np.array(path, float))) for path in paths))
    return lines.set_stroke(PALETTE.rule, STROKES.axis)
