"""Intuition first: the way down a valley in the dark, by the slope under one's feet alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import pi
from typing import ClassVar

import numpy as np
from manim import ORIGIN, RIGHT, UP, FadeIn, FadeOut, LaggedStart, VGroup, VMobject

from mnemo_anim.landscape import Lantern, View
from mnemo_anim.maths import VALLEYS_WALK
from mnemo_anim.maths.quantities import Value
from mnemo_anim.mobjects import ContourMap, Formula, Readout, Tag, Words, halo
from mnemo_anim.mobjects.dolly import Dolly, early, rise_to_map
from mnemo_anim.mobjects.expedition import Expedition
from mnemo_anim.mobjects.gradient_name import GradientName
from mnemo_anim.mobjects.gradient_pair import GradientPair
from mnemo_anim.mobjects.height_marks import HeightMarks
from mnemo_anim.mobjects.lettering import in_text
from mnemo_anim.mobjects.level_run import LevelRun
from mnemo_anim.mobjects.plate import on_plate
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, PALETTE, STAGE, TYPE


class IntuitionFirst(SectionScene):
    """Feel the slopes, make one arrow of them, turn round, step; then see it all from above."""

    section = "intuition-first"
    walk = VALLEYS_WALK
    facing = -pi / 2  # of the hiker: along y, which is “front and back”
    size, tall = 0.36, 0.5  # of the hiker, in units of coords: near by, and from afar
    bar = 0.9  # length of a felt slope, in units of coords
    hills, night = 0.8, 0.95  # fog at the first look, and all the way
    pace = (1.5, 0.7)  # time for the second step, and for the last, to that of one between
    light, near, dawn, ember = 0.85, 0.55, 9.0, 0.6  # radius of the lantern's light
    map_unit, small_unit, map_middle = 0.9, 0.82, 0.45
    lift = 0.6  # of a way on the screen, so that the hiker at its end stays off the rail
    tint = 0.75  # opacity of the ground under a map
    # Azimuth, elevation, perspective and scale of the camera; it stays with the hiker.
    far_away = (-0.35, 0.3, 0.09, 1.75)
    shots: ClassVar = {
        "night-walk": (0.62, 0.40, 0.12, 4.6),
        "the-question": (0.14, 0.38, 0.12, 5.0),
        "feel-left-right": (0.0, 0.40, 0.12, 5.0),
        "feel-front-back": (1.38, 0.36, 0.12, 5.0),
        "one-arrow": (0.25, 0.48, 0.12, 4.2),
        "turn-and-step": (0.0, 0.52, 0.12, 3.0),
        "again-and-again": (-0.4, 0.66, 0.11, 1.75),
        "level-ground": (0.12, 0.42, 0.12, 4.6),
    }

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        self.go_out_into_the_night()
        self.feel_the_slopes()
        self.make_one_arrow()
        self.turn_round_and_step()
        self.go_on_until_it_is_level()
        self.lift_the_fog()
        self.rise_above()
        self.name_the_gradient()
        self.lift_the_surface_off()
        self.flip_the_gradient()

    # ---- in the dark -------------------------------------------------------------------------

    def set_the_stage(self) -> None:
        """Put the hiker on the flank of the ridge, and the night over all."""
        descent = self.walk.descent()
        self.map = ContourMap(
            self.walk.field,
            unit=self.map_unit,
            centre=(0, self.map_middle, 0),
            names=(in_text(self.label("left-right")), in_text(self.label("front-back"))),
            keep_clear=[*descent.iterates, descent.iterates[0] + descent.gradients[0]],
        )
        self.land = self.map.landscape(
            view=View(*self.far_away, focus=(0.4, 1.0, 1.2), centre=(0, 0.2, 0)),
            fog=1.0,
            lantern=Lantern(radius=self.light),
        )
        self.hike = Expedition(self.walk, self.land, height=self.size, bearing=self.facing)
        self.hiker = self.hike.hiker.set_z_index(2)
        self.add(self.land, self.hiker)

    def go_out_into_the_night(self) -> None:
        """Come near a small light in the hills."""
        with self.shot("night-walk") as beat:
            self.play(
                self.land.to(fog=self.hills),
                self.hike.kindle(1.0),
                self.hiker.vary(shown=(0.0, 1.0), light=(0.0, 1.0)),
                run_time=PACE.move,
            )
            beat.until("blindfolded")
            self.play(self.land.to(fog=self.night), run_time=beat.remaining)
        with self.shot("the-question") as beat:
            beat.until("the ground")
            draw_in = self.hike.kindle(1.0, radius=self.near)
            self.play(self.hiker.feel("left"), draw_in, run_time=beat.remaining / 2)
            self.play(self.hiker.feel("none"), run_time=beat.remaining)

    def feel_the_slopes(self) -> None:
        """Lay a bar along each axis; each tilts into the slope of the ground."""
        names = ("left-right", PALETTE.x_part), ("front-back", PALETTE.y_part)
        self.felt = self.hike.feel_around(self.bar, tuple(self.words(*name) for name in names))
        across, along = self.felt.along
        across_name, along_name = self.felt.names
        with self.shot("feel-left-right") as beat:
            self.add(across)
            grow = (across.grow(), across_name.appear())
            self.play(self.hiker.feel("left"), *grow, run_time=PACE.move)
            self.play(self.hiker.feel("right"), run_time=beat.seconds_until("the ground"))
            self.play(across.feel(), run_time=PACE.move)
            self.play(self.hiker.feel("none"), run_time=beat.remaining)
        with self.shot("feel-front-back") as beat:
            self.add(along)
            grow = (along.grow(), along_name.appear())
            self.play(self.hiker.vary(stride=0.5), *grow, run_time=beat.seconds_until("another"))
            self.play(self.hiker.vary(stride=1.0), along.feel(), run_time=PACE.move)

    def make_one_arrow(self) -> None:
        """Slide the two slopes together, tip to tail, into the gradient."""
        with self.shot("one-arrow") as beat:
            arrow = self.hike.feel(0)
            seconds = beat.seconds_until("one arrow") + PACE.quick
            self.play(self.felt.become(arrow), run_time=seconds)
            self.play(self.hiker.face(self.hike.descent.gradients[0]), run_time=PACE.move)
            beat.until("steepest")
            self.uphill = Tag.beyond(arrow, self.words("uphill", PALETTE.uphill))
            self.play(self.uphill.appear(), arrow.pulse(), run_time=PACE.move)

    def turn_round_and_step(self) -> None:
        """Turn the arrow and the hiker round, and walk to the arrow's tip."""
        with self.shot("turn-and-step", stop=1, since=0) as beat:
            self.play(self.uphill.vanish(), run_time=PACE.quick / 2)
            look_on = self.hike.kindle(1.0, radius=self.light)
            self.play(self.hike.turn(0), look_on, run_time=PACE.move)
            downhill = Tag.beyond(self.hike.step, self.words("downhill", PALETTE.downhill))
            self.play(downhill.appear(), run_time=beat.seconds_until("take a step"))
            self.add(self.hike.trail)
            down = (self.hike.walk_to(1), downhill.vanish())
            self.play(*down, run_time=beat.seconds_until("towards"))

    def go_on_until_it_is_level(self) -> None:
        """Feel, turn, step, and feel again, to the end of the descent."""
        last = self.hike.last
        with self.shot("again-and-again", last, since=0) as beat:
            shares = np.linspace(*self.pace, last - 1)
            for stop, share in enumerate(shares / sum(shares), start=1):
                duration = beat.length * share
                self.play(self.hike.feel(stop).grow(), run_time=0.32 * duration)
                self.play(self.hike.turn(stop), run_time=0.34 * duration)
                self.play(self.hike.walk_to(stop + 1), run_time=0.34 * duration)
        with self.shot("level-ground", stop=last) as beat:
            felt = self.hike.feel_around(self.bar)
            level = Tag(self.words("level"), felt.along[0].end(1), RIGHT, gap=0.85)
            self.add(felt)
            self.play(felt.grow(), run_time=PACE.slow)
            self.play(felt.feel(), level.appear(), run_time=PACE.move)
            beat.until("nowhere")
            beat.mark_poster()
            self.play(felt.vanish(), level.vanish(), run_time=beat.remaining)

    # ---- when the fog has gone -----------------------------------------------------------------

    def lift_the_fog(self) -> None:
        """Let light spread from the hiker over the whole valley."""
        map_middle, stage_middle = (0.0, self.map_middle), (0.0, STAGE.middle + 0.2)
        self.rise = rise_to_map(self.land, self.map.unit, map_middle, middle=stage_middle)
        with self.beat("fog-lifts") as beat:
            self.follow(Dolly(self.land, self.rise(0.0), beat.rest, rate_func=early))
            self.play(
                self.land.to(fog=0.0),
                self.hike.kindle(0.0, radius=self.dawn),
                run_time=0.6 * beat.remaining,
                rate_func=early,
            )

    def rise_above(self) -> None:
        """Rise to straight overhead, where the landscape is its own map; run along a curve."""
        with self.beat("from-above") as beat:
            seconds = beat.seconds_until("and every")
            self.follow(Dolly(self.land, self.rise, seconds))
            self.play(self.hiker.vary(shown=0.0), run_time=0.8 * seconds)
            self.play(FadeIn(self.map.axes), run_time=0.2 * seconds)
            become = self.land.to(curves=0.0, rim=0.0, opacity=self.tint)
            self.play(FadeIn(self.map.lines, self.map.labels), become, run_time=PACE.quick)
            run = LevelRun.longest(self.map)
            height = run.tag(self.readout("height", lambda: run.height, backed=True))
            height.set_z_index(2)
            self.map.labels.set_z_index(1)  # the run does not cross them out
            self.play(run.appear(), height.appear(), run_time=PACE.quick)
            self.play(run.go_along(), run_time=beat.remaining)
            beat.mark_poster()
            self.play(run.vanish(), height.vanish(), run_time=PACE.breath)
            self.map.labels.set_z_index(0)

    def name_the_gradient(self) -> None:
        """Show the gradient at every stop."""
        with self.beat("the-gradient") as beat:
            stops = range(self.hike.last + 1)
            self.gradients = [self.hike.gradient(self.map, stop) for stop in stops]
            grow = LaggedStart(*(arrow.grow() for arrow in self.gradients), lag_ratio=0.3)
            self.play(grow, run_time=beat.seconds_until("the gradient"))
            self.name = GradientName(self.map, self.gradients[0], self.label("gradient"))
            self.play(self.name.fly_in(), run_time=PACE.move)
            self.add(self.name)

    def lift_the_surface_off(self) -> None:
        """Part surface and map: the place on the map is the weights, the height is the loss."""
        with self.beat("loss-surface") as beat:
            self.put_map_under_surface()
            self.play(
                FadeOut(self.name, self.map.axes.names),
                *(arrow.vanish() for arrow in self.gradients),
                self.land.to(opacity=1.0, curves=1.0, rim=1.0),  # it hides the map from now on
                self.hike.walk_back(),
                run_time=PACE.move,
            )
            beside = self.land.fitting_view(
                azimuth=-0.4, elevation=0.6, width=6.2, height=5.6, centre=(3.1, 0.1)
            )
            seconds = beat.seconds_until("Where you stand")
            self.follow(Dolly(self.land, beside, seconds))
            shrink = self.small_unit / self.map.unit
            home = np.array([-3.1, self.map_middle, 0]) - self.map.centre
            self.play(
                self.map.animate.scale(shrink, about_point=self.map.centre).shift(home),
                self.hike.kindle(0.8, radius=self.ember),
                self.hiker.vary(shown=1.0),
                run_time=seconds,
            )
            self.rename(beat)

    def put_map_under_surface(self) -> None:
        """Lay what stays on the map under the landscape, which hides nothing yet."""
        names = self.map.axes.names
        self.map.axes.remove(names)  # it is going to have others
        ground = self.map.moving_backing(opacity=self.tint)
        self.land.set_state(opacity=0.0)
        self.hiker.size = self.tall
        self.on_map = self.hike.on(self.map)
        on_land = (self.hike.trail, *self.gradients, self.hiker)
        self.add(ground, self.map, self.on_map, self.land, names, *on_land)

    def rename(self, beat: BeatClock) -> None:
        """Give what the hike is about the names that it has in machine learning."""
        border = self.map.axes.border
        place, weights = (
            self.words(name).next_to(border, UP, buff=STAGE.gap / 2)
            for name in ("where-you-stand", "weights")
        )
        height = self.readout("height", lambda: self.hike.height).next_to(place, ORIGIN)
        height.shift((STAGE.right - height.get_right()[0]) * RIGHT)
        loss = halo(height.named(in_text(self.label("loss"))))
        self.play(FadeIn(place), run_time=PACE.quick)
        beat.until("the weights")
        self.exchange(place, weights)
        name_axes = (FadeIn(self.map.axes.weights()), self.on_map.pulse())
        self.play(*name_axes, run_time=beat.seconds_until("your height"))
        beat.until("your height")
        marks = HeightMarks(self.land, self.map, self.hike.spot)
        self.add(marks, self.on_map)
        level = (self.hike.raise_plane(), marks.appear())
        self.play(FadeIn(height), *level, run_time=PACE.quick)
        beat.until("the loss.")
        self.exchange(height.label[:-1], loss[:-1])  # “= 2.58” stays

    def exchange(self, old: VMobject, new: VMobject) -> None:
        """Fade a word out, then the one in its place in."""
        self.play(FadeOut(old), run_time=PACE.quick / 2)
        self.play(FadeIn(new), run_time=PACE.quick / 2)

    def flip_the_gradient(self) -> None:
        """Flip the gradient; let it move the weights, and the loss come down."""
        with self.beat("flip-it") as beat:
            spot, charts = self.hike.spot, (self.map, self.land)
            arrows = GradientPair(*(self.hike.gradient(on, spot, scale=1.0) for on in charts))
            arrows.second.set_z_index(self.hiker.z_index + 1)
            name, flipped = (
                Tag.beyond(arrows.first, self.on_plate(symbol, color), gap=0.5)
                for symbol, color in (("nabla L", PALETTE.uphill), ("-nabla L", PALETTE.downhill))
            )
            self.play(arrows.grow(), name.appear(), run_time=PACE.move)
            beat.until("fastest")
            self.play(arrows.pulse(), run_time=PACE.move)
            beat.until("Flip it")
            self.play(name.vanish(), run_time=PACE.quick / 2)
            turn = (self.hiker.face(self.hike.descent.steps[0]), flipped.appear())
            self.play(arrows.flip(), *turn, run_time=PACE.move)
            beat.until("to move")
            self.play(flipped.vanish(), run_time=PACE.quick)
            last = self.hike.last
            for stop in range(1, last + 1):
                gone = [arrows.vanish()] if stop == last else []
                share = beat.rest / (last + 1 - stop)
                self.play(self.hike.walk_to(stop), *gone, run_time=share)

    # ---- what comes again ----------------------------------------------------------------------

    @contextmanager
    def shot(self, beat_id: str, stop: int = 0, since: int | None = None) -> Iterator[BeatClock]:
        """Play a beat while the camera moves to its shot of the hiker at a stop, or on the way."""
        with self.beat(beat_id) as beat:
            since = stop if since is None else since
            middle = STAGE.middle + (self.lift if since != stop else 0.0)
            view = self.hike.view(since, stop, self.shots[beat_id], centre=(0.0, middle))
            self.follow(Dolly(self.land, view, beat.rest, rate_func=early))
            yield beat

    def words(self, label: str, color: str = PALETTE.ink) -> VMobject:
        """Return the words of a label."""
        return halo(Words(self.label(label), size=TYPE.label, color=color))

    @staticmethod
    def on_plate(symbol: str, color: str) -> VGroup:
        """Return a symbol that stands on a picture."""
        return on_plate(halo(Formula(symbol, size=TYPE.body, color=color)), padding=STAGE.gap / 2)

    def readout(self, label: str, source: Callable[[], Value], *, backed: bool = False) -> Readout:
        """Return a height under a name."""
        name, color = in_text(self.label(label)), PALETTE.loss
        return Readout(name, source, color=color, backed=backed)
