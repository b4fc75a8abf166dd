"""Reading the gradient: each entry is a sentence, and the loss answers when it is followed."""

import numpy as np
from manim import DL, FadeOut

from mnemo_anim.maths.advice import advice
from mnemo_anim.maths.curve_fit import bells_fit
from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.drawing.live import Vary
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.numbers.meter_change import MeterChange
from mnemo_anim.mobjects.reading.fit_key import FitKey
from mnemo_anim.mobjects.reading.loss_answers import LossAnswers
from mnemo_anim.mobjects.reading.loss_picture import LossPicture
from mnemo_anim.mobjects.reading.weight_table import WeightTable
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class ReadingTheGradient(SectionScene):
    """The gradient of a curve's loss is read by size, by sign, and then obeyed."""

    section = "reading-the-gradient"
    large_plus, large_minus, small = 0, 2, 3  # the entries that are looked at alone
    nudge = 0.6  # of a weight, where sizes are compared
    far = 1.0  # of a weight, where signs are compared
    probe = 0.01  # of a weight, where the loss answers
    reach = 2.0  # of the slices, to both sides
    full = 5.0  # the loss of the full meter

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("a-column") as beat:
            self.show_the_loss(beat)
            self.show_the_column(beat)
        with self.beat("read-the-size") as beat:
            self.nudge_two(beat)
        with self.beat("read-plus") as beat:
            self.read_sign(self.large_plus, beat, "If", "so decrease")
        with self.beat("read-minus") as beat:
            self.read_sign(self.large_minus, beat, "If", "so increase")
        with self.beat("into-sentences") as beat:
            self.say_the_sentences(beat)
        with self.beat("loss-answers") as beat:
            self.probe_each(beat)
            self.follow_all(beat)

    def set_the_stage(self) -> None:
        """Prepare the curve, its loss, and its gradient."""
        fit, label = bells_fit(), self.label
        self.fit, self.spot = fit, Spot(fit.start)
        said = [(label(one.way), label(one.amount)) for one in advice(fit.gradient)]
        self.table = WeightTable(fit, self.spot, said, weight=label("weight"), room=self.far)
        self.loss = LossPicture(fit, self.spot, label("loss"), full=self.full, reach=self.reach)
        self.answers = LossAnswers(fit, self.table, self.probe, left=self.loss.answers_left)
        self.add(self.spot, self.table.felt)

    def show_the_loss(self, beat: BeatClock) -> None:
        """Data, a curve, and the gaps, which fill the meter."""
        loss, panel = self.loss, self.loss.panel
        words = {name: self.label(name) for name in ("data", "prediction", "gap")}
        key = FitKey(**words).next_to(loss.corner, DL, buff=0)
        self.play(panel.draw_data(), key.tell(0), run_time=beat.seconds_until("a curve"))
        self.play(panel.draw_curve(), key.tell(1), run_time=beat.seconds_until("the gaps"))
        self.play(panel.draw_gaps(), key.tell(2), loss.show_track(), run_time=PACE.quick)
        self.add(loss.gaps)
        self.play(loss.gaps.pour(), run_time=beat.seconds_until("Here"))
        self.play(loss.name_meter(), loss.take_room(), FadeOut(key), run_time=0.8)

    def show_the_column(self, beat: BeatClock) -> None:
        """The gradient is a column; then each entry stands beside its weight and its loss."""
        table = self.table
        self.play(table.show_column(), run_time=beat.seconds_until("one entry"))
        self.play(table.spread(), run_time=1.0)
        self.play(table.show_weights(), run_time=beat.seconds_until("Let us"))
        self.add(*table.rows)
        self.play(table.weigh(), run_time=beat.remaining)

    def nudge_two(self, beat: BeatClock) -> None:
        """The same nudge on two weights: one makes the loss jump, the other hardly moves it."""
        table, panel, large, small = self.table, self.loss.panel, self.large_plus, self.small
        self.play(table.focus(large, self.large_minus), run_time=PACE.move)
        beat.until("Where")
        self.play(table.weigh(large, self.large_minus), run_time=beat.seconds_until("the weight"))
        self.play(table.step_back(self.large_minus), panel.light(large), run_time=PACE.quick)
        beat.until("strongly")
        change = MeterChange(self.loss.meter, quiet=True)
        self.add(change)
        self.play(self.move(large, self.nudge), run_time=beat.seconds_until("right now"))
        self.wait(0.8)
        self.play(self.move(large, 0.0), run_time=beat.seconds_until("Where it is small"))
        self.play(table.shift_focus(large, small), panel.light(small), run_time=0.5)
        self.play(self.move(small, self.nudge), run_time=PACE.move)
        beat.mark_poster()
        self.wait(0.4)
        self.play(self.move(small, 0.0), run_time=beat.rest)
        self.remove(change)

    def read_sign(self, index: int, beat: BeatClock, condition: str, advised: str) -> None:
        """Try a weight along its slice; then step to where the loss falls."""
        table, loss, row = self.table, self.loss, self.table.rows[index]
        if index == self.large_plus:
            self.play(table.shift_focus(self.small, index), run_time=PACE.quick)
            self.play(loss.open_slice(), run_time=beat.seconds_until(condition))
        else:
            back = self.move(self.large_plus, 0.0), loss.slice.let_go()
            self.play(*back, table.shift_focus(self.large_plus, index), run_time=0.3)
            self.play(loss.slice.turn_to(index), run_time=0.5)
        self.play(loss.slice.touch(row.entry), run_time=beat.seconds_until("increasing"))
        self.play(self.move(index, self.far), run_time=0.6 * beat.seconds_until(advised))
        self.play(self.move(index, 0.0), run_time=beat.seconds_until(advised))
        self.play(row.slider.show_step(), run_time=PACE.quick)
        step = self.move(index, float(self.fit.nudges[index]))
        self.play(step, loss.slice.leave_trail(), run_time=max(PACE.move, beat.rest))

    def say_the_sentences(self, beat: BeatClock) -> None:
        """Size and sign become words; the curve comes back."""
        table, loss, last = self.table, self.loss, self.large_minus
        back = self.move(last, 0.0), loss.slice.let_go()
        self.play(*back, table.widen(last), run_time=PACE.quick)
        self.play(loss.close_slice(), run_time=beat.seconds_until("decrease"))
        each = beat.rest / len(table.rows)
        for row in table.rows:
            self.play(row.say(), run_time=each)

    def probe_each(self, beat: BeatClock) -> None:
        """The same small nudge of each weight, and back: the loss answers as the entry says."""
        table, loss, answers = self.table, self.loss, self.answers
        named = table.show_probe(Given("nudge", self.probe))
        self.play(loss.make_room(), table.focus(), named, run_time=1.0)
        self.play(answers.appear(), run_time=PACE.quick)
        each = beat.seconds_until("in proportion") / len(table.rows)
        for index, by in enumerate(self.fit.probes(self.probe)):
            there = self.spot.go_to(np.array(self.fit.start) + by)
            lit = table.widen_one(index), loss.panel.light(index), table.rows[index].slider.flash()
            self.play(there, answers.grow(index), *lit, run_time=0.6 * each)
            self.play(self.move(index, 0.0), answers.tell(index), run_time=0.4 * each)
        self.play(table.weigh(), answers.weigh(), run_time=beat.seconds_until("Then follow"))

    def follow_all(self, beat: BeatClock) -> None:
        """All weights step at once; the gradient is felt anew on the way, and grows short."""
        table, loss, end = self.table, self.loss, self.fit.followed
        self.play(self.answers.vanish(), table.show_step(), run_time=PACE.quick)
        self.play(self.spot.go_to(end), table.follow(end), loss.take_room(), run_time=PACE.slow)
        beat.pause(table.weigh(), seconds=2.5)

    def move(self, index: int, by: float) -> Vary:
        """Return the animation in which one weight alone goes to so much beside its start."""
        start = np.array(self.fit.start)
        return self.spot.go_to(start + by * np.eye(len(start))[index])
