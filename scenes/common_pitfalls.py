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
from mnemo_anim.mobjects.pitfalls import FarIsSteep, NearAndFar, NumberOrVector, PlusOrMinus, Twins
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
    valleys = (ELLIPTIC_BOWL, STEEP_EVERYWHERE)  # steep far away; as steep beside the minimum
    bowl = (0.4, 2.4)  # x at which the point in the bowl sets out, and arrives
    beside = 0.2  # x of the point that is right beside the minimum
    places = (-0.5, 2.2)  # x of the points in the funnel, the near and the far one
    lift = 1.3  # seconds in which the fog lifts

    def construct(self) -> None:
        """Play the section."""
        faces = {
            "number-or-vector": self.mix_up,
            "natural-extension": self.extend,
            "forgotten-minus": self.climb,
            "with-the-minus": self.descend,
            "large-is-not-far": self.doubt_distance,
            "steepness-not-distance": self.compare,
            "same-arrow": self.read_too_much,
            "different-valleys": self.see_the_whole,
        }
        for face, play in faces.items():
            with self.beat(face) as beat:
                play(beat)

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
        third = FarIsSteep(
            self.card(2), *self.valleys, start=self.bowl[0], distance=self.label("distance")
        )
        self.play(third.deal(), run_time=self.flip)
        beat.until("large gradient")
        self.play(third.go_to(self.bowl[1]), run_time=beat.seconds_until("A loss"))
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
        self.fourth = fourth = Twins(self.card(3), TWIN_WALKS, same=self.label("same-arrow"))
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
