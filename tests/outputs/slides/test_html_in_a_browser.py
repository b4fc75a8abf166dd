"""Slides in a real browser: each plays and holds, and nothing is asked of any place."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from tests.filming import COLOURS
from tests.outputs.slides.conftest import SPOKEN
from tests.tiny_studio import Studio

pytestmark = pytest.mark.slow
pytest.importorskip("manim_slides", reason="manim-slides is not installed: pip install '.[slides]'")

# What each slide shows at its end: the film of a section has all five colours, in as many parts as
# it has beats.
LAST_COLOURS = [COLOURS[2], COLOURS[4], COLOURS[4]]
NOTES = [SPOKEN, "It moves.", "Another dot."]
STATE = """() => {
    const film = Reveal.getCurrentSlide().querySelector("video");
    return { time: film.currentTime, length: film.duration, held: film.ended && film.paused,
             paused: film.paused };
}"""
SAID = "() => Reveal.getCurrentSlide().querySelector('aside.notes').textContent"
HELD = "() => Reveal.getCurrentSlide().querySelector('video').ended"


@pytest.fixture
def page(browser: Any, filmed: Studio) -> Iterator[Any]:
    """Open the deck from the disk; fail on any error, and on any request to another place."""
    assert main(["slides", *filmed.options, "--quality=tiny", "--format=html", "--jobs=1"]) == 0
    file = filmed.plan().film.parent / "slides" / "short.html"
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 720})

    def watch(opened: Any) -> None:
        opened.on("console", lambda told: faults.append(f"{told.type}: {told.text}"))
        opened.on("pageerror", lambda error: faults.append(f"error: {error}"))

    def note(request: Any) -> None:
        if not request.url.startswith((file.as_uri(), "data:", "about:")):
            faults.append(f"asked for {request.url}")

    context.on("page", watch)
    context.on("request", note)
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    opened.goto(file.as_uri())
    opened.wait_for_function("() => Reveal.isReady()")
    yield opened
    context.close()
    assert faults == []


def middle_of(page: Any) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the colour that is seen in the middle of the page."""
    picture = np.asarray(Image.open(BytesIO(page.screenshot())).convert("RGB"), np.int64)
    return np.asarray(picture[360, 640])


def test_each_slide_plays_once_and_holds_its_last_picture(page: Any) -> None:
    for number, (colour, words) in enumerate(zip(LAST_COLOURS, NOTES, strict=True)):
        page.wait_for_function(
            "() => Reveal.getCurrentSlide().querySelector('video').currentTime > 0.2"
        )
        assert not page.evaluate(STATE)["held"]
        page.wait_for_function(HELD)
        state = page.evaluate(STATE)
        assert state["held"]
        assert state["time"] == pytest.approx(state["length"], abs=0.05)
        assert np.abs(middle_of(page) - colour).max() <= 12
        assert page.evaluate(SAID) == words
        assert page.evaluate("() => Reveal.getSlidePastCount()") == number
        page.keyboard.press("ArrowRight")
    assert page.evaluate("() => Reveal.isLastSlide()")


def test_a_slide_that_one_comes_back_to_plays_again(page: Any) -> None:
    page.wait_for_function(HELD)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => !Reveal.getCurrentSlide().querySelector('video').paused")
    assert page.evaluate(STATE)["time"] < 1


def test_keys_play_again_and_hold(page: Any) -> None:
    page.wait_for_function(HELD)
    page.keyboard.press("r")
    page.wait_for_function("() => !Reveal.getCurrentSlide().querySelector('video').ended")
    page.keyboard.press("k")
    assert page.evaluate(STATE)["paused"]
    page.keyboard.press("k")
    assert not page.evaluate(STATE)["paused"]


def test_the_film_fills_the_page(page: Any) -> None:
    box = page.evaluate(
        "() => { const b = Reveal.getCurrentSlide().querySelector('video').getBoundingClientRect();"
        " return [b.left, b.top, b.width, b.height]; }"
    )
    assert box == pytest.approx([0, 0, 1280, 720], abs=1)


def test_the_lecturer_sees_the_notes_in_a_window_of_their_own(page: Any) -> None:
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    notes = opening.value
    notes.wait_for_function(
        "words => document.body.innerText.includes(words)", arg=SPOKEN, timeout=15_000
    )
    page.bring_to_front()
    page.keyboard.press("ArrowRight")
    notes.wait_for_function(
        "words => document.body.innerText.includes(words)", arg="It moves.", timeout=15_000
    )


def test_the_overview_shows_a_picture_of_each_slide(page: Any) -> None:
    page.keyboard.press("Escape")
    page.wait_for_function("() => Reveal.isOverview()")
    seen = page.evaluate(
        "() => [...document.querySelectorAll('section section img')].map("
        "image => getComputedStyle(image).display == 'block' && image.naturalWidth > 0)"
    )
    assert seen == [True, True, True]
