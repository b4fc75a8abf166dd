"""Intuition first: the way down a valley in the dark, by the slope under one's feet alone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar

from manim import FadeIn, FadeOut

from mnemo_anim.landscape import View
from mnemo_anim.maths import VALLEYS_WALK
from mnemo_anim.mobjects.hike.expedition import Shot
from mnemo_anim.mobjects.hike.loss_surface import LossSurface
from mnemo_anim.mobjects.hike.night_hike import NightHike
from mnemo_anim.mobjects.motion.dolly import Dolly, early, rise_to_map
from mnemo_anim.mobjects.motion.focus import dim, undim
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, STAGE


class IntuitionFirst(SectionScene):
    """Feel the slopes, make one arrow of them, turn round, step; then see it all from above."""

    section = "intuition-first"
    walk = VALLEYS_WALK
    night = 0.95  # fog all the way
    pace = (1.5, 0.7)  # time for the second step, and for the last, to that of one between
    map_unit = 0.9
    lift = 1.0  # of a way on the screen, so that the hiker at its end stays off the rail
    far_away = (-0.35, 0.3, 0.09, 1.75)  # a camera: azimuth, elevation, perspective, scale
    waivers: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "night-walk": {
            "rail": "The hills in the dark have no end: they go on below the caption.",
            "clipped": "The hills in the dark have no end: they go on beyond the frame.",
        },
    }

    def construct(self) -> None:
        """Play the section."""
        view = View(*self.far_away, focus=(0.4, 1.0, 1.2), centre=(0, 0.2, 0))
        self.hike = NightHike(self.walk, word=self.label, view=view, unit=self.map_unit)
        self.land, self.map, self.hiker = self.hike.landscape, self.hike.map, self.hike.hiker
        self.add(self.land, self.hiker)
        self.go_out_into_the_night()
        self.feel_the_slopes()
        self.make_one_arrow()
        self.turn_round_and_step()
        self.go_on_until_it_is_level()
        self.rise_above()
        self.name_the_gradient()
        self.lift_the_surface_off()
        self.flip_the_gradient()

    def go_out_into_the_night(self) -> None:
        """Come near a small light in the hills."""
        with self.shot("night-walk", (0.62, 0.40, 0.12, 4.5), up=0.6) as beat:
            self.play(self.hike.come_near(), run_time=PACE.move)
            beat.until("blindfolded")
            self.play(self.land.to(fog=self.night), run_time=beat.remaining)
        with self.shot("the-question", (0.14, 0.38, 0.12, 4.7), up=0.6) as beat:
            beat.until("the ground")
            self.play(self.hike.grope(), run_time=beat.remaining / 2)
            self.play(self.hiker.feel("none"), run_time=beat.remaining)

    def feel_the_slopes(self) -> None:
        """Lay a bar along each axis; each tilts into the slope of the ground."""
        across, along = self.hike.lay_bars().along
        with self.shot("feel-left-right", (0.0, 0.40, 0.12, 5.0)) as beat:
            self.add(across)
            self.play(self.hiker.feel("left"), self.hike.grow_bar(0), run_time=PACE.move)
            self.play(self.hiker.feel("right"), run_time=beat.seconds_until("the ground"))
            self.play(across.feel(), run_time=PACE.move)
            self.play(self.hiker.feel("none"), run_time=beat.remaining)
        with self.shot("feel-front-back", (1.38, 0.36, 0.12, 5.0)) as beat:
            self.add(along)
            step_out = (self.hiker.vary(stride=0.5), self.hike.grow_bar(1))
            self.play(*step_out, run_time=beat.seconds_until("another"))
            self.play(self.hiker.vary(stride=1.0), along.feel(), run_time=PACE.move)

    def make_one_arrow(self) -> None:
        """Slide the two slopes together, tip to tail, into the gradient."""
        with self.shot("one-arrow", (0.25, 0.48, 0.12, 4.2)) as beat:
            arrow = self.hike.feel(0)
            seconds = beat.seconds_until("one arrow") + PACE.quick
            self.play(self.hike.felt.become(arrow), run_time=seconds)
            self.play(self.hiker.face(self.hike.descent.gradients[0]), run_time=PACE.move)
            beat.until("steepest")
            self.uphill = self.hike.uphill()
            self.play(self.uphill.appear(), arrow.pulse(), run_time=PACE.move)

    def turn_round_and_step(self) -> None:
        """Turn the arrow and the hiker round, and walk to the arrow's tip."""
        with self.shot("turn-and-step", (0.0, 0.52, 0.12, 3.0), stop=1, since=0) as beat:
            self.play(self.uphill.vanish(), run_time=PACE.quick / 2)
            self.play(self.hike.look_up(0), run_time=0.8)
            downhill = self.hike.downhill()
            self.play(downhill.appear(), run_time=beat.seconds_until("take a step"))
            self.add(self.hike.trail)
            down = (self.hike.walk_to(1), downhill.vanish())
            self.play(*down, run_time=beat.seconds_until("towards"))

    def go_on_until_it_is_level(self) -> None:
        """Feel, turn, step, and feel again, to the end of the descent."""
        last = self.hike.last
        with self.shot("again-and-again", (-0.4, 0.66, 0.11, 1.75), stop=last, since=0) as beat:
            for move, share in self.hike.feel_turn_and_step(self.pace):
                self.play(move, run_time=share * beat.length)
        with self.shot("level-ground", (0.12, 0.42, 0.12, 4.6), stop=last) as beat:
            felt, level = self.hike.lay_bars(last), self.hike.level()
            self.add(felt)
            self.play(felt.grow(), run_time=PACE.slow)
            self.play(felt.feel(), level.appear(), run_time=PACE.move)
            beat.until("nowhere")
            beat.mark_poster()
            self.wait(beat.remaining)
            self.play(felt.vanish(), level.vanish(), run_time=PACE.breath)

    def rise_above(self) -> None:
        """The fog lifts; from straight overhead, the landscape is its own map."""
        stage = (0.0, STAGE.middle + 0.82)
        rise = rise_to_map(self.land, self.map.unit, self.hike.middle, height=5.0, middle=stage)
        with self.beat("fog-lifts") as beat:
            self.follow(Dolly(self.land, rise(0.0), 0.7 * beat.rest, rate_func=early))
            self.play(*self.hike.dawn(), run_time=0.7 * beat.remaining)
        with self.beat("from-above") as beat:
            seconds = beat.seconds_until("and every")
            self.follow(Dolly(self.land, rise, seconds))
            self.play(self.hiker.vary(shown=0.0), run_time=0.8 * seconds)
            self.play(FadeIn(self.map.axes), run_time=0.2 * seconds)
            lines = FadeIn(self.map.lines, self.map.labels)
            self.play(lines, self.hike.become_map(), run_time=PACE.quick)
            run, height = self.hike.run_along_level()
            told = run.number  # the readout tells it now
            self.play(run.appear(), FadeIn(height), dim(told), run_time=PACE.quick)
            self.play(run.go_along(), run_time=beat.remaining)
            beat.mark_poster()
            self.play(run.vanish(), FadeOut(height), undim(told), run_time=PACE.breath)

    def name_the_gradient(self) -> None:
        """Show the gradient at every stop."""
        with self.beat("the-gradient") as beat:
            self.play(self.hike.show_gradients(), run_time=beat.seconds_until("is the"))
            self.name = self.hike.name_gradients()
            self.play(self.name.fly_in(), run_time=PACE.move)
            self.add(self.name)

    def lift_the_surface_off(self) -> None:
        """Part surface and map: the place on the map is the weights, the height is the loss."""
        with self.beat("loss-surface") as beat:
            surface = LossSurface(self.hike)
            self.add(*surface.stack)
            self.play(surface.cover(self.name), run_time=PACE.move)
            seconds = beat.seconds_until("Where you stand")
            self.follow(Dolly(self.land, surface.beside(), seconds))
            self.play(surface.part(), run_time=seconds)
            surface.set_names()
            self.play(FadeIn(surface.place), run_time=PACE.breath)
            beat.until("the weights")
            self.play(surface.call_it_weights(), run_time=PACE.quick)
            self.play(surface.name_weights(), run_time=beat.seconds_until("your height"))
            beat.until("your height")
            self.add(surface.marks, surface.on_map)
            self.play(surface.measure(), run_time=PACE.quick)
            beat.until("the loss.")
            self.play(surface.call_it_loss(), run_time=PACE.quick)

    def flip_the_gradient(self) -> None:
        """Flip the gradient; let it move the weights, and the loss come down."""
        with self.beat("flip-it") as beat:
            arrows = self.hike.gradient_pair("L")
            self.play(arrows.grow(), arrows.uphill.appear(), run_time=PACE.move)
            beat.until("fastest")
            self.play(arrows.pulse(), run_time=PACE.move)
            beat.until("Flip it")
            self.play(arrows.uphill.vanish(), run_time=PACE.quick / 2)
            turn = (self.hiker.face(self.hike.descent.steps[0]), arrows.downhill.appear())
            self.play(arrows.flip(), *turn, run_time=PACE.move)
            beat.until("to move")
            self.play(arrows.downhill.vanish(), run_time=PACE.quick)
            each = beat.rest / self.hike.last
            for stop in range(1, self.hike.last):
                self.play(self.hike.walk_to(stop), run_time=each)
            self.play(self.hike.walk_to(self.hike.last), arrows.vanish(), run_time=beat.rest)

    @contextmanager
    def shot(
        self,
        beat_id: str,
        camera: Shot,
        *,
        stop: int = 0,
        since: int | None = None,
        up: float = 0.0,
    ) -> Iterator[BeatClock]:
        """Play a beat while the camera goes to a shot of the hiker at a stop, or on the way.

        The hiker at a stop stands ``up`` screen units above the middle of the stage.
        """
        with self.beat(beat_id) as beat:
            since = stop if since is None else since
            middle = STAGE.middle + (self.lift if since != stop else up)
            view = self.hike.view(since, stop, camera, centre=(0.0, middle))
            self.follow(Dolly(self.land, view, beat.rest, rate_func=early))
            yield beat
