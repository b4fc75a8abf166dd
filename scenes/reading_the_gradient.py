"""Reading the gradient: each entry is a sentence, and the loss answers when it is followed."""

import numpy as np

from mnemo_anim.maths.advice import advice
from mnemo_anim.maths.curve_fit import bells_fit
from mnemo_anim.mobjects import MeterChange, Spot
from mnemo_anim.mobjects.live import Vary
from mnemo_anim.mobjects.reading.loss_picture import LossPicture
from mnemo_anim.mobjects.reading.weight_table import WeightTable
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class ReadingTheGradient(SectionScene):
    """The gradient of a curve's loss is read by size, by sign, and then obeyed."""

    section = "reading-the-gradient"
    large_plus, small, large_minus = 0, 1, 2  # the entries that are looked at alone
    nudge = 0.6  # of a weight, where sizes are compared
    far, farther = 1.1, 1.5  # of a weight, where signs are compared
    reach = 2.0  # of the slices, to both sides
    full = 5.0  # the loss of the full meter

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("a-column") as beat:
            self.show_the_column(beat)
        with self.beat("read-the-size") as beat:
            self.nudge_two(beat)
        with self.beat("read-plus") as beat:
            self.slide_along_plus(beat)
        with self.beat("read-minus") as beat:
            self.slide_along_minus(beat)
        with self.beat("into-sentences") as beat:
            self.say_the_sentences(beat)
        with self.beat("loss-answers") as beat:
            self.follow_the_sentences(beat)

    def set_the_stage(self) -> None:
        """Prepare the curve, its loss, and its gradient."""
        fit = self.fit = bells_fit()
        self.spot = Spot(fit.start)
        self.table = WeightTable(
            fit,
            self.spot,
            sentences=[self.label(said.value) for said in advice(fit.gradient)],
            weight=self.label("weight"),
            slope=self.label("slope"),
            room=self.far,
        )
        self.loss = LossPicture(
            fit, self.spot, word=self.label("loss"), full=self.full, reach=self.reach
        )
        self.add(self.spot)

    def show_the_column(self, beat: BeatClock) -> None:
        """The gradient is a column; then each entry stands beside its weight and its loss."""
        table = self.table
        self.play(table.show_column(), run_time=1.0)
        beat.until("of a real loss")
        self.play(
            self.loss.panel.draw_curve(),
            self.loss.show_meter(),
            run_time=beat.seconds_until("one entry"),
        )
        self.play(table.spread(), run_time=1.1)
        self.play(table.show_weights(), run_time=1.4)
        self.add(*table.rows)
        beat.until("Let us")
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

    def slide_along_plus(self, beat: BeatClock) -> None:
        """Up the slice of a positive entry the loss climbs; so the weight goes down."""
        focus = self.table.shift_focus(self.small, self.large_plus)
        self.play(focus, self.loss.panel.vanish(), run_time=PACE.quick)
        self.play(self.loss.slice.unfold(), run_time=beat.seconds_until("If"))
        self.touch(self.large_plus, beat.seconds_until("increasing"))
        self.slide(self.large_plus, self.far, beat.seconds_until("so decrease"))
        self.slide(self.large_plus, -self.far, beat.rest)

    def slide_along_minus(self, beat: BeatClock) -> None:
        """The same for a negative entry: the loss falls where the weight grows."""
        focus = self.table.shift_focus(self.large_plus, self.large_minus)
        back = self.move(self.large_minus, 0.0)
        self.play(back, focus, self.loss.slice.let_go(), run_time=0.5)
        self.play(self.loss.slice.turn_to(self.large_minus), run_time=0.7)
        self.touch(self.large_minus, beat.seconds_until("increasing"))
        self.slide(self.large_minus, self.far, beat.seconds_until("so increase"))
        self.slide(self.large_minus, self.farther, beat.rest)

    def touch(self, index: int, seconds: float) -> None:
        """Let the entry become the slope of the slice."""
        self.play(self.loss.slice.touch(self.table.rows[index].number), run_time=seconds)

    def slide(self, index: int, by: float, seconds: float) -> None:
        """Move one weight along its slice."""
        self.play(self.move(index, by), run_time=seconds)

    def say_the_sentences(self, beat: BeatClock) -> None:
        """Size and sign become words; the curve comes back."""
        self.play(
            self.move(self.large_minus, 0.0),
            self.loss.slice.let_go(),
            self.table.widen(self.large_minus),
            run_time=PACE.quick,
        )
        self.play(self.loss.slice.fold(), run_time=PACE.quick)
        self.play(self.loss.panel.come_back(), run_time=beat.seconds_until("decrease a lot"))
        each = beat.remaining / len(self.table.rows)
        for row in self.table.rows:
            self.play(row.say(), run_time=each)

    def follow_the_sentences(self, beat: BeatClock) -> None:
        """The nudges are made one by one, and each takes its share off the loss."""
        table, panel, drops = self.table, self.loss.panel, self.loss.drops
        self.play(table.focus(0), panel.light(0), run_time=PACE.quick)
        self.add(drops)
        for index, station in enumerate(self.fit.stations[1:]):
            if index:
                self.play(table.shift_focus(index - 1, index), panel.light(index), run_time=0.3)
            self.play(self.spot.go_to(station), run_time=0.9)
            self.play(drops.label(index), run_time=0.3)
        self.play(table.widen(len(table.rows) - 1), panel.light(None), run_time=0.8)
        self.wait(1.0)

    def move(self, index: int, by: float) -> Vary:
        """Return the animation in which one weight alone goes to so much beside its start."""
        start = np.array(self.fit.start)
        return self.spot.go_to(start + by * np.eye(len(start))[index])
