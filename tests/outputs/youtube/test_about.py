"""What the maker says of the film is read, and each fault in it is told with its mend."""

from pathlib import Path

import pytest

from mnemo_anim.outputs.youtube.about import ABOUT, CATEGORIES, read_about
from mnemo_anim.render.errors import RenderError

FILE = """
title = "Slopes"
description = '''
What a slope is.

And more of it.
'''
tags = ["slope", " steep ground "]
category = "Education"
licence = "Creative Commons"
made-for-kids = false
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "youtube.toml"
    made.write_text(FILE, encoding="utf-8")
    return made


def test_what_is_said_is_read(file: Path) -> None:
    about = read_about(file)
    assert (about.title, about.category, about.licence) == (
        "Slopes",
        "Education",
        "Creative Commons",
    )
    assert about.description == "What a slope is.\n\nAnd more of it."
    assert about.tags == ("slope", "steep ground")
    assert (about.made_for_kids, about.playlist, about.thumbnail) == (False, None, None)


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("title =", "titel =", "there is no key “titel”. Did you mean “title”?"),
        ('title = "Slopes"', "title = 3", '“title” is 3. Write it as title = "…".'),
        ('title = "Slopes"', 'title = " "', "“title” is ' '. Write it as"),
        ('category = "Education"', "", '“category” is missing. Add a line category = "Education".'),
        ('"Education"', '"Educaton"', "no category “Educaton”. Did you mean “Education”?"),
        ('"Creative Commons"', '"CC"', "no licence “CC”. Use one of “YouTube”, “Creative"),
        ('["slope", " steep ground "]', '"slope"', "“tags” is 'slope'. Write it as tags = [\"…\""),
        ('" steep ground "', '""', "“tags” is ['slope', '']. Write it as"),
        ('" steep ground "', "7", "“tags” is ['slope', 7]. Write it as"),
        ("kids = false", 'kids = "no"', "“made-for-kids” is 'no'. Write it as made-for-kids = fa"),
        ("kids = false", "kids = ", "cannot be read"),
    ],
)
def test_a_fault_is_told_with_its_mend(file: Path, written: str, instead: str, told: str) -> None:
    file.write_text(FILE.replace(written, instead), encoding="utf-8")
    with pytest.raises(RenderError) as caught:
        read_about(file)
    assert str(caught.value).startswith(str(file))
    assert told in str(caught.value)


def test_a_file_that_is_missing_or_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RenderError, match="cannot be read"):
        read_about(file)
    file.unlink()
    with pytest.raises(RenderError, match=r"is missing: .* --about"):
        read_about(file)


def test_the_lectures_own_words_are_whole() -> None:
    about = read_about(ABOUT)
    assert about.category in CATEGORIES
    paragraphs = about.description.split("\n\n")
    assert len(paragraphs) > 1
    assert not any("\n" in paragraph for paragraph in paragraphs)  # YouTube keeps line ends
