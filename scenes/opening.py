"""The opening: slopes gather into one arrow, the arrow turns round, the title forms."""

from dataclasses import replace

from manim import FadeOut, linear, rush_from, smooth, squish_rate_func

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import ScalarField, gradient_descent
from mnemo_anim.maths.gallery import VALLEYS
from mnemo_anim.mobjects.drawing.spot import Spot
from mnemo_anim.mobjects.lettering.title import Title
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.motion.dolly import Dolly
from mnemo_anim.mobjects.slopes.field_arrows import FieldArrows
from mnemo_anim.mobjects.slopes.gradient_arrow import GradientArrow
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE, STAGE


class Opening(SectionScene):
    """Dawn over the landscape; many small slopes become one arrow."""

    section = "opening"
    field: ScalarField = VALLEYS
    here = (0.9, 0.75)  # where the slopes gather: a flank in full view
    learning_rate, steps = 0.45, 6
    large = 0.85  # map length of an arrow of magnitude 1
    drift = (-1.02, -0.66)  # azimuth in radians, at the first frame and at the last

    def construct(self) -> None:
        """Play the section."""
        self.land = Landscape(self.field, fog=1.0)
        self.land.set_view(
            self.land.fitting_view(
                azimuth=self.drift[0], elevation=0.36, height=4.5, centre=(0, STAGE.middle + 0.98)
            )
        )
        self.add(self.land)
        hero = GradientArrow(self.land, Spot(self.here), scale=self.large)
        slopes = FieldArrows(self.land)
        descent = gradient_descent(self.field, self.here, self.learning_rate, self.steps)

        with self.beat("wherever-you-stand") as beat:
            self.turn(beat, 0.3)
            felt = squish_rate_func(smooth, beat.seconds_until("the ground tilts") / beat.length)
            dawn = self.land.to(fog=0.0, rate_func=rush_from)
            self.play(dawn, slopes.grow().set_rate_func(felt), run_time=beat.remaining)

        with self.beat("gather-into-one") as beat:
            self.turn(beat, 0.6)
            hero.components.y_part.slid = 0.0  # both start at the spot
            self.play(slopes.gather_into(hero), run_time=beat.seconds_until("and you hold"))
            self.play(hero.assemble(), run_time=beat.seconds_until("an arrow"))
            self.play(hero.pulse(), run_time=beat.remaining)

        with self.beat("turn-it-round") as beat:
            self.turn(beat, 0.88)
            self.play(hero.flip(), run_time=beat.seconds_until("and it shows"))
            trail = Trail(self.land, descent)
            self.add(trail, hero)
            for step in range(1, trail.steps + 1):
                go = hero.spot.go_to(descent.iterates[step], rate_func=linear)
                share = beat.remaining / (trail.steps + 1 - step)
                self.play(trail.walk_to(step), go, run_time=share)

        with self.beat("heart-of-training") as beat:
            self.turn(beat, 1.0)
            title = Title(self.lecture.title, series=self.lecture.series).set_y(STAGE.middle)
            self.play(self.land.to(opacity=0.3), FadeOut(hero, trail), run_time=PACE.move)
            self.play(title.appear(), run_time=beat.remaining)

    def turn(self, beat: BeatClock, part: float) -> None:
        """Let the camera turn slowly, during a beat, to a part of the whole drift."""
        low, high = self.drift
        view = replace(self.land.view, azimuth=low + part * (high - low))
        self.follow(Dolly(self.land, view, beat.rest, rate_func=linear))
