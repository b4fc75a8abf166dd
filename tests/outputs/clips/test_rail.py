"""Words are taken off the rail; the bare ground comes back, and nothing else changes."""

from collections.abc import Callable

import av
import numpy as np
import pytest
from manim import Camera
from numpy.typing import NDArray

from mnemo_anim.mobjects.lettering.caption import CaptionText
from mnemo_anim.outputs.clips.rail import shows_words, without_words

SIZES = [(854, 480), (1920, 1080), (160, 90)]
INK = 235
GROUND = 30

Pixels = NDArray[np.uint8]


def picture(size: tuple[int, int], paint: Callable[[Pixels], None] | None = None) -> av.VideoFrame:
    """Return a picture of bare ground, but for what is painted over its luma."""
    width, height = size
    pixels = np.full((height * 3 // 2, width), 128, np.uint8)
    pixels[:height] = GROUND
    if paint:
        paint(pixels[:height])
    return av.VideoFrame.from_ndarray(pixels, format="yuv420p")


def words(luma: Pixels) -> None:
    height, width = luma.shape
    luma[round(0.87 * height) : round(0.95 * height), width // 3 : 2 * width // 3 : 3] = INK


@pytest.mark.parametrize("size", SIZES)
def test_bare_ground_comes_back_exactly(size: tuple[int, int]) -> None:
    said = picture(size, words)
    assert shows_words(said)
    cleared = without_words(said)
    assert not shows_words(cleared)
    np.testing.assert_array_equal(cleared.to_ndarray(), picture(size).to_ndarray())


def test_the_ground_in_the_dark_comes_back_nearly() -> None:
    def hill(luma: Pixels) -> None:
        rows, columns = np.mgrid[: luma.shape[0], : luma.shape[1]]
        luma[:] = GROUND + 10 * np.sin(columns / 200) + rows / 40

    def both(luma: Pixels) -> None:
        hill(luma)
        words(luma)

    cleared, bare = (
        one.to_ndarray().astype(int)
        for one in (without_words(picture((854, 480), both)), picture((854, 480), hill))
    )
    assert np.abs(cleared - bare).max() <= 2
    assert not shows_words(picture((854, 480), hill))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_above_the_rail_changes(size: tuple[int, int]) -> None:
    def content(luma: Pixels) -> None:
        luma[: int(0.86 * luma.shape[0])] = np.arange(luma.shape[1]) % 200

    drawn = picture(size, content)
    height = size[1]
    above = slice(0, int(0.86 * height))
    np.testing.assert_array_equal(
        without_words(drawn).to_ndarray()[above], drawn.to_ndarray()[above]
    )
    assert not shows_words(drawn)


def test_the_picture_that_is_given_stays_as_it_is() -> None:
    said = picture((160, 90), words)
    before = said.to_ndarray().copy()
    without_words(said)
    np.testing.assert_array_equal(said.to_ndarray(), before)


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize(
    "lines", [("Hgypj (∂f/∂x)",), ("Hgypj [x₁]", "ÉÅgypj (∂f/∂x), [x₁], ‖∇f‖")]
)
def test_captions_as_they_are_drawn_leave_nothing(
    size: tuple[int, int], lines: tuple[str, ...]
) -> None:
    said = picture(size, caption(size, lines))
    assert shows_words(said)
    np.testing.assert_array_equal(without_words(said).to_ndarray(), picture(size).to_ndarray())


def test_of_the_highest_accents_no_more_is_left_than_stands_above_the_rail() -> None:
    size = (1920, 1080)
    left = without_words(picture(size, caption(size, ("Étage, Ångström", "gypj")))).to_ndarray()
    over = np.flatnonzero((left != picture(size).to_ndarray()).any(axis=1))
    assert over.max() < 0.861 * 1080
    assert np.abs(left[over].astype(int) - GROUND).max() < 100


def caption(size: tuple[int, int], lines: tuple[str, ...]) -> Callable[[Pixels], None]:
    """Return what paints a caption as the renderer does."""
    camera = Camera(pixel_width=size[0], pixel_height=size[1], background_opacity=0)
    camera.background[:] = 0
    camera.reset()
    camera.capture_mobjects([CaptionText(lines)])
    drawn = camera.pixel_array.astype(float)

    def paint(luma: Pixels) -> None:
        luma[:] = np.rint(GROUND * (1 - drawn[..., 3] / 255) + drawn[..., 0] * INK / 255)
        luma[drawn[..., 3] == 0] = GROUND

    return paint
