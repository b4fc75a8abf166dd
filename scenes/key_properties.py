"""Key properties: a table that grows row by row, each row with its own living miniature."""

from manim import FadeIn

from mnemo_anim.maths.critical_points import CriticalKind, central_critical_point
from mnemo_anim.maths.gallery import VALLEYS, VALLEYS_WALK
from mnemo_anim.mobjects.drawing.live import Live
from mnemo_anim.mobjects.miniatures import Miniature
from mnemo_anim.mobjects.miniatures.cabinet import Cabinet
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class KeyProperties(SectionScene):
    """Six properties: each is seen at large, then goes on in its cell of the table."""

    section = "key-properties"
    field = VALLEYS
    walk = VALLEYS_WALK
    slope = (0.9, 0.7)  # where the entries of the gradient are looked at
    flank = (-1.0, 1.4)  # where all directions are
    steep = (0.5, 0.5)  # on a level curve that leads to steep ground
    ring = (1.6, -2.4)  # on the level curve that is slid along
    kinds = (CriticalKind.MINIMUM, CriticalKind.MAXIMUM, CriticalKind.SADDLE)
    change = 0.8  # seconds in which one miniature leaves the stage, and the next is seen
    tempo = 0.35  # of the miniatures in their cells, while another is spoken of
    ahead = 0.4  # seconds by which a name begins to appear before it is said
    gather = 2.0  # seconds in which the table fills the stage
    hold = 2.4  # seconds for which it stays

    def construct(self) -> None:
        """Play the section."""
        self.set_the_stage()
        with self.beat("is-a-vector") as beat:
            self.see_the_entries(beat)
        with self.beat("points-uphill") as beat:
            self.feel_all_directions(beat)
        with self.beat("negative-points-downhill") as beat:
            self.walk_downhill(beat)
        with self.beat("large-magnitude") as beat:
            self.climb_the_slope(beat)
        with self.beat("zero-magnitude") as beat:
            self.visit_level_ground(beat)
        with self.beat("crosses-level-curves") as beat:
            self.slide_along(beat)
            self.fill_the_stage(beat)

    def see_the_entries(self, beat: BeatClock) -> None:
        """The arrow has a part along each axis; each is an entry of the column."""
        cabinet, mini, column = self.cabinet, self.cabinet.entries, self.cabinet.column
        self.lift(mini)
        self.play(cabinet.open(), run_time=beat.seconds_until("The gradient"))
        self.play(cabinet.table.look_at(0), mini.grow(), run_time=PACE.move)
        self.play(FadeIn(*mini.asides), run_time=PACE.quick)
        beat.until("one entry")
        self.play(mini.name_part(0), cabinet.table.explain(0), run_time=PACE.quick)
        # The lower one first: on its way it would pass over the other.
        self.play(column.drop(1, mini.middle(1)), mini.name_part(1), run_time=PACE.move)
        self.play(column.drop(0, mini.middle(0)), run_time=PACE.move)
        self.play(mini.go_on(beat.rest), run_time=beat.rest)

    def feel_all_directions(self, beat: BeatClock) -> None:
        """All directions are felt in turn; in none f rises as it does along ∇f."""
        mini = self.cabinet.directions
        self.bring(1)
        sweep = beat.seconds_until("as much")
        self.play(mini.sweep(), run_time=sweep)
        self.play(mini.point_uphill(), self.cabinet.table.explain(1), run_time=PACE.quick)

    def walk_downhill(self, beat: BeatClock) -> None:
        """The arrow turns round, and gradient descent goes its way, step by step."""
        mini = self.cabinet.steps
        self.bring(2)
        self.play(mini.turn_round(), run_time=PACE.move)
        beat.until("That is the way")
        self.play(mini.walk(), soon(self.cabinet.table.explain(2)), run_time=beat.remaining)

    def climb_the_slope(self, beat: BeatClock) -> None:
        """The steeper the ground, the longer the arrow."""
        mini = self.cabinet.steepness
        self.bring(3)
        self.play(mini.climb(), run_time=beat.seconds_until("steep"))
        self.play(self.cabinet.table.explain(3), mini.arrow.pulse(), run_time=PACE.quick)
        beat.until("big changes")
        self.play(mini.compare(), run_time=PACE.move)

    def visit_level_ground(self, beat: BeatClock) -> None:
        """The arrow vanishes at a minimum, at a maximum, and at a saddle."""
        mini = self.cabinet.critical
        self.bring(4)
        self.play(mini.go_to(0), run_time=beat.seconds_until("This is"))
        self.play(self.cabinet.table.explain(4), run_time=PACE.quick)
        for stop, kind in enumerate(self.kinds):
            if stop:
                self.play(mini.go_to(stop), run_time=beat.seconds_until(kind.value) - self.ahead)
            self.play(mini.tell(stop, self.label(kind.value)), run_time=PACE.quick)

    def slide_along(self, beat: BeatClock) -> None:
        """The point slides along a level curve, and the right angle stays right."""
        mini = self.cabinet.crossing
        self.bring(5)
        self.play(self.cabinet.table.explain(5), run_time=PACE.quick)
        self.play(mini.go_round(), run_time=beat.remaining)

    def fill_the_stage(self, beat: BeatClock) -> None:
        """The table spreads, and its miniatures grow with it."""
        self.lift(*self.cabinet.miniatures)
        self.add(*self.cabinet.crossing.asides)
        beat.pause(self.cabinet.clear_the_stage(), seconds=self.change)
        self.let_live(len(self.cabinet.miniatures) - 1, tempo=1.0)
        self.lift(*self.cabinet.miniatures)
        self.add(*self.cabinet.table.rows)
        beat.pause(self.cabinet.spread(), seconds=self.gather)
        self.let_live(len(self.cabinet.miniatures), tempo=1.0)
        beat.pause(seconds=self.hold)

    def bring(self, index: int) -> None:
        """Let a miniature take the stage, and the last one go on in its cell."""
        leaving, coming = self.cabinet.miniatures[index - 1 : index + 1]
        self.lift(coming, leaving)
        self.add(*leaving.asides)
        self.play(self.cabinet.bring(index), run_time=self.change)
        self.let_live(index, tempo=self.tempo)

    def lift(self, *miniatures: Miniature) -> None:
        """Put miniatures in front of everything, to be moved."""
        self.add(*(mobject for miniature in miniatures for mobject in miniature.drawn))

    def let_live(self, count: int, *, tempo: float) -> None:
        """Let the first miniatures move by themselves; what keeps still is drawn behind, once."""
        self.cabinet.let_live(count, tempo=tempo)
        moving = [m for m in self.mobjects if isinstance(m, Live) or m.get_family_updaters()]
        self.bring_to_back(*(mobject for mobject in self.mobjects if mobject not in moving))

    def set_the_stage(self) -> None:
        """Prepare the table and the miniatures."""
        assert self.script.table is not None
        self.cabinet = Cabinet(
            self.script.table.rows,
            self.field,
            self.walk,
            slope=self.slope,
            flank=self.flank,
            steep=self.steep,
            ring=self.ring,
            stops=[central_critical_point(self.field, kind) for kind in self.kinds],
            word=self.label("slope"),
        )
        self.follow(self.cabinet.life)
