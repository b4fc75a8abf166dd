"""Common pitfalls: four mistakes played out, each on a card, and mended on its other side."""

from mnemo_anim.maths.gallery import (
    ELLIPTIC_BOWL,
    FORGOTTEN_MINUS,
    PARABOLA,
    STEEP_EVERYWHERE,
    STEEP_NEAR_MINIMUM,
    TWIN_WALKS,
)
from mnemo_anim.mobjects.card import Card
from mnemo_anim.mobjects.dolly import Dolly
from mnemo_anim.mobjects.pitfalls.far_is_steep import FarIsSteep
from mnemo_anim.mobjects.pitfalls.near_and_far import NearAndFar
from mnemo_anim.mobjects.pitfalls.number_or_vector import NumberOrVector
from mnemo_anim.mobjects.pitfalls.plus_or_minus import PlusOrMinus
from mnemo_anim.mobjects.pitfalls.twins import Twins
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class CommonPitfalls(SectionScene):
    """Derivative and gradient; the forgotten minus; large and far; one point and the whole."""

    section = "common-pitfalls"
    cards = 4
    flip = 1.2  # seconds for a card to turn, or to be dealt
    here = (1.2, 0.7)  # where the derivative, and the gradient, are read first
    across = -1.5  # x of the point at the other end of its slide
    tour = ((1.7, 0.5), (0.5, 0.75), (-1.3, 0.6))  # of the point, out into the plane
    scale = 0.3  # length of an arrow of magnitude 1, in units of coords
    azimuths = (-0.25, -0.4, -0.55)  # of the camera while the hikers walk, in radians
    bowl = (0.4, 2.4)  # x at which the point in the bowl sets out, and arrives
    beside = 0.2  # x of the point that is right beside the minimum
    places = (-0.5, 2.2)  # x of the points in the funnel, the near and the far one
    lift = 1.6  # seconds in which the fog lifts

    def construct(self) -> None:
        """Play the section."""
        with self.beat("number-or-vector") as beat:
            self.mix_up(beat)
        with self.beat("natural-extension") as beat:
            self.extend(beat)
        with self.beat("forgotten-minus") as beat:
            self.climb(beat)
        with self.beat("with-the-minus") as beat:
            self.descend(beat)
        with self.beat("large-is-not-far") as beat:
            self.doubt_distance(beat)
        with self.beat("steepness-not-distance") as beat:
            self.compare(beat)
        with self.beat("same-arrow") as beat:
            self.read_too_much(beat)
        with self.beat("different-valleys") as beat:
            self.see_the_whole(beat)

    def mix_up(self, beat: BeatClock) -> None:
        """A gradient's symbol stands where the derivative's number belongs."""
        words = self.words("scalar", "vector")
        self.first = first = NumberOrVector(
            self.card(0), PARABOLA, ELLIPTIC_BOWL, at=self.here, scale=self.scale, words=words
        )
        self.play(first.deal(), run_time=self.flip)
        beat.until("derivative")
        self.play(first.write_derivative(), run_time=PACE.quick)
        beat.until("gradient")
        self.play(first.write_gradient(), run_time=PACE.quick)
        beat.until("On a curve")
        self.play(first.alone.tangent.grow(), run_time=PACE.quick)
        beat.until("df/dx")
        self.play(first.tell_apart(), run_time=PACE.quick)
        self.play(first.name_number(), run_time=PACE.quick)
        self.play(first.slide(self.across), run_time=beat.remaining)

    def extend(self, beat: BeatClock) -> None:
        """On a map the gradient is an arrow; with one input it is the derivative."""
        first = self.first
        self.play(first.turn(), run_time=self.flip)
        self.play(first.map.arrow.pulse(), run_time=0.8)
        beat.until("In one")
        self.play(first.lay_on_line(), run_time=PACE.move)
        self.play(first.point_out_same(), run_time=PACE.move)
        beat.until("in more")
        self.play(first.leave_line(self.tour), run_time=beat.remaining)

    def climb(self, beat: BeatClock) -> None:
        """Without the minus each step leads uphill, and the loss climbs."""
        words = self.words("step", "loss", "plus", "minus")
        self.second = second = PlusOrMinus(
            self.card(1), FORGOTTEN_MINUS, azimuth=self.azimuths[0], words=words
        )
        up = second.up
        self.play(second.deal(), run_time=self.flip)
        self.follow(Dolly(second.land, second.view(self.azimuths[1]), beat.rest))
        beat.until("forget")
        self.play(second.forget(), run_time=PACE.move)
        beat.until("The gradient")
        self.play(up.point(), run_time=PACE.quick)
        beat.until("this hiker")
        self.add(up.curve)
        self.play(up.go(), run_time=beat.seconds_until("climbs too"))
        self.play(up.say(), run_time=PACE.quick)

    def descend(self, beat: BeatClock) -> None:
        """With it each step leads downhill, and the loss falls."""
        second = self.second
        self.play(second.turn(), run_time=self.flip)
        self.follow(Dolly(second.land, second.view(self.azimuths[2]), beat.rest))
        self.play(second.down.point(), run_time=PACE.quick)
        beat.until("Same start")
        self.play(second.down.go(), run_time=beat.seconds_until("falls"))
        self.play(second.down.say(), run_time=PACE.quick)

    def doubt_distance(self, beat: BeatClock) -> None:
        """In a bowl far means steep; but there are valleys that are steep everywhere."""
        start, end = self.bowl
        (words,) = self.words("distance")
        third = FarIsSteep(
            self.card(2), ELLIPTIC_BOWL, STEEP_EVERYWHERE, start=start, distance=words
        )
        self.play(third.deal(), run_time=self.flip)
        beat.until("large gradient")
        self.play(third.go_to(end), run_time=beat.seconds_until("A loss"))
        self.play(third.become_cone(), run_time=PACE.move)
        self.play(third.go_to(self.beside), run_time=beat.remaining)

    def compare(self, beat: BeatClock) -> None:
        """Near and steep, far and flat: how steep it is says nothing about how far it is."""
        words = self.words("distance", "near-steep", "far-flat")
        third = NearAndFar(
            self.card(2), STEEP_NEAR_MINIMUM, at=self.places, scale=self.scale, words=words
        )
        self.play(third.turn(), run_time=self.flip)
        self.play(third.far.appear(), run_time=PACE.quick)
        beat.until("Magnitude")
        self.play(third.feel(), run_time=PACE.move)
        beat.until("not distance")
        self.play(third.pace(), run_time=PACE.move)

    def read_too_much(self, beat: BeatClock) -> None:
        """From one arrow a whole slope is made up, and for both landscapes the same."""
        (words,) = self.words("same-arrow")
        self.fourth = fourth = Twins(self.card(3), TWIN_WALKS, same=words)
        self.play(fourth.deal(), run_time=self.flip)
        beat.until("whole landscape")
        self.play(fourth.extend(), run_time=beat.seconds_until("These two"))
        self.play(fourth.say_same(), run_time=PACE.move)
        beat.until("height")
        self.play(fourth.state_facts(), run_time=PACE.quick)

    def see_the_whole(self, beat: BeatClock) -> None:
        """The fog lifts: from the same point two ways lead to different valleys."""
        fourth = self.fourth
        self.play(fourth.turn(), run_time=self.flip)
        self.play(fourth.lift_fog(), run_time=self.lift)
        self.play(fourth.walk(), run_time=beat.remaining)

    def words(self, *labels: str) -> tuple[str, ...]:
        """Return the words of several labels."""
        return tuple(map(self.label, labels))

    def card(self, place: int) -> Card:
        """Return one of the cards."""
        title, mistake, mend = self.words(f"card-{place + 1}", "mistake", "mend")
        return Card(title, (mistake, mend), place=place, count=self.cards)
