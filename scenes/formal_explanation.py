"""Formal explanation: the gradient is defined, derived, put in numbers, and tried all round."""

from math import pi, tau

from manim import DOWN, FadeIn, FadeOut, GrowFromPoint, RIGHT, UP, UR, LEFT, VGroup, linear

from mnemo_anim.maths import ELLIPTIC_BOWL
from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects import FieldArrows, Number, Spot, Words, dim, undim
from mnemo_anim.mobjects.change_bars import ChangeBars
from mnemo_anim.mobjects.derivation import Derivation
from mnemo_anim.mobjects.dolly import Dolly, rise_to_map
from mnemo_anim.mobjects.gradient_map import GradientMap
from mnemo_anim.mobjects.nudge_lens import NudgeLens
from mnemo_anim.mobjects.slope_panel import SlopePanel
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, PALETTE, STAGE, TYPE


class FormalExplanation(SectionScene):
    """From the definition to the numbers at a point, and to the slope in every direction."""

    section = "formal-explanation"
    field = ELLIPTIC_BOWL
    here = (1.0, 2.0)
    elsewhere = (2.0, 1.0)  # where the point stands until then
    across, along = ((-1.5, 1.0), (2.2, 1.0)), ((2.0, -0.6), (2.0, 1.8))
    window = (-2.3, 3.1), (-1.3, 4.1)
    unit = 1.0
    scale = 0.2
    known = 5.0
    nudge = 0.01
    steepest = 9.0
    ticks = (-8.0, -4.0, 0.0, 4.0, 8.0)
    rows = (2.9, 1.3, 0.0, -1.6)
    tour = (-1.0, 1.7), (-1.1, 0.7), (0.3, 0.6), (1.9, 0.9), (1.7, 1.6)

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
            self.wander(beat)

    def set_the_stage(self) -> None:
        self.spot = Spot(self.elsewhere)
        self.map = GradientMap(
            self.field,
            self.spot,
            window=self.window,
            unit=self.unit,
            place=self.here,
            scale=self.scale,
            known=self.known,
            words=self.label("input-space"),
        )
        self.column = (STAGE.left + self.map.chart.get_left()[0] - STAGE.gap) / 2
        self.lines = Derivation(self.field, self.here, x=self.column, rows=self.rows)
        self.ground = self.map.ground
        self.ground.set_state(view=self.map.slanted_view(-0.8), curves=1.0, rim=1.0, opacity=0.0)
        self.add(self.ground, self.spot)

    def define(self, beat: BeatClock) -> None:
        lines = self.lines
        self.follow(Dolly(self.ground, self.map.slanted_view(), beat.rest))
        self.play(
            self.ground.to(opacity=1.0),
            lines.write_function(),
            run_time=beat.seconds_until("the gradient lists"),
        )
        self.play(lines.open_list(), run_time=PACE.move)
        beat.until("all n")
        self.play(lines.list_entry("first"), run_time=0.8)
        self.play(lines.list_entry("more"), run_time=0.6)
        self.play(lines.list_entry("last"), run_time=0.8)

    def enter_the_space(self, beat: BeatClock) -> None:
        lines, chart = self.lines, self.map.chart
        border = chart.axes.border
        seconds = beat.seconds_until("so it lives")
        rise = rise_to_map(
            self.ground,
            chart.unit,
            tuple(chart.centre[:2]),
            azimuth=-0.5,
            elevation=0.5,
            perspective=0.35,
            width=STAGE.right - border.get_left()[0],
            height=STAGE.top - STAGE.bottom,
            middle=(border.get_center()[0], STAGE.middle),
        )
        self.follow(Dolly(self.ground, rise, seconds))
        self.play(lines.narrow(), run_time=0.8 * seconds)
        self.add(lines.symbols)
        self.play(FadeIn(chart.axes), run_time=0.2 * seconds)
        self.play(
            FadeIn(chart.lines, chart.labels, self.map.words),
            self.ground.to(curves=0.0, rim=0.0),
            self.map.mark.appear(),
            run_time=PACE.quick,
        )
        bars = [lines.bar_under(index) for index in (0, 1)]
        self.play(*map(FadeIn, bars), run_time=0.4)
        self.play(self.map.arrow.assemble_from(*bars), run_time=1.8)
        self.bring_to_front(self.map.mark)
        beat.until("on the very map")
        self.play(self.spot.wander([(-1.0, 1.5), self.elsewhere]), run_time=beat.remaining)

    def derive_along_x(self, beat: BeatClock) -> None:
        lines, parts = self.lines, self.map.arrow.components
        self.play(
            FadeOut(lines.symbols), self.map.arrow.vanish(), lines.write_terms(), run_time=1.4
        )
        self.add(lines.function)
        beat.until("With y constant")
        self.add(parts.x_part)
        self.play(lines.hold(1), parts.x_part.grow(), run_time=0.6)
        way = [point for point in self.across]
        self.play(self.spot.go_to(way[0]), run_time=1.5)
        beat.until("∂f/∂x")
        self.play(
            lines.name_partial(0), lines.derive(0), self.spot.go_to(way[1]), run_time=beat.remaining
        )
        self.add(lines.partials[0])

    def derive_along_y(self, beat: BeatClock) -> None:
        lines, parts = self.lines, self.map.arrow.components
        self.play(
            lines.release(1),
            lines.hold(0),
            parts.x_part.vanish(),
            self.spot.go_to(self.along[0]),
            run_time=0.8,
        )
        self.add(parts.y_part)
        parts.y_part.slid = 0.0
        self.play(parts.y_part.grow(), run_time=0.3)
        self.play(
            self.spot.go_to(self.along[1]), lines.name_partial(1), lines.derive(1), run_time=1.6
        )
        self.add(lines.partials[1])
        beat.until("Together")
        self.play(lines.release(0), lines.collect(), run_time=1.4)
        self.add(lines.general)

    def put_the_numbers_in(self, beat: BeatClock) -> None:
        lines, parts = self.lines, self.map.arrow.components
        self.add(parts.x_part)
        self.play(
            FadeOut(lines.function, lines.partials),
            self.map.guides.appear(),
            FadeIn(lines.place),
            self.spot.go_to(self.here),
            parts.x_part.appear(),
            parts.y_part.vary(slid=1.0),
            run_time=1.6,
        )
        beat.until("Put the numbers")
        self.play(lines.put_in(), run_time=1.4)
        self.add(lines.inserted)
        beat.until("the gradient there")
        self.play(
            lines.evaluate(), self.map.arrow.assemble(keep=True), FadeIn(self.map.key), run_time=1.6
        )
        self.add(lines.value)

    def nudge_each(self, beat: BeatClock) -> None:
        lines, map_ = self.lines, self.map
        lens = NudgeLens(map_.chart.field, self.here, nudge=self.nudge, side=3.3)
        right = map_.chart.get_left()[0] - STAGE.gap
        lens.glass.move_to([right - 1.65, 0.7, 0])
        point = map_.chart.point(self.here)
        beam = lens.beam_from(point)
        self.play(
            FadeOut(lines.place),
            lines.value.animate.move_to([self.column, 3.2, 0]),
            map_.guides.vanish(),
            run_time=0.8,
        )
        self.add(beam)
        self.play(GrowFromPoint(beam, point), lens.open_from(point), run_time=1.2)
        bars = ChangeBars(lens.nudges, foot=(-5.3, -0.95, 0), unit=30.0)
        change = Words(self.label("change"), size=TYPE.label, color=PALETTE.ink_soft).move_to(
            [-5.3, 2.2, 0]
        )
        self.play(FadeIn(lens.mark, bars, change), run_time=0.4)
        self.add(lens.nudges, lens.mark)
        beat.until("Nudge x")
        self.play(lens.nudges.nudge(0, self.nudge), run_time=1.0)
        beat.until("nudge y")
        self.play(lens.nudges.nudge(1, self.nudge), run_time=1.4)
        beat.until("Here the rate")
        self.play(bars.fit_in(0, 1), run_time=2.0)
        self.shown = [lens.glass, beam, bars, change, lens.mark, lens.nudges]

    def turn_round(self, beat: BeatClock) -> None:
        map_ = self.map
        right = map_.chart.get_left()[0] - STAGE.gap
        self.panel = panel = SlopePanel(
            map_.direction,
            map_.arrow,
            steepest=self.steepest,
            width=right - STAGE.left - 0.75,
            corner=(STAGE.left + 0.65, -1.9),
            words=(self.label("angle"), self.label("slope")),
            ticks=self.ticks,
        )
        self.play(
            FadeOut(*self.shown),
            dim(map_.arrow),
            map_.arrow.components.x_part.vanish(),
            map_.arrow.components.y_part.vanish(),
            run_time=0.6,
        )
        self.add(map_.circle, map_.direction)
        map_.circle.felt = 0.0
        self.bring_to_front(map_.mark)
        self.play(map_.direction.grow(), run_time=0.6)
        seconds = beat.seconds_until("Plot the slope")
        self.play(
            map_.direction.turn_to(tau),
            map_.circle.vary(felt=(0.0, 1.0)),
            FadeIn(panel.graph),
            run_time=seconds,
        )
        map_.direction.turned = 0.0
        self.add(panel.curve)
        self.play(FadeIn(panel.number), map_.direction.turn_to(tau), run_time=beat.remaining)

    def meet_the_gradient(self, beat: BeatClock) -> None:
        map_, panel = self.map, self.panel
        panel.curve.whole = True
        self.play(
            map_.direction.turn_to(map_.direction.steepest),
            undim(map_.arrow),
            run_time=beat.seconds_until("meets"),
        )
        self.play(panel.upright(), run_time=1.2)

    def go_level_and_down(self, beat: BeatClock) -> None:
        map_, panel = self.map, self.panel
        steepest = map_.direction.steepest
        self.play(map_.direction.turn_to(steepest + pi / 2), map_.level.appear(), run_time=1.6)
        self.play(map_.corner.appear(), run_time=0.5)
        beat.until("Opposite")
        self.play(map_.direction.turn_to(steepest + pi), run_time=1.6)

    def wander(self, beat: BeatClock) -> None:
        map_, panel = self.map, self.panel
        steepest = map_.direction.steepest
        self.play(map_.direction.turn_to(steepest), run_time=1.0)
        map_.direction.uphill = True
        self.play(self.spot.wander(self.tour), run_time=4.0)
