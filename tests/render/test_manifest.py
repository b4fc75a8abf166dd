"""A manifest tells what a film was made from; one that cannot be read tells nothing."""

import json
import os
from pathlib import Path

import pytest

from mnemo_anim.render.manifest import Manifest, stamp

MANIFEST = Manifest(
    {"sources": {"scenes/one.py": "1"}}, "6 1", 100, {"/lib/gallium.so": "9 9"}, {"a.csv": "2"}
)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    MANIFEST.write(tmp_path / "film.manifest.json")
    assert Manifest.read(tmp_path / "film.manifest.json") == MANIFEST


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 1, "more": 2}'])
def test_one_that_cannot_be_read_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert Manifest.read(tmp_path / "manifest.json") is None
    assert Manifest.read(tmp_path / "none.json") is None


def test_one_of_another_format_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    MANIFEST.write(path)
    data = json.loads(path.read_text())
    path.write_text(json.dumps({**data, "format": data["format"] + 1}))
    assert Manifest.read(path) is None


def test_another_film_has_another_stamp(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    assert stamp(film) == ""
    film.write_bytes(b"a film")
    first = stamp(film)
    assert first == stamp(film) != ""
    film.write_bytes(b"a fil")
    assert stamp(film) != first
    film.write_bytes(b"a film")
    os.utime(film, ns=(0, 1_000_000_001))
    before = stamp(film)
    os.utime(film, ns=(0, 1_000_000_002))
    assert stamp(film) != before
