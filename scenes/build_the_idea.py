"""Build the idea step by step: a machine with dials, a slope for each, and all turn at once."""

from math import pi

from manim import Create, FadeIn

from mnemo_anim.maths import MACHINE_WALK
from mnemo_anim.mobjects.machine.descent import MachineDescent
from mnemo_anim.mobjects.machine.gradient import MachineGradient
from mnemo_anim.mobjects.machine.workbench import Workbench
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class BuildTheIdea(SectionScene):
    """Nudge one dial at a time, stack what the meter answers, and turn all dials at once."""

    section = "build-the-idea"
    walk = MACHINE_WALK
    elsewhere = (-0.9, -0.6, 1.6)  # where the dials stand before they are set
    full = 20.0  # the value of the full meter
    nudge, least = 0.2, 0.01  # of a dial, at first and in the end
    on_map = (0, 1)  # the inputs that the map shows
    window = (-1.5, 2.9), (-1.9, 2.5)  # of them, on the map
    scale = 0.16  # length on the map, in units of x, of a slope of 1
    swing = pi / 3  # to both sides of the steepest descent
    first_steps, slow, quick = 2, (1.15, 0.4), (0.45, 0.2)  # seconds of a step: to go, to feel

    def construct(self) -> None:
        """Play the section."""
        self.bench = Workbench(self.walk, self.elsewhere, word=self.label, high=self.full)
        self.rail = self.bench.rail
        with self.beat("many-inputs") as beat:
            self.build_the_machine(beat)
        with self.beat("nudge-one-dial") as beat:
            self.nudge_the_first(beat)
        with self.beat("every-dial-in-turn") as beat:
            self.nudge_the_others(beat)
        with self.beat("stack-into-a-vector") as beat:
            self.stack(beat)
        with self.beat("steepest-increase"):
            self.draw_the_arrow()
        with self.beat("steepest-decrease") as beat:
            self.flip_the_sign(beat)
        with self.beat("move-the-weights") as beat:
            self.write_the_rule(beat)
        with self.beat("the-loss-falls"):
            self.descend()

    def build_the_machine(self, beat: BeatClock) -> None:
        """The function becomes a machine: its inputs dials, its value a meter."""
        heading = self.bench.heading
        self.play(*self.bench.set_up(), run_time=1.0)
        self.play(heading.write(), run_time=2.2)
        beat.until("Picture")
        self.play(heading.rise(), run_time=1.2)
        beat.until("one dial")
        self.play(*heading.grow_dials(), run_time=2.0)
        beat.until("a meter")
        self.play(heading.grow_meter(), run_time=1.0)
        self.play(self.bench.set_dials(), run_time=beat.remaining)

    def nudge_the_first(self, beat: BeatClock) -> None:
        """One dial turns, the others are locked; the meter's change per unit of nudge is kept."""
        bench = self.bench
        seconds = beat.seconds_until("first dial") - 0.3
        self.play(self.rail.go_to(1), bench.rise(), run_time=seconds)
        nudge = bench.nudge_first()
        self.play(nudge.come_first(), run_time=0.3)
        self.play(nudge.by(self.nudge), run_time=beat.seconds_until("and hold"))
        beat.until("hold the others")
        self.play(bench.hold_others(), run_time=PACE.move)
        beat.until("treated")
        self.play(bench.stress_constant(), run_time=1.0)
        self.play(bench.stand_aside(), run_time=beat.seconds_until("The change") - PACE.quick)
        self.play(*nudge.write_change(), run_time=PACE.move)
        self.play(FadeIn(nudge.graph), run_time=PACE.quick)
        beat.until("per unit")
        self.play(*nudge.write_nudge(), run_time=PACE.quick)
        self.play(nudge.write_quotient(), run_time=0.4)
        self.play(nudge.by(self.least), run_time=beat.seconds_until("∂f/∂x₁"))
        self.play(*bench.partials.drop(0, nudge.quotient.value), run_time=beat.remaining)

    def nudge_the_others(self, beat: BeatClock) -> None:
        """The same with every other dial, faster."""
        bench = self.bench
        others = range(1, self.walk.field.dimension)
        each = (beat.seconds_until("∂f/∂xᵢ") - PACE.breath) / len(others)
        for index in others:
            self.play(bench.nudge.leave(), run_time=0.2)
            nudge = bench.nudge_next()
            self.play(nudge.come(), bench.machine.hold_all_but(index), run_time=0.25)
            self.play(nudge.by(self.nudge), run_time=0.45)
            self.play(nudge.write_value(), run_time=0.2)
            self.play(nudge.by(self.least), run_time=0.6)
            self.play(*bench.partials.drop(index, nudge.quotient.value), run_time=0.7)
            self.hold_until(beat.start + index * each)
        beat.until("∂f/∂xᵢ")
        self.play(bench.machine.release_all(), bench.partials.pulse(), run_time=beat.remaining)

    def stack(self, beat: BeatClock) -> None:
        """The numbers become one column, their symbols one row: the gradient."""
        self.play(self.rail.go_to(2), self.bench.clear(), run_time=0.5)
        self.bench.take_back()
        self.gradient = gradient = MachineGradient(
            self.bench, inputs=self.on_map, window=self.window, scale=self.scale
        )
        self.play(gradient.gather(), run_time=beat.seconds_until("That column") - PACE.quick)
        self.play(Create(gradient.column.brackets), run_time=PACE.quick)
        beat.until("the gradient")
        self.play(gradient.write_name(), run_time=PACE.quick)
        beat.until("∇f")
        self.play(*gradient.write_row(), run_time=beat.remaining)

    def draw_the_arrow(self) -> None:
        """Two entries become an arrow on their map; the meter rises most where it points."""
        gradient, map_ = self.gradient, self.gradient.map
        self.play(self.rail.go_to(3), gradient.make_room(), run_time=0.8)
        self.play(*map_.trace(), run_time=0.9)
        self.play(gradient.lay_bars(), run_time=0.35)
        self.play(gradient.assemble(), run_time=1.3)
        self.play(gradient.watch(), run_time=0.3)
        self.play(map_.step_out(), run_time=0.3)
        self.play(map_.go_round(), run_time=2.4)

    def flip_the_sign(self, beat: BeatClock) -> None:
        """Every entry changes its sign; the arrow turns round, and the point goes with it."""
        gradient, map_ = self.gradient, self.gradient.map
        self.play(self.rail.go_to(4), map_.unname_arrow(), run_time=0.5)
        self.play(*gradient.flip(), run_time=beat.seconds_until("−∇f"))
        self.play(map_.name_arrow(), run_time=0.4)
        self.play(map_.swing(self.swing), run_time=beat.remaining - PACE.quick)
        beat.mark_poster()
        self.play(gradient.come_back(), run_time=beat.remaining)

    def write_the_rule(self, beat: BeatClock) -> None:
        """Inputs become weights, the value the loss; the rule is put together from these."""
        self.descent = descent = MachineDescent(self.bench, self.gradient)
        rule = descent.rule
        self.play(self.rail.go_to(5), descent.let_go(), run_time=beat.seconds_until("the dials"))
        self.play(descent.rename_inputs(), run_time=0.8)
        self.play(descent.gather_weights(), run_time=1.0)
        beat.until("the meter")
        self.play(descent.name_loss(), run_time=0.9)
        beat.until("L")
        self.play(descent.rename_gradient(), run_time=0.5)
        beat.until("Move")
        self.play(rule.join(), run_time=0.5)
        self.play(rule.write_move(), run_time=0.6)
        self.play(descent.write_gradient(), run_time=0.8)
        beat.until("α is")
        self.play(descent.write_rate(), run_time=0.9)
        beat.until("the learning rate")
        self.play(FadeIn(rule.rate), run_time=beat.remaining)

    def descend(self) -> None:
        """All dials turn by their steps at once, again and again; the loss falls."""
        descent = self.descent
        self.add(descent.ghost)
        for number in range(1, descent.last + 1):
            go, feel = self.slow if number <= self.first_steps else self.quick
            self.play(descent.take_step(number), run_time=go)
            self.play(descent.feel(number), run_time=feel)
        self.play(self.rail.go_to(6), run_time=PACE.quick)
