"""Key properties: a table that grows row by row, each row with its own living miniature."""

from manim import Animation, FadeIn, FadeOut, VMobject

from mnemo_anim.maths.critical_points import CriticalKind, find_critical_points
from mnemo_anim.maths.gallery import VALLEYS, VALLEYS_WALK
from mnemo_anim.mobjects.miniatures import (
    CriticalMiniature,
    CrossingMiniature,
    DirectionsMiniature,
    EntriesMiniature,
    Life,
    Miniature,
    SteepnessMiniature,
    StepsMiniature,
)
from mnemo_anim.mobjects.miniatures.asides import (
    below,
    entries_column,
    loss_readout,
    magnitude_meter,
    magnitude_readout,
    slope_readout,
)
from mnemo_anim.mobjects.property_table import PropertyTable
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, STAGE


class KeyProperties(SectionScene):
    """Six properties: each is seen at large, then goes on in its cell of the table."""

    section = "key-properties"
    field = VALLEYS
    walk = VALLEYS_WALK
    slope = (0.9, 0.7)  # where the entries of the gradient are looked at
    flank = (-1.0, 1.4)  # where all directions are
    ring = (1.6, -1.6)  # on the level curve that is slid along
    kinds = (CriticalKind.MINIMUM, CriticalKind.MAXIMUM, CriticalKind.SADDLE)
    side = 5.2  # of the map on the stage, in screen units
    meter = 4.0  # length of the meter below it
    change = 0.9  # seconds in which one miniature leaves the stage, and the next one comes
    gather = 1.6  # seconds in which the table fills the stage
    hold = 2.0  # seconds for which it stays

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("is-a-vector") as beat:
            self.see_the_entries(beat)
        with self.beat("points-uphill") as beat:
            self.feel_all_directions(beat)
        with self.beat("negative-points-downhill") as beat:
            self.walk_downhill(beat)
        with self.beat("large-magnitude") as beat:
            self.climb_the_slope(beat)
        with self.beat("zero-magnitude") as beat:
            self.visit_level_ground(beat)
        with self.beat("crosses-level-curves") as beat:
            self.slide_along(beat)
            self.fill_the_stage(beat)

    def see_the_entries(self, beat: BeatClock) -> None:
        """The arrow has a part along each axis; each is an entry of the column."""
        mini, column = self.entries, entries_column(self.entries)
        below(self.box, column)
        self.bring(0, beat.seconds_until("The gradient"))
        self.play(self.table.look_at(0), mini.grow(), run_time=self.change)
        beat.until("one entry")
        for index, seconds in enumerate((1.0, 1.0)):
            self.play(
                mini.split_off(index),
                column.drop(index, mini.components[index]),
                *([FadeIn(column.brackets, column.label), self.table.explain(0)][: 2 - 2 * index]),
                run_time=seconds,
            )
        self.play(mini.go_on(beat.remaining), run_time=beat.remaining)
        self.leave(mini, column)

    def feel_all_directions(self, beat: BeatClock) -> None:
        """All directions are felt in turn; in none f rises as it does along ∇f."""
        mini = self.directions
        readout = below(self.box, slope_readout(mini, self.label("slope")))
        self.bring(1)
        self.play(mini.sweep(), FadeIn(readout), run_time=beat.seconds_until("as much"))
        self.play(mini.arrow.pulse(), self.table.explain(1), run_time=PACE.quick)
        self.leave(mini, readout)

    def walk_downhill(self, beat: BeatClock) -> None:
        """The arrow turns round, and gradient descent goes its way, step by step."""
        mini = self.steps
        readout = below(self.box, loss_readout(mini))
        self.bring(2)
        self.play(mini.turn_round(), FadeIn(readout), run_time=PACE.move)
        beat.until("That is the way")
        self.play(mini.walk(), self.table.explain(2), run_time=beat.remaining)
        self.leave(mini, readout)

    def climb_the_slope(self, beat: BeatClock) -> None:
        """The steeper the ground, the longer the arrow."""
        mini = self.steepness
        meter = below(self.box, magnitude_meter(mini, self.meter))
        self.bring(3, extra=[FadeIn(meter)])
        self.play(mini.vary(phase=0.5), run_time=beat.seconds_until("big changes"))
        self.play(self.table.explain(3), mini.arrow.pulse(), run_time=PACE.quick)
        self.leave(mini, meter)

    def visit_level_ground(self, beat: BeatClock) -> None:
        """The arrow vanishes at a minimum, at a maximum, and at a saddle."""
        mini = self.critical
        readout = below(self.box, magnitude_readout(mini))
        self.bring(4, extra=[FadeIn(readout)])
        self.play(mini.go_to(0), run_time=beat.seconds_until("This is"))
        self.play(self.table.explain(4), run_time=PACE.quick)
        names: list[Tag] = []
        for stop, kind in enumerate(self.kinds):
            if stop:
                self.play(mini.go_to(stop), run_time=beat.seconds_until(kind.value))
            beat.until(kind.value)
            names.append(mini.label_of(stop, self.label(kind.value)))
            self.play(mini.open(stop), names[stop].appear(), run_time=PACE.quick)
        self.leave(mini, readout, *names)

    def slide_along(self, beat: BeatClock) -> None:
        """The point slides along a level curve, and the right angle stays right."""
        mini = self.crossing
        readout = below(self.box, loss_readout(mini))
        self.bring(5, extra=[FadeIn(readout)])
        self.play(self.table.explain(5), run_time=PACE.quick)
        self.play(mini.vary(phase=1.0), run_time=beat.remaining)
        self.leave(mini, readout)

    def fill_the_stage(self, beat: BeatClock) -> None:
        """The table spreads, and its miniatures grow with it."""
        boxes = [mini.move_to_box(self.table.final_cell(k)) for k, mini in enumerate(self.minis)]
        fades = [FadeOut(mobject) for mobject in self.leaving]
        beat.pause(self.table.spread(), *boxes, *fades, seconds=self.gather)
        beat.pause(seconds=self.hold)

    # ---- on and off the stage --------------------------------------------------------------

    def bring(self, index: int, seconds: float = 0.0, extra: list[Animation] | None = None) -> None:
        """Let a miniature come out of its cell, while the last one goes back into its own."""
        mini = self.minis[index]
        goes = [self.last.move_to_box(self.table.cell(index - 1))] if index else []
        self.add(*mini.drawn)
        self.play(
            self.table.look_at(index) if index else FadeIn(self.table.focus),
            mini.come_from(self.table.cell(index)),
            *goes,
            *(FadeOut(mobject) for mobject in self.leaving),
            *(extra or []),
            run_time=seconds or self.change,
        )
        self.life.living = list(self.minis[:index])

    def leave(self, mini: Miniature, *asides: VMobject) -> None:
        """Note what leaves the stage when the next miniature comes."""
        self.last, self.leaving = mini, asides

    # ---- what there is ---------------------------------------------------------------------

    def set_the_stage(self) -> None:
        """Prepare the table and the miniatures."""
        table = self.script.table
        self.table = PropertyTable(table.rows if table else ())
        middle = (STAGE.left + self.table.left - STAGE.gap) / 2
        self.box = (middle, STAGE.top - self.side / 2, self.side)
        found = find_critical_points(self.field)
        stops = [next(one for one in found if one.kind is kind) for kind in self.kinds]
        field, box = self.field, self.box
        self.entries = EntriesMiniature(
            field, self.slope, extent=3.4, radius=0.3, scale=0.9, box=box
        )
        self.directions = DirectionsMiniature(
            field, self.flank, extent=3.6, radius=0.3, ring=0.8, scale=0.3, box=box
        )
        self.steps = StepsMiniature(self.walk, extent=4.6, box=box)
        self.steepness = SteepnessMiniature(
            field, (0.5, 0.5), reach=3.0, extent=3.6, scale=0.7, box=box
        )
        self.critical = CriticalMiniature(field, stops, scale=0.6, around=0.45, box=box)
        self.crossing = CrossingMiniature(
            field, self.ring, extent=4.0, scale=0.8, corner=0.22, box=box
        )
        self.minis: list[Miniature] = [
            self.entries,
            self.directions,
            self.steps,
            self.steepness,
            self.critical,
            self.crossing,
        ]
        self.leave(self.entries)
        self.life = Life()
        self.follow(self.life)
