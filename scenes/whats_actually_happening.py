"""What's actually happening: partial derivatives are slopes of slices; the gradient stacks them."""

from dataclasses import replace

import numpy as np
from manim import FadeIn

from mnemo_anim.landscape import View
from mnemo_anim.maths.gallery import VALLEYS
from mnemo_anim.mobjects.motion.dolly import Dolly
from mnemo_anim.mobjects.survey.survey import Survey
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import DIM, PACE


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
    centre = (0.0, 1.68)  # of the ground while nothing stands beside it, in screen units

    def construct(self) -> None:
        """Play the section."""
        survey = Survey(self.field, self.here, word=self.label, scale=self.scale, reach=self.reach)
        self.survey, self.land, self.spot = survey, survey.land, survey.spot
        self.cuts, self.tour = survey.cuts, survey.tour
        self.add(self.land, self.spot)
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
            self.drift(beat, survey.whole_view(0.92))
            self.play(self.tour.set_out(), run_time=beat.seconds_until("wander"))
            self.play(self.tour.walk_to(survey.way.gentlest), run_time=beat.remaining)
        with self.beat("steeper-is-longer") as beat:
            self.climb_and_come_to_rest(beat)

    def feel_every_direction(self, beat: BeatClock) -> None:
        """The ground tilts in all directions; one of them is picked out."""
        survey = self.survey
        self.follow(Dolly(self.land, survey.first_view(), beat.seconds_until("once")))
        self.play(survey.dawn(), run_time=beat.seconds_until("many"))
        compass = survey.compass()
        self.add(compass)
        self.play(compass.sweep(), run_time=beat.seconds_until("once"))
        self.drift(beat)
        beat.until("one direction")
        self.play(compass.vanish(), survey.foot.grow(), run_time=0.8)

    def cut_along_x(self, beat: BeatClock) -> None:
        """The ground before the hiker is cut away, and the edge of the cut becomes a graph."""
        x = self.cuts.x
        across = x.view(-0.25, self.centre)
        self.play(self.survey.face_x(across), run_time=beat.seconds_until("right where"))
        self.play(x.uncover(), run_time=beat.seconds_until("keep y"))
        self.drift(beat, x.view(-0.2, self.centre))
        x.held.set_x(0.0)
        self.play(FadeIn(x.held), run_time=PACE.quick)
        beat.until("The cut edge")
        self.play(x.show(), run_time=0.8)
        x.clear_plane()
        self.drift(beat, x.view(-0.1))
        self.play(x.lift(), x.held.animate.set_x(self.survey.beside), run_time=beat.remaining)

    def measure_the_slope(self, beat: BeatClock) -> None:
        """The tangent, rise over run, and how the slope changes along the cut."""
        x = self.cuts.x
        self.drift(beat, x.view())
        touch = (self.survey.leave_mark(), x.touch())
        self.play(*touch, run_time=beat.seconds_until("rise over run"))
        self.play(x.measure(), FadeIn(x.quotient), run_time=1.4)
        beat.until("partial derivative")
        self.play(FadeIn(x.slope), run_time=PACE.quick)
        beat.until("how f changes")
        half = beat.remaining / 2
        self.play(self.spot.go_to(np.array(self.here) - [self.probe, 0.0]), run_time=half)
        self.play(self.spot.go_to(self.here), run_time=half)

    def cut_along_y(self, beat: BeatClock) -> None:
        """The same along y, seen from the side on which y runs to the right."""
        y = self.cuts.y
        self.play(self.survey.face_y(y.view(-0.05)), run_time=beat.seconds_until("x fixed"))
        self.drift(beat, y.view())
        self.play(FadeIn(y.held), y.show(), run_time=0.8)
        y.clear_plane()
        self.play(y.lift(), run_time=1.5)
        self.play(y.touch(), run_time=0.6)
        self.play(y.measure(), run_time=0.9)
        beat.until("∂f/∂y")
        self.play(FadeIn(y.slope), run_time=PACE.quick)

    def look_at_each(self, beat: BeatClock) -> None:
        """Both cuts meet at the point; first the one is looked at, then the other."""
        x, y = self.cuts.x, self.cuts.y
        self.play(self.survey.face_corner(), run_time=beat.seconds_until("changes in"))
        self.drift(beat)
        self.play(y.dim(DIM), run_time=0.8)
        beat.until("knows nothing")
        self.play(y.dim(1.0), x.dim(DIM), run_time=0.8)
        beat.until("other")
        self.play(x.dim(1.0), run_time=0.6)

    def make_one_arrow(self, beat: BeatClock) -> None:
        """The slopes become components, and these one arrow: on the ground, and on its map."""
        cuts, tour, panel = self.cuts, self.tour, self.tour.panel
        self.play(cuts.leave_paper(), run_time=PACE.quick)
        self.play(cuts.line_up(panel.numbers.entries), run_time=beat.seconds_until("Lay"))
        self.add(panel.map, *tour.tracks)
        close = self.survey.close_cuts(self.survey.whole_view(0.68))
        self.play(close, run_time=0.42 * beat.seconds_until("∇f"))
        self.play(tour.assemble_from(cuts), run_time=beat.seconds_until("∇f"))
        self.drift(beat, self.survey.whole_view(0.7))
        self.play(panel.write(cuts.x.slope, cuts.y.slope), run_time=1.2)

    def name_direction_and_magnitude(self, beat: BeatClock) -> None:
        """Uphill is where the arrow points; its length goes on a meter."""
        tour, panel = self.tour, self.tour.panel
        self.drift(beat, self.survey.whole_view(0.76))
        beat.until("direction")
        self.play(tour.pulse(), run_time=0.8)
        self.play(tour.show_names(), run_time=PACE.quick)
        beat.until("magnitude")
        self.play(panel.show_meter(), run_time=PACE.quick)
        self.play(panel.lay_down(), run_time=1.0)
        self.play(panel.fill(), run_time=PACE.quick)

    def climb_and_come_to_rest(self, beat: BeatClock) -> None:
        """Steep ground makes the arrow long; at the bottom nothing is left of it."""
        tour = self.tour
        self.drift(beat, self.survey.whole_view(1.02))
        self.play(tour.walk_to(self.survey.way.steepest), run_time=beat.seconds_until("longer"))
        self.play(tour.pulse(), run_time=self.hold)
        self.play(tour.walk_to_end(), run_time=beat.seconds_until("level"))
        self.play(tour.point_out(), run_time=self.hold)

    def drift(self, beat: BeatClock, view: View | None = None) -> None:
        """Let the camera go on until the beat is over: to a view, or slowly round."""
        now = self.land.view
        end = view or replace(now, azimuth=now.azimuth - self.turn * beat.rest)
        self.follow(Dolly(self.land, end, beat.rest))
