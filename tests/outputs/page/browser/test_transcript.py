"""The transcript follows the film, leads to every moment, and is searched."""

from collections.abc import Callable
from typing import Any

import pytest

from mnemo_anim.outputs.filmed import film_timeline
from mnemo_anim.outputs.page.content import Content, content_of
from mnemo_anim.render.plan import Plan
from tests.outputs.page.browser.seeing import hold, wait_until

Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def content(filmed: Plan) -> Content:
    return content_of(filmed.lecture, film_timeline(filmed))


def test_it_points_at_what_is_said(visit: Visit, content: Content) -> None:
    page = visit()
    for chapter in content.chapters[::3]:
        for passage in chapter.passages[::2]:
            for phrase in passage.phrases:
                page.evaluate("(m) => film.seek(m)", float(phrase.start) + 0.01)
                wait_until(
                    page,
                    "(id) => document.querySelector('.passage[aria-current]')?.id === id",
                    passage.id,
                )
                now = page.locator(".phrase.now")
                assert now.count() == 1
                start = float(now.get_attribute("data-start"))
                assert start == pytest.approx(float(phrase.start), abs=2e-3)


def visible(page: Any, beat: str) -> bool:
    seen: bool = page.evaluate(
        """(id) => {
            const list = document.querySelector("[data-passages]").getBoundingClientRect();
            const box = document.getElementById(id).getBoundingClientRect();
            return box.top >= list.top && box.bottom <= list.bottom;
        }""",
        beat,
    )
    return seen


def test_it_follows_the_film_until_the_reader_scrolls_it(visit: Visit, content: Content) -> None:
    page = visit(reduced_motion="reduce")
    last = content.chapters[-1].passages[-1]
    page.evaluate("(m) => film.seek(m)", float(last.start) + 0.01)
    page.wait_for_timeout(200)
    assert visible(page, last.id)
    page.locator("[data-passages]").hover()
    page.mouse.wheel(0, -20_000)
    page.wait_for_timeout(300)
    follow = page.get_by_role("button", name="Follow the film")
    assert follow.get_attribute("aria-pressed") == "false"
    middle = content.chapters[5].passages[0]
    page.evaluate("(m) => film.seek(m)", float(middle.start) + 0.01)
    page.wait_for_timeout(200)
    assert not visible(page, middle.id)
    follow.click()
    page.wait_for_timeout(200)
    assert visible(page, middle.id)


def test_the_page_itself_does_not_scroll_with_the_transcript(
    visit: Visit, content: Content
) -> None:
    page = visit()
    page.evaluate("(m) => film.seek(m)", float(content.chapters[-1].end) - 1)
    page.wait_for_timeout(800)
    assert page.evaluate("scrollY") == 0


def test_a_phrase_leads_to_its_own_moment(visit: Visit, content: Content) -> None:
    page = visit()
    hold(page)
    passage = content.chapters[1].passages[6]
    phrase = passage.phrases[1]
    page.locator(f"#{passage.id} .phrase").nth(1).click()
    wait_until(page, "film.playing")
    assert page.evaluate("film.now") == pytest.approx(float(phrase.start), abs=0.1)


def test_a_moment_leads_to_its_passage_by_keyboard(visit: Visit, content: Content) -> None:
    page = visit()
    hold(page)
    passage = content.chapters[2].passages[3]
    page.locator(f"#{passage.id} a.moment").focus()
    page.keyboard.press("Enter")
    wait_until(page, "film.playing")
    assert page.evaluate("film.now") == pytest.approx(float(passage.start), abs=0.1)


def found(page: Any) -> list[str]:
    return [
        passage.get_attribute("id")
        for passage in page.locator(".passage").all()
        if passage.is_visible()
    ]


@pytest.mark.parametrize(
    "words", ["steepest", "WEIGHTS", "the hills", "∂f/∂x", "x² + 2y²", "∂L/∂wᵢ"]
)
def test_a_search_leaves_the_passages_that_say_the_words(
    visit: Visit, content: Content, words: str
) -> None:
    page = visit()
    page.get_by_role("searchbox", name="Search the transcript").fill(words)
    expected = [
        passage.id
        for chapter in content.chapters
        for passage in chapter.passages
        if words.lower() in " ".join(phrase.text for phrase in passage.phrases).lower()
    ]
    assert expected
    assert found(page) == expected
    count = len(expected)
    told = page.locator("[data-found]").inner_text()
    assert told == f"{count} passage{'s' if count > 1 else ''}"
    marked = page.evaluate(
        "[...CSS.highlights.get('found')].map((range) => range.toString().toLowerCase())"
    )
    assert len(marked) >= count
    page.keyboard.press("Escape")
    assert len(found(page)) == sum(len(chapter.passages) for chapter in content.chapters)


def test_a_search_finds_words_across_captions(visit: Visit, content: Content) -> None:
    page = visit()
    passage = next(p for p in content.chapters[1].passages if len(p.phrases) > 1)
    last, first = passage.phrases[0].text.split()[-1], passage.phrases[1].text.split()[0]
    page.get_by_role("searchbox").fill(f"{last} {first}")
    assert passage.id in found(page)


def test_a_search_without_a_find_says_so(visit: Visit) -> None:
    page = visit()
    page.get_by_role("searchbox").fill("zymurgy")
    assert found(page) == []
    assert page.locator("[data-found]").inner_text() == "No passage"


def test_a_find_is_reached_by_keyboard(visit: Visit, content: Content) -> None:
    page = visit()
    hold(page)
    page.get_by_role("searchbox").fill("blindfolded")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    wait_until(page, "film.playing")
    start = float(content.chapters[1].passages[0].start)
    assert page.evaluate("film.now") == pytest.approx(start, abs=0.1)
