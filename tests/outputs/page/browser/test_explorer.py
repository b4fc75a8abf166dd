"""The landscape is walked on by pointer, by touch and by keys, and tells what happens."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mnemo_anim.maths import ELLIPTIC_BOWL, VALLEYS, gradient_descent
from mnemo_anim.outputs.page.landscapes import LANDSCAPES
from tests.outputs.page.browser.seeing import wait_until

Visit = Callable[..., Any]


@pytest.fixture
def page(visit: Visit) -> Any:
    opened = visit(reduced_motion="reduce")
    opened.locator("[data-map]").scroll_into_view_if_needed()
    return opened


def place(page: Any) -> list[float]:
    here: list[float] = page.evaluate("explorer.walk.here")
    return here


def number(page: Any, name: str) -> float:
    text = page.locator(f"[data-{name}]").inner_text()
    return float(text.replace("−", "-"))


def on_map(page: Any, x: float, y: float) -> tuple[float, float]:
    """Return where on the screen a point of the map is."""
    left, top = page.evaluate("(at) => explorer.map.toPixels(at)", [x, y])
    box = page.locator("[data-overlay]").bounding_box()
    return box["x"] + left, box["y"] + top


def test_it_begins_with_the_lectures_own_example(page: Any) -> None:
    assert place(page) == [1, 2]
    assert (number(page, "gx"), number(page, "gy")) == (2, 8)
    assert number(page, "value") == 9
    assert number(page, "magnitude") == pytest.approx(68**0.5, abs=5e-4)
    assert number(page, "length") == pytest.approx(0.1 * 68**0.5, abs=5e-4)


def test_the_hiker_is_dragged(page: Any) -> None:
    page.mouse.move(*on_map(page, 1, 2))
    page.mouse.down()
    page.mouse.move(*on_map(page, -1, 0.5), steps=4)
    page.mouse.up()
    x, y = place(page)
    assert (x, y) == pytest.approx((-1, 0.5), abs=0.02)
    assert [number(page, "gx"), number(page, "gy")] == pytest.approx(
        ELLIPTIC_BOWL.gradient([x, y]).tolist(), abs=6e-4
    )
    page.mouse.move(*on_map(page, 2, 2))
    assert place(page) == [x, y]  # let go


def test_the_hiker_is_dragged_by_touch(visit: Visit) -> None:
    page = visit(has_touch=True, viewport={"width": 390, "height": 800})
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.touchscreen.tap(*on_map(page, -2, -1))
    assert place(page) == pytest.approx([-2, -1], abs=0.03)


def test_a_finger_drags_the_hiker_and_scrolls_the_page_beside_it(visit: Visit) -> None:
    page = visit(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page.locator("[data-map]").scroll_into_view_if_needed()
    client = page.context.new_cdp_session(page)

    def swipe(start: tuple[float, float], by: float) -> None:
        x, y = start
        for kind, share in (("touchStart", 0), *(("touchMove", k / 8) for k in range(1, 9))):
            at = [{"x": x, "y": y + share * by}]
            client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
            page.wait_for_timeout(20)
        client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(300)

    before = page.evaluate("scrollY")
    low = on_map(page, 1, -1)
    swipe(on_map(page, 1, 2), low[1] - on_map(page, 1, 2)[1])
    assert place(page) == pytest.approx([1, -1], abs=0.05)
    assert page.evaluate("scrollY") == before
    swipe(on_map(page, -2, 2), -80)
    assert page.evaluate("scrollY") > before


def test_keys_move_the_hiker_and_take_steps(page: Any) -> None:
    page.locator("[data-map]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowLeft")
    assert place(page) == pytest.approx([1.09, 1.9])
    page.keyboard.press("Enter")
    wait_until(page, "explorer.walk.steps === 1")
    assert place(page) == pytest.approx([1.09 * 0.8, 1.9 * 0.6])
    page.keyboard.press("Backspace")
    assert place(page) == pytest.approx([1.09, 1.9])
    page.keyboard.press("Space")
    wait_until(page, "explorer.walk.level")
    page.keyboard.press("Home")
    assert place(page) == pytest.approx([1.09, 1.9])


def test_a_place_is_typed(page: Any) -> None:
    page.locator("[data-x]").fill("-1.5")
    page.locator("[data-y]").fill("0.25")
    page.keyboard.press("Enter")
    assert place(page) == [-1.5, 0.25]


def test_steps_are_those_of_the_maths(page: Any) -> None:
    page.get_by_label("α as a number").fill("0.3")
    for _ in range(5):
        page.get_by_role("button", name="Next step").click()
    descent = gradient_descent(ELLIPTIC_BOWL, (1, 2), 0.3, 5)
    np.testing.assert_allclose(
        page.evaluate("explorer.walk.iterates"), descent.iterates, rtol=1e-13
    )
    page.get_by_text("The walk as a table").click()
    rows = page.locator("[data-rows] tr")
    assert rows.count() == 6
    cells = rows.nth(3).locator("td").all_inner_texts()
    told = [float(cell.replace("−", "-")) for cell in cells]
    assert told == pytest.approx(
        [3, *descent.iterates[3], descent.values[3], np.linalg.norm(descent.gradients[3])], abs=6e-5
    )


@pytest.mark.parametrize(
    ("landscape", "rate", "badge", "words"),
    [
        ("elliptic-bowl", "0.1", "converged", "Level ground after 35 steps: a minimum."),
        ("elliptic-bowl", "0.49", "oscillating", "Still zigzagging after 100 steps"),
        ("elliptic-bowl", "0.6", "diverged", "Diverged after"),
        ("ravine", "0.02", "not there yet", "Still on the way after 100 steps"),
        ("saddle", "0.4", "diverged", "Diverged after"),
        ("valleys", "0.65", "converged", "a minimum."),
    ],
)
def test_a_walk_tells_how_it_ends(
    page: Any, landscape: str, rate: str, badge: str, words: str
) -> None:
    page.locator(f"[value={landscape}]").press("Space")
    page.get_by_label("α as a number").fill(rate)
    page.evaluate("PACE.fill(1)")
    page.get_by_role("button", name="Walk on").click()
    wait_until(page, "explorer.walk.outcome !== 'walking' || explorer.walk.over")
    assert page.locator("[data-badge]").inner_text() == badge
    assert words in page.locator("[data-outcome]").inner_text()
    wait_until(page, "document.querySelector('[data-spoken]').textContent !== ''")
    assert words in page.locator("[data-spoken]").inner_text()


def test_a_walk_is_stopped_and_goes_on(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Walk on").click()
    wait_until(page, "explorer.walk.steps >= 2")
    page.get_by_role("button", name="Stop").click()
    page.wait_for_timeout(600)
    stopped = page.evaluate("explorer.walk.steps")
    page.wait_for_timeout(700)
    assert page.evaluate("explorer.walk.steps") == stopped
    page.get_by_role("button", name="Walk on").click()
    wait_until(page, f"explorer.walk.steps > {stopped}")


def test_steps_taken_faster_than_they_are_shown_are_all_taken(visit: Visit) -> None:
    page = visit()
    page.locator("[data-map]").focus()
    for _ in range(5):
        page.keyboard.press("Enter")
    wait_until(page, "document.querySelector('[data-outcome]').textContent.startsWith('Step 5')")
    descent = gradient_descent(ELLIPTIC_BOWL, (1, 2), 0.1, 5)
    assert place(page) == pytest.approx(descent.iterates[-1].tolist())


def test_stopping_and_walking_on_at_once_makes_one_walk_not_two(visit: Visit) -> None:
    page = visit()
    page.evaluate("explorer.rate = 0.001")
    run = page.locator("[data-run]")
    for _ in range(5):
        run.click()
    page.wait_for_timeout(100)
    before = page.evaluate("explorer.walk.steps")
    page.wait_for_timeout(1500)
    assert page.evaluate("explorer.walk.steps") - before <= 1500 / 420 + 1.5


def test_another_landscape_ends_a_walk_that_goes_on(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Walk on").click()
    wait_until(page, "explorer.walk.steps >= 1")
    page.locator("[value=valleys]").press("Space")
    page.wait_for_timeout(900)
    assert page.evaluate("explorer.walk.steps") == 0
    assert page.get_by_role("button", name="Walk on").is_enabled()


def test_on_the_saddle_a_walk_along_x_ends_at_no_minimum(page: Any) -> None:
    page.locator("[value=saddle]").press("Space")
    page.locator("[data-y]").fill("0")
    page.keyboard.press("Enter")
    page.evaluate("PACE.fill(1)")
    page.get_by_role("button", name="Walk on").click()
    wait_until(page, "explorer.walk.over")
    assert "no minimum: a saddle" in page.locator("[data-outcome]").inner_text()
    assert page.get_by_role("button", name="Next step").is_disabled()


def test_arrows_have_the_direction_and_the_stated_length(page: Any) -> None:
    page.locator("[value=valleys]").press("Space")
    landscape = next(one for one in LANDSCAPES if one.id == "valleys")
    x, y = landscape.walk.start
    gradient = VALLEYS.gradient([x, y])
    tips = page.evaluate(
        """() => ["uphill", "downhill"].map((name) => {
            const part = document.querySelector(`.map .arrow.${name} .ink`);
            const head = part.querySelector(".head").getBBox();
            const turn = part.transform.baseVal.consolidate().matrix;
            const tip = new DOMPoint(head.x + head.width, 0).matrixTransform(turn);
            return [tip.x, tip.y];
        })"""
    )
    for tip, sign in zip(tips, (1, -1), strict=True):
        expected = page.evaluate(
            "(at) => explorer.map.toPixels(at)",
            (np.array([x, y]) + sign * landscape.arrow_scale * gradient).tolist(),
        )
        assert tip == pytest.approx(expected, abs=1.0)
    bar = page.evaluate("document.querySelector('.scale .bar').getBBox().width")
    unit = page.evaluate("explorer.map.toPixels([1, 0])[0] - explorer.map.toPixels([0, 0])[0]")
    assert bar == pytest.approx(landscape.scale_bar * landscape.arrow_scale * unit, abs=0.5)
    assert page.locator(".scale text").text_content() == f"arrow scale {landscape.scale_bar:g}"


def test_the_slider_goes_by_even_ratios(page: Any) -> None:
    slider = page.locator("[data-rate]")
    slider.focus()
    page.keyboard.press("Home")
    assert page.evaluate("explorer.rate") == 0.001
    page.keyboard.press("End")
    assert page.evaluate("explorer.rate") == 10
    assert slider.get_attribute("aria-valuetext") == "α = 10"
    for _ in range(20):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate("explorer.rate") == 1


@pytest.mark.parametrize("wrong", ["", "0", "-1"])
def test_an_impossible_learning_rate_is_not_taken(page: Any, wrong: str) -> None:
    field = page.get_by_label("α as a number")
    field.fill(wrong)
    field.blur()
    assert page.evaluate("explorer.rate") == 0.1


def test_the_chart_shows_f_at_each_step(page: Any) -> None:
    for _ in range(3):
        page.get_by_role("button", name="Next step").click()
    points = page.locator(".chart .point")
    assert points.count() == 4
    heights = [float(point.get_attribute("cy")) for point in points.all()]
    assert heights == sorted(heights)  # downwards on the screen: f falls
    label = page.locator("[data-chart]").get_attribute("aria-label")
    values = gradient_descent(ELLIPTIC_BOWL, (1, 2), 0.1, 3).values
    told = [float(number) for number in re.findall(r"\d+\.\d+", label)]
    assert told == pytest.approx([values[0], values[3]], abs=6e-4)


def test_a_move_is_told_to_screen_readers_once_it_is_over(page: Any) -> None:
    page.locator("[data-map]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    assert page.locator("[data-spoken]").inner_text() == ""
    wait_until(page, "document.querySelector('[data-spoken]').textContent !== ''")
    told = page.locator("[data-spoken]").inner_text()
    assert told == "At (0.60, 2.00): f = 8.36, ∇f = [1.20, 8.00], ‖∇f‖ = 8.09."
    assert page.locator("[data-spoken]").get_attribute("aria-live") == "polite"


def test_motion_is_left_out_where_it_is_not_wanted(page: Any) -> None:
    page.get_by_role("button", name="Next step").click()
    assert page.evaluate("explorer.walk.steps") == 1
    hiker = page.evaluate("document.querySelector('.map .hiker').cx.baseVal.value")
    page.wait_for_timeout(60)
    assert page.evaluate("document.querySelector('.map .hiker').cx.baseVal.value") == hiker


def test_an_address_leads_to_a_walk(visit: Visit) -> None:
    page = visit("?show=landscape#landscape=valleys&x=-0.5&y=1.25&rate=0.2")
    assert page.evaluate("explorer.landscape.id") == "valleys"
    assert place(page) == [-0.5, 1.25]
    assert page.evaluate("explorer.rate") == 0.2


@pytest.mark.parametrize("at", ["#landscape=nowhere&x=a&y=&rate=-3", "#landscape=bowl&x=1e999&y=0"])
def test_an_address_that_makes_no_sense_does_no_harm(visit: Visit, at: str) -> None:
    page = visit(f"?show=landscape{at}")
    assert page.evaluate("explorer.rate") > 0
    assert np.isfinite(place(page)).all()


def test_numbers_are_written_as_in_the_language_of_the_lecture(page: Any) -> None:
    written = "[figure(1.5), short(-0.25), figure(1e-9), figure(-2.34567e7)]"
    english = ["1.500", "−0.25", "1.00 × 10⁻⁹", "−2.35 × 10⁷"]
    assert page.evaluate(written) == english
    spanish = [number.replace(".", ",") for number in english]
    assert page.evaluate(f"(LECTURE.separator = ',', {written})") == spanish
