"""The thumbnail is a picture that is read at a tenth of its size, in both themes."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from mnemo_anim.outputs.youtube.limits import THUMBNAIL_BYTES, THUMBNAIL_SIZE
from mnemo_anim.outputs.youtube.thumbnail import draw_thumbnail
from mnemo_anim.paths import ROOT
from mnemo_anim.render.errors import RenderError

DRAW = """
import sys
from pathlib import Path
from mnemo_anim.outputs.youtube.thumbnail import draw_thumbnail
draw_thumbnail("Gradients", "Mnemosyne", Path(sys.argv[1]))
"""


@pytest.fixture(scope="module", params=["night", "paper"])
def picture(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The thumbnail in a theme, drawn by a process of its own, for a process has one theme."""
    target = tmp_path_factory.mktemp("thumbnail") / f"{request.param}.png"
    environment = os.environ | {"MNEMO_THEME": request.param, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", DRAW, str(target)], env=environment, check=True)
    return target


def luminance(picture: Image.Image) -> NDArray[np.float64]:
    """Return relative luminances (rows, columns) by WCAG 2.2."""
    stored = np.asarray(picture.convert("RGB"), float) / 255
    light = np.where(stored <= 0.04045, stored / 12.92, ((stored + 0.055) / 1.055) ** 2.4)
    return np.asarray(light @ [0.2126, 0.7152, 0.0722])


def test_it_is_what_youtube_takes(picture: Path) -> None:
    with Image.open(picture) as opened:
        assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", THUMBNAIL_SIZE)
    assert picture.stat().st_size <= THUMBNAIL_BYTES / 2


def test_its_title_is_read_at_160_pixels(picture: Path) -> None:
    with Image.open(picture) as opened:
        small = luminance(opened.resize((160, 90), Image.Resampling.LANCZOS))
    title = small[4:22, 7:103]
    contrast = (title.max() + 0.05) / (title.min() + 0.05)
    assert contrast >= 10
    middle = (title.max() + title.min()) / 2
    ink = title > middle if small[0].mean() < middle else title < middle
    rows = np.flatnonzero(ink.any(axis=1))
    assert rows[-1] - rows[0] + 1 >= 14  # the capital is as high, and 11 pixels are read with ease
    strokes = np.diff(ink[8].astype(int)) == 1  # a row through the middle of all letters
    assert strokes.sum() >= 9  # there are nine letters, and none runs into the next


def test_the_corner_where_youtube_writes_the_length_is_free(picture: Path) -> None:
    with Image.open(picture) as opened:
        corner = luminance(opened.crop((1100, 640, 1280, 720)))
    assert np.ptp(corner) < 0.35  # ground and level curves, no words and no arrow


def test_the_same_words_make_the_same_picture(tmp_path: Path) -> None:
    for name in ("one.png", "other.png"):
        draw_thumbnail("Slopes", "Tests", tmp_path / name)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "other.png").read_bytes()


def test_words_that_do_not_fit_are_told(tmp_path: Path) -> None:
    target = tmp_path / "thumbnail.png"
    with pytest.raises(RenderError, match=r"does not fit on the thumbnail.*thumbnail = "):
        draw_thumbnail("Incomprehensibilities " * 8, "Tests", target)
    with pytest.raises(RenderError, match=r"cannot be drawn: No font in assets/fonts has “中”"):
        draw_thumbnail("中", "Tests", target)
    assert not target.exists()
