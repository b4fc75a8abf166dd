"""A function that writes a document and reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mnemo_anim.document import Lecture, read_lecture


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Lecture]:
    """Return a function that writes a text to ``lecture.md`` and reads it."""
    monkeypatch.chdir(tmp_path)

    def write_and_read(text: str) -> Lecture:
        Path("lecture.md").write_bytes(text.encode())
        return read_lecture("lecture.md")

    return write_and_read
