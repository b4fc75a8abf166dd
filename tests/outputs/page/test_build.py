"""The folder of the page: whole, closed in itself, and the same every time."""

import hashlib
import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from mnemo_anim.document import read_lecture
from mnemo_anim.outputs.page import make_page
from mnemo_anim.outputs.page.rendering import POLICY, moment
from mnemo_anim.paths import GALLERY_CHOICE, LECTURE
from mnemo_anim.render.plan import Plan
from tests.outputs.page.filmed_lecture import SMALL
from tests.outputs.page.reading import Elements

REFERENCES = {"src", "href", "poster", "data", "action", "srcset"}


@pytest.fixture(scope="module")
def html(page_folder: Path) -> str:
    return (page_folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def elements(html: str) -> Elements:
    return Elements(html)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_everything_that_the_page_names_is_there_and_nothing_lies_elsewhere(
    page_folder: Path, elements: Elements
) -> None:
    named = {
        value
        for _, attributes in elements.found
        for name, value in attributes.items()
        if name in REFERENCES and value and not value.startswith("#")
    }
    assert len(named) > 60
    for name in named:
        assert not re.match(r"[a-z]+:|/|\.\.", name), name
        assert (page_folder / name).is_file(), name
    styles = "".join(path.read_text() for path in (page_folder / "styles").iterdir())
    for name in re.findall(r"url\((.*?)\)", styles):
        assert (page_folder / "styles" / name.strip('"')).resolve().is_file(), name
    assert "@import" not in styles


def test_nothing_in_the_folder_is_without_use(page_folder: Path, html: str) -> None:
    styles = "".join(path.read_text() for path in (page_folder / "styles").iterdir())
    for path in page_folder.rglob("*"):
        if path.is_file() and path.name != "index.html":
            assert path.name in html + styles, path


def test_no_script_and_no_style_stands_in_the_page_itself(html: str, elements: Elements) -> None:
    for tag, attributes in elements.found:
        assert tag != "style"
        assert tag != "script" or attributes["src"]
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"<script[^>]*>[^<]", html)


def test_the_policy_comes_before_anything_that_it_governs(html: str, elements: Elements) -> None:
    policies = [a for t, a in elements.found if t == "meta" and a.get("http-equiv")]
    assert [policy["content"] for policy in policies] == [POLICY]
    assert html.index("Content-Security-Policy") < html.index("<link") < html.index("<script")
    assert POLICY.startswith("default-src 'none'")
    assert "unsafe" not in POLICY
    assert not re.search(r"https?:|data:|\*", POLICY)


def test_every_id_is_there_once_and_every_reference_finds_one(elements: Elements) -> None:
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in elements.found:
        for name in ("for", "aria-labelledby", "aria-describedby", "data-copy"):
            if attributes.get(name):
                assert attributes[name] in ids
        href = attributes.get("href") or ""
        if href.startswith("#"):
            assert href[1:] in ids


def test_the_page_says_every_word_of_the_lecture(elements: Elements) -> None:
    said = re.sub(r"\s+", "", elements.words)
    lecture = read_lecture(LECTURE)
    assert elements.found[0] == ("html", {"lang": "en"})
    for section in lecture.sections:
        assert section.title.replace(" ", "") in said
        for listing in section.listings:
            assert re.sub(r"\s+", "", listing.code) in said
    for word in ("West.", "Neither.", "blindfolded", "Notnecessarily."):
        assert word in said


def test_pictures_are_those_of_the_sections_of_the_answers_and_of_the_film(
    page_folder: Path,
) -> None:
    lecture = read_lecture(LECTURE)
    names = {"_film", *(section.id for section in lecture.sections)}
    names |= {question.id for section in lecture.sections for question in section.questions}
    assert {path.stem for path in (page_folder / "pictures").iterdir()} == names
    with Image.open(page_folder / "pictures" / "_film.jpg") as picture:
        assert picture.size == (SMALL.width, SMALL.height)


def test_films_are_linked_not_doubled(page_folder: Path, filmed: Plan) -> None:
    for film in (filmed.film, *(job.film for job in filmed.jobs)):
        assert (page_folder / "films" / film.name).samefile(film)


def test_data_are_the_films_own(page_folder: Path, filmed: Plan) -> None:
    script = (page_folder / "scripts" / "data.js").read_text()
    found = re.search(r"^const LECTURE = (\{.*?^\});", script, re.DOTALL | re.MULTILINE)
    assert found is not None
    data = json.loads(found[1])
    film = json.loads(filmed.timeline.read_text())
    assert data["duration"] == pytest.approx(film["frames"] / film["fps"], abs=1e-3)
    assert [chapter["start"] for chapter in data["chapters"]] == pytest.approx(
        [scene["start"] / film["fps"] for scene in film["scenes"]], abs=1e-3
    )
    assert len(data["thinking"]) == 8
    assert len(data["captions"]) == sum(
        len(beat["captions"]) for scene in film["scenes"] for beat in scene["beats"]
    )


def test_a_moment_is_never_before_its_frame() -> None:
    for frame in range(1000):
        seconds = Fraction(frame, 15)
        assert 0 <= Fraction(str(moment(seconds))) - seconds < Fraction(1, 1000)


def test_the_same_films_give_the_same_bytes(
    page_folder: Path, filmed: Plan, tmp_path: Path
) -> None:
    again = make_page(filmed, GALLERY_CHOICE, tmp_path / "again").parent
    assert digests(again) == digests(page_folder)
