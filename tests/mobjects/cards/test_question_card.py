import pytest
from manim import Animation

from mnemo_anim.mobjects.cards.question_card import QuestionCard
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.theme import STAGE
from tests.mobjects.moments import show

LONG = "How steep is the steepest climb here, and how steep is a walk at right angles to it, then?"


@pytest.fixture
def card() -> QuestionCard:
    return QuestionCard(
        8, width=6.5, height=6.4, centre=(-3.0, 0.4), words=("Question", "Answer", "think")
    )


def finish(animation: Animation) -> None:
    animation.begin()
    show(animation, 1.0)
    animation.finish()


def test_a_question_stands_inside_the_card_below_its_header(card: QuestionCard) -> None:
    finish(card.ask(LONG))
    question, plate = card.question, card.plate
    assert plate.get_left()[0] < question.get_left()[0]
    assert question.get_right()[0] < plate.get_right()[0]
    assert question.get_top()[1] < card.heading.get_bottom()[1] - STAGE.gap
    assert question.get_bottom()[1] > card.ring.get_top()[1] + STAGE.gap / 2
    assert card.dots.place == 0


def test_the_words_come_as_far_as_they_are_read(card: QuestionCard) -> None:
    finish(card.ask(LONG))
    glyphs = card.question.family_members_with_points()
    assert {glyph.get_fill_opacity() for glyph in glyphs} == {0.0}
    finish(card.read(0.5))
    opacities = [glyph.get_fill_opacity() for glyph in glyphs]
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[len(glyphs) // 3] == 1.0
    assert opacities[-1] == 0.0
    finish(card.read(1.0))
    assert {glyph.get_fill_opacity() for glyph in glyphs} == {1.0}


def test_answer_and_reason_stand_below_the_question_on_the_card(card: QuestionCard) -> None:
    finish(card.ask(LONG))
    finish(card.read(1.0))
    finish(card.reveal("About a thousandth."))
    finish(card.explain(Formula("nabla f = 0")))
    (words, reason) = card.answer
    assert card.question.get_bottom()[1] - words.get_top()[1] > STAGE.gap
    assert words.get_bottom()[1] - reason.get_top()[1] > STAGE.gap
    assert reason.get_bottom()[1] > card.plate.get_bottom()[1]
    assert words.get_right()[0] < card.plate.get_right()[0]


def test_the_next_question_takes_the_place_of_the_last(card: QuestionCard) -> None:
    for prompt in ("One?", "Two, perhaps?"):
        finish(card.ask(prompt))
        finish(card.read(1.0))
        finish(card.reveal("Yes."))
    assert card.dots.place == 1
    assert card.question.text == "Two, perhaps?"
    assert sum(part is card.question for part in card.submobjects) == 1
