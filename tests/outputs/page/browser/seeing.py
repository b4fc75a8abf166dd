"""What is seen of the film: the colour of its picture, and so which beat is shown."""

from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.outputs.page.filmed_lecture import colour_of

PATIENCE = 60_000  # milliseconds, for anything to come about on a machine that is busy
STRIDE = 40


def colour_shown(page: Any) -> tuple[int, int, int]:
    """Return the colour in the middle of the upper half of the film, as it is on the screen."""
    picture = picture_of(page, "video")
    height, width, _ = picture.shape
    red, green, blue = picture[height // 4, width // 2]
    return int(red), int(green), int(blue)


def picture_of(page: Any, selector: str) -> NDArray[np.int64]:
    """Return what an element looks like, shape (height, width, 3)."""
    shot = page.locator(selector).screenshot()
    return np.asarray(Image.open(BytesIO(shot)).convert("RGB")).astype(np.int64)


def shows_beat(page: Any, index: int) -> bool:
    """Return whether the film shows the beat of that number, from 0."""
    found, expected = np.array(colour_shown(page)), np.array(colour_of(index))
    return bool(np.abs(found - expected).max() <= 12)


def hold(page: Any) -> None:
    """Let the film stay where it is sent, though it plays: however late, it is seen there."""
    page.evaluate("film.video.playbackRate = 0")


def wait_until(page: Any, condition: str, argument: Any = None) -> None:
    """Wait until a JavaScript expression, or a function of ``argument``, is true.

    Playwright's own way evaluates text inside the page, which the page's policy forbids.
    """
    for _ in range(PATIENCE // STRIDE):
        if page.evaluate(condition, argument):
            return
        page.wait_for_timeout(STRIDE)
    raise AssertionError(f"never came true: {condition}")
