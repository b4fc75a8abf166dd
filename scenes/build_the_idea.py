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
    TransformFromCopy,
    VGroup,
    linear,
)

from mnemo_anim.maths import MACHINE_WALK, hold
from mnemo_anim.mobjects import (
    ContourMap,
    DialMachine,
    DialNudge,
    Formula,
    GradientArrow,
    GradientColumn,
    GuideLines,
    HeldNote,
    MeterChange,
    PartOfSpot,
    PointMark,
    SlopeRing,
    Spot,
    StepRail,
    Tag,
    Trail,
    UpdateRule,
    Words,
    dim,
    function_of_many,
    gradient_row,
    halo,
    partial_derivative,
    undim,
)
from mnemo_anim.mobjects.scale_key import ScaleKey
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
    drop = 0.95  # radians of the arc on which a quotient drops: clear of the fraction
    on_map = (0, 1)  # the inputs that the map shows
    window = (-1.5, 2.9), (-1.9, 2.5)  # of them, on the map
    unit = 0.97  # of the map, in screen units
    held = 0.55  # opacity of the entry that the map holds constant
    scale = 0.16  # length on the map, in units of x, of a slope of 1
    known = 5.0  # the slope whose arrow is the key of that scale
    reach = 0.3  # in the same units: how far the point goes in every direction
    swing = np.pi / 3  # to both sides of the steepest descent
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
        self.off_map = [index for index in self.inputs if index not in self.on_map]
        self.rail = StepRail([self.label(f"step-{step}") for step in range(1, 7)], width=1.3)
        self.rail.move_to([0, STAGE.middle, 0]).align_to([STAGE.left, 0, 0], LEFT)
        self.machine = DialMachine(self.field, self.spot, high=self.full, meter_above=True)
        self.machine.next_to(self.rail, RIGHT, buff=0.32).align_to([0, STAGE.top, 0], UP)
        self.home = self.machine.get_center()
        self.aside = (self.machine.get_right()[0] + STAGE.right) / 2
        self.middle = (self.rail.get_right()[0] + STAGE.right) / 2
        self.machine.scale(self.closer).set_x(self.middle)
        self.machine.align_to([0, STAGE.bottom + STAGE.gap, 0], DOWN)
        self.results = VGroup()

    # ---- one slope per dial ----------------------------------------------------------------

    def build_the_machine(self, beat: BeatClock) -> None:
        """The function becomes a machine: its inputs dials, its value a meter."""
        machine, small = self.machine, function_of_many()
        function = function_of_many(size=TYPE.title).move_to(machine.plate)
        count = Formula(f"n = {self.field.dimension}", size=TYPE.body, color=PALETTE.ink_soft)
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
            machine.animate.align_to([0, STAGE.top, 0], UP),
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
        make_room = [
            FadeOut(held),
            machine.animate.scale(1 / self.closer).move_to(self.home),
        ]
        self.play(*make_room, run_time=beat.seconds_until("The change") - PACE.quick)
        self.place_aside(nudge)
        quotient = nudge.quotient
        self.play(
            FadeIn(quotient.above[0]),
            TransformFromCopy(nudge.change.number, quotient.above[1]),
            run_time=PACE.move,
        )
        self.play(FadeIn(nudge.graph), run_time=PACE.quick)
        beat.until("per unit")
        below = FadeIn(quotient.below, shift=0.15 * UP)
        self.play(Create(quotient.bar), below, run_time=PACE.quick)
        self.play(FadeIn(quotient.equals, quotient.value), run_time=0.4)
        self.add(quotient)
        smaller = machine.turn(0, self.start[0] + self.least)
        self.play(smaller, run_time=beat.seconds_until("∂f/∂x₁"))
        self.keep(nudge, 0, beat.remaining)

    def nudge_the_others(self, beat: BeatClock) -> None:
        """The same with every other dial, faster."""
        last = len(self.inputs) - 1
        each = (beat.seconds_until("∂f/∂xᵢ") - PACE.breath) / last
        for index in self.inputs[1:]:
            over = beat.remaining - each
            before = self.nudged
            self.play(FadeOut(before.turn, *before.own, before.quotient.value), run_time=0.2)
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
            self.keep(nudge, index, 0.7)
            self.wait(beat.remaining - over)
        beat.until("∂f/∂xᵢ")
        pulses = [
            Indicate(symbol, scale_factor=1.2, color=PALETTE.part(index))
            for index, (symbol, _) in enumerate(self.results)
        ]
        self.play(
            self.machine.release_all(),
            LaggedStart(*pulses, lag_ratio=0.3),
            run_time=beat.remaining,
        )

    def nudge_of(self, index: int) -> DialNudge:
        """Return what a nudge of one dial from the start shows."""
        self.spot.coords = self.start
        words = (self.label("change"), self.label("nudge"))
        self.nudged = DialNudge(self.machine, index, words=words, span=self.span)
        return self.nudged

    def place_aside(self, nudge: DialNudge) -> None:
        """Put graph and quotient beside the machine."""
        nudge.update()
        nudge.graph.align_to([0, STAGE.top, 0], UP).set_x(self.aside)
        nudge.quotient.next_to(nudge.graph, DOWN, buff=0.7).set_x(self.aside)

    def keep(self, nudge: DialNudge, index: int, run_time: float) -> None:
        """Let the quotient drop below its dial, as the partial derivative."""
        name = f"(partial f)/(partial x_{index + 1})"
        symbol = Formula(name, size=TYPE.body, color=PALETTE.part(index))
        symbol.next_to(self.machine, DOWN, buff=0.25).set_x(self.machine.dials[index].get_x())
        number = partial_derivative(self.field, self.felt, index)
        number.next_to(symbol, DOWN, buff=0.25)
        self.results.add(VGroup(symbol, number))
        self.play(
            FadeIn(symbol, shift=0.15 * DOWN),
            TransformFromCopy(nudge.quotient.value, number, path_arc=self.drop),
            run_time=run_time,
        )

    # ---- the gradient ----------------------------------------------------------------------

    def stack(self, beat: BeatClock) -> None:
        """The numbers become one column, their symbols one row: the gradient."""
        column = self.column = GradientColumn(self.field, self.felt)
        column.scale(TYPE.title / TYPE.formula).move_to([self.aside, -0.6, 0])
        symbols, numbers = zip(*self.results, strict=True)
        self.play(self.rail.go_to(2), FadeOut(*self.nudged), dim(self.machine), run_time=0.5)
        self.spot.coords = self.start
        self.play(column.gather(numbers), run_time=beat.seconds_until("That column") - PACE.quick)
        self.play(Create(column.brackets), run_time=PACE.quick)
        beat.until("the gradient")
        name = Words(self.label("gradient"), size=TYPE.label, color=PALETTE.uphill)
        name.next_to(column.label[:2], DOWN, buff=0.3)
        self.play(FadeIn(column.label), FadeIn(name, shift=0.1 * UP), run_time=PACE.quick)
        self.add(column)
        beat.until("∇f")
        row = gradient_row().move_to([self.aside, 2.3, 0])
        row.shift((column.label[-1].get_x() - row.part("equals").get_x()) * RIGHT)
        parts = ("name", "equals", "open", "first", "more", "last", "close")
        written = (FadeIn(row.part(part), shift=0.1 * UP) for part in parts)
        self.play(
            LaggedStart(*(FadeOut(symbol, shift=0.1 * DOWN) for symbol in symbols), lag_ratio=0.2),
            LaggedStart(*written, lag_ratio=0.3),
            run_time=beat.remaining,
        )
        self.remove(*(row.part(part) for part in parts))
        self.row = VGroup(row, name)
        self.add(self.row)

    def draw_the_arrow(self, beat: BeatClock) -> None:
        """The entries of two inputs become an arrow on their map, where the third is held."""
        column, machine = self.column, self.machine
        seen = hold(self.field, self.start, self.on_map)
        path = self.descent.iterates[:, self.on_map]
        tips = path[0] + np.outer([1.0, 1.5, -1.5], self.scale * seen.gradient(path[0]))
        crossed = np.linspace(np.array(self.window)[:, 0], path[0], 9)  # by the guide lines
        guides = [
            *((path[0][0], y) for y in crossed[:, 1]),
            *((x, path[0][1]) for x in crossed[:, 0]),
        ]
        self.chart = chart = ContourMap(
            seen,
            x_range=self.window[0],
            y_range=self.window[1],
            unit=self.unit,
            names=("x_1", "x_2"),
            keep_clear=np.concatenate([path, tips, guides]),
        )
        chart.align_to([0, STAGE.top, 0], UP).align_to([STAGE.right, 0, 0], RIGHT)
        ground = chart.backing(opacity=0.0)
        self.here, self.foot = (PartOfSpot(at, self.on_map) for at in (self.spot, self.felt))
        self.guides, self.mark = GuideLines(chart, self.here), PointMark(chart, self.here)
        self.arrow = GradientArrow(chart, self.foot, scale=self.scale)
        self.add(ground)
        self.play(
            self.rail.go_to(3),
            FadeOut(self.row),
            column.animate.scale(TYPE.formula / TYPE.title).next_to(machine.plate, DOWN, buff=0.3),
            undim(machine),
            run_time=0.8,
        )
        self.play(ground.to(opacity=1.0), chart.trace(), run_time=0.9)
        (held,) = self.off_map
        self.note = HeldNote(self.field, self.spot, held, self.label("constant"))
        self.note.next_to(chart, DOWN, buff=STAGE.gap)
        self.key = ScaleKey(chart, path[0], scale=self.scale, magnitude=self.known)
        self.key.next_to(self.note, DOWN, buff=0.15)
        bars = [column.bar_beside(index) for index in self.on_map]
        self.play(
            FadeIn(self.mark, self.guides, self.note, self.key),
            machine.dials[held].hold(),
            column.entries[held].animate.set_opacity(self.held),
            *map(Create, bars),
            run_time=0.35,
        )
        self.play(self.arrow.assemble_from(*bars), run_time=1.3)

    def try_every_direction(self) -> None:
        """The point goes once round: the meter rises most where the arrow points."""
        self.ring = SlopeRing(self.chart, self.foot, radius=self.reach)
        self.change = MeterChange(self.machine.meter)
        self.tag = self.tag_of("nabla f", PALETTE.uphill)
        self.play(FadeIn(self.tag, self.change), run_time=0.3)
        self.play(self.here.go_to(self.ring.along(0.0)), run_time=0.3)
        self.add(self.ring)
        self.bring_to_front(self.arrow, self.mark)
        self.play(
            self.here.wander(self.ring.along(np.linspace(0, 2 * np.pi, 60))),
            self.ring.vary(felt=(0.0, 1.0)),
            run_time=2.4,
        )

    def tag_of(self, name: str, color: str) -> Tag:
        """Return the name of the arrow, beyond its tip."""
        written = halo(Formula(name, size=TYPE.body, color=color))
        return Tag.beyond(self.arrow, written, gap=0.2 + written.width / 2)

    def flip_the_sign(self, beat: BeatClock) -> None:
        """Every entry changes its sign; the arrow turns round, and the point goes with it."""
        negative = self.column.negative("-nabla f")
        for index in self.off_map:
            negative.entries[index].set_opacity(self.held)
        self.play(self.rail.go_to(4), self.tag.vanish(), FadeOut(self.key), run_time=0.5)
        self.play(
            self.column.become_negative(negative),
            self.arrow.flip(),
            self.here.wander(self.ring.along(np.linspace(0, np.pi, 30))),
            run_time=beat.seconds_until("−∇f"),
        )
        self.remove(self.column)
        self.add(negative)
        self.column = negative
        self.tag = self.tag_of("-nabla f", PALETTE.downhill)
        self.play(FadeIn(self.tag), run_time=0.4)
        swing = np.pi + self.swing * np.sin(np.linspace(0, 2 * np.pi, 60))
        self.play(self.here.wander(self.ring.along(swing)), run_time=beat.remaining - PACE.quick)
        beat.mark_poster()
        self.play(self.here.go_to(self.foot.coords), self.change.vanish(), run_time=beat.remaining)

    # ---- all dials at once -----------------------------------------------------------------

    def name_the_weights(self, beat: BeatClock) -> None:
        """The inputs become weights, and the value the loss; nothing is held any more."""
        chart, machine = self.chart, self.machine
        weights = [f"w_{index + 1}" for index in self.inputs]
        # The third weight shifts the values on the curves: only their shapes stay.
        unnumbered = ContourMap(chart.field, unit=chart.unit, centre=chart.centre, plain=True).lines
        self.rule = UpdateRule(
            self.walk.learning_rate,
            weights=self.label("weights"),
            rate=self.label("learning-rate"),
        )
        self.rule.next_to(chart, DOWN, buff=STAGE.gap)
        self.play(
            self.rail.go_to(5),
            FadeOut(self.note, self.ring, self.tag, chart.lines, chart.labels),
            FadeIn(unnumbered),
            machine.release_all(),
            *(self.column.entries[index].animate.set_opacity(1) for index in self.off_map),
            run_time=beat.seconds_until("the dials"),
        )
        self.bring_to_front(self.guides, self.arrow, self.mark)
        names = zip(machine.dials, weights, strict=True)
        lower = self.column.get_bottom()  # below the amounts of the steps
        self.play(
            self.column.animate.scale(TYPE.body / TYPE.formula).move_to(lower, DOWN),
            *(dial.rename(name) for dial, name in names),
            chart.axes.rename((weights[0], weights[1])),
            run_time=0.8,
        )
        vector = self.rule.part("weights")
        self.off_place = (chart.get_x() - vector.get_x()) * RIGHT
        VGroup(vector, self.rule.weights).shift(self.off_place)
        gathered = [vector.copy() for _ in machine.dials]
        letters = (dial.label[:1].copy() for dial in machine.dials)
        self.play(
            *map(ReplacementTransform, letters, gathered), FadeIn(self.rule.weights), run_time=1.0
        )
        self.remove(*gathered)
        self.add(vector)
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
        first = VGroup(rule.part("weights"), rule.weights)
        self.play(first.animate.shift(-self.off_place), run_time=0.5)
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
            self.arrow.vary(drawn_to=self.walk.learning_rate),
            FadeIn(self.turns, *amounts),
            run_time=0.9,
        )
        beat.until("the learning rate")
        self.play(FadeIn(rule.rate), run_time=beat.remaining)

    def descend(self) -> None:
        """All dials turn by their steps at once, again and again; the loss falls."""
        path = self.descent.iterates
        trail = Trail(self.chart, path[:, self.on_map])
        self.add(trail, self.machine.ghost())
        self.bring_to_front(self.arrow, self.mark)
        for step in range(trail.steps):
            go, feel = self.slow if step < self.first_steps else self.quick
            self.play(
                trail.take_step(),
                self.spot.go_to(path[step + 1], rate_func=linear),
                self.arrow.vary(shown=0.0),
                run_time=go,
            )
            self.felt.coords = path[step + 1]
            self.play(
                self.arrow.vary(stretch=(0.0, 1.0), shown=(1.0, 1.0)),
                *(turn.grow() for turn in self.turns),
                run_time=feel,
            )
        self.play(self.rail.go_to(6), run_time=PACE.quick)
