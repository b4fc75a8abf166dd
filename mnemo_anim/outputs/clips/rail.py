"""Take burnt-in captions off a picture of a film.

The caption rail holds nothing but the captions: bare ground, or what little of the ground lies in
the dark there. So the band of the words is filled, column by column, from the rows above it to the
rows below, which brings the bare ground back exactly.
"""

from collections.abc import Iterator
from math import ceil

import av
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

from mnemo_anim.theme import STAGE

Plane = NDArray[np.uint8]

# Parts of the frame's height. The ink of two lines stands from 0.862, an accent's top, to 0.948.
_UPPER = 1 - STAGE.rail + 0.001
_LOWER = 1 - STAGE.margin + 0.006
_LETTER = 1 / 32  # of the frame's width: more than a letter reaches into the row above the band
_WORDS = 40  # of 255: how far the ink stands out at least; the ground at night has a relief of 20


def without_words(picture: av.VideoFrame) -> av.VideoFrame:
    """Return a copy of a picture of a film, yuv420p, with nothing on its rail."""
    pixels = _pixels(picture)
    for plane in _planes(pixels, picture.width, picture.height):
        first, last, band = _filled(plane)
        plane[first:last] = band
    cleared = av.VideoFrame.from_ndarray(pixels, format="yuv420p")
    cleared.color_range, cleared.colorspace = picture.color_range, picture.colorspace
    return cleared


def shows_words(picture: av.VideoFrame) -> bool:
    """Return whether something stands out on the rail of a picture of a film, yuv420p."""
    luma = next(_planes(_pixels(picture), picture.width, picture.height))
    first, last, band = _filled(luma)
    return bool(np.abs(luma[first:last].astype(int) - band).max() > _WORDS)


def _pixels(picture: av.VideoFrame) -> Plane:
    return np.asarray(picture.to_ndarray(), np.uint8)


def _planes(pixels: Plane, width: int, height: int) -> Iterator[Plane]:
    """Yield views of luma, blue and red difference of a yuv420p picture."""
    yield pixels[:height]
    for half in np.split(pixels[height:].reshape(-1), 2):
        yield half.reshape(height // 2, width // 2)


def _filled(plane: Plane) -> tuple[int, int, Plane]:
    """Return the first row of the band of words, the one behind its last, and its filling."""
    height, width = plane.shape
    first, last = ceil(_UPPER * height), round(_LOWER * height)
    above, below = (
        median_filter(plane[row], round(_LETTER * width), mode="nearest").astype(float)
        for row in (first - 1, last)
    )
    weight = (np.arange(last - first)[:, np.newaxis] + 0.5) / (last - first)
    return first, last, np.rint(above * (1 - weight) + below * weight).astype(np.uint8)
