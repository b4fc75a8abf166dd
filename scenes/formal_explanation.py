"""Formal explanation: the gradient is defined, derived, put in numbers, and tried all round."""

from math import tau

from manim import FadeIn

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects.formal.gradient_board import GradientBoard, Places
from mnemo_anim.mobjects.motion.dolly import Dolly
from mnemo_anim.mobjects.motion.staging import late, soon
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class FormalExplanation(SectionScene):
    """From the definition to the numbers at a point, and to the slope in every direction."""

    section = "formal-explanation"
    across, along = ((-1.4, 1.2), (2.1, 1.2)), ((2.1, -0.7), (2.1, 1.9))  # and back
    places = Places((1.3, 1.2), (1.0, 2.0), across + along, window=((-2.3, 3.1), (-1.3, 4.1)))
    detour = (-1.1, 0.9), (-0.3, 1.8), places.first
    tour = (0.0, 1.8), (-0.9, 1.3), (-1.0, 0.6), (0.0, 0.5), (1.1, 0.7), (1.9, 1.1), (1.5, 1.6)
    scale, small = 0.18, 0.06  # length on the map of a slope of 1; in the last picture
    nudge = 0.01
    last = (0.78, 0.4)  # azimuth and elevation of the last view, in radians

    def construct(self) -> None:
        """Play the section: each beat by the method that has its name."""
        words = self.script.labels
        self.board = board = GradientBoard(
            ELLIPTIC_BOWL, self.places, scale=self.scale, nudge=self.nudge, words=words
        )
        self.map, self.lines, self.spot = board.map, board.lines, board.spot
        self.add(self.map.ground, self.spot)
        for known in self.script.beats:
            if play := getattr(self, known.id.replace("-", "_"), None):
                with self.beat(known.id) as beat:
                    play(beat)

    def the_definition(self, beat: BeatClock) -> None:
        """The list of all partial derivatives is written, entry by entry."""
        definition, ground = self.board.definition, self.map.ground
        self.follow(Dolly(ground, self.map.camera.slanted_view(), beat.rest))
        written = definition.write_function(), ground.to(opacity=1.0)
        self.play(*written, run_time=beat.seconds_until("the gradient lists"))
        self.play(definition.open_list(), run_time=beat.seconds_until("all n"))
        for entry, left in (("first", 3), ("more", 2), ("last", 1)):
            self.play(definition.list_entry(entry), run_time=beat.remaining / left)

    def same_space(self, beat: BeatClock) -> None:
        """The ground becomes the map of its inputs, and each entry of ∇f lies along one of them."""
        map_, seconds = self.map, beat.seconds_until("so it lives")
        self.follow(Dolly(map_.ground, map_.camera.rise(), seconds))
        self.play(self.board.definition.narrow(), late(FadeIn(map_.chart.axes)), run_time=seconds)
        self.play(map_.become_map(), run_time=PACE.quick)
        self.add(map_.arrow.components)
        for index in (0, 1):
            self.play(map_.grow_part(index), run_time=0.8)
        self.play(map_.assemble(), run_time=beat.seconds_until("very map"))
        self.play(self.spot.wander(self.detour), run_time=beat.rest)

    def partial_in_x(self, beat: BeatClock) -> None:
        """While y is held, so is the second term; the first becomes its derivative."""
        lines, seconds = self.lines, beat.seconds_until("With y constant")
        written = lines.write_terms(self.board.definition), late(lines.terms.tell())
        self.play(*written, self.map.leave_only(0), run_time=seconds)
        self.play(lines.terms.hold(1), run_time=PACE.quick)
        self.play(self.spot.go_to(self.across[0]), run_time=beat.seconds_until("∂f/∂x"))
        self.play(lines.derive(0), self.spot.go_to(self.across[1]), run_time=beat.rest)

    def partial_in_y(self, beat: BeatClock) -> None:
        """While x is held, so is the first term; both derivatives become the gradient."""
        lines, terms = self.lines, self.lines.terms
        self.play(terms.release(1), terms.hold(0), self.map.leave_only(1), run_time=0.8)
        self.play(self.spot.go_to(self.along[0]), run_time=beat.seconds_until("∂f/∂y"))
        back = self.spot.go_to(self.along[1])
        self.play(lines.derive(1), back, run_time=beat.seconds_until("Together"))
        self.play(terms.release(0), self.map.reunite(), lines.collect(), run_time=beat.remaining)

    def at_the_point(self, beat: BeatClock) -> None:
        """At the point, x and y are numbers; so are the entries, and the arrow is drawn."""
        map_, lines = self.map, self.lines
        arrive = self.spot.go_to(self.places.here), map_.guides.appear(), lines.come_to_the_point()
        self.play(*arrive, run_time=beat.seconds_until("Put the numbers"))
        self.play(lines.put_in(), run_time=beat.seconds_until("the gradient there"))
        self.play(lines.evaluate(), map_.arrow.assemble(keep=True), run_time=1.6)
        self.play(map_.arrow.pulse(), run_time=beat.remaining)

    def four_to_one(self, beat: BeatClock) -> None:
        """Under the glass, the same small nudge does four times as much to y as to x."""
        panel = self.board.glass
        self.play(self.lines.keep_value(), self.map.guides.vanish(), run_time=0.7)
        self.play(panel.open(), run_time=1.0)
        self.play(panel.set_up(), run_time=beat.seconds_until("Nudge x"))
        self.add(panel.nudges, panel.lens.mark)
        self.play(panel.nudge(0), run_time=beat.seconds_until("nudge y"))
        self.play(panel.nudge(1), run_time=beat.seconds_until("Here the rate"))
        self.play(panel.bars.fit_in(0, 1), run_time=beat.seconds_until("to y"))
        self.play(panel.compare(self.lines.value), run_time=beat.remaining)

    def turning_direction(self, beat: BeatClock) -> None:
        """A direction turns, and its slope is plotted against its angle."""
        map_, direction = self.map, self.map.direction
        panel = self.panel = self.board.slope_panel()
        gone = soon(self.board.glass.leave()), map_.clear_for_turning()
        self.play(*gone, run_time=beat.seconds_until("a direction"))
        self.add(map_.circle, direction)
        self.play(direction.grow(), run_time=beat.seconds_until("turn through"))
        self.add(panel.arc)
        turn = direction.turn_to(tau), map_.circle.vary(felt=1.0)
        self.play(*turn, run_time=beat.seconds_until("Plot the slope"))
        self.play(panel.open(), run_time=PACE.quick)
        self.add(panel.begin())
        self.play(panel.arc.appear(), direction.turn_to(tau), run_time=beat.remaining)

    def peak_of_the_cosine(self, beat: BeatClock) -> None:
        """The direction comes to the gradient: there the slope is highest, and as high as ‖∇f‖."""
        panel, lines, value = self.panel, self.panel.lines, self.lines.value
        self.play(panel.turn_on(), run_time=beat.seconds_until("meets the gradient"))
        joined = self.map.direction.join(), lines.make_room(value)
        self.play(*joined, run_time=beat.seconds_until("Its height"))
        self.add(panel.peak)
        measured = panel.peak.fly_in(), lines.measure(value)
        self.play(*measured, run_time=beat.seconds_until("‖∇f‖"))
        self.play(panel.draw_lines(), run_time=beat.seconds_until("√68"))
        self.play(lines.evaluate(), run_time=1.0)
        self.play(panel.note(self.label("steepest-ascent"), 0), run_time=PACE.quick)

    def zero_and_lowest(self, beat: BeatClock) -> None:
        """Square to the gradient the slope is zero; opposite to it, it is lowest."""
        map_, panel = self.map, self.panel
        level = soon(panel.note(self.label("level"), 90)), map_.level.appear()
        self.play(panel.turn_square(), *level, run_time=beat.seconds_until("the slope is zero"))
        self.play(map_.corner.appear(), panel.mark_zeros(), run_time=PACE.quick)
        beat.until("Opposite")
        opposite = panel.turn_opposite(), map_.corner.vanish()
        lowest = late(panel.note(self.label("steepest-descent"), 180))
        self.play(*opposite, lowest, run_time=beat.seconds_until("lowest"))

    def always_steepest(self, beat: BeatClock) -> None:
        """The peak is in the direction of ∇f wherever the point goes; so ∇f is, all over f."""
        map_, panel, direction = self.map, self.panel, self.map.direction
        self.play(direction.join(), map_.level.vanish(), panel.come_alive(), run_time=1.2)
        direction.uphill = True
        self.play(self.spot.wander(self.tour), run_time=beat.seconds_until("its magnitude"))
        gone = panel.leave(), map_.clear_for_spreading(self.small), map_.become_ground()
        self.play(*gone, run_time=PACE.quick)
        self.remove(map_.arrow, map_.mark)
        field, arrow, mark = map_.stand_on_ground()
        self.add(field, arrow, mark)
        below = float(panel.lines.readout.get_bottom()[1])
        seconds = beat.remaining + PACE.move
        self.follow(Dolly(map_.ground, map_.camera.descend(*self.last, below=below), seconds))
        self.play(field.grow(), run_time=seconds)
        beat.pause(arrow.pulse(), seconds=1.5)
