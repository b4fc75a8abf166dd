"""Formal explanation: the gradient is defined, derived, put in numbers, and tried all round."""

from math import pi, tau

from manim import LEFT, RIGHT, UR, FadeIn, FadeOut

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.mobjects import FieldArrows, Spot, dim, undim
from mnemo_anim.mobjects.definition import Definition
from mnemo_anim.mobjects.derivation import Derivation
from mnemo_anim.mobjects.dolly import Dolly
from mnemo_anim.mobjects.gradient_map import GradientMap
from mnemo_anim.mobjects.nudge_panel import NudgePanel
from mnemo_anim.mobjects.slope_panel import SlopePanel
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, STAGE


class FormalExplanation(SectionScene):
    """From the definition to the numbers at a point, and to the slope in every direction."""

    section = "formal-explanation"
    field = ELLIPTIC_BOWL
    here = (1.0, 2.0)
    elsewhere = (1.3, 1.2)  # where the point stands before
    detour = (-1.2, 1.0), (-0.6, 2.2), elsewhere
    across = (-1.4, 1.2), (2.1, 1.2)  # along x, and back
    along = (2.1, -0.8), (2.1, 1.9)  # along y, and back
    tour = (-1.0, 1.7), (-1.1, 0.7), (0.3, 0.6), (1.9, 0.9), (1.7, 1.6)
    window = (-2.3, 3.1), (-1.3, 4.1)  # of the map
    unit = 1.0  # of the map, in screen units
    scale, known = (
        0.2,
        5.0,
    )  # length on the map of a slope of 1, and the slope whose arrow is the key
    nudge = 0.01
    steepest, ticks = 9.0, (-8.0, -4.0, 0.0, 4.0, 8.0)  # of the slopes on the graph

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
        self.map = map_ = GradientMap(
            self.field,
            self.spot,
            window=self.window,
            unit=self.unit,
            place=self.here,
            scale=self.scale,
            known=self.known,
            words=self.label("input-space"),
        )
        self.column = {"left": STAGE.left, "right": map_.chart.get_left()[0] - 1.5 * STAGE.gap}
        self.definition = Definition(self.field, x=sum(self.column.values()) / 2)
        self.lines = Derivation(self.field, self.spot, self.here, **self.column)
        map_.ground.set_state(view=map_.slanted_view(-0.75), curves=1.0, rim=1.0, opacity=0.0)
        self.add(map_.ground, self.spot)

    def define(self, beat: BeatClock) -> None:
        """The list of all partial derivatives is written, entry by entry."""
        ground, definition = self.map.ground, self.definition
        self.follow(Dolly(ground, self.map.slanted_view(), beat.rest))
        appear = ground.to(opacity=1.0), definition.write_function()
        self.play(*appear, run_time=beat.seconds_until("the gradient lists"))
        self.play(definition.open_list(), run_time=beat.seconds_until("all n"))
        self.play(definition.list_entries(), run_time=beat.remaining)

    def enter_the_space(self, beat: BeatClock) -> None:
        """The ground becomes the map of its inputs, and each entry of ∇f lies along one of them."""
        map_, parts = self.map, self.map.arrow.components
        seconds = beat.seconds_until("so it lives")
        self.follow(Dolly(map_.ground, map_.rise(), seconds))
        self.play(self.definition.narrow(), run_time=0.75 * seconds)
        self.add(self.definition.two, self.definition.symbols)
        self.play(FadeIn(map_.chart.axes), run_time=0.25 * seconds)
        self.play(map_.become_map(), run_time=PACE.quick)
        names = [map_.part_name(index) for index in (0, 1)]
        parts.y_part.slid = 0.0
        self.add(parts)
        self.play(parts.x_part.grow(), names[0].appear(), run_time=0.8)
        self.play(parts.y_part.grow(), names[1].appear(), run_time=0.8)
        self.play(map_.arrow.assemble(keep=True), run_time=beat.seconds_until("on the very"))
        self.bring_to_front(map_.mark)
        self.play(*(name.vanish() for name in names), run_time=0.3)
        self.play(self.spot.wander(self.detour), run_time=beat.rest)

    def derive_along_x(self, beat: BeatClock) -> None:
        """The input y is held, and with it the second term: the first becomes its derivative."""
        map_, lines, (x_part, y_part) = self.map, self.lines, self.map.arrow.components
        self.play(
            lines.write_terms(self.definition.two),
            self.definition.symbols.turn_into(lines.symbols),
            map_.arrow.vanish(),
            y_part.vanish(),
            run_time=beat.seconds_until("With y constant"),
        )
        self.add(lines.function, lines.symbols)
        self.play(FadeIn(*lines.values), lines.hold(1), run_time=PACE.quick)
        self.play(self.spot.go_to(self.across[0]), run_time=beat.seconds_until("∂f/∂x"))
        self.play(lines.derive(0), self.spot.go_to(self.across[1]), run_time=beat.rest)
        self.add(lines.partials[0])

    def derive_along_y(self, beat: BeatClock) -> None:
        """The input x is held, and with it the first term; both derivatives become the gradient."""
        lines, (x_part, y_part) = self.lines, self.map.arrow.components
        self.play(lines.release(1), x_part.vanish(), run_time=0.4)
        y_part.slid = 0.0
        self.play(lines.hold(0), y_part.grow(), run_time=0.5)
        self.play(self.spot.go_to(self.along[0]), run_time=beat.seconds_until("∂f/∂y"))
        back = self.spot.go_to(self.along[1])
        self.play(lines.derive(1), back, run_time=beat.seconds_until("Together"))
        self.add(lines.partials[1])
        self.play(
            lines.release(0), x_part.grow(), y_part.vary(slid=1.0), lines.collect(), run_time=1.4
        )
        self.add(lines.general)

    def put_the_numbers_in(self, beat: BeatClock) -> None:
        """At the point, x and y are numbers; so are the entries, and the arrow is drawn."""
        map_, lines = self.map, self.lines
        self.play(FadeOut(*lines.partials, *lines.values), run_time=0.4)
        self.play(
            self.spot.go_to(self.here),
            map_.guides.appear(),
            FadeIn(lines.place),
            run_time=beat.seconds_until("Put the numbers"),
        )
        self.play(lines.put_in(), run_time=1.4)
        self.add(lines.inserted)
        beat.until("the gradient there")
        drawn = map_.arrow.assemble(keep=True), FadeIn(map_.key)
        self.play(lines.evaluate(), *drawn, run_time=1.6)
        self.add(lines.value)
        self.bring_to_front(map_.mark)
        self.play(map_.arrow.pulse(), run_time=beat.remaining)

    def nudge_each(self, beat: BeatClock) -> None:
        """Under the glass, the same small nudge of y does four times as much as one of x."""
        map_, lines = self.map, self.lines
        words = self.label("change"), self.label("nudge")
        panel = NudgePanel(map_.chart, self.here, nudge=self.nudge, words=words, **self.column)
        self.play(
            FadeOut(lines.place, lines.function),
            lines.value.animate.align_to([0, STAGE.top, 0], direction=[0, 1, 0]),
            map_.guides.vanish(),
            run_time=0.7,
        )
        self.play(panel.open(), run_time=1.0)
        self.play(panel.set_up(), run_time=0.4)
        self.add(panel.nudges, panel.lens.mark)
        beat.until("Nudge x")
        self.play(panel.nudge(0), run_time=beat.seconds_until("nudge y") - 0.2)
        beat.until("nudge y")
        self.play(panel.nudge(1), run_time=beat.seconds_until("Here the rate"))
        self.play(panel.bars.fit_in(0, 1), run_time=beat.seconds_until("4 times"))
        self.play(FadeIn(panel.ratio), run_time=PACE.quick)
        self.leaving = panel.parts

    def turn_round(self, beat: BeatClock) -> None:
        """A direction turns, and its slope is plotted against its angle."""
        map_, direction = self.map, self.map.direction
        self.panel = panel = SlopePanel(
            direction,
            map_.arrow,
            steepest=self.steepest,
            words=(self.label("angle"), self.label("slope")),
            ticks=self.ticks,
            **self.column,
        )
        parts = (part.vanish() for part in map_.arrow.components)
        self.play(FadeOut(*self.leaving), dim(map_.arrow), *parts, run_time=0.6)
        self.add(map_.circle, direction, map_.mark)
        self.play(direction.grow(), run_time=beat.seconds_until("turn through"))
        self.play(
            direction.turn_to(tau),
            map_.circle.vary(felt=1.0),
            FadeIn(panel.graph),
            run_time=beat.seconds_until("Plot the slope"),
        )
        direction.turned = 0.0
        self.add(panel.curve)
        self.play(FadeIn(panel.number), direction.turn_to(tau), run_time=beat.remaining)

    def meet_the_gradient(self, beat: BeatClock) -> None:
        """The direction comes to the gradient: there the slope is highest, and as high as ‖∇f‖."""
        direction, panel = self.map.direction, self.panel
        panel.curve.whole = True
        back = direction.turn_to(direction.steepest)
        self.play(back, undim(self.map.arrow), run_time=beat.seconds_until("Its height"))
        self.add(panel.peak)
        self.play(panel.peak.fly_in(), panel.peak.vary(dashes=(0.0, 0.0)), run_time=1.0)
        beat.until("‖∇f‖")
        self.play(panel.peak.draw_line(), panel.measure(self.lines.value), run_time=1.4)
        self.add(panel.norm)
        note = panel.note(self.label("steepest-ascent"), 0.0, UR)
        self.play(FadeIn(note), run_time=PACE.quick)
        self.notes = [note]

    def go_level_and_down(self, beat: BeatClock) -> None:
        """Square to the gradient the slope is zero; opposite to it, it is lowest."""
        map_, panel, direction = self.map, self.panel, self.map.direction
        steepest = direction.steepest
        level = panel.note(self.label("level"), 90.0, RIGHT)
        descent = panel.note(self.label("steepest-descent"), 180.0, LEFT)
        turned = direction.turn_to(steepest + pi / 2)
        self.play(turned, map_.level.appear(), run_time=beat.seconds_until("the slope is zero"))
        self.play(map_.corner.appear(), FadeIn(level), run_time=PACE.quick)
        beat.until("Opposite")
        turned = direction.turn_to(steepest + pi)
        self.play(turned, run_time=beat.seconds_until("lowest"))
        self.play(FadeIn(descent), run_time=PACE.quick)
        self.notes += [level, descent]

    def go_everywhere(self, beat: BeatClock) -> None:
        """Wherever the point goes, the peak is in the direction of the gradient."""
        map_, panel, direction = self.map, self.panel, self.map.direction
        back = direction.turn_to(direction.steepest)
        leave = map_.level.vanish(), map_.corner.vanish(), FadeOut(*self.notes)
        self.play(back, *leave, FadeOut(panel.norm), FadeIn(panel.readout), run_time=1.0)
        direction.uphill = True
        self.play(self.spot.wander(self.tour), run_time=beat.seconds_until("its magnitude"))

    def rise_into_the_landscape(self, beat: BeatClock) -> None:
        """The map is the landscape again, with the gradient all over it."""
        map_, panel = self.map, self.panel
        gone = (map_.direction, map_.circle, map_.arrow, map_.mark, panel.curve, panel.peak)
        self.play(
            FadeOut(panel.graph, panel.number, panel.readout),
            *(part.vanish() for part in gone),
            run_time=PACE.quick,
        )
        field = FieldArrows(map_.ground, count=70, scale=0.055, parts=(None,))
        self.play(map_.become_ground(map_.whole_view(-0.45, 0.62)), run_time=1.6)
        self.play(field.grow(), run_time=1.6)
