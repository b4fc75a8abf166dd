"""The film plays, is steered by pointer and keys, shows captions from a disk, and waits."""

from collections.abc import Callable
from typing import Any

import pytest

from mnemo_anim.outputs.filmed import film_timeline
from mnemo_anim.outputs.page.content import Content, content_of
from mnemo_anim.render.plan import Plan
from tests.outputs.page.browser.seeing import hold, shows_beat, wait_until

Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def content(filmed: Plan) -> Content:
    return content_of(filmed.lecture, film_timeline(filmed))


def beat_numbers(content: Content) -> dict[str, int]:
    ids = [passage.id for chapter in content.chapters for passage in chapter.passages]
    return {beat: number for number, beat in enumerate(ids)}


def settled(page: Any) -> None:
    wait_until(page, "!film.video.seeking && film.video.readyState >= 2")
    page.wait_for_timeout(150)


def test_the_film_plays_from_the_disk(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Play").first.click()
    wait_until(page, "film.now > 0.4")
    assert shows_beat(page, 0)
    page.get_by_role("button", name="Pause").click()
    wait_until(page, "!film.playing")


def test_each_section_is_reached_by_its_picture(visit: Visit, content: Content) -> None:
    page = visit()
    hold(page)
    numbers = beat_numbers(content)
    for chapter in content.chapters:
        page.locator(f"a.chapter[href='#{chapter.section.id}']").click()
        settled(page)
        assert page.evaluate("film.now") == pytest.approx(float(chapter.start), abs=0.1)
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        assert shows_beat(page, numbers[chapter.passages[0].id]), chapter.section.id
        assert page.locator("[data-section]").inner_text() == chapter.section.title


def test_each_section_has_a_film_of_its_own(visit: Visit, content: Content) -> None:
    page = visit()
    links = page.locator("a.alone")
    assert links.count() == len(content.chapters)
    for index in range(links.count()):
        href = links.nth(index).get_attribute("href")
        lasts = page.evaluate(
            """async (href) => {
                const video = document.createElement("video");
                video.src = href;
                await new Promise((done) => video.addEventListener("loadedmetadata", done));
                return video.duration;
            }""",
            href,
        )
        chapter = content.chapters[index]
        assert lasts == pytest.approx(float(chapter.end - chapter.start), abs=0.11)


def test_captions_are_shown_from_the_disk(visit: Visit, content: Content) -> None:
    page = visit()
    button = page.get_by_role("button", name="Captions")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    line = page.locator("[data-caption]")
    for caption in content.captions[::17]:
        page.evaluate("(moment) => film.seek(moment)", float((caption.start + caption.end) / 2))
        settled(page)
        wait_until(
            page,
            "(said) => document.querySelector('[data-caption]').textContent === said",
            "\n".join(caption.lines),
        )
        assert line.is_visible()
    button.click()
    assert line.is_hidden()


def test_captions_are_shown_at_once_where_the_picture_is_too_small_to_read(visit: Visit) -> None:
    page = visit(viewport={"width": 380, "height": 700})
    line = page.locator("[data-caption]")
    assert line.is_visible()
    page.get_by_role("button", name="Captions").click()
    page.reload()
    assert line.is_hidden()


def test_the_scrubber_tells_where_the_film_stands(visit: Visit, content: Content) -> None:
    page = visit()
    scrubber = page.get_by_role("slider", name="Position in the film")
    scrubber.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("film.now") == pytest.approx(15)
    chapter = next(c for c in content.chapters if c.start <= 15 < c.end)
    assert scrubber.get_attribute("aria-valuetext") == f"0:15, {chapter.section.title}"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("film.now") == pytest.approx(10)
    box = scrubber.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.evaluate("film.now / LECTURE.duration") == pytest.approx(0.5, abs=0.01)


def test_keys_steer_the_film(visit: Visit, content: Content) -> None:
    page = visit()

    def press(key: str) -> float:
        page.keyboard.press(key)
        now: float = page.evaluate("film.now")
        return now

    second = float(content.chapters[1].start)
    assert press("n") == pytest.approx(second)
    assert press("l") == pytest.approx(second + 10)
    assert press("ArrowLeft") == pytest.approx(second + 5)
    assert press("p") == pytest.approx(second)  # first to the beginning of this section
    assert press("p") == pytest.approx(0)
    assert press("5") == pytest.approx(float(content.duration) / 2, abs=1e-3)
    before = press("j")
    assert press(".") == pytest.approx(before + 1 / 60)
    page.keyboard.press("k")
    wait_until(page, "film.playing")
    page.keyboard.press(" ")
    wait_until(page, "!film.playing")
    page.keyboard.press(">")
    assert page.evaluate("film.video.playbackRate") == 1.25
    page.keyboard.press("<")
    page.keyboard.press("<")
    assert page.evaluate("film.video.playbackRate") == 0.75
    page.keyboard.press("c")
    assert page.evaluate("captions.shown")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("k5n")  # words, not commands
    assert not page.evaluate("film.playing")


def test_single_keys_can_be_switched_off(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("?")
    dialogue = page.get_by_role("dialog", name="Keyboard shortcuts")
    dialogue.get_by_role("checkbox").uncheck()
    dialogue.get_by_role("button", name="Close").click()
    page.keyboard.press("n")
    assert page.evaluate("film.now") == 0
    page.reload()
    page.keyboard.press("n")
    assert page.evaluate("film.now") == 0


def test_keys_are_left_alone_where_the_film_is_out_of_sight(visit: Visit) -> None:
    page = visit()
    page.evaluate("document.querySelector('#_embed').scrollIntoView({ behavior: 'instant' })")
    page.keyboard.press("n")
    assert page.evaluate("film.now") == 0


def test_speed_is_chosen_and_kept(visit: Visit) -> None:
    page = visit()
    page.get_by_label("Speed").select_option("1.5")
    assert page.evaluate("film.video.playbackRate") == 1.5
    page.reload()
    assert page.evaluate("film.video.playbackRate") == 1.5


def test_the_film_waits_at_questions_if_asked_to(visit: Visit, content: Content) -> None:
    page = visit()
    page.get_by_role("button", name="Wait at questions").click()
    asked = content.questions[2]
    assert asked.thinking is not None
    page.evaluate("(moment) => film.seek(moment)", float(asked.thinking) - 1)
    settled(page)
    page.evaluate("film.play()")
    page.get_by_text("Take your time.").wait_for()
    assert not page.evaluate("film.playing")
    assert page.evaluate("film.now") == pytest.approx(float(asked.thinking), abs=0.35)
    page.get_by_role("button", name="Play the answer").click()
    wait_until(page, f"film.now > {float(asked.answered)}")
    assert page.get_by_text("Take your time.").is_hidden()


def test_the_film_does_not_wait_unless_asked_to(visit: Visit, content: Content) -> None:
    page = visit()
    asked = content.questions[2]
    assert asked.thinking is not None
    page.evaluate("(moment) => film.seek(moment)", float(asked.thinking) - 1)
    page.evaluate("film.play()")
    wait_until(page, f"film.now > {float(asked.answered)}")


@pytest.mark.parametrize(
    ("at", "beat"),
    [("#intuition-first", "night-walk"), ("#slope-in-y", "slope-in-y"), ("#t=20", None)],
)
def test_an_address_leads_to_a_moment(
    visit: Visit, content: Content, at: str, beat: str | None
) -> None:
    page = visit(at)
    passages = {p.id: p for chapter in content.chapters for p in chapter.passages}
    expected = 20.0 if beat is None else float(passages[beat].start)
    assert page.evaluate("film.now") == pytest.approx(expected, abs=2e-3)
    assert not page.evaluate("film.playing")


def test_the_film_fills_the_screen_with_its_controls(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Full screen").click()
    wait_until(page, "document.fullscreenElement === player.root")
    assert page.get_by_role("button", name="Captions").is_visible()
    page.keyboard.press("f")
    wait_until(page, "!document.fullscreenElement")


def test_a_film_that_is_missing_is_told(browser: Any, page_folder: Any, tmp_path: Any) -> None:
    import shutil

    lonely = shutil.copytree(page_folder, tmp_path / "page", ignore=shutil.ignore_patterns("*.mp4"))
    context = browser.new_context()
    page = context.new_page()
    page.goto((lonely / "index.html").as_uri())
    page.get_by_text("The film cannot be played here.").wait_for()
    context.close()
