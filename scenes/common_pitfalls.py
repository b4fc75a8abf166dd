"""Common pitfalls: four mistakes, each struck out on its card, and mended on the other side."""

from mnemo_anim.maths import gallery
from mnemo_anim.mobjects.cards.card import Card
from mnemo_anim.mobjects.motion.dolly import Dolly
from mnemo_anim.mobjects.motion.staging import late
from mnemo_anim.mobjects.pitfalls import FarIsSteep, NearAndFar, NumberOrVector, PlusOrMinus, Twins
from mnemo_anim.section_scene import BeatClock, SectionScene
from mnemo_anim.theme import PACE


class CommonPitfalls(SectionScene):
    """Derivative and gradient; the forgotten minus; large and far; one point and the whole."""

    section = "common-pitfalls"
    cards = 4
    flip = 1.2  # seconds for a card to turn, or to be dealt
    here = (1.2, 0.7)  # where the gradient, and the derivative, are read first
    tour = ((1.7, 0.5), (0.5, 0.75), (-1.3, 0.6))  # of the point, out into the plane
    scale = 0.3  # length of an arrow of magnitude 1, in units of coords
    azimuths = (-0.25, -0.4, -0.55)  # of the camera while the hikers walk, in radians
    bowl = (0.4, 2.4)  # x at which the point in the bowl sets out, and arrives
    places = (-2.4, 0.5)  # x at which the near point and the far one set out
    beside = -0.2  # x of the near point, as close to the minimum of the cone as it comes
    near, far = -0.5, 2.2  # x of both in the funnel, in the end

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
        """A vector is set equal to one number; where one number is enough, that is right."""
        fields, words = (gallery.PARABOLA, gallery.ELLIPTIC_BOWL), self.words("scalar", "vector")
        self.first = first = NumberOrVector(
            self.card(0), *fields, at=self.here, scale=self.scale, words=words
        )
        self.play(first.deal(), run_time=self.flip)
        beat.until("mix up")
        self.play(first.mistaken.arrow.pulse(), run_time=PACE.move)
        beat.until("gradient")
        self.play(first.cross.cross_out(), run_time=PACE.quick)
        beat.until("On a curve")
        self.play(first.turn(), run_time=self.flip)
        self.play(first.curve.triangle.trace(), run_time=beat.seconds_until("a single"))
        self.play(first.name_number(), run_time=PACE.quick)

    def extend(self, beat: BeatClock) -> None:
        """On a map the gradient is an arrow; with one input it is the derivative."""
        first = self.first
        self.play(first.open_map(), run_time=PACE.move)
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
            self.card(1), gallery.FORGOTTEN_MINUS, azimuth=self.azimuths[0], words=words
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
        self.play(up.say(), second.cross.cross_out(), run_time=PACE.quick)

    def descend(self, beat: BeatClock) -> None:
        """With it each step leads downhill, and the loss falls."""
        second = self.second
        self.play(second.turn(), run_time=self.flip)
        self.follow(Dolly(second.land, second.view(self.azimuths[2]), beat.rest))
        self.play(second.down.point(), run_time=PACE.quick)
        beat.until("Same start")
        walk = second.down.go(), late(second.down.say())
        self.play(*walk, run_time=beat.seconds_until("the loss"))

    def doubt_distance(self, beat: BeatClock) -> None:
        """In a bowl far means steep; but a cone is as steep right beside its minimum."""
        words = self.words("belief-3", "distance")
        wrong = FarIsSteep(self.card(2), gallery.ELLIPTIC_BOWL, start=self.bowl[0], words=words)
        self.play(wrong.deal(), run_time=self.flip)
        beat.until("large gradient")
        self.play(wrong.go_to(self.bowl[1]), run_time=beat.seconds_until("the minimum"))
        self.play(wrong.cross.cross_out(), run_time=PACE.quick)
        valleys = (gallery.STEEP_EVERYWHERE, gallery.STEEP_NEAR_MINIMUM)
        words = self.words("minimum", "distance", "near-steep", "far-flat")
        self.third = third = NearAndFar(
            self.card(2), *valleys, at=self.places, full=wrong.cut.greatest, words=words
        )
        beat.until("A loss")
        self.play(third.turn(), run_time=self.flip)
        self.play(third.near.go_to(self.beside), run_time=beat.remaining)

    def compare(self, beat: BeatClock) -> None:
        """Near and steep, far and flat: how steep it is says nothing about how far it is."""
        third = self.third
        self.play(third.become_funnel(self.near), run_time=beat.seconds_until("far and"))
        self.play(third.far.appear(), run_time=PACE.quick)
        self.play(third.far.go_to(self.far), run_time=beat.seconds_until("Magnitude"))
        self.play(third.feel(), run_time=PACE.move)
        beat.until("not distance")
        self.play(third.pace(), run_time=PACE.move)

    def read_too_much(self, beat: BeatClock) -> None:
        """From one arrow a whole slope is made up; but all that is known is one point."""
        words = self.words("belief-4", "same-arrow")
        self.fourth = fourth = Twins(self.card(3), gallery.TWIN_WALKS, gallery.TWINS_PLANE, words)
        self.play(fourth.deal(), run_time=self.flip)
        beat.until("whole landscape")
        self.play(fourth.extend(), run_time=beat.seconds_until("arrow"))
        self.play(fourth.cross.cross_out(), run_time=PACE.quick)
        beat.until("These two")
        self.play(fourth.turn(), run_time=self.flip)
        self.play(fourth.say_same(), run_time=beat.seconds_until("height"))
        self.play(fourth.state_facts(), run_time=PACE.quick)

    def see_the_whole(self, beat: BeatClock) -> None:
        """The fog lifts: from the same point two ways lead to different valleys."""
        fourth = self.fourth
        self.play(fourth.lift_fog(), run_time=beat.seconds_until("lie apart"))
        self.play(fourth.walk(), run_time=beat.seconds_until("local"))
        self.play(fourth.point_out(), run_time=beat.remaining)

    def words(self, *labels: str) -> tuple[str, ...]:
        """Return the words of several labels."""
        return tuple(map(self.label, labels))

    def card(self, place: int) -> Card:
        """Return one of the cards."""
        title, mistake, mend = self.words(f"card-{place + 1}", "mistake", "mend")
        return Card(title, (mistake, mend), place=place, count=self.cards)
