"""Only the project's faces are set with, and they hold every character that is set."""

from pathlib import Path

import pytest

from mnemo_anim.document import read_lecture
from mnemo_anim.mobjects.lettering.text import Words
from mnemo_anim.mobjects.lettering.typefaces import FontError, check_characters, faces
from mnemo_anim.paths import FONTS, LECTURE


def test_a_missing_font_is_an_error_that_names_it(tmp_path: Path) -> None:
    for path in FONTS.glob("IBMPlex[SM]*"):
        if "Mono" not in path.name:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(FontError, match=r"no font file for IBM Plex Mono\. Restore"):
        faces(tmp_path)


def test_no_font_of_the_system_and_none_of_typst_is_seen() -> None:
    assert all(family.startswith("IBM Plex") for family in faces().families())


def test_a_character_that_no_face_has_is_an_error_that_names_it() -> None:
    with pytest.raises(FontError, match=r"“雪” \(U\+96EA\), in “snow 雪”"):
        Words("snow 雪")


def test_the_faces_hold_every_character_of_the_lecture() -> None:
    lecture = read_lecture(LECTURE)
    check_characters(lecture.title + lecture.series)
    for section in lecture.sections:
        check_characters(section.title)
        for words in section.labels.values():
            check_characters(words)
        for beat in section.beats:
            check_characters(beat.text)
        for listing in section.listings:
            check_characters(listing.code)
        for row in (section.table.header, *section.table.rows) if section.table else ():
            check_characters("".join(row))
