"""What's actually happening: partial derivatives are slopes of slices; the gradient stacks them."""

from dataclasses import replace
from math import pi

import numpy as np
from manim import UL, UR, Animation, FadeIn, FadeOut, VGroup

from mnemo_anim.landscape import CuttingPlane, Landscape, Lantern, View
from mnemo_anim.landscape.landscape import as_rgb
from mnemo_anim.maths.gallery import VALLEYS
from mnemo_anim.maths.paths import stroll
from mnemo_anim.mobjects import (
    Compass,
    Formula,
    GradientArrow,
    Plate,
    Spot,
    TangentBar,
    Words,
    halo,
)
from mnemo_anim.mobjects.cutaway import Cutaway
from mnemo_anim.mobjects.dolly import Dolly
from mnemo_anim.mobjects.gradient_panel import GradientPanel
from mnemo_anim.mobjects.ground_axis import GroundAxis
from mnemo_anim.mobjects.point_mark import PointMark
from mnemo_anim.mobjects.ring import Ring
from mnemo_anim.mobjects.staging import late, soon
from mnemo_anim.mobjects.tag import Tag
from mnemo_anim.mobjects.track import Track
from mnemo_anim.mobjects.true_length import TrueLength
from mnemo_anim.mobjects.walker import Walker
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import DIM, PACE, PALETTE, STAGE, TYPE


