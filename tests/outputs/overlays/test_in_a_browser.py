"""A real browser lays the WebM over what is behind it."""

from base64 import b64encode
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mnemo_anim.outputs.overlays.files import OverlayFormat, overlay_files

pytestmark = pytest.mark.slow

SIZE = (96, 64)


def test_a_webm_lets_the_page_through(browser: Any, tmp_path: Path) -> None:
    pixels = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    pixels[:, :48] = (120, 120, 120, 128)  # light grey, half there
    with overlay_files(tmp_path / "x", [OverlayFormat.WEBM], SIZE, Fraction(10), 0) as writer:
        writer.write(pixels, repeat=5)
    data = b64encode((tmp_path / "x.webm").read_bytes()).decode()
    page = browser.new_page()
    page.set_content(
        "<body style='margin: 0; background: rgb(0, 0, 200)'>"
        f"<video muted src='data:video/webm;base64,{data}'></video>"
    )
    page.wait_for_function("() => document.querySelector('video').readyState >= 2")
    seen = np.asarray(Image.open(BytesIO(page.screenshot())).convert("RGB"), int)
    page.close()
    assert np.abs(seen[32, 24] - (120, 120, 220)).max() <= 8
    assert np.abs(seen[32, 80] - (0, 0, 200)).max() <= 4
