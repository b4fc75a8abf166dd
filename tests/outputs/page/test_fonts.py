"""The page's fonts: all letters it needs, few others, and no reserved name."""

from io import BytesIO
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from mnemo_anim.outputs.page.fonts import web_fonts
from mnemo_anim.paths import FONTS

FILES = web_fonts("ж")
READ = {name: TTFont(BytesIO(content)) for name, content in FILES.items()}


def outline(font: TTFont, letter: str) -> Any:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getBestCmap()[ord(letter)]].draw(pen)
    return pen.value


def test_fonts_are_small_woff_files() -> None:
    for name, content in FILES.items():
        assert content[:4] == b"wOFF", name
        assert len(content) < 70_000, name


@pytest.mark.parametrize("name", [name for name in FILES if "Sans" in name or "Mono" in name])
def test_text_has_the_letters_of_the_page_and_of_latin_languages(name: str) -> None:
    letters = READ[name].getBestCmap()
    for letter in "Aaéñßłž¿“”…–−×²ж":
        assert ord(letter) in letters, letter


def test_maths_has_its_signs_and_italics_and_what_browsers_set_it_by() -> None:
    font = READ["LectureMath-Regular.woff"]
    for sign in "∇∂√∑‖⟂·−αλ𝑓𝑥ℎ𝛼":
        assert ord(sign) in font.getBestCmap(), sign
    assert "MATH" in font


def test_italic_maths_has_the_italics_under_plain_letters() -> None:
    whole, italic = TTFont(FONTS / "IBMPlexMath-Regular.ttf"), READ["LectureMath-Italic.woff"]
    for plain, form in zip("fxhα", "𝑓𝑥ℎ𝛼", strict=True):
        assert outline(italic, plain) == outline(whole, form) != outline(whole, plain)


def test_no_name_of_a_font_is_the_reserved_one_and_the_licence_stays() -> None:
    for name, font in READ.items():
        records = font["name"].names
        called = [str(record) for record in records if record.nameID in (1, 3, 4, 6, 16)]
        assert called, name
        assert not [word for word in called if "plex" in word.lower()]
        assert any("Open Font License" in str(record) for record in records)


def test_the_same_letters_give_the_same_bytes() -> None:
    assert web_fonts("ж") == FILES
