"""Formal explanation: the gradient is defined, derived, put in numbers, and tried all round."""

from math import pi, tau

from manim import UP, FadeIn, FadeOut

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects import FieldArrows, Spot, undim
from mnemo_anim.mobjects.definition import Definition
from mnemo_anim.mobjects.derivation import Derivation
from mnemo_anim.mobjects.dolly import Dolly
from mnemo_anim.mobjects.gradient_map import GradientMap
from mnemo_anim.mobjects.nudge_panel import NudgePanel
from mnemo_anim.mobjects.slope_panel import SlopePanel
from mnemo_anim.mobjects.staging import late, soon
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, STAGE


class FormalExplanation(SectionScene):
    """From the definition to the numbers at a point, and to the slope in every direction."""

    section = "formal-explanation"
    field = ELLIPTIC_BOWL
    here = (1.0, 2.0)
    elsewhere = (1.3, 1.2)  # where the point stands before
    detour = (-1.1, 0.9), (-0.3, 1.8), elsewhere
    across, along = ((-1.4, 1.2), (2.1, 1.2)), ((2.1, -0.7), (2.1, 1.9))  # and back
    tour = (0.0, 1.8), (-0.9, 1.3), (-1.0, 0.6), (0.0, 0.5), (1.1, 0.7), (1.9, 1.1), (1.5, 1.6)
    window = (-2.3, 3.1), (-1.3, 4.1)  # of the map
    scale, small = 0.18, 0.06  # length on the map of a slope of 1; in the last picture
    nudge = 0.01

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("the-definition") as beat:
            self.define(beat)
        with self.beat("same-space") as beat:
            self.enter_the_space(beat)
        with self.beat("partial-in-x") as beat:
            self.derive_along_x(beat)
        with self.beat("partial-in-y") as beat:
            self.derive_along_y(beat)
        with self.beat("at-the-point") as beat:
            self.put_the_numbers_in(beat)
        with self.beat("four-to-one") as beat:
            self.nudge_each(beat)
        with self.beat("turning-direction") as beat:
            self.turn_round(beat)
        with self.beat("peak-of-the-cosine") as beat:
            self.meet_the_gradient(beat)
        with self.beat("zero-and-lowest") as beat:
            self.go_level_and_down(beat)
        with self.beat("always-steepest") as beat:
            self.go_everywhere(beat)
            self.rise_into_the_landscape(beat)

    def set_the_stage(self) -> None:
        """Build what is there from the first beat on."""
        self.spot = Spot(self.elsewhere)
        words = self.label("input-space")
        self.map = GradientMap(
            self.field, self.spot, self.here, window=self.window, scale=self.scale, words=words
        )
        self.definition = Definition(self.field, self.map.column)
        self.lines = Derivation(self.field, self.spot, self.here, self.map.column)
        self.add(self.map.ground, self.spot)

    def define(self, beat: BeatClock) -> None:
        """The list of all partial derivatives is written, entry by entry."""
        definition, ground = self.definition, self.map.ground
        self.follow(Dolly(ground, self.map.slanted_view(), beat.rest))
        written = definition.write_function(), ground.to(opacity=1.0)
        self.play(*written, run_time=beat.seconds_until("the gradient lists"))
        self.play(definition.open_list(), run_time=beat.seconds_until("all n"))
        for entry, left in (("first", 3), ("more", 2), ("last", 1)):
            self.play(definition.list_entry(entry), run_time=beat.remaining / left)

    def enter_the_space(self, beat: BeatClock) -> None:
        """The ground becomes the map of its inputs, and each entry of ∇f lies along one of them."""
        map_, seconds = self.map, beat.seconds_until("so it lives")
        self.follow(Dolly(map_.ground, map_.rise(), seconds))
        self.play(self.definition.narrow(), late(FadeIn(map_.chart.axes)), run_time=seconds)
        self.play(map_.become_map(), run_time=PACE.quick)
        self.add(map_.arrow.components)
        self.play(map_.grow_part(0), run_time=0.8)
        self.play(map_.grow_part(1), run_time=0.8)
        self.play(map_.assemble(), run_time=beat.seconds_until("very map"))
        self.play(self.spot.wander(self.detour), run_time=beat.rest)

    def derive_along_x(self, beat: BeatClock) -> None:
        """While y is held, so is the second term; the first becomes its derivative."""
        lines, seconds = self.lines, beat.seconds_until("With y constant")
        self.play(lines.write_terms(self.definition), self.map.leave_only(0), run_time=seconds)
        self.play(FadeIn(*lines.values), lines.hold(1), run_time=PACE.quick)
        self.play(self.spot.go_to(self.across[0]), run_time=beat.seconds_until("∂f/∂x"))
        self.play(lines.derive(0), self.spot.go_to(self.across[1]), run_time=beat.rest)

    def derive_along_y(self, beat: BeatClock) -> None:
        """While x is held, so is the first term; both derivatives become the gradient."""
        lines = self.lines
        self.play(lines.release(1), lines.hold(0), self.map.leave_only(1), run_time=0.8)
        self.play(self.spot.go_to(self.along[0]), run_time=beat.seconds_until("∂f/∂y"))
        back = self.spot.go_to(self.along[1])
        self.play(lines.derive(1), back, run_time=beat.seconds_until("Together"))
        self.play(lines.release(0), self.map.reunite(), lines.collect(), run_time=beat.remaining)

    def put_the_numbers_in(self, beat: BeatClock) -> None:
        """At the point, x and y are numbers; so are the entries, and the arrow is drawn."""
        map_, lines, seconds = self.map, self.lines, beat.seconds_until("Put the numbers")
        gone = soon(FadeOut(*lines.partials, *lines.values))
        arrive = self.spot.go_to(self.here), map_.guides.appear(), late(FadeIn(lines.place))
        self.play(gone, *arrive, run_time=seconds)
        self.play(lines.put_in(), run_time=beat.seconds_until("the gradient there"))
        self.play(lines.evaluate(), map_.draw_arrow(), run_time=1.6)
        self.play(map_.arrow.pulse(), run_time=beat.remaining)

    def nudge_each(self, beat: BeatClock) -> None:
        """Under the glass, the same small nudge does four times as much to y as to x."""
        map_, lines, words = self.map, self.lines, (self.label("change"), self.label("nudge"))
        panel = self.glass = NudgePanel(map_.chart, self.here, self.nudge, map_.column, words)
        gone = FadeOut(lines.place, lines.function), map_.guides.vanish()
        self.play(*gone, lines.value.animate.align_to(STAGE.top * UP, UP), run_time=0.7)
        self.play(panel.open(), run_time=1.0)
        self.play(panel.set_up(), run_time=beat.seconds_until("Nudge x"))
        self.add(panel.nudges, panel.lens.mark)
        self.play(panel.nudge(0), run_time=beat.seconds_until("nudge y"))
        self.play(panel.nudge(1), run_time=beat.seconds_until("Here the rate"))
        self.play(panel.bars.fit_in(0, 1), run_time=beat.seconds_until("to y"))
        self.play(FadeIn(panel.ratio), run_time=PACE.quick)

    def turn_round(self, beat: BeatClock) -> None:
        """A direction turns, and its slope is plotted against its angle."""
        map_, words = self.map, (self.label("angle"), self.label("slope"))
        panel = self.panel = SlopePanel(map_.direction, map_.arrow, map_.column, words)
        gone = soon(self.glass.leave()), map_.clear_for_turning()
        self.play(*gone, late(FadeIn(panel.graph)), run_time=beat.seconds_until("a direction"))
        self.add(map_.circle, map_.direction)
        self.play(map_.direction.grow(), run_time=beat.seconds_until("turn through"))
        turn = map_.direction.turn_to(tau), map_.circle.vary(felt=1.0)
        self.play(*turn, run_time=beat.seconds_until("Plot the slope"))
        self.add(panel.begin())
        self.play(FadeIn(panel.number), map_.direction.turn_to(tau), run_time=beat.remaining)

    def meet_the_gradient(self, beat: BeatClock) -> None:
        """The direction comes to the gradient: there the slope is highest, and as high as ‖∇f‖."""
        panel = self.panel
        back = panel.come_back(), undim(self.map.arrow)
        self.play(*back, run_time=beat.seconds_until("Its height"))
        self.add(panel.peak)
        measured = panel.measure(self.lines.value)
        self.play(panel.peak.fly_in(), measured, run_time=beat.seconds_until("‖∇f‖"))
        self.play(panel.peak.draw_line(), run_time=beat.seconds_until("√68"))
        self.play(panel.evaluate(), run_time=1.0)
        self.play(panel.note(self.label("steepest-ascent"), 0), run_time=PACE.quick)

    def go_level_and_down(self, beat: BeatClock) -> None:
        """Square to the gradient the slope is zero; opposite to it, it is lowest."""
        map_, panel, direction = self.map, self.panel, self.map.direction
        square = direction.turn_to(direction.steepest + pi / 2), map_.level.appear()
        self.play(*square, run_time=beat.seconds_until("the slope is zero"))
        note = panel.note(self.label("level"), 90)
        self.play(map_.corner.appear(), note, run_time=PACE.quick)
        beat.until("Opposite")
        opposite = direction.turn_to(direction.steepest + pi)
        self.play(opposite, run_time=beat.seconds_until("lowest"))
        self.play(panel.note(self.label("steepest-descent"), 180), run_time=PACE.quick)

    def go_everywhere(self, beat: BeatClock) -> None:
        """Wherever the point goes, the peak is in the direction of the gradient."""
        map_, panel, direction = self.map, self.panel, self.map.direction
        leave = map_.level.vanish(), map_.corner.vanish(), panel.come_alive()
        self.play(direction.turn_to(direction.steepest), *leave, run_time=1.0)
        direction.uphill = True
        self.play(self.spot.wander(self.tour), run_time=beat.seconds_until("its magnitude"))

    def rise_into_the_landscape(self, beat: BeatClock) -> None:
        """The map is the landscape again, with the gradient all over it."""
        map_, seconds = self.map, beat.remaining + PACE.move
        field = FieldArrows(map_.ground, count=80, scale=self.small, parts=(None,))
        self.play(self.panel.leave(), map_.leave(), map_.become_ground(), run_time=PACE.quick)
        self.follow(Dolly(map_.ground, map_.descend(-0.78, 0.4), seconds))
        self.play(field.grow(), run_time=seconds)
