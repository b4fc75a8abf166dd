"""A caption file, whoever wrote it, is told its faults, each in a line that says all of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemo_anim.captions.check import check_file
from mnemo_anim.cli import main

FAULTY = """\
1
00:00:01,000 --> 00:00:03,000
A line that is a good deal longer than forty-two characters

2
00:00:02,500 --> 00:00:03,100
Up to the
hill.
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = tmp_path / "film.srt"
    file.write_text(FAULTY)
    return file


def test_each_fault_has_file_line_caption_rule_value_and_limit(faulty: Path) -> None:
    checked = check_file(faulty)
    assert checked.cues == 2
    starts = [fault.partition(". ")[0] for fault in checked.faults]
    assert starts == [
        f"{faulty}:2: caption 1: characters: 59, limit 42",
        f"{faulty}:2: caption 1: speed: 29.5, limit 20",
        f"{faulty}:6: caption 2: short: 0.6, limit 1",
        f"{faulty}:6: caption 2: speed: 25, limit 20",
        f"{faulty}:6: caption 2: overlap: 0.5, limit 0",
        f"{faulty}:6: caption 2: article: 1, limit 0",
    ]


def test_articles_are_those_of_the_language(faulty: Path) -> None:
    assert not any("article:" in fault for fault in check_file(faulty, language="de").faults)
    assert any("article:" in fault for fault in check_file(faulty, language="en-GB").faults)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_good_file_has_no_fault_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "film.srt"
    text = "1\r\n00:01,000 --> 00:04,000\r\n<i>Über den Hügel</i>\r\n"
    file.write_bytes(text.encode(encoding))
    assert check_file(file, language="de").faults == ()


@pytest.mark.parametrize(
    ("name", "content", "encoding", "told"),
    [
        ("none.srt", None, None, "none.srt: cannot be read (No such file or directory)."),
        ("film.srt", b"\xff\xfe\x00", None, "is not in the encoding of its byte-order mark."),
        ("film.srt", b"\xe4", "utf-8", "is not in utf-8."),
        ("film.srt", b"x", "utf-9", "there is no encoding “utf-9”."),
        ("film.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "there is no caption in it"),
    ],
)
def test_a_file_that_is_none_is_told(
    tmp_path: Path, name: str, content: bytes | None, encoding: str | None, told: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    checked = check_file(file, encoding=encoding)
    assert told in checked.faults[0]
    assert all(fault.startswith(str(file)) and "\n" not in fault for fault in checked.faults)


def test_the_command_fails_on_any_fault_of_any_file(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.vtt"
    good.write_text("WEBVTT\n\n00:01.000 --> 00:03.000\nUp the hill.\n")
    assert main(["captions-check", str(good)]) == 0
    assert capsys.readouterr().out == f"{good}: 1 caption, no faults, read as UTF-8\n"
    assert main(["captions-check", str(good), str(faulty), str(tmp_path / "none.srt")]) == 1
    told = capsys.readouterr().out.splitlines()
    assert len([line for line in told if line.startswith(f"{faulty}:")]) == 7
    assert f"{tmp_path / 'none.srt'}: cannot be read (No such file or directory)." in told
    assert f"{faulty}: 2 captions, 6 faults, read as UTF-8" in told


@given(st.binary(max_size=400), st.sampled_from(["film.srt", "film.vtt"]))
def test_no_file_is_too_odd(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    file = tmp_path_factory.mktemp("odd") / name
    file.write_bytes(content)
    assert all("\n" not in fault for fault in check_file(file).faults)


pieces = st.sampled_from(
    [
        "",
        "1",
        "the",
        "-->",
        "NOTE",
        "WEBVTT",
        "&lt;",
        "<i>up</i>",
        "{\\an8}",
        "00:00:01,000 --> 00:00:02,000",
        "00:01.000 --> 00:09.000 line:0",
        "99:59:59.999 --> 0:00:00.000",
    ]
)


@given(st.lists(pieces, max_size=14), st.sampled_from(["film.srt", "film.vtt"]))
def test_what_is_nearly_a_caption_file_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], name: str
) -> None:
    file = tmp_path_factory.mktemp("near") / name
    file.write_text("\n".join(lines))
    checked = check_file(file)
    assert checked.cues or checked.faults
