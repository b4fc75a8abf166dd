"""What YouTube is told is the maker's words, completed from the lecture, and counted as it does."""

from dataclasses import replace
from pathlib import Path

import pytest

from mnemo_anim.document import read_lecture
from mnemo_anim.outputs.youtube.about import About
from mnemo_anim.outputs.youtube.metadata import (
    characters_of_tags,
    characters_of_title,
    metadata_of,
)
from tests.tiny_studio import Studio

ABOUT = About(Path("youtube.toml"), "What it is.", ("slope",), "Education", "YouTube", False)


def test_the_lecture_gives_what_the_maker_leaves_out(studio: Studio) -> None:
    lecture = read_lecture(studio.document)
    metadata = metadata_of(ABOUT, lecture, ["0:00 One", "0:10 Two"])
    assert metadata.title == "A short lecture | Tests"
    assert metadata.playlist == "Tests"
    assert metadata.description == "What it is.\n\n0:00 One\n0:10 Two"
    said = replace(ABOUT, title="Slopes", playlist="Hills")
    assert metadata_of(said, lecture, []).title == "Slopes"
    assert metadata_of(said, lecture, []).playlist == "Hills"
    assert metadata_of(said, lecture, []).description == "What it is."


def test_the_api_is_told_by_its_own_names(studio: Studio) -> None:
    metadata = metadata_of(
        replace(ABOUT, licence="Creative Commons"), read_lecture(studio.document), []
    )
    assert metadata.snippet == {
        "title": "A short lecture | Tests",
        "description": "What it is.",
        "tags": ["slope"],
        "categoryId": "27",
        "defaultLanguage": "en",
        "defaultAudioLanguage": "en",
    }
    assert metadata.status == {"license": "creativeCommon", "selfDeclaredMadeForKids": False}


@pytest.mark.parametrize(
    ("tags", "count"),
    [
        ((), 0),
        (("Foo-Baz",), 7),  # both examples are those of the API's reference
        (("Foo Baz",), 9),
        (("a", "b"), 3),
        (("a b", "c d", "e"), 13),
    ],
)
def test_tags_are_counted_with_quotes_and_commas(tags: tuple[str, ...], count: int) -> None:
    assert characters_of_tags(tags) == count
    as_typed = ",".join(f'"{tag}"' if " " in tag else tag for tag in tags)
    assert len(as_typed) == count


def test_a_character_beyond_the_basic_plane_counts_twice() -> None:
    assert characters_of_title("∇f") == 2
    assert characters_of_title("🏔") == 2
