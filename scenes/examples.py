"""Examples: three listings, line by line, beside what each line does."""

from manim import UP, Create, FadeIn, FadeOut, LaggedStart

from mnemo_anim.maths import ELLIPTIC_BOWL, linear_layer_run
from mnemo_anim.maths.worked_example import WorkedExample
from mnemo_anim.mobjects.examples.desk import Desk
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, STAGE


class Examples(SectionScene):
    """PyTorch takes the gradient of the bowl, makes one step, and does the same for a network."""

    section = "examples"
    field, here, learning_rate = ELLIPTIC_BOWL, (1.0, 2.0), 0.1

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("in-code") as beat:
            self.read_the_inputs(beat)
        with self.beat("forward-pass") as beat:
            self.run_forward(beat)
        with self.beat("backward-pass") as beat:
            self.run_backward(beat)
        with self.beat("grads-appear") as beat:
            self.read_the_gradient(beat)
        with self.beat("step-against-it") as beat:
            self.take_a_step(beat)
        with self.beat("a-network") as beat:
            self.pass_the_examples(beat)
        with self.beat("every-parameter") as beat:
            self.fill_the_gradients(beat)
        with self.beat("the-optimiser") as beat:
            self.make_the_update(beat)

    def read_the_inputs(self, beat: BeatClock) -> None:
        """The listing is set; the lines of the inputs put a point on the map."""
        code, plan = self.code, self.plan
        self.add(plan.ground, plan.spot)
        shown = plan.ground.to(opacity=1.0)
        self.play(code.set_lines(0), FadeIn(self.strip.value.stages[0]), shown, run_time=1.6)
        self.play(plan.chart.trace(), run_time=beat.seconds_until("x = 1"))
        self.play(code.focus_on("x = torch"), *plan.enter_x(), run_time=PACE.quick)
        beat.until("y = 2")
        self.play(code.focus_on("y = torch"), *plan.enter_y(), run_time=0.8)
        beat.until("both")
        self.play(code.focus_on("x = torch", "y = torch"), run_time=0.5)
        self.asked = code.underline("requires_grad=True")
        self.play(Create(self.asked), run_time=0.8)

    def run_forward(self, beat: BeatClock) -> None:
        """The line for f is evaluated: its graph grows, and the values run down it."""
        graph, plan = self.graph, self.plan
        _, terms, result = self.strip.value.stages
        change = (soon(FadeOut(self.asked), *plan.leave()), late(*graph.receive(plan.readouts)))
        self.play(self.code.focus_on("f = x"), *change, run_time=beat.seconds_until("computes"))
        self.play(graph.compute(1), run_time=beat.seconds_until("records"))
        self.play(graph.compute(2), FadeIn(terms), run_time=1.0)
        self.play(graph.compute(), FadeIn(result), run_time=beat.remaining)

    def run_backward(self, beat: BeatClock) -> None:
        """The light runs back; on its way the local derivatives multiply."""
        graph, strip = self.graph, self.strip
        self.play(self.code.focus_on("f.backward"), FadeOut(strip.value), run_time=PACE.quick)
        self.play(graph.run_back(1), run_time=PACE.quick)
        chains = (chain.write(graph.way_back(i)) for i, chain in enumerate(strip.chains))
        self.play(graph.run_back(), *chains, run_time=beat.remaining)

    def read_the_gradient(self, beat: BeatClock) -> None:
        """Both derivatives are printed, and become the arrow on the map."""
        code, graph, plan, strip = self.code, self.graph, self.plan, self.strip
        for index, line in enumerate(("x.grad", "y.grad")):
            beat.until(line)
            arrive = code.receive(code.slopes[index], graph.nodes[index].derivative)
            self.play(code.focus_on(f"{line}.item"), arrive, run_time=0.9)
        beat.until("So")
        back = plan.take_back(node.value for node in graph.nodes[:2])
        self.play(soon(graph.vanish(), FadeOut(strip.chains)), *back, run_time=0.9)
        self.play(*plan.come_back(), run_time=0.5)
        bars = [value.bar() for value in code.slopes]
        self.play(*map(Create, bars), run_time=0.3)
        assemble = plan.arrow.assemble_from(*bars, keep=True)
        self.play(assemble, FadeIn(strip.gradient.stages[0]), run_time=1.5)
        beat.until("4 times")
        self.play(LaggedStart(*plan.measure(), lag_ratio=0.4), run_time=1.0)
        beat.until("just as")
        self.play(FadeIn(strip.gradient.stages[1]), run_time=PACE.quick)

    def take_a_step(self, beat: BeatClock) -> None:
        """The update runs: one input moves, then the other."""
        code, plan, strip = self.code, self.plan, self.strip
        self.play(code.scroll_to(1), code.relax(), run_time=beat.seconds_until("against it"))
        self.play(*plan.turn_round(), run_time=1.0)
        beat.until("learning rate")
        leave = soon(FadeOut(strip.gradient))
        self.play(code.focus_on("learning_rate ="), FadeIn(plan.notes.name), leave, run_time=0.6)
        self.play(plan.arrow.pulse(), FadeIn(strip.rate), run_time=0.6)
        for index, (words, line) in enumerate((("x goes", "x -="), ("y from", "y -="))):
            put_in, result = strip.updates[index].stages
            beat.until(words)
            if not index:
                self.play(FadeOut(strip.rate), run_time=0.2)
            self.play(code.focus_on(line), FadeIn(put_in), *plan.set_out(index), run_time=0.5)
            self.play(*plan.move(index), late(FadeIn(result)), run_time=0.9)
        beat.until("y moves")
        written = (code.write(*code.moved), plan.after.appear(), plan.step.y_part.pulse())
        self.play(code.focus_on("x.item", "y.item"), *written, run_time=0.8)

    def pass_the_examples(self, beat: BeatClock) -> None:
        """Ten examples pass a linear layer, and one number comes out."""
        code, strip, batch, (words, loss) = self.code, self.strip, self.batch, self.strip.loss
        leave = (*self.plan.end(), FadeOut(strip.updates))
        self.play(code.scroll_to(2), code.relax(), *leave, run_time=beat.seconds_until("This one"))
        self.remove(self.plan.ground)
        self.play(code.focus_on("model ="), batch.grow_network(), strip.layer.write(), run_time=1.8)
        beat.until("10 examples")
        inputs = (batch.step_back(), late(batch.show_inputs()))
        self.play(code.focus_on("inputs = torch", "targets ="), *inputs, run_time=0.8)
        examples = (batch.pass_through(), late(batch.show_targets()))
        self.play(code.focus_on("loss ="), *examples, run_time=beat.seconds_until("mean squared"))
        comes = (soon(FadeOut(strip.layer)), late(FadeIn(words)))
        self.play(batch.compare(), *comes, run_time=0.9)
        self.play(batch.take_mean(), FadeIn(loss), run_time=0.9)

    def fill_the_gradients(self, beat: BeatClock) -> None:
        """The light runs back, and every parameter gets a gradient of its own shape."""
        code, batch, table = self.code, self.batch, self.table
        rise = batch.animate.align_to([0, STAGE.top, 0], UP)
        self.play(code.focus_on("loss.backward"), rise, run_time=0.5)
        self.play(batch.light_back(), run_time=0.4)
        self.play(batch.network.lights.sweep(), run_time=beat.seconds_until("every parameter"))
        self.play(table.gather(batch.sources()), run_time=1.2)
        beat.until(".grad")
        self.play(FadeIn(table.headings[1]), table.receive(0, batch.sources()), run_time=1.0)
        self.play(table.receive(1, batch.sources()), run_time=0.6)
        printed = (("(1, 3)", "weight.grad"), ("(1,)", "bias.grad"))
        for row, (words, line) in enumerate(printed):
            beat.until(words)
            written = (code.focus_on(line), code.write(code.shapes[row]))
            self.play(*written, table.pulse(row), run_time=0.8)

    def make_the_update(self, beat: BeatClock) -> None:
        """Each parameter moves against its gradient, and the loss falls."""
        comes = (soon(FadeOut(self.strip.loss)), late(FadeIn(self.strip.rule)))
        self.play(self.code.relax(), *comes, run_time=0.8)
        beat.until("which way")
        self.play(self.table.point_the_way(), run_time=0.6)
        self.play(self.update.make(), run_time=1.0)

    def set_the_stage(self) -> None:
        """Prepare the code on the left, its maths below it, and what happens beside it."""
        example = WorkedExample(self.field, self.here, self.learning_rate, linear_layer_run())
        first, *_ = listings = self.script.listings
        code = [listing.code for listing in listings]
        desk = Desk(example, code, language=first.language, words=self.script.labels)
        self.code, self.strip, self.plan, self.graph = desk.code, desk.strip, desk.plan, desk.graph
        self.batch, self.table, self.update = desk.batch, desk.table, desk.update
