"""The teleprompter shows every beat with its words, its length, its file and its picture."""

import re
from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mnemo_anim.cli import main
from mnemo_anim.outputs.teleprompter import make_teleprompter
from mnemo_anim.pacing import reading_time
from mnemo_anim.render.quality import QUALITIES
from mnemo_anim.voice import voice_named
from mnemo_anim.voice.recorded import RecordedVoice
from tests.outputs.test_gallery import COLOURS, POSTERS, film_of
from tests.tiny_studio import LECTURE, TINY, Studio
from tests.voice.sounds import babble, write_wav


class Page(HTMLParser):
    """The beats of a page: the text within each article, and the addresses of its pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.pictures: dict[str, str] = {}
        self.addresses: list[str] = []
        self._beat = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.addresses += [found[name] for name in ("src", "href") if name in found]
        if tag == "article":
            self._beat = found["id"]
            self.words[self._beat] = ""
        if tag == "img":
            self.pictures[self._beat] = found["src"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._beat = ""

    def handle_data(self, data: str) -> None:
        if self._beat:
            self.words[self._beat] += f" {data.strip()}"


@pytest.fixture
def filmed(studio: Studio) -> Studio:
    one, two = studio.plan().jobs
    film_of(one, ["first", "second"])
    film_of(two, ["third"])
    return studio


def page_of(studio: Studio, takes: RecordedVoice | None = None) -> tuple[Page, list[str]]:
    target = studio.folder / "teleprompter.html"
    remarks = make_teleprompter(studio.plan(), target, takes)
    return Page(target.read_text(encoding="utf-8")), remarks


def test_every_beat_has_its_words_its_length_and_its_file(filmed: Studio) -> None:
    page, _ = page_of(filmed)
    beats = [beat for section in filmed.plan().lecture.sections for beat in section.beats]
    assert list(page.words) == [beat.id for beat in beats]
    for number, beat in enumerate(beats, start=1):
        words = page.words[beat.id]
        assert beat.text in words
        assert f"{beat.id}.wav" in words
        assert f"{reading_time(beat.text):.1f} s" in words
        assert f"{number} / {len(beats)}" in words


def test_a_beat_has_the_picture_of_its_end(filmed: Studio) -> None:
    page, _ = page_of(filmed)
    assert list(page.pictures) == ["first", "second", "third"]
    for beat, address in page.pictures.items():
        assert address.startswith("data:image/jpeg;base64,")
        picture = Image.open(BytesIO(b64decode(address.partition(",")[2]))).convert("RGB")
        colour = np.asarray(picture)[135, 240].astype(int)
        assert np.abs(colour - COLOURS[POSTERS[beat] // 3]).max() <= 8


def test_nothing_is_fetched_from_elsewhere(filmed: Studio) -> None:
    page, _ = page_of(filmed)
    text = (filmed.folder / "teleprompter.html").read_text(encoding="utf-8")
    assert all(address.startswith("data:") for address in page.addresses)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", text)


def test_the_page_is_the_same_each_time(filmed: Studio) -> None:
    page_of(filmed)
    before = (filmed.folder / "teleprompter.html").read_bytes()
    page_of(filmed)
    assert (filmed.folder / "teleprompter.html").read_bytes() == before


def test_what_looks_like_code_is_words(studio: Studio) -> None:
    words = 'If a < b & c > d, say “"quoted"”, not &amp; or &lt;b>.'
    studio.document.write_text(
        LECTURE.replace("A dot.", words.replace("&amp;", "&amp;amp;").replace("&lt;", "&amp;lt;"))
        .replace("# A short lecture", "# Short & sharp")
        .replace("## One", "## One & only")
    )
    page, _ = page_of(studio)
    beat = studio.plan().lecture.sections[0].beats[0]
    assert beat.text == words
    assert words in page.words["first"]
    text = (studio.folder / "teleprompter.html").read_text(encoding="utf-8")
    assert "<h1>Short &amp; sharp</h1>" in text
    assert "One &amp; only" in text


def test_formulas_are_shown_as_they_are_read_aloud(studio: Studio) -> None:
    studio.document.write_text(LECTURE.replace("A dot.", "So ∇f = 0."))
    page, _ = page_of(studio)
    assert "So grad f equals 0." in page.words["first"]
    assert "aloud" not in page.words["second"]


def test_sections_without_a_film_are_told_and_have_no_picture(filmed: Studio) -> None:
    filmed.plan().jobs[1].film.unlink()
    page, (remark,) = page_of(filmed)
    assert list(page.pictures) == ["first", "second"]
    assert remark == "No film yet, so no picture: two. Run make render QUALITY=tiny for them."


def test_a_film_that_cannot_be_used_is_told_and_its_words_are_there(filmed: Studio) -> None:
    one, two = filmed.plan().jobs
    one.film.write_bytes(b"nothing")
    two.timeline.write_text("{}")
    page, remarks = page_of(filmed)
    assert list(page.words) == ["first", "second", "third", "fourth"]
    assert page.pictures == {}
    assert "01-one.mp4 is not a film" in remarks[0]
    assert "02-two.json: not a timeline" in remarks[1]
    assert all(remark.endswith("Until then its beats have no picture.") for remark in remarks)


def test_recordings_so_far_are_told_of(filmed: Studio, tmp_path: Path) -> None:
    write_wav(tmp_path / "takes" / "first.wav", babble(1.5))
    write_wav(tmp_path / "takes" / "second.wav", np.zeros(48_000, np.float32))
    takes = voice_named(f"recorded:{tmp_path / 'takes'}", "en", tmp_path / ".speech")
    assert isinstance(takes, RecordedVoice)
    page, _ = page_of(filmed, takes)
    assert "take  recorded" in re.sub(r" +", "  ", page.words["first"])
    assert "It is silent. Record it again" in page.words["second"]
    assert "Not recorded yet." in page.words["third"]
    assert "take" not in page_of(filmed)[0].words["first"]


def test_the_command_writes_the_page_and_names_it(
    filmed: Studio, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(QUALITIES, TINY.name, TINY)
    assert main(["teleprompter", *filmed.options, "--quality=tiny"]) == 0
    page = filmed.folder / "teleprompter.html"
    assert capsys.readouterr().out.split() == [str(page)]
    assert page.exists()


@pytest.mark.slow
def test_keys_move_from_beat_to_beat(browser: Any, filmed: Studio) -> None:
    page_of(filmed)
    address = (filmed.folder / "teleprompter.html").as_uri()
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(address)

    def now() -> str:
        page.wait_for_timeout(100)
        return str(page.evaluate("document.querySelector('.current')?.id ?? ''"))

    assert now() == ""
    for key, beat in [
        ("Space", "first"),
        ("ArrowRight", "second"),
        ("PageDown", "third"),
        ("ArrowLeft", "second"),
        ("Shift+Space", "first"),
        ("ArrowLeft", "first"),
        ("End", "fourth"),
        ("Space", "fourth"),
        ("Home", "first"),
    ]:
        page.keyboard.press(key)
        assert now() == beat, key
        top = page.evaluate("document.querySelector('.current').getBoundingClientRect().top")
        assert abs(top) <= 2, key
    page.click("#next")
    assert now() == "second"
    page.goto(f"{address}#third")
    page.reload()
    assert now() == "third"
    for width in (360, 1280, 2560):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
    assert faults == []
