"""Build the idea step by step: a machine with dials, a slope for each, and all turn at once."""

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    DrawBorderThenFill,
    FadeIn,
    FadeOut,
    Indicate,
    LaggedStart,
    ReplacementTransform,
    VGroup,
    linear,
)

from mnemo_anim.maths import MACHINE_WALK
from mnemo_anim.maths.quantities import Dimension
from mnemo_anim.mobjects import (
    DialMachine,
    DialNudge,
    Formula,
    GradientColumn,
    MeterChange,
    Spot,
    StepRail,
    Trail,
    UpdateRule,
    Words,
    dim,
    function_of_many,
    undim,
)
from mnemo_anim.mobjects.machine_layout import MachineLayout
from mnemo_anim.mobjects.machine_map import MachineMap
from mnemo_anim.mobjects.notation import row_parts
from mnemo_anim.mobjects.partials import Partials
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, PALETTE, STAGE, TYPE


class BuildTheIdea(SectionScene):
    """Nudge one dial at a time, stack what the meter answers, and turn all dials at once."""

    section = "build-the-idea"
    walk = MACHINE_WALK
    elsewhere = (-0.9, -0.6, 1.6)  # where the dials stand before they are set
    full = 20.0  # the value of the full meter
    closer = 1.25  # how much larger the machine is until it stands aside
    nudge, least = 0.2, 0.01  # of a dial, at first and in the end
    span = 16.0  # of the values of f on the graph of one input
    on_map = (0, 1)  # the inputs that the map shows
    window = (-1.5, 2.9), (-1.9, 2.5)  # of them, on the map
    unit = 0.97  # of the map, in screen units
    held = 0.55  # opacity of the entry that the map holds constant
    scale = 0.16  # length on the map, in units of x, of a slope of 1
    known = 5.0  # the slope whose arrow is the key of that scale
    reach = 0.3  # in the same units: how far the point goes in every direction
    swing = np.pi / 3  # to both sides of the steepest descent
    row_height = 2.3  # of the gradient in symbols above that in numbers, in screen units
    column_height = -0.6
    first_steps, slow, quick = 2, (1.15, 0.4), (0.45, 0.2)  # seconds of a step: to go, to feel

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("many-inputs") as beat:
            self.build_the_machine(beat)
        with self.beat("nudge-one-dial") as beat:
            self.nudge_the_first(beat)
        with self.beat("every-dial-in-turn") as beat:
            self.nudge_the_others(beat)
        with self.beat("stack-into-a-vector") as beat:
            self.stack(beat)
        with self.beat("steepest-increase") as beat:
            self.draw_the_arrow(beat)
            self.try_every_direction()
        with self.beat("steepest-decrease") as beat:
            self.flip_the_sign(beat)
        with self.beat("move-the-weights") as beat:
            self.name_the_weights(beat)
            self.write_the_rule(beat)
        with self.beat("the-loss-falls"):
            self.descend()

    def set_the_stage(self) -> None:
        """Build what is there from the first beat on."""
        self.field, self.descent = self.walk.field, self.walk.descent()
        self.start = np.array(self.walk.start)
        self.spot, self.felt = Spot(self.elsewhere), Spot(self.start)
        self.inputs = range(self.field.dimension)
        self.rail = StepRail([self.label(f"step-{step}") for step in range(1, 7)], width=1.3)
        self.machine = DialMachine(self.field, self.spot, high=self.full, meter_above=True)
        self.layout = MachineLayout(self.rail, self.machine, closer=self.closer)
        self.partials = Partials(self.machine, self.felt)

    # ---- one slope per dial ----------------------------------------------------------------

    def build_the_machine(self, beat: BeatClock) -> None:
        """The function becomes a machine: its inputs dials, its value a meter."""
        machine, small = self.machine, function_of_many()
        function = function_of_many(size=TYPE.title).move_to(machine.plate)
        count = Formula(
            "n = #n",
            numbers={"n": Dimension(self.field)},
            size=TYPE.body,
            color=PALETTE.ink_soft,
        )
        self.heading = VGroup(small, count).arrange(RIGHT, buff=1.0)
        self.heading.next_to(machine, UP, buff=STAGE.gap)
        self.play(
            self.rail.vary(shown=(0.0, 1.0), place=0.0),
            DrawBorderThenFill(machine.plate, stroke_color=PALETTE.rule),
            run_time=1.0,
        )
        letters = (FadeIn(glyph, shift=0.15 * UP) for glyph in function)
        self.play(LaggedStart(*letters, lag_ratio=0.25), run_time=2.2)
        beat.until("Picture")
        self.play(ReplacementTransform(function, small), run_time=1.2)
        beat.until("one dial")
        names = [small.part(name) for name in ("first", "more", "last")]
        self.play(machine.grow_dials(names), FadeIn(count), run_time=2.0)
        beat.until("a meter")
        self.play(machine.grow_meter(small.part("value")), run_time=1.0)
        self.add(machine)
        self.play(self.spot.go_to(self.start), run_time=beat.remaining)

    def nudge_the_first(self, beat: BeatClock) -> None:
        """One dial turns, the others are locked; the meter's change per unit of nudge is kept."""
        machine, nudge = self.machine, self.nudge_of(0)
        self.play(
            self.rail.go_to(1),
            FadeOut(self.heading),
            self.layout.rise(),
            run_time=beat.seconds_until("first dial") - 0.3,
        )
        self.play(FadeIn(nudge.change), run_time=0.3)
        self.add(nudge.turn)
        self.play(machine.nudge(0, self.nudge), run_time=beat.seconds_until("and hold"))
        held = Words(self.label("constant"), size=TYPE.label, color=PALETTE.ink_soft)
        held.next_to(machine.plate, DOWN, buff=0.3).set_x(machine.dials[1:].get_x())
        beat.until("hold the others")
        self.play(machine.hold_all_but(0), FadeIn(held, shift=0.1 * DOWN), run_time=PACE.move)
        beat.until("treated")
        self.play(Indicate(held, scale_factor=1.12, color=PALETTE.ink), run_time=1.0)
        until_change = beat.seconds_until("The change") - PACE.quick
        self.play(FadeOut(held), self.layout.stand_aside(), run_time=until_change)
        nudge.stand_at(self.layout.aside)
        self.play(*nudge.write_change(), run_time=PACE.move)
        self.play(FadeIn(nudge.graph), run_time=PACE.quick)
        beat.until("per unit")
        self.play(*nudge.write_nudge(), run_time=PACE.quick)
        self.play(FadeIn(nudge.quotient.equals, nudge.quotient.value), run_time=0.4)
        self.add(nudge.quotient)
        smaller = machine.turn(0, self.start[0] + self.least)
        self.play(smaller, run_time=beat.seconds_until("∂f/∂x₁"))
        self.play(*self.partials.drop(0, nudge.quotient.value), run_time=beat.remaining)

    def nudge_the_others(self, beat: BeatClock) -> None:
        """The same with every other dial, faster."""
        last = len(self.inputs) - 1
        each = (beat.seconds_until("∂f/∂xᵢ") - PACE.breath) / last
        for index in self.inputs[1:]:
            over = beat.remaining - each
            before = self.nudged
            self.play(before.leave(), run_time=0.2)
            nudge = self.nudge_of(index)
            nudge.stand_where(before)
            self.remove(before, *before.frame)
            self.add(*nudge.frame)
            self.play(FadeIn(*nudge.own), self.machine.hold_all_but(index), run_time=0.25)
            self.add(nudge.turn)
            self.play(self.machine.nudge(index, self.nudge), run_time=0.45)
            nudge.quotient.update()
            self.play(FadeIn(nudge.quotient.value), run_time=0.2)
            smaller = self.machine.turn(index, self.start[index] + self.least)
            self.play(smaller, run_time=0.6)
            self.play(*self.partials.drop(index, nudge.quotient.value), run_time=0.7)
            self.wait(beat.remaining - over)
        beat.until("∂f/∂xᵢ")
        self.play(self.machine.release_all(), self.partials.pulse(), run_time=beat.remaining)

    def nudge_of(self, index: int) -> DialNudge:
        """Return what a nudge of one dial from the start shows."""
        self.spot.coords = self.start
        words = (self.label("change"), self.label("nudge"))
        self.nudged = DialNudge(self.machine, index, words=words, span=self.span)
        return self.nudged

    # ---- the gradient ----------------------------------------------------------------------

    def stack(self, beat: BeatClock) -> None:
        """The numbers become one column, their symbols one row: the gradient."""
        column = self.column = GradientColumn(self.field, self.felt)
        column.scale(TYPE.title / TYPE.formula)
        column.move_to([self.layout.aside, self.column_height, 0])
        symbols, numbers = self.partials.symbols, self.partials.numbers
        self.play(self.rail.go_to(2), FadeOut(*self.nudged), dim(self.machine), run_time=0.5)
        self.spot.coords = self.start
        self.play(column.gather(numbers), run_time=beat.seconds_until("That column") - PACE.quick)
        self.play(Create(column.brackets), run_time=PACE.quick)
        beat.until("the gradient")
        name = column.words(self.label("gradient"))
        self.play(FadeIn(column.label), FadeIn(name, shift=0.1 * UP), run_time=PACE.quick)
        self.add(column)
        beat.until("∇f")
        row = column.row_at(self.row_height)
        parts = row_parts(row)
        self.play(
            LaggedStart(*(FadeOut(symbol, shift=0.1 * DOWN) for symbol in symbols), lag_ratio=0.2),
            LaggedStart(*(FadeIn(part, shift=0.1 * UP) for part in parts), lag_ratio=0.3),
            run_time=beat.remaining,
        )
        self.remove(*parts)
        self.row = VGroup(row, name)
        self.add(self.row)

    def draw_the_arrow(self, beat: BeatClock) -> None:
        """The entries of two inputs become an arrow on their map, where the third is held."""
        column, machine = self.column, self.machine
        self.map = MachineMap(
            machine,
            self.felt,
            self.descent.iterates,
            inputs=self.on_map,
            window=self.window,
            unit=self.unit,
            scale=self.scale,
            known=self.known,
            reach=self.reach,
            words=self.label("constant"),
        )
        chart = self.map.chart
        ground = chart.backing(opacity=0.0)
        self.add(ground)
        self.play(
            self.rail.go_to(3),
            FadeOut(self.row),
            column.animate.scale(TYPE.formula / TYPE.title).next_to(machine.plate, DOWN, buff=0.3),
            undim(machine),
            run_time=0.8,
        )
        self.play(ground.to(opacity=1.0), chart.trace(), run_time=0.9)
        bars = [column.bar_beside(index) for index in self.on_map]
        self.play(
            FadeIn(self.map.mark, self.map.guides, self.map.note, self.map.key),
            machine.dials[self.map.held].hold(),
            column.entries[self.map.held].animate.set_opacity(self.held),
            *map(Create, bars),
            run_time=0.35,
        )
        self.play(self.map.arrow.assemble_from(*bars), run_time=1.3)

    def try_every_direction(self) -> None:
        """The point goes once round: the meter rises most where the arrow points."""
        here, ring = self.map.here, self.map.ring
        self.change = MeterChange(self.machine.meter)
        self.tag = self.map.tag("nabla f", PALETTE.uphill)
        self.play(FadeIn(self.tag, self.change), run_time=0.3)
        self.play(here.go_to(ring.along(0.0)), run_time=0.3)
        self.add(ring)
        self.bring_to_front(self.map.arrow, self.map.mark)
        self.play(
            here.wander(ring.along(np.linspace(0, 2 * np.pi, 60))),
            ring.vary(felt=(0.0, 1.0)),
            run_time=2.4,
        )

    def flip_the_sign(self, beat: BeatClock) -> None:
        """Every entry changes its sign; the arrow turns round, and the point goes with it."""
        here, ring = self.map.here, self.map.ring
        negative = self.column.negative("-nabla f")
        negative.entries[self.map.held].set_opacity(self.held)
        self.play(self.rail.go_to(4), self.tag.vanish(), FadeOut(self.map.key), run_time=0.5)
        self.play(
            self.column.become_negative(negative),
            self.map.arrow.flip(),
            here.wander(ring.along(np.linspace(0, np.pi, 30))),
            run_time=beat.seconds_until("−∇f"),
        )
        self.remove(self.column)
        self.add(negative)
        self.column = negative
        self.tag = self.map.tag("-nabla f", PALETTE.downhill)
        self.play(FadeIn(self.tag), run_time=0.4)
        swing = np.pi + self.swing * np.sin(np.linspace(0, 2 * np.pi, 60))
        self.play(here.wander(ring.along(swing)), run_time=beat.remaining - PACE.quick)
        beat.mark_poster()
        self.play(here.go_to(self.map.foot.coords), self.change.vanish(), run_time=beat.remaining)

    # ---- all dials at once -----------------------------------------------------------------

    def name_the_weights(self, beat: BeatClock) -> None:
        """The inputs become weights, and the value the loss; nothing is held any more."""
        chart, machine = self.map.chart, self.machine
        weights = [f"w_{index + 1}" for index in self.inputs]
        # The third weight shifts the values on the curves: only their shapes stay.
        unnumbered = self.map.unnumbered()
        self.rule = UpdateRule(
            self.walk.learning_rate,
            weights=self.label("weights"),
            rate=self.label("learning-rate"),
        )
        self.rule.next_to(chart, DOWN, buff=STAGE.gap)
        self.play(
            self.rail.go_to(5),
            FadeOut(self.map.note, self.map.ring, self.tag, chart.lines, chart.labels),
            FadeIn(unnumbered),
            machine.release_all(),
            self.column.entries[self.map.held].animate.set_opacity(1),
            run_time=beat.seconds_until("the dials"),
        )
        self.bring_to_front(self.map.guides, self.map.arrow, self.map.mark)
        names = zip(machine.dials, weights, strict=True)
        lower = self.column.get_bottom()  # below the amounts of the steps
        self.play(
            self.column.animate.scale(TYPE.body / TYPE.formula).move_to(lower, DOWN),
            *(dial.rename(name) for dial, name in names),
            chart.axes.rename((weights[0], weights[1])),
            run_time=0.8,
        )
        self.rule.set_apart(chart.get_x())
        letters = (dial.label[:1].copy() for dial in machine.dials)
        self.play(*self.rule.gather(letters), FadeIn(self.rule.weights), run_time=1.0)
        self.add(self.rule.part("weights"))
        beat.until("the meter")
        loss = Words(self.label("loss"), size=TYPE.label, color=PALETTE.loss)
        loss.next_to(machine.meter.header, RIGHT, buff=0.4)
        self.play(machine.meter.rename("L"), FadeIn(loss), run_time=0.9)
        beat.until("L")
        self.play(self.column.rename("-nabla L"), run_time=0.5)

    def write_the_rule(self, beat: BeatClock) -> None:
        """The rule is put together from what its letters mean; the arrow becomes a step."""
        rule, label = self.rule, self.column.label
        beat.until("Move")
        self.play(rule.join(), run_time=0.5)
        self.play(FadeIn(rule.part("becomes"), rule.part("from"), shift=0.15 * LEFT), run_time=0.6)
        step = VGroup(*rule.part("minus"), *rule.part("gradient"))
        self.play(
            Indicate(label[: len(step)], scale_factor=1.15, color=PALETTE.downhill),
            FadeIn(step, shift=0.15 * LEFT),
            run_time=0.8,
        )
        beat.until("α is")
        self.turns = self.machine.steps(self.felt, self.walk.learning_rate)
        amounts = self.machine.amounts(self.felt, self.walk.learning_rate)
        self.play(
            FadeIn(rule.part("rate"), shift=0.1 * DOWN),
            self.map.arrow.vary(drawn_to=self.walk.learning_rate),
            FadeIn(self.turns, *amounts),
            run_time=0.9,
        )
        beat.until("the learning rate")
        self.play(FadeIn(rule.rate), run_time=beat.remaining)

    def descend(self) -> None:
        """All dials turn by their steps at once, again and again; the loss falls."""
        path, arrow = self.descent.iterates, self.map.arrow
        trail = Trail(self.map.chart, path[:, self.on_map])
        self.add(trail, self.machine.ghost())
        self.bring_to_front(arrow, self.map.mark)
        for step in range(trail.steps):
            go, feel = self.slow if step < self.first_steps else self.quick
            self.play(
                trail.take_step(),
                self.spot.go_to(path[step + 1], rate_func=linear),
                arrow.vary(shown=0.0),
                run_time=go,
            )
            self.felt.coords = path[step + 1]
            self.play(
                arrow.vary(stretch=(0.0, 1.0), shown=(1.0, 1.0)),
                *(turn.grow() for turn in self.turns),
                run_time=feel,
            )
        self.play(self.rail.go_to(6), run_time=PACE.quick)
