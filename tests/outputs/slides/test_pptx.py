"""The PowerPoint file holds films, posters, notes and sections, and other programs open it."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from PIL import Image

from mnemo_anim.outputs.clips import Format
from mnemo_anim.outputs.slides.deck import Deck, make_deck
from mnemo_anim.palettes import PALETTES
from tests.filming import COLOURS
from tests.outputs.slides.conftest import SPOKEN
from tests.tiny_studio import Studio

pytest.importorskip("manim_slides", reason="manim-slides is not installed: pip install '.[slides]'")
from pptx import Presentation

from mnemo_anim.outputs.slides.pptx import write_pptx


@pytest.fixture
def deck(filmed: Studio) -> Deck:
    plan = filmed.plan()
    return make_deck(
        plan, plan.jobs, Format.MP4, captions=False, count=1, on_made=lambda made: None
    )


@pytest.fixture
def file(deck: Deck, tmp_path: Path) -> Path:
    write_pptx(deck, tmp_path / "deck.pptx")
    return tmp_path / "deck.pptx"


@pytest.fixture
def slides(file: Path) -> list[Any]:
    return list(Presentation(str(file)).slides)


def film_in(slide: Any) -> bytes:
    (movie,) = slide.shapes
    extension = movie._element.xpath(".//*[local-name()='media']")[0]
    (part,) = extension.xpath("@*[local-name()='embed']")
    return bytes(slide.part.related_part(part).blob)


def test_each_slide_holds_its_film(deck: Deck, slides: list[Any]) -> None:
    films = [slide.film for section in deck.sections for slide in section.slides]
    assert [film_in(slide) for slide in slides] == [film.read_bytes() for film in films]
    assert [slide.shapes[0].name for slide in slides] == [film.stem for film in films]


def test_the_film_fills_the_slide_and_begins_with_it(file: Path, slides: list[Any]) -> None:
    presentation = Presentation(str(file))
    size = presentation.slide_width, presentation.slide_height
    for slide in slides:
        movie = slide.shapes[0]
        assert (movie.left, movie.top, movie.width, movie.height) == (0, 0, *size)
        (delay,) = slide._element.xpath(".//p:timing//p:video//p:cond/@delay")
        assert delay == "0"


def test_the_poster_is_the_first_picture(slides: list[Any]) -> None:
    for slide, colour in zip(slides, (COLOURS[0], COLOURS[2], COLOURS[0]), strict=True):
        poster = Image.open(BytesIO(slide.shapes[0].poster_frame.blob)).convert("RGB")
        pixels = np.asarray(poster, int)
        assert np.abs(pixels[pixels.shape[0] // 2, pixels.shape[1] // 2] - colour).max() <= 6


def test_the_notes_are_the_narration(slides: list[Any]) -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides]
    assert notes == [SPOKEN, "It moves.", "Another dot."]


def test_behind_the_films_is_the_ground(slides: list[Any]) -> None:
    for slide in slides:
        colour = f"#{slide.background.fill.fore_color.rgb}"
        assert colour.lower() == PALETTES["night"].ground


def test_sections_are_those_of_the_lecture(file: Path) -> None:
    presentation = Presentation(str(file))
    listed = presentation._element.xpath(".//*[local-name()='section']")
    ids = [slide.slide_id for slide in presentation.slides]
    members = [
        [int(one) for one in section.xpath(".//*[local-name()='sldId']/@id")] for section in listed
    ]
    assert [section.get("name") for section in listed] == ["One", "Two"]
    assert members == [ids[:2], ids[2:]]


def test_the_file_says_whose_it_is(file: Path) -> None:
    about = Presentation(str(file)).core_properties
    assert (about.title, about.author, about.language) == ("A short lecture", "Tests", "en")
    assert about.last_modified_by == "Tests"


def test_the_same_deck_makes_the_same_file(deck: Deck, file: Path, tmp_path: Path) -> None:
    write_pptx(deck, tmp_path / "again.pptx")
    assert (tmp_path / "again.pptx").read_bytes() == file.read_bytes()
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="There is no LibreOffice: apt-get install libreoffice"
)
def test_libreoffice_opens_it(file: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*words, str(file)], check=True, capture_output=True, timeout=180)
    pages = (tmp_path / "deck.pdf").read_bytes()
    assert pages.count(b"/Type/Page\n") + pages.count(b"/Type/Page/") == 3
