"""The HTML file holds all that it needs: films, pictures, notes, and what plays them."""

import re
from base64 import b64decode
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mnemo_anim.outputs.clips import Format
from mnemo_anim.outputs.slides.deck import Deck, make_deck
from tests.outputs.slides.conftest import SPOKEN
from tests.tiny_studio import Studio

pytest.importorskip("manim_slides", reason="manim-slides is not installed: pip install '.[slides]'")
from mnemo_anim.outputs.slides.html import write_html


class Reading(HTMLParser):
    """What stands in a page: the attributes of its elements, and the words of its notes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.notes: list[str] = []
        self._in_notes = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        self._in_notes = ("class", "notes") in attributes

    def handle_data(self, data: str) -> None:
        if self._in_notes:
            self.notes.append(data)
            self._in_notes = False

    def attributes(self, tag: str, name: str) -> list[str]:
        return [held[name] or "" for one, held in self.elements if one == tag and name in held]


@pytest.fixture
def deck(filmed: Studio) -> Deck:
    plan = filmed.plan()
    return make_deck(
        plan, plan.jobs, Format.WEBM, captions=False, count=1, on_made=lambda made: None
    )


@pytest.fixture
def page(deck: Deck, tmp_path: Path) -> str:
    write_html(deck, tmp_path / "deck.html")
    return (tmp_path / "deck.html").read_text(encoding="utf-8")


def test_the_films_are_inside(deck: Deck, page: str) -> None:
    films = Reading(page).attributes("video", "data-src")
    slides = [slide for section in deck.sections for slide in section.slides]
    for address, slide in zip(films, slides, strict=True):
        kind, _, data = address.partition(",")
        assert kind == "data:video/webm;base64"
        assert b64decode(data) == slide.film.read_bytes()


def test_the_notes_are_the_narration(page: str) -> None:
    assert Reading(page).notes == [SPOKEN, "It moves.", "Another dot."]


def test_slides_stand_in_the_stack_of_their_section(page: str) -> None:
    reading = Reading(page)
    assert reading.attributes("section", "aria-label") == ["One", "Two"]
    assert len([tag for tag, _ in reading.elements if tag == "section"]) == 2 + 3
    assert reading.attributes("html", "lang") == ["en"]


def test_nothing_is_asked_of_any_place(page: str) -> None:
    reading = Reading(page)
    addresses = [
        value
        for _, held in reading.elements
        for name, value in held.items()
        if name in {"src", "data-src", "href", "srcset", "poster"}
    ]
    assert addresses
    assert all((address or "").startswith("data:") for address in addresses)
    styles = " ".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert "@import" not in styles
    assert not re.search(r"url\((?!['\"]?data:)", styles)
    (policy,) = (
        held["content"]
        for tag, held in reading.elements
        if tag == "meta" and held.get("http-equiv") == "Content-Security-Policy"
    )
    assert (policy or "").startswith("default-src 'none';")


def test_the_licence_of_what_plays_it_is_told(page: str) -> None:
    assert "MIT licensed" in page


def test_the_same_deck_makes_the_same_file(deck: Deck, page: str, tmp_path: Path) -> None:
    write_html(deck, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == page
