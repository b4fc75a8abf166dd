"""Examples: three listings, line by line, beside what each line does."""

from manim import DOWN, RIGHT, UP, Create, FadeIn, FadeOut, LaggedStart, VGroup

from mnemo_anim.maths import ELLIPTIC_BOWL, linear_layer_run
from mnemo_anim.maths.computation_graph import ComputationGraph
from mnemo_anim.maths.network_quantities import Extent, Tensor, Training
from mnemo_anim.maths.quantities import PartialDerivative
from mnemo_anim.mobjects import worked_lines
from mnemo_anim.mobjects.batch_pass import BatchPass
from mnemo_anim.mobjects.code_panel import CodePanel
from mnemo_anim.mobjects.graph_diagram import GraphDiagram
from mnemo_anim.mobjects.lettering import Words
from mnemo_anim.mobjects.parameter_table import ParameterTable
from mnemo_anim.mobjects.update_map import UpdateMap
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, PALETTE, STAGE, TYPE


class Examples(SectionScene):
    """PyTorch takes the gradient of the bowl, makes one step, and does the same for a network."""

    section = "examples"
    field = ELLIPTIC_BOWL
    here = (1.0, 2.0)
    learning_rate = 0.1
    window = (-0.4, 2.0), (-0.4, 3.1)  # of the map
    unit = 1.42  # of the map, in screen units
    known = 5.0  # the magnitude whose arrow is the key of the scale

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
            self.point_the_way(beat)

    # ---- the function ----------------------------------------------------------------------

    def read_the_inputs(self, beat: BeatClock) -> None:
        """The listing is set; the lines of the inputs put a point on the map."""
        panel, plan = self.panel, self.map
        function = FadeIn(self.value.stages[0], shift=0.1 * UP)
        self.play(panel.set_lines(0), function, run_time=1.6)
        self.add(plan.ground, plan.spot)
        self.play(*plan.show(), run_time=beat.seconds_until("x = 1"))
        self.play(panel.focus_on("x = torch"), *plan.enter_x(), run_time=PACE.quick)
        beat.until("y = 2")
        self.play(panel.focus_on("y = torch"), plan.enter_y(), run_time=0.5)
        self.play(FadeIn(plan.readouts[1]), run_time=0.3)
        beat.until("both")
        self.play(panel.focus_on("x = torch", "y = torch"), run_time=0.5)
        self.asked = panel.underline("requires_grad=True")
        self.play(Create(self.asked), run_time=0.8)

    def run_forward(self, beat: BeatClock) -> None:
        """The line for f is evaluated: its graph grows, and the values run down it."""
        panel, graph, plan = self.panel, self.graph, self.map
        self.play(
            panel.focus_on("f = x"),
            FadeOut(self.asked),
            *plan.leave(),
            *graph.receive(plan.readouts),
            run_time=beat.seconds_until("computes"),
        )
        _, numbers, result = self.value.stages
        forward, _ = self.ways
        self.play(FadeIn(forward), graph.compute(1), run_time=beat.seconds_until("records"))
        self.play(FadeIn(self.heading), graph.compute(2), FadeIn(numbers), run_time=1.0)
        self.play(graph.compute(), FadeIn(result), run_time=beat.remaining)

    def run_backward(self, beat: BeatClock) -> None:
        """The light runs back; on its way the local derivatives multiply."""
        panel, graph, (forward, backward) = self.panel, self.graph, self.ways
        self.play(
            panel.focus_on("f.backward"),
            FadeOut(self.value, forward),
            FadeIn(backward),
            run_time=PACE.quick,
        )
        self.play(graph.run_back(1), run_time=PACE.quick)
        chains = (chain.write() for chain in self.chains)
        self.play(graph.run_back(), *chains, run_time=beat.remaining)

    def read_the_gradient(self, beat: BeatClock) -> None:
        """Both derivatives are printed, and become the arrow on the map."""
        panel, graph, plan = self.panel, self.graph, self.map
        x, y = self.slopes
        slope_x, slope_y = graph.derivatives[:2]
        self.play(panel.focus_on("x.grad.item"), panel.receive(x, slope_x), run_time=0.9)
        beat.until("y.grad")
        self.play(panel.focus_on("y.grad.item"), panel.receive(y, slope_y), run_time=0.9)
        gone = FadeOut(self.heading, self.chains, self.ways[1])
        beat.until("So")
        self.play(graph.vanish(), gone, *plan.come_back(), run_time=0.8)
        bars = [x.bar(), y.bar()]
        self.play(*(Create(bar) for bar in bars), FadeIn(plan.key), run_time=0.3)
        self.play(
            plan.arrow.assemble_from(*bars, keep=True),
            FadeIn(self.gradient.stages[1]),
            run_time=1.5,
        )
        beat.until("4 times")
        self.play(LaggedStart(*plan.measure(), lag_ratio=0.4), run_time=1.0)
        beat.until("just as")
        self.play(FadeIn(self.gradient.stages[0]), run_time=PACE.quick)

    def take_a_step(self, beat: BeatClock) -> None:
        """The update runs: one input moves, then the other."""
        panel, plan = self.panel, self.map
        self.play(
            panel.scroll_to(1),
            panel.relax(),
            FadeOut(self.gradient),
            run_time=beat.seconds_until("against it"),
        )
        self.play(*plan.turn_round(), run_time=1.0)
        beat.until("learning rate")
        self.play(panel.focus_on("learning_rate ="), plan.arrow.pulse(), run_time=0.8)
        beat.until("x goes")
        before = plan.name_of_start(self.label("before"))
        self.add(plan.start)
        for index, line in enumerate(("x -=", "y -=")):
            if index:
                beat.until("y from")
            self.play(
                panel.focus_on(line),
                FadeIn(self.updates[index].stages[0]),
                *([] if index else [before.appear()]),
                run_time=0.5,
            )
            self.play(*plan.move(index), FadeIn(self.updates[index].stages[1]), run_time=0.9)
        beat.until("y moves")
        after = plan.name_of_mark(self.label("after"))
        self.play(
            panel.focus_on("x.item", "y.item"),
            panel.write(*self.moved),
            after.appear(),
            run_time=0.8,
        )
        self.names = VGroup(before, after)

    # ---- the network -----------------------------------------------------------------------

    def pass_the_examples(self, beat: BeatClock) -> None:
        """Ten examples pass a linear layer, and one number comes out."""
        panel, batch = self.panel, self.batch
        self.play(
            panel.scroll_to(2),
            panel.relax(),
            *self.map.end(),
            FadeOut(self.updates, self.names),
            run_time=beat.seconds_until("This one"),
        )
        self.play(panel.focus_on("model ="), batch.network.grow(), run_time=2.0)
        beat.until("10 examples")
        self.play(panel.focus_on("inputs = torch", "targets ="), batch.show_inputs(), run_time=1.0)
        self.play(panel.focus_on("loss = "), batch.pass_through(), run_time=2.0)
        self.play(batch.show_targets(), run_time=0.4)
        beat.until("mean squared")
        self.play(batch.compare(), FadeIn(batch.words), run_time=0.9)
        self.play(batch.take_mean(), FadeIn(self.error), run_time=0.9)

    def fill_the_gradients(self, beat: BeatClock) -> None:
        """The light runs back, and every parameter gets a gradient of its own shape."""
        panel, batch, table = self.panel, self.batch, self.table
        self.play(panel.focus_on("loss.backward"), batch.light_back(), run_time=0.8)
        self.play(batch.network.lights.sweep(), run_time=0.9)
        beat.until("every parameter")
        self.play(table.gather(batch.sources()), run_time=1.2)
        *edges, output = batch.sources()
        beat.until(".grad")
        self.play(FadeIn(table.headings[1]), table.receive(0, edges), run_time=1.2)
        self.play(table.receive(1, [output]), run_time=0.8)
        for words, fragment, shape in zip(
            ("(1, 3)", "(1,)"), ("model.weight", "model.bias"), self.shapes, strict=True
        ):
            beat.until(words)
            self.play(panel.focus_on(fragment), panel.write(shape), run_time=PACE.quick)

    def point_the_way(self, beat: BeatClock) -> None:
        """Each parameter is to move against its gradient."""
        self.play(self.panel.relax(), FadeOut(self.error), run_time=PACE.quick)
        beat.until("which way")
        self.play(self.table.point_the_way(), self.rule.write(), run_time=beat.remaining)

    # ---- what there is -----------------------------------------------------------------------

    def set_the_stage(self) -> None:
        """Prepare the panel on the left, and what stands beside it and below it."""
        run = linear_layer_run()
        training, epoch = Training.of(run), run.epochs[0]
        self.panel = panel = CodePanel(
            [listing.code for listing in self.script.listings],
            language=self.script.listings[0].language,
            names={
                "x": PALETTE.x_part,
                "y": PALETTE.y_part,
                "f": PALETTE.loss,
                "loss": PALETTE.loss,
                "grad": PALETTE.uphill,
                "backward": PALETTE.uphill,
            },
        )
        panel.shift([STAGE.left - 0.2, STAGE.top, 0] - panel.plate.get_corner(UP - RIGHT))
        inputs = range(self.field.dimension)
        self.slopes = [
            panel.promise(
                f"{name}.grad.item",
                PartialDerivative(self.field, self.here, i),
                color=PALETTE.part(i),
            )
            for i, name in enumerate(self.field.variables)
        ]
        self.moved = [
            panel.promise(
                f"{name}.item",
                worked_lines.updated(self.field, self.here, i, self.learning_rate),
                color=PALETTE.part(i),
            )
            for i, name in enumerate(self.field.variables)
        ]
        self.shapes = [
            panel.promise(
                "weight.grad", *(Extent(training, Tensor.WEIGHTS_GRADIENT, i) for i in (0, 1))
            ),
            panel.promise("bias.grad", Extent(training, Tensor.BIASES_GRADIENT, 0)),
        ]
        graph = ComputationGraph(self.field)
        self.value = self.below(worked_lines.evaluation(graph, self.here))[0]
        self.chains = self.below(*(worked_lines.chain(graph, i, self.here) for i in inputs))
        self.gradient = self.below(worked_lines.gradient_of(self.field, self.here))[0]
        self.updates = self.below(
            *(worked_lines.update(self.field, self.here, i, self.learning_rate) for i in inputs)
        )
        self.error = self.below(worked_lines.mean_squared_error(training))
        self.rule = self.below(worked_lines.update_of_weights())[0]

        self.map = UpdateMap(
            self.field,
            self.here,
            self.learning_rate,
            x_range=self.window[0],
            y_range=self.window[1],
            unit=self.unit,
            corner=(STAGE.right, STAGE.top, 0),
            known=self.known,
        )
        self.graph = GraphDiagram(graph, self.here)
        middle = (panel.get_right()[0] + STAGE.right + STAGE.gap) / 2
        self.heading = Words(self.label("graph"), size=TYPE.label, color=PALETTE.ink_soft)
        self.heading.move_to([middle, STAGE.top, 0], UP)
        self.graph.next_to(self.heading, DOWN, buff=STAGE.gap).set_x(middle)
        self.ways = [
            Words(self.label("forward"), size=TYPE.label, color=PALETTE.ink),
            Words(self.label("backward"), size=TYPE.label, color=PALETTE.uphill),
        ]
        self.batch = BatchPass(run, words=self.label("loss"))
        self.batch.move_to([STAGE.right, STAGE.top, 0], UP + RIGHT)
        self.table = ParameterTable(
            epoch.network.layers[0],
            epoch.gradient[0],
            names=(self.label("weight"), self.label("bias")),
            headings=(self.label("parameter"), self.label("grad")),
        )
        self.table.next_to(self.batch, DOWN, buff=STAGE.gap).align_to(self.batch, RIGHT)

    def below(self, *lines: worked_lines.WorkedLine) -> VGroup:
        """Return lines of maths side by side in the middle below the panel."""
        plate = self.panel.plate
        row = VGroup(*lines).arrange(RIGHT, buff=3 * STAGE.gap)
        return row.move_to([plate.get_x(), (plate.get_bottom()[1] + STAGE.bottom) / 2, 0])
