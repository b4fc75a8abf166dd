"""Review questions: each is asked, thought about, and answered by the picture itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from manim import Animation, FadeOut

from mnemo_anim.landscape import Landscape
from mnemo_anim.maths.gallery import VALLEYS, VALLEYS_WALK
from mnemo_anim.mobjects.cards.question_card import QuestionCard
from mnemo_anim.mobjects.maps.trail import Trail
from mnemo_anim.mobjects.motion.dolly import Dolly
from mnemo_anim.mobjects.motion.staging import soon
from mnemo_anim.mobjects.review import (
    HalvingLayers,
    HowSteep,
    LevelPoint,
    OneOfFour,
    ReviewPicture,
    SteepOrFar,
    WeightStep,
    WhichInput,
    WhichWay,
)
from mnemo_anim.section_scene import BeatClock, SceneError, SectionScene
from mnemo_anim.theme import PACE, STAGE

if TYPE_CHECKING:
    from mnemo_anim.document import Question


class ReviewQuestions(SectionScene):
    """Questions on a card, time to think, and the answers played beside it."""

    section = "review-questions"
    field, walk = VALLEYS, VALLEYS_WALK
    think = 4.0  # seconds for each question
    card_width = 6.5
    overhang = 0.2  # of the card over the left edge of the stage, and its distance from the rail

    pictures: ClassVar[Mapping[str, Callable[[Mapping[str, str]], ReviewPicture]]] = {
        "which-way": WhichWay,
        "which-input": lambda _: WhichInput(),
        "how-steep": lambda _: HowSteep(),
        "one-of-four": lambda _: OneOfFour(),
        "is-it-the-minimum": lambda _: LevelPoint(),
        "how-it-moves": lambda _: WeightStep(),
        "ten-layers": lambda _: HalvingLayers(),
        "which-is-nearer": SteepOrFar,
    }
    # The words at which the moments of a picture begin, from the second on. With the second moment
    # of an answer comes its reason.
    cues: ClassVar[Mapping[str, Sequence[str]]] = {
        "which-way": ("rises to the east", "level to the north", "Which way"),
        "which-way-answer": ("due east", "descent", "turns it round"),
        "which-input": ("(2, 1)",),
        "which-input-answer": ("The gradient", "here that is", "both"),
        "how-steep": ("[3, 4]", "steepest climb", "right angles"),
        "how-steep-answer": ("‖∇f‖", "a walk", "keeps"),
        "one-of-four": ("you", "nudge", "How much"),
        "one-of-four-answer": ("Each input", "its own", "others"),
        "is-it-the-minimum": ("‖∇f‖", "minimum"),
        "is-it-the-minimum-answer": ("x²", "falls", "saddle"),
        "how-it-moves": ("and", "learning rate"),
        "how-it-moves-answer": ("−0.1", "more", "less loss"),
        "ten-layers": ("halves", "How much"),
        "ten-layers-answer": ("½ multiplied", "the gradient vanishes"),
        "which-is-nearer": ("at B", "nearer"),
        "which-is-nearer-answer": ("Magnitude", "a loss may"),
    }

    def construct(self) -> None:
        """Play the section."""
        self.card = self.new_card()
        with self.beat("your-turn") as beat:
            self.begin(beat)
        for question in self.script.questions:
            self.play_question(question)

    def begin(self, beat: BeatClock) -> None:
        """Walk down the landscape once more; the stops on the way become those of the card."""
        land = Landscape(self.field, opacity=0.0)
        land.set_view(land.fitting_view(height=5.2, centre=(0.0, STAGE.middle + 0.36)))
        aside = land.fitting_view(azimuth=-0.3, width=6.5, centre=(3.4, STAGE.middle))
        trail = Trail(land, self.walk.descent().iterates[: len(self.script.questions)])
        self.play(land.to(opacity=1.0), run_time=beat.seconds_until("Take"))
        self.play(trail.walk(), run_time=beat.seconds_until("before"))
        self.follow(Dolly(land, aside, beat.rest))
        lights = self.card.gather(land.point(trail.iterates))
        self.play(lights, soon(trail.vanish()), run_time=beat.rest)
        self.add(self.card)

    def play_question(self, question: Question) -> None:
        """Ask a question, and answer it."""
        picture = self.picture_of(question)
        with self.beat(question.id, on_rail=False) as beat:
            self.ask(question, picture, beat)
        with self.beat(question.answer_id) as beat:
            self.answer(question, picture, beat)

    def ask(self, question: Question, picture: ReviewPicture, beat: BeatClock) -> None:
        """Pose the question in words, and as a picture; then leave time to think."""
        self.play(self.card.ask(question.prompt), *self.clear(), run_time=PACE.breath)
        for moment, seconds in self.timed(picture.pose(), self.cues[question.id], beat):
            read = (self.clock + seconds - beat.start) / beat.length
            self.play(moment, self.card.read(read), run_time=seconds)
        self.play(self.card.read(1.0), self.card.ring.appear(), run_time=PACE.breath)
        beat.pause(self.card.ring.empty(), *picture.ponder(), seconds=self.think)

    def answer(self, question: Question, picture: ReviewPicture, beat: BeatClock) -> None:
        """Give the answer in words, and let the picture play it."""
        self.play(self.card.reveal(question.answer), run_time=PACE.quick)
        moments = self.timed(picture.answer(), self.cues[question.answer_id], beat)
        for number, (moment, seconds) in enumerate(moments):
            reason = picture.reason if number == 1 else None
            explained = [soon(self.card.explain(reason))] if reason else []
            self.play(moment, *explained, run_time=seconds)

    def timed(
        self, moments: Iterator[Animation], cues: Sequence[str], beat: BeatClock
    ) -> Iterator[tuple[Animation, float]]:
        """Give each moment the time until the words for the next one are said."""
        for moment, cue in zip(moments, [*cues, None], strict=True):
            yield moment, beat.seconds_until(cue) if cue else max(PACE.quick, beat.remaining)

    def clear(self) -> list[Animation]:
        """Return the animation in which all goes but the card."""
        gone = [mobject for mobject in self.mobjects if mobject is not self.card]
        return [FadeOut(*gone)] if gone else []

    def picture_of(self, question: Question) -> ReviewPicture:
        """Return the picture of a question; a :class:`SceneError` tells of one without."""
        if question.id not in self.pictures:
            raise SceneError(
                f"{type(self).__name__} has no picture for question “{question.id}”. Add one to "
                "its `pictures`, and the words for its moments to its `cues`."
            )
        return self.pictures[question.id](self.script.labels)

    def new_card(self) -> QuestionCard:
        """Return the card, at the left of the stage."""
        top, bottom = STAGE.top, STAGE.bottom + self.overhang
        return QuestionCard(
            len(self.script.questions),
            width=self.card_width,
            height=top - bottom,
            centre=(STAGE.left - self.overhang + self.card_width / 2, (top + bottom) / 2),
            words=(self.label("question"), self.label("answer"), self.label("think")),
        )
