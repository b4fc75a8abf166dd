"""Everybody can use the page: axe finds nothing serious, in light and dark, wide and narrow."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.outputs.page.browser.seeing import picture_of

Visit = Callable[..., Any]
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed: pip install '.[dev]'"
)

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
RULES = {
    "resultTypes": ["violations"],
    "preload": False,  # it would fetch the style sheets, which the page's policy forbids
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def violations(page: Any) -> list[str]:
    found = axe.Axe().run(page, options=RULES).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {node['target']} {node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical", "moderate")
        for node in violation["nodes"]
    ]


def everything_open(page: Any) -> None:
    for name in ("which-way", "which-input"):
        page.evaluate(
            "(id) => { document.querySelector(`[data-card=${id}] details`).open = true; }", name
        )
    page.evaluate("document.querySelector('[data-walk]').open = true")
    page.get_by_role("searchbox").fill("slope")
    page.get_by_role("button", name="Next step").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(visit: Visit, scheme: str, size: dict[str, int]) -> None:
    page = visit(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    assert violations(page) == []
    everything_open(page)
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    assert violations(page) == []


@pytest.mark.parametrize("part", ["film", "landscape", "questions"])
def test_axe_finds_nothing_in_a_part_alone(visit: Visit, part: str) -> None:
    assert violations(visit(f"?show={part}")) == []


@pytest.mark.parametrize("size", [WIDE, NARROW, {"width": 320, "height": 600}], ids=str)
def test_nothing_is_wider_than_the_screen(visit: Visit, size: dict[str, int]) -> None:
    page = visit(viewport=size)
    everything_open(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_what_is_touched_is_large_enough(visit: Visit) -> None:
    page = visit(viewport=NARROW)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, select, input, .masthead a")]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .filter((element) => getComputedStyle(element).opacity !== "0")
            .map((element) => [element.outerHTML.slice(0, 60), element.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
            .map(([html]) => html)
            .filter((html) => !html.includes("checkbox"))"""
    )
    assert small == []


def test_tab_leads_through_the_page_in_the_order_of_its_parts(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    visited: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        where = page.evaluate(
            """() => {
                const element = document.activeElement;
                const ring = getComputedStyle(element).outlineStyle;
                const part = element.closest("main > section, header, footer, .skip");
                return [part?.id || part?.localName || "none", ring !== "none"];
            }"""
        )
        if where[0] == "none":
            break
        if not visited or visited[-1] != where[0]:
            visited.append(where[0])
    parts = ["_watch", "_explore", "_questions", "_notes", "_embed"]
    assert visited == ["a", "header", *parts, "footer"]


def test_colours_are_switched_and_kept(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    night = page.evaluate(ground)
    switch = page.get_by_role("button", name="Colours")
    switch.click()
    assert "Light" in switch.inner_text()
    paper = page.evaluate(ground)
    assert paper != night
    page.reload()
    assert page.evaluate(ground) == paper
    switch.click()
    assert page.evaluate(ground) == night
    switch.click()
    assert "Auto" in switch.inner_text()


def test_the_map_is_painted_in_the_colours_that_are_chosen(visit: Visit) -> None:
    page = visit(color_scheme="dark", reduced_motion="reduce")
    page.locator("[data-map]").scroll_into_view_if_needed()
    night = picture_of(page, "[data-map]")
    page.evaluate("theme.choose('light')")
    page.wait_for_timeout(200)
    assert np.abs(picture_of(page, "[data-map]") - night).mean() > 60
    page.evaluate("theme.choose('dark')")
    page.wait_for_timeout(200)
    assert np.abs(picture_of(page, "[data-map]") - night).mean() < 1
