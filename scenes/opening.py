"""The opening: slopes gather into one arrow, the arrow turns round, the title forms."""

from dataclasses import replace

from manim import Animation, FadeOut, linear, rush_from, smooth, squish_rate_func

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths import Descent, ScalarField, gradient_descent
from mnemo_anim.maths.gallery import VALLEYS
from mnemo_anim.mobjects import FieldArrows, GradientArrow, Spot, Trail
from mnemo_anim.mobjects.title import Title
from mnemo_anim.section_scene import SectionScene
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
                azimuth=self.drift[0], elevation=0.52, height=6.1, centre=(0, STAGE.middle)
            )
        )
        self.add(self.land)
        hero = GradientArrow(self.land, Spot(self.here), scale=self.large)
        slopes = FieldArrows(self.land)
        descent = gradient_descent(self.field, self.here, self.learning_rate, self.steps)

        with self.beat("wherever-you-stand") as beat:
            felt = squish_rate_func(smooth, beat.seconds_until("the ground tilts") / beat.length)
            self.play(
                self.land.to(fog=0.0, rate_func=rush_from),
                slopes.grow().set_rate_func(felt),
                self.turn_to(0.3),
                run_time=beat.remaining,
            )

        with self.beat("gather-into-one") as beat:
            hero.components.y_part.slid = 0.0  # both start at the spot
            gather = slopes.gather_into(hero)
            self.play(gather, self.turn_to(0.45), run_time=beat.seconds_until("and you hold"))
            become = hero.assemble()
            self.play(become, self.turn_to(0.55), run_time=beat.seconds_until("an arrow"))
            self.play(hero.pulse(), self.turn_to(0.6), run_time=beat.remaining)

        with self.beat("turn-it-round") as beat:
            self.play(hero.flip(), self.turn_to(0.68), run_time=beat.seconds_until("and it shows"))
            self.walk_down(hero, descent, beat.remaining)

        with self.beat("heart-of-training") as beat:
            title = Title(self.lecture.title, series=self.lecture.series)
            title.set_y(STAGE.middle)
            self.play(
                self.land.to(opacity=0.3),
                FadeOut(hero, self.trail),
                self.turn_to(0.91),
                run_time=PACE.move,
            )
            self.play(title.appear(), self.turn_to(1.0), run_time=beat.remaining)

    def turn_to(self, part: float) -> Animation:
        """Return the camera's slow turn to a part of the whole drift."""
        low, high = self.drift
        view = replace(self.land.view, azimuth=low + part * (high - low))
        return self.land.to(view=view, rate_func=linear)

    def walk_down(self, arrow: GradientArrow, descent: Descent, duration: float) -> None:
        """Let the arrow walk the descent, and leave a trail."""
        self.trail = Trail(self.land, descent)
        self.add(self.trail, arrow)
        for step in range(1, self.trail.steps + 1):
            part = 0.68 + 0.2 * step / self.trail.steps
            self.play(
                self.trail.walk_to(step),
                arrow.spot.go_to(descent.iterates[step], rate_func=linear),
                self.turn_to(part),
                run_time=duration / self.trail.steps,
            )