class WhatsActuallyHappening(SectionScene):
    """The landscape is cut along x and along y; the two slopes become one arrow, which follows."""

    section = "whats-actually-happening"
    field = VALLEYS
    here = (0.5, 0.5)
    probe = 0.5  # how far the point slides along the cut and back, in units of x
    scale = 1.2  # length of the arrow of magnitude 1, in units of x
    reach = 3.0  # how far the point may go along its level, in units of x
    hold = 1.2  # seconds for which the longest arrow stays, and the point where there is none
    turn = 0.02  # of the camera, in radians a second, while nothing else moves it
    column = 4.15  # x of the middle of the right-hand column, in screen units
    beside = -2.3  # x of the middle of what stands to its left

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("one-direction-at-a-time") as beat:
            self.feel_every_direction(beat)
        with self.beat("slice-along-x") as beat:
            self.cut_along_x(beat)
        with self.beat("slope-in-x") as beat:
            self.measure_the_slope(beat)
        with self.beat("slope-in-y") as beat:
            self.cut_along_y(beat)
        with self.beat("each-knows-one") as beat:
            self.look_at_each(beat)
        with self.beat("two-slopes-one-arrow") as beat:
            self.make_one_arrow(beat)
        with self.beat("direction-and-magnitude") as beat:
            self.name_direction_and_magnitude(beat)
        with self.beat("arrow-follows") as beat:
            self.wander(beat)
        with self.beat("steeper-is-longer") as beat:
            self.climb_and_come_to_rest(beat)

    def feel_every_direction(self, beat: BeatClock) -> None:
        """The ground tilts in all directions; one of them is picked out."""
        land = self.land
        view = land.fitting_view(azimuth=-0.5, elevation=0.7, height=5.6, centre=(0, 0.7))
        self.follow(Dolly(land, view, beat.seconds_until("once")))
        self.play(land.to(opacity=1.0), self.hiker.appear(), run_time=beat.seconds_until("many"))
        compass = Compass(land, self.spot, needle=False, radius=0.65, scale=0.4)
        self.add(compass)
        self.play(compass.sweep(), run_time=beat.seconds_until("once"))
        self.drift(beat)
        beat.until("one direction")
        self.foot = TangentBar(land, self.spot, 0, length=1.8)
        self.play(compass.vanish(), self.foot.grow(), run_time=0.8)

    def cut_along_x(self, beat: BeatClock) -> None:
        """The ground before the hiker is cut away, and the edge of the cut becomes a graph."""
        land, x = self.land, self.x
        self.play(
            land.cut("x", self.here, PALETTE.x_part),
            land.to(view=self.cut_view(-0.25, x.extent, middle=(0.0, 0.8))),
            self.foot.vanish(),
            run_time=beat.seconds_until("right where"),
        )
        self.play(
            land.to(extent=x.extent, cut_x=replace(land.state.cut_x, sheet=0.0)),
            x.open(),
            run_time=beat.seconds_until("keep y"),
        )
        self.drift(beat, self.cut_view(-0.2, x.extent, middle=(0.0, 0.8)))
        x.held.set_x(0.0)
        self.play(FadeIn(x.held), run_time=PACE.quick)
        beat.until("The cut edge")
        self.play(x.show(), run_time=0.8)
        land.set_state(cut_x=CuttingPlane())
        self.drift(beat, self.cut_view(-0.1, x.extent))
        self.play(x.lift(), x.held.animate.set_x(self.beside), run_time=beat.remaining)

    def measure_the_slope(self, beat: BeatClock) -> None:
        """The tangent, rise over run, and how the slope changes along the cut."""
        land, x = self.land, self.x
        self.drift(beat, self.cut_view(0.0, x.extent))
        self.play(
            self.hiker.vanish(),
            land.to(lantern=replace(land.state.lantern, strength=0.0)),
            self.mark.appear(),
            x.touch(),
            run_time=beat.seconds_until("rise over run"),
        )
        self.play(x.measure(), FadeIn(x.quotient), run_time=1.4)
        beat.until("partial derivative")
        self.play(FadeIn(x.slope), run_time=PACE.quick)
        beat.until("how f changes")
        half = beat.remaining / 2
        self.play(self.spot.go_to(np.array(self.here) - [self.probe, 0.0]), run_time=half)
        self.play(self.spot.go_to(self.here), run_time=half)

    def cut_along_y(self, beat: BeatClock) -> None:
        """The same along y, seen from the side on which y runs to the right."""
        land, x, y = self.land, self.x, self.y
        self.play(
            land.to(view=self.cut_view(pi / 2 - 0.05, y.extent), extent=y.extent),
            land.to(cut_y=CuttingPlane(self.here[0], as_rgb(PALETTE.y_part), 1.0, sheet=0.0)),
            x.leave_ground(),
            x.graph.triangle.vanish(),
            soon(FadeOut(x.held, x.quotient)),
            y.open(),
            run_time=beat.seconds_until("x fixed"),
        )
        self.drift(beat, self.cut_view(pi / 2, y.extent))
        self.play(FadeIn(y.held), y.show(), run_time=0.8)
        land.set_state(cut_y=CuttingPlane())
        self.play(y.lift(), run_time=1.5)
        self.play(y.touch(), run_time=0.6)
        self.play(y.measure(), run_time=0.9)
        beat.until("∂f/∂y")
        self.play(FadeIn(y.slope), run_time=PACE.quick)

    def look_at_each(self, beat: BeatClock) -> None:
        """Both cuts meet at the point; first the one is looked at, then the other."""
        land, x, y = self.land, self.x, self.y
        both = (y.extent[0], x.extent[1])
        self.play(
            land.to(
                view=self.cut_view(0.72, both, elevation=0.5, middle=(-2.75, 1.3)), extent=both
            ),
            soon(FadeOut(y.held), y.put_away()),
            x.open(),
            late(x.edge.appear(), x.tangent.appear()),
            run_time=beat.seconds_until("changes in"),
        )
        self.drift(beat)
        self.play(y.dim(DIM), run_time=0.8)
        beat.until("knows nothing")
        self.play(y.dim(1.0), x.dim(DIM), run_time=0.8)
        beat.until("other")
        self.play(x.dim(1.0), run_time=0.6)

    def make_one_arrow(self, beat: BeatClock) -> None:
        """The slopes become components, and these one arrow: on the ground, and on its map."""
        land, x, y, panel = self.land, self.x, self.y, self.panel
        self.play(
            x.leave_paper(),
            y.leave_paper(),
            y.axis.vanish(),
            run_time=PACE.quick,
        )
        self.play(
            *(
                cut.slope.animate.move_to([self.column, number.get_y(), 0])
                for cut, number in zip((x, y), panel.numbers.entries, strict=True)
            ),
            run_time=beat.seconds_until("Lay"),
        )
        self.add(panel.map, *self.tracks)
        self.play(
            land.to(view=self.whole_view(0.68), extent=(1.0, 1.0)),
            panel.unfold(land.view),
            soon(x.edge.vanish(), y.edge.vanish()),
            late(self.y_axis.appear()),
            run_time=0.42 * beat.seconds_until("∇f"),
        )
        self.play(
            self.arrow.assemble_from(x.tangent, y.tangent, keep=True),
            panel.arrow.assemble_from(x.graph.tangent, y.graph.tangent, keep=True),
            run_time=beat.seconds_until("∇f"),
        )
        self.drift(beat, self.whole_view(0.7))
        self.play(panel.write(x.slope, y.slope), run_time=1.2)

    def name_direction_and_magnitude(self, beat: BeatClock) -> None:
        """Uphill is where the arrow points; its length goes on a meter."""
        panel = self.panel
        self.drift(beat, self.whole_view(0.76))
        beat.until("direction")
        self.play(self.arrow.pulse(), panel.arrow.pulse(), run_time=0.8)
        self.play(self.uphill.appear(), self.name.appear(), run_time=PACE.quick)
        beat.until("magnitude")
        self.play(panel.show_meter(), run_time=PACE.quick)
        self.play(panel.lay_down(), run_time=1.0)
        self.play(panel.fill(), run_time=PACE.quick)

    def wander(self, beat: BeatClock) -> None:
        """The point goes along the level, and all that stands on it follows."""
        self.drift(beat, self.whole_view(0.92))
        self.play(
            self.uphill.vanish(),
            self.name.vanish(),
            self.mark.vary(radius=0.6 * self.mark.radius),
            run_time=beat.seconds_until("wander"),
        )
        self.play(*self.walk_to(self.way.gentlest), run_time=beat.remaining)

    def climb_and_come_to_rest(self, beat: BeatClock) -> None:
        """Steep ground makes the arrow long; at the bottom nothing is left of it."""
        self.drift(beat, self.whole_view(1.02))
        self.play(*self.walk_to(self.way.steepest), run_time=beat.seconds_until("longer"))
        self.play(self.arrow.pulse(), self.panel.arrow.pulse(), run_time=self.hold)
        self.play(*self.walk_to(len(self.way.coords) - 1), run_time=beat.seconds_until("level"))
        rings = [Ring(mark.chart, self.spot) for mark in (self.mark, self.panel.mark)]
        self.play(*(ring.spread() for ring in rings), run_time=self.hold)

    def walk_to(self, index: int) -> list[Animation]:
        """Return the animations in which the point goes on along its way."""
        return [track.walk_to(index) for track in self.tracks]

    # ---- the camera ------------------------------------------------------------------------

    def drift(self, beat: BeatClock, view: View | None = None) -> None:
        """Let the camera go on until the beat is over: to a view, or slowly round."""
        now = self.land.view
        end = view or replace(now, azimuth=now.azimuth - self.turn * beat.rest)
        self.follow(Dolly(self.land, end, beat.rest))

    def cut_view(
        self,
        azimuth: float,
        extent: tuple[float, float],
        elevation: float = 0.3,
        middle: tuple[float, float] = (-2.75, 0.8),
    ) -> View:
        """Look at what a cut leaves of the ground, beside the column unless the middle is given."""
        return self.land.fitting_view(
            azimuth=azimuth,
            elevation=elevation,
            width=7.5,
            height=4.0,
            centre=middle,
            extent=extent,
        )

    def whole_view(self, elevation: float) -> View:
        """Look at the whole ground, beside the column, turned almost as its map is."""
        return self.land.fitting_view(
            azimuth=-0.25, elevation=elevation, width=7.0, height=5.1, centre=(-2.15, 1.0)
        )

    # ---- what there is -----------------------------------------------------------------------

    def set_the_stage(self) -> None:
        """Prepare the landscape, and all that stands on it or beside it."""
        (west, _), (_, north) = self.field.domain
        self.land = land = Landscape(
            self.field,
            view=View.overhead(0.95, (0.0, STAGE.middle)),
            opacity=0.0,
            origin=(west, north),
            lantern=Lantern(self.here, 0.9, 0.6),
        )
        self.spot = spot = Spot(self.here)
        land.add_updater(lambda ground: ground.carry_lantern(spot.coords))
        self.hiker = Walker(land, spot, height=0.55).set_z_index(3)
        self.mark = PointMark(land, spot)
        self.y_axis = GroundAxis(land, 1)

        words = (self.label("run"), self.label("rise"), self.label("slope"))
        self.x, self.y = (
            Cutaway(land, spot, index, centre=(self.column, height), width=3.45, words=words)
            for index, height in ((0, 2.05), (1, -1.0))
        )
        for cut in (self.x, self.y):
            cut.held.move_to([self.beside, -1.95, 0])
            cut.slope.set_z_index(2)  # over the tangents that it passes

        self.way = stroll(self.field, self.here, self.reach)
        self.arrow = GradientArrow(TrueLength(land), spot, scale=self.scale)
        self.arrow.components.set_z_index(1)  # they are the thinner ones
        word = Words(self.label("uphill"), size=TYPE.label, color=PALETTE.uphill)
        self.uphill = Tag(
            VGroup(Plate.behind(word, padding=0.14), word), lambda: self.arrow.tip, UL
        )
        name = Formula(f"nabla {self.field.name}", size=TYPE.label, color=PALETTE.uphill)
        self.name = Tag(halo(name), lambda: (self.arrow.tail + self.arrow.tip) / 2, UR)
        self.panel = GradientPanel(
            land,
            spot,
            scale=self.scale,
            steepest=float(self.way.steepness.max()),
            word=self.label("magnitude"),
            x=self.column,
        )
        self.tracks = [Track(chart, spot, self.way.coords) for chart in (land, self.panel.map)]
        for mark in (self.mark, self.panel.mark):
            mark.set_z_index(2)  # over the tangents, and the tails of the arrows
        self.add(land, spot)
