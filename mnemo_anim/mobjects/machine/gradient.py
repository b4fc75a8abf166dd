"""The gradient of a machine: a column of numbers, a row of symbols, and an arrow on a map."""

from manim import (
    DOWN,
    UP,
    Animation,
    AnimationGroup,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
)

from mnemo_anim.mobjects.drawing.live import together
from mnemo_anim.mobjects.machine.machine_map import MachineMap, Window
from mnemo_anim.mobjects.machine.workbench import Workbench
from mnemo_anim.mobjects.motion.focus import undim
from mnemo_anim.mobjects.numbers.meter_change import MeterChange
from mnemo_anim.mobjects.slopes.gradient_column import GradientColumn
from mnemo_anim.theme import PALETTE, TYPE

_ROW_Y, _COLUMN_Y = 2.3, -0.6  # of the symbols and of the numbers, on the screen
_BELOW = 0.3  # from the machine to the column below it, in Manim units


class MachineGradient:
    """The slopes of all dials, stacked beside the machine; then an arrow for two of them.

    It is no mobject: its parts come and go one by one.

    Args:
        bench: The machine, aside, its dials at the start.
        inputs: The two that the map shows, from 0.
        window: Their ranges on it.
        scale: Length of the arrow of magnitude 1, in units of coords.

    Attributes:
        column: ∇f, or −∇f once it has been flipped.
        map: The two inputs, with the arrow.
        change: Of the meter, while the point goes round.
    """

    def __init__(
        self, bench: Workbench, *, inputs: tuple[int, int], window: Window, scale: float
    ) -> None:
        self._bench = bench
        self.column = GradientColumn(bench.walk.field, bench.felt)
        self.column.scale(TYPE.title / TYPE.formula).move_to([bench.aside, _COLUMN_Y, 0])
        self.map = MachineMap(
            bench.machine,
            bench.felt,
            bench.walk.descent().iterates,
            inputs=inputs,
            window=window,
            scale=scale,
            words=(bench.word("constant"), bench.word("arrow-scale")),
        )
        self.change = MeterChange(bench.machine.meter)

    def gather(self) -> LaggedStart:
        """Return the animation in which the slopes below the dials become the entries."""
        return self.column.gather(self._bench.partials.numbers)

    def write_name(self) -> AnimationGroup:
        """Return the animation in which the column gets its symbol, and words below that."""
        self._name = self.column.words(self._bench.word("gradient"))
        return together(FadeIn(self.column.label), FadeIn(self._name, shift=0.1 * UP))

    def write_row(self) -> tuple[LaggedStart, LaggedStart]:
        """Return the animations in which the symbols below the dials become a row."""
        self._row = self.column.row_at(_ROW_Y)
        return self._bench.partials.write_as(self._row)

    def make_room(self) -> AnimationGroup:
        """Return the animation in which the column goes below the machine, for the map to come."""
        machine = self._bench.machine
        smaller = self.column.animate.scale(TYPE.formula / TYPE.title)
        return together(
            FadeOut(self._row, self._name),
            smaller.next_to(machine.plate, DOWN, buff=_BELOW).build(),
            undim(machine),
        )

    def lay_bars(self) -> AnimationGroup:
        """Return the animation in which the map's two entries get bars; the other, held, greys."""
        self._bars = [self.column.bar_beside(index) for index in self.map.inputs]
        return together(
            self.map.mark_point(),
            self._bench.machine.dials[self.map.held].hold(),
            self._colour_held(PALETTE.ink_soft),
            *(Create(bar) for bar in self._bars),
        )

    def assemble(self) -> Animation:
        """Return the animation in which the bars become the arrow."""
        return self.map.arrow.assemble_from(*self._bars)

    def watch(self) -> AnimationGroup:
        """Return the animation in which the arrow gets its name, and the meter's change shows."""
        return together(self.map.name_arrow(), FadeIn(self.change))

    def flip(self) -> tuple[Animation, ...]:
        """Return the animations in which column, arrow and point turn round."""
        positive, self.column = self.column, self.column.negative("-nabla f")
        self.column.entries[self.map.held].set_fill(PALETTE.ink_soft)
        return positive.become_negative(self.column), self.map.arrow.flip(), self.map.turn_round()

    def come_back(self) -> AnimationGroup:
        """Return the animation in which the point goes back, and the meter's change with it."""
        return together(self.map.come_back(), self.change.vanish())

    def release(self) -> AnimationGroup:
        """Return the animation in which nothing is held any more."""
        return together(
            self._bench.machine.release_all(), self._colour_held(PALETTE.part(self.map.held))
        )

    def _colour_held(self, color: str) -> Animation:
        return self.column.entries[self.map.held].animate.set_fill(color).build()
