"""Why it matters: the gradient moves all weights of a network, and tells whether it can learn."""

from manim import FadeIn, LaggedStart

from mnemo_anim.maths.network_gallery import WeightScale, deep_chain, small_network_run, waves
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.mobjects.training.board import BoardWords, TrainingBoard
from mnemo_anim.mobjects.training.chain_panel import ChainPanel, PanelWords
from mnemo_anim.mobjects.training.chain_row import ChainRow
from mnemo_anim.mobjects.training.weight_field import WeightField
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class WhyItMatters(SectionScene):
    """A small network learns, many weights are left without a signal, three chains are examined."""

    section = "why-it-matters"
    trained = 45  # updates of the small network
    idle = 25  # steps without a gradient after them
    samples = (0.01, 0.1, 0.5)  # of |∂L/∂w|, whose widths the key shows
    far, near = 5.0, 1.6  # how far apart the weights of the plain are at first, and soon after
    laying = 4.0  # of the chains, over the time in which the plain goes before them
    divergence = 2.4  # seconds in which the loss leaves its graph
    strong, weak = 3.0, 0.03  # what the gradient swells and fades to, over the true one

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("loss-of-all-weights") as beat:
            self.draw_the_network(beat)
        with self.beat("effect-of-each-weight") as beat:
            self.propagate_back(beat)
        with self.beat("all-at-once") as beat:
            self.train(beat)
        with self.beat("the-only-signal") as beat:
            self.lose_the_signal(beat)
        with self.beat("a-diagnostic") as beat:
            self.set_up_the_chains(beat)
        with self.beat("vanishing") as beat:
            self.let_it_fade(beat)
        with self.beat("normal") as beat:
            self.let_it_hold(beat)
        with self.beat("exploding") as beat:
            self.let_it_grow(beat)

    def draw_the_network(self, beat: BeatClock) -> None:
        """Neuron by neuron; then its loss; then all its weights gather in one vector."""
        board = self.board
        board.come_close()
        self.play(board.network.grow(), run_time=beat.seconds_until("its loss"))
        self.play(board.show_loss(), run_time=PACE.move)
        beat.until("all the weights")
        self.play(board.name_weights(), run_time=1.1)
        beat.until("w = [w₁")
        self.play(board.gather_weights(), run_time=beat.remaining + PACE.quick)

    def propagate_back(self, beat: BeatClock) -> None:
        """Light runs from the loss to the inputs: what each weight does to it."""
        board = self.board
        self.play(board.settle(), board.line.write_gradient(), run_time=PACE.quick)
        beat.until("∂L/∂w₁")
        self.play(board.propagate_back(), run_time=beat.seconds_until("to the loss"))
        beat.until("widest")
        self.play(board.point_out_widest(), run_time=0.8)
        beat.until("right now")
        self.play(board.look_at_all(), run_time=PACE.quick)

    def train(self, beat: BeatClock) -> None:
        """The rule; then single steps in which all weights move; then many."""
        board, progress = self.board, self.board.progress
        self.play(board.line.write_rule(), run_time=beat.seconds_until("α·∇L"))
        beat.until("It moves")
        self.play(board.bank.knobs.advise(), run_time=PACE.quick)
        for updates, words, then in ((1, "every", "downhill"), (2, "downhill", "all at")):
            beat.until(words)
            self.play(progress.train_to(updates), run_time=beat.seconds_until(then))
        self.play(progress.train_to(self.trained), run_time=beat.remaining)

    def lose_the_signal(self, beat: BeatClock) -> None:
        """The light goes out and nothing moves; then seen from above, with millions of weights."""
        board, field = self.board, self.field
        self.play(board.take_gradient_away(), run_time=PACE.quick)
        self.play(board.progress.idle_to(self.idle), run_time=beat.seconds_until("millions"))
        landing = field.land(board.bank.knobs.places, self.far)
        self.play(board.leave(), landing, run_time=PACE.move)
        self.play(field.recede(self.near), run_time=beat.seconds_until("signal"))
        self.play(field.vary(apart=1.0), run_time=beat.rest)

    def set_up_the_chains(self, beat: BeatClock) -> None:
        """The light comes back; its strength is what is going to be read, layer by layer."""
        field, row = self.field, self.row
        formulas = self.board.line.leave(), row.announce()
        self.play(field.light_up(), *formulas, run_time=beat.seconds_until("whether"))
        swell = beat.seconds_until("Send") / 2
        self.play(field.vary(strength=self.strong), run_time=swell)
        beat.mark_poster()
        self.play(field.vary(strength=self.weak), run_time=swell)
        row.come_close()
        chains = row.lay_chains().set_run_time(self.laying)
        following = LaggedStart(field.vanish(), chains, lag_ratio=0.7)
        self.play(following, run_time=beat.seconds_until("and read"))
        self.play(row.take_places(), run_time=beat.seconds_until("layer by"))
        self.play(row.count_layers(), run_time=beat.remaining)

    def let_it_fade(self, beat: BeatClock) -> None:
        """Small weights: the gradient is lost on the way, and so is what it could have taught."""
        panel = self.send_back(beat, WeightScale.SMALL, "almost nothing")
        beat.until("vanishing")
        self.play(FadeIn(panel.verdict), run_time=PACE.quick)
        beat.until("early layers")
        self.play(self.row.point_out_early(), run_time=PACE.quick)
        self.play(panel.curve.trace(), run_time=beat.remaining)

    def let_it_hold(self, beat: BeatClock) -> None:
        """Balanced weights: the gradient keeps its scale, and the loss falls."""
        self.play(self.row.go_on_to(WeightScale.BALANCED), run_time=PACE.quick)
        panel = self.send_back(beat, WeightScale.BALANCED, "throughout")
        self.play(panel.curve.trace(), run_time=beat.seconds_until("normal"))
        beat.until("normal")
        self.play(FadeIn(panel.verdict), run_time=PACE.quick)

    def let_it_grow(self, beat: BeatClock) -> None:
        """Large weights: the gradient grows at every layer, and the loss leaves its frame."""
        self.play(self.row.go_on_to(WeightScale.LARGE), run_time=PACE.quick)
        panel = self.send_back(beat, WeightScale.LARGE, "enormous")
        beat.until("exploding")
        self.play(FadeIn(panel.verdict), run_time=PACE.quick)
        beat.until("training")
        self.play(panel.curve.trace(), run_time=self.divergence)
        self.play(self.row.come_forward(), run_time=PACE.move)

    def send_back(self, beat: BeatClock, scale: WeightScale, words: str) -> ChainPanel:
        """The gradient runs back through a chain, and has come to its beginning at ``words``."""
        panel = self.row.panels[scale]
        back = panel.signal.run_back(), soon(panel.light_heading())
        self.play(*back, run_time=beat.seconds_until(words))
        self.play(FadeIn(panel.first), run_time=PACE.quick)
        return panel

    def set_the_stage(self) -> None:
        """Prepare the network that is trained, the plain of weights, and the chains."""
        label = self.label
        words = map(label, ("loss", "step", "uphill", "downhill", "weights", "learning-rate"))
        self.board = TrainingBoard(
            small_network_run(),
            BoardWords(*words),
            trained=self.trained,
            idle=self.idle,
            samples=self.samples,
        )
        self.field = WeightField(deep_chain(WeightScale.BALANCED).gradient(*waves(count=32)))
        axes = [label(name) for name in ("early-layers", "late-layers", "relative-loss", "step")]
        chains = zip(
            WeightScale,
            ("small-weights", "balanced-weights", "large-weights"),
            ("vanishing", "normal", "exploding"),
            strict=True,
        )
        self.row = ChainRow(
            {g: PanelWords(label(weights), label(verdict), *axes) for g, weights, verdict in chains}
        )
