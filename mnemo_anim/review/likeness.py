"""How unlike two pictures look, to an eye that does not look for single pixels.

After S-CIELAB (X. Zhang & B. Wandell, "A spatial extension of CIELAB for digital color-image
reproduction", Journal of the SID 5(1), 1997): both pictures are blurred as by the eye, in light,
and then compared by CIELAB's ΔE*ab. One Gaussian stands for the filters of its three channels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from mnemo_anim.review.limits import EYE_BLUR, NOTICEABLE

Picture = NDArray[np.uint8]
"""RGB, shape (height, width, 3), rows from the top."""

_SINGLE = np.float32  # precision: what it loses is a thousandth of what is noticed

# IEC 61966-2-1: linear light of each sRGB level, and sRGB's primaries in CIE XYZ, by rows X, Y, Z.
_LEVELS = np.arange(256) / 255
_LIGHT = np.where(_LEVELS <= 0.04045, _LEVELS / 12.92, ((_LEVELS + 0.055) / 1.055) ** 2.4)
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _TO_XYZ.sum(axis=1)


_BLACK_AND_WHITE = 100.0  # ΔE*ab: as unlike as pictures of different sizes count


@dataclass(frozen=True, slots=True)
class Difference:
    """How unlike two pictures look, in ΔE*ab.

    Attributes:
        mean: Over the whole picture, of what exceeds the least difference that is noticed: what
            rounding or storing a picture changes, everywhere and unseen, adds up to nothing.
        most: At the worst place.
        heat: Of each pixel, shape (height, width); None for pictures of different sizes, which
            are as unlike as black and white.
    """

    mean: float
    most: float
    heat: NDArray[np.float32] | None


def difference(expected: Picture, actual: Picture, blur: float = EYE_BLUR) -> Difference:
    """Compare two pictures.

    Args:
        expected: RGB, shape (height, width, 3).
        actual: RGB, shape (height, width, 3).
        blur: Standard deviation of the eye's blur, in pixels.
    """
    if expected.shape != actual.shape:
        return Difference(_BLACK_AND_WHITE, _BLACK_AND_WHITE, None)
    heat = np.linalg.norm(_seen(expected, blur) - _seen(actual, blur), axis=-1)
    return Difference(float(np.maximum(heat - NOTICEABLE, 0).mean()), float(heat.max()), heat)


def _seen(picture: Picture, blur: float) -> NDArray[np.float32]:
    """Return a picture in CIELAB, as the eye sees it from its place."""
    light = _LIGHT.astype(_SINGLE)[picture]
    return lab(gaussian_filter(light, (blur, blur, 0)))


def lab(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return CIELAB (CIE 15:2004, 8.2.1) of linear sRGB; white is sRGB's own, D65."""
    ratio = light @ (_TO_XYZ / _WHITE[:, None]).T.astype(_SINGLE)
    edge = (24 / 116) ** 3
    f = np.where(ratio > edge, np.cbrt(ratio), ratio * (841 / 108) + 16 / 116)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
