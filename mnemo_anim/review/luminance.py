"""Relative luminance of pixels, as WCAG defines it."""

import numpy as np
from numpy.typing import NDArray

_CODES = np.arange(256) / 255.0
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def luminance(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the relative luminance (…), 0 to 1, of sRGB pixels (…, 3 or 4).

    WCAG 2.2, “relative luminance”.
    """
    result: NDArray[np.float64] = _LINEAR[pixels[..., :3]] @ _WEIGHTS
    return result
