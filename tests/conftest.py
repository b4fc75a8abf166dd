"""What all tests share: Typst's cache outside the tree, and no progress bars."""

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def quiet_manim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Send whatever Manim writes to a temporary folder."""
    from manim import tempconfig

    media = tmp_path_factory.mktemp("media")
    settings = {
        "media_dir": str(media),
        "tex_dir": str(media / "typst"),
        "progress_bar": "none",
        "verbosity": "ERROR",
        "disable_caching": True,
    }
    with tempconfig(settings):
        yield media
