"""Caption files are read in whatever encoding they come."""

import codecs

import pytest

from mnemo_anim.captions.decoding import decode

WORDS = "1\n00:00:01,000 --> 00:00:03,000\nDas Gefälle, “∇f”.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "UTF-8"),
        (codecs.BOM_UTF8, "UTF-8"),
        (codecs.BOM_UTF16_LE, "UTF-16-LE"),
        (codecs.BOM_UTF16_BE, "UTF-16-BE"),
        (codecs.BOM_UTF32_LE, "UTF-32-LE"),
        (codecs.BOM_UTF32_BE, "UTF-32-BE"),
        (b"", "UTF-16-LE"),
        (b"", "UTF-16-BE"),
    ],
)
def test_unicode_is_known_by_itself(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + WORDS.encode(encoding))
    assert (decoded.text, decoded.encoding) == (WORDS, encoding)


def test_what_is_no_unicode_is_taken_for_windows_1252() -> None:
    words = WORDS.replace("∇f", "é €")
    assert decode(words.encode("cp1252")).text == words
    assert decode(words.encode("cp1252")).encoding == "windows-1252"


def test_no_byte_is_too_odd() -> None:
    assert len(decode(bytes(range(1, 256))).text) == 255


def test_an_encoding_may_be_named() -> None:
    assert decode("坂を下る".encode("shift_jis"), "shift_jis").text == "坂を下る"
    assert decode(codecs.BOM_UTF8 + b"x", "utf-8").text == "x"
    with pytest.raises(UnicodeDecodeError):
        decode("坂".encode("shift_jis"), "utf-8")
    with pytest.raises(LookupError):
        decode(b"x", "utf-9")


def test_half_a_character_is_told() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(codecs.BOM_UTF16_LE + b"\x00")
