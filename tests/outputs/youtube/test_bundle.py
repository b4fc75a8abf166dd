"""The bundle is whole, made of the film and its timeline, and checked."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from mnemo_anim.captions.check import check_file
from mnemo_anim.outputs.youtube.about import About, read_about
from mnemo_anim.outputs.youtube.bundle import Bundle, make_bundle
from mnemo_anim.outputs.youtube.private import write_private
from mnemo_anim.render.errors import RenderError
from mnemo_anim.render.run import join_lecture
from tests.filming import film_of
from tests.outputs.youtube.test_about import FILE
from tests.tiny_studio import Studio


@pytest.fixture
def filmed(studio: Studio) -> Studio:
    for job in studio.plan().jobs:
        film_of(job, seconds=5)
    join_lecture(studio.plan())
    return studio


@pytest.fixture
def about(tmp_path: Path) -> About:
    file = tmp_path / "youtube.toml"
    file.write_text(FILE, encoding="utf-8")
    return read_about(file)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "picture.PNG"
    Image.new("RGB", (1280, 720), "navy").save(file)
    return file


@pytest.fixture
def bundle(filmed: Studio, about: About, picture: Path) -> Bundle:
    return make_bundle(filmed.plan(), about, picture)


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_it_holds_all_that_an_upload_asks_for(bundle: Bundle, filmed: Studio) -> None:
    assert bundle.folder == filmed.folder / "youtube"
    assert sorted(contents(bundle.folder)) == [
        "checklist.json",
        "checklist.md",
        "description.txt",
        "metadata.json",
        "short.en.srt",
        "short.en.vtt",
        "short.mp4",
        "tags.txt",
        "thumbnail.png",
        "title.txt",
    ]
    assert bundle.film.read_bytes() == filmed.plan().film.read_bytes()
    assert check_file(bundle.captions).faults == ()
    assert check_file(bundle.captions).cues == 3
    assert (bundle.folder / "title.txt").read_text() == "Slopes\n"
    assert (bundle.folder / "tags.txt").read_text() == "slope,steep ground\n"
    told = json.loads((bundle.folder / "metadata.json").read_text())
    assert told["snippet"] == bundle.metadata.snippet
    assert told["playlist"] == "Tests"


def test_it_takes_no_room_for_the_film_twice(bundle: Bundle, filmed: Studio) -> None:
    assert bundle.film.samefile(filmed.plan().film)


def test_it_copies_the_film_where_there_are_no_links(
    filmed: Studio, about: About, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    bundle = make_bundle(filmed.plan(), about, picture)
    assert not bundle.film.samefile(filmed.plan().film)
    assert bundle.film.read_bytes() == filmed.plan().film.read_bytes()


def test_the_same_input_makes_the_same_bytes(
    bundle: Bundle, filmed: Studio, about: About, picture: Path
) -> None:
    first = contents(bundle.folder)
    shutil.rmtree(bundle.folder)
    make_bundle(filmed.plan(), about, picture)
    assert contents(bundle.folder) == first


def test_chapters_of_a_film_that_has_enough_of_them_are_in_the_description(
    filmed: Studio, about: About, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("render.chapters", "outputs.youtube.bundle", "outputs.youtube.word_rules"):
        monkeypatch.setattr(f"mnemo_anim.{module}.FEWEST", 2)
    for module in ("render.chapters", "outputs.youtube.word_rules"):
        monkeypatch.setattr(f"mnemo_anim.{module}.SHORTEST", 5)
    filmed.plan().manifest.unlink()
    join_lecture(filmed.plan())
    bundle = make_bundle(filmed.plan(), about, picture)
    assert bundle.metadata.description.endswith("And more of it.\n\n0:00 One\n0:05 Two")


def test_a_miss_leaves_the_last_bundle_and_its_memory_as_they_were(
    bundle: Bundle, filmed: Studio, about: About, tmp_path: Path
) -> None:
    write_private(bundle.state, "{}")
    before = contents(bundle.folder)
    small = tmp_path / "small.png"
    Image.new("RGB", (640, 360)).save(small)
    with pytest.raises(RenderError, match=r"thumbnail-size asks for 1280 × 720 .*; found: 640 × 3"):
        make_bundle(filmed.plan(), about, small)
    assert contents(bundle.folder) == before
    assert {path.name for path in filmed.folder.glob(".*")} <= {".imports.json", ".speech"}


def test_what_the_upload_remembers_stays_in_a_new_bundle(
    bundle: Bundle, filmed: Studio, about: About, picture: Path
) -> None:
    write_private(bundle.state, '{"a": {}}')
    make_bundle(filmed.plan(), about, picture)
    assert bundle.state.read_text() == '{"a": {}}'


def test_a_document_that_says_something_else_than_the_film_is_told(
    filmed: Studio, about: About, picture: Path
) -> None:
    filmed.document.write_text(filmed.document.read_text().replace("A dot.", "A point."))
    with pytest.raises(
        RenderError, match=r"film-words .* 1 of 3 beats differ, first first\. Run make render QUAL"
    ):
        make_bundle(filmed.plan(), about, picture)


def test_a_missing_film_is_told(filmed: Studio, about: About, picture: Path) -> None:
    filmed.plan().film.unlink()
    with pytest.raises(RenderError, match=r"short\.mp4 is missing. Run make render QUALITY=tiny"):
        make_bundle(filmed.plan(), about, picture)


@pytest.mark.parametrize("content", [None, b"no picture"])
def test_a_thumbnail_that_is_no_picture_is_told(
    filmed: Studio, about: About, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "picture.png"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RenderError, match=r"picture\.png .*Name another"):
        make_bundle(filmed.plan(), about, file)
