"""The questions: asked one at a time, answered, judged by the student, and asked again."""

from collections.abc import Callable
from typing import Any

import pytest

from mnemo_anim.document import Question, read_lecture
from mnemo_anim.outputs.filmed import film_timeline
from mnemo_anim.outputs.page.content import content_of
from mnemo_anim.paths import LECTURE
from mnemo_anim.render.plan import Plan
from tests.outputs.page.browser.seeing import hold, wait_until

Visit = Callable[..., Any]
QUESTIONS: tuple[Question, ...] = read_lecture(LECTURE).section("review-questions").questions


def card(page: Any, question: Question) -> Any:
    return page.locator(f"[data-card={question.id}]")


def answer(page: Any, question: Question, how: str) -> None:
    card(page, question).get_by_text("Show the answer").click()
    card(page, question).get_by_role("radio", name=how).press("Space")


def test_one_question_stands_alone_and_its_answer_is_hidden(visit: Visit) -> None:
    page = visit()
    first, *others = QUESTIONS
    assert card(page, first).is_visible()
    assert not any(card(page, other).is_visible() for other in others)
    assert card(page, first).locator(".answer").is_hidden()
    assert card(page, first).locator("h3").inner_text().startswith("The ground rises")


def test_the_answer_comes_with_its_reason_and_takes_the_focus(visit: Visit) -> None:
    page = visit()
    first = QUESTIONS[0]
    card(page, first).get_by_text("Show the answer").click()
    shown = card(page, first).locator(".answer")
    assert first.answer in shown.inner_text()
    assert first.reason in shown.inner_text()
    wait_until(page, "document.activeElement.matches('[data-answer]')")


def test_a_student_goes_through_all_and_again_through_those_that_were_missed(visit: Visit) -> None:
    page = visit()
    for number, question in enumerate(QUESTIONS):
        answer(page, question, "Not yet" if number in (1, 4) else "I had it")
        page.get_by_role("button", name="Next", exact=True).click()
    assert page.locator("[data-verdict]").inner_text() == "You had 6 of 8."
    page.get_by_role("button", name="Ask the others again").click()
    for number in (1, 4):
        assert card(page, QUESTIONS[number]).is_visible()
        assert card(page, QUESTIONS[number]).locator(".answer").is_hidden()
        answer(page, QUESTIONS[number], "I had it")
        page.get_by_role("button", name="Next", exact=True).click()
    assert page.locator("[data-verdict]").inner_text() == "You had all 8. Well walked."
    assert page.get_by_role("button", name="Ask the others again").is_hidden()
    page.get_by_role("button", name="Start over").click()
    assert card(page, QUESTIONS[0]).is_visible()
    assert page.locator("[data-dots] [data-state=open]").count() == 8


def test_what_was_written_stays_beside_the_answer_and_nowhere_else(visit: Visit) -> None:
    page = visit()
    field = card(page, QUESTIONS[0]).get_by_label("Your answer")
    field.fill("West, I think")
    card(page, QUESTIONS[0]).get_by_text("Show the answer").click()
    assert field.input_value() == "West, I think"
    page.reload()
    assert card(page, QUESTIONS[0]).get_by_label("Your answer").input_value() == ""


def test_dots_lead_to_questions_and_tell_how_they_went(visit: Visit) -> None:
    page = visit()
    answer(page, QUESTIONS[0], "Not yet")
    page.get_by_role("button", name="Question 3 of 8: not answered").click()
    assert card(page, QUESTIONS[2]).is_visible()
    assert page.get_by_role("button", name="Question 1 of 8: not yet").is_visible()
    assert page.get_by_role("button", name="Question 3 of 8").get_attribute("aria-current")


def test_an_answer_can_be_seen_in_the_film(visit: Visit, filmed: Plan) -> None:
    page = visit()
    hold(page)
    asked = content_of(filmed.lecture, film_timeline(filmed)).questions[0]
    card(page, QUESTIONS[0]).get_by_text("Show the answer").click()
    card(page, QUESTIONS[0]).get_by_text("See it in the film").click()
    wait_until(page, "film.playing")
    assert page.evaluate("film.now") == pytest.approx(float(asked.answered), abs=0.1)


def test_without_scripts_all_questions_and_answers_are_there(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    for question in QUESTIONS:
        assert card(page, question).is_visible()
        card(page, question).get_by_text("Show the answer").click()
        assert question.reason in card(page, question).inner_text()
    assert page.locator("video").get_attribute("controls") is not None
    assert page.locator(".passage").last.inner_text()


def test_by_keyboard_alone(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Question 1 of 8").focus()

    def focused(words: str) -> None:
        for _ in range(30):
            if page.evaluate("document.activeElement.textContent").strip().startswith(words):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no way to “{words}”")

    focused("Show the answer")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.matches('[data-answer]')")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("[data-card=which-way]").get_attribute("data-state") == "known"
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-card=which-way]").get_attribute("data-state") == "missed"
    focused("Next")
    page.keyboard.press("Enter")
    assert page.locator("[data-card=which-input]").is_visible()
    assert page.evaluate("document.activeElement.dataset.card") == "which-input"
