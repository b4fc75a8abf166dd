"""Show where two pictures differ: glowing on a faint copy of the picture."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_FAINT = 0.2
_GREY = (0.2126, 0.7152, 0.0722)  # BT.709


def heat_picture(
    picture: NDArray[np.uint8], heat: NDArray[Any], hottest: float
) -> NDArray[np.uint8]:
    """Return a picture in which differences glow, from dark red over yellow to white.

    Small ones are lifted, by a square root, so that they can be seen.

    Args:
        picture: RGB, shape (height, width, 3); it is seen faintly.
        heat: How much each pixel differs, shape (height, width), at least 0.
        hottest: What is shown as white.
    """
    faint = _FAINT * (picture @ np.array(_GREY))[..., None]
    glow = np.sqrt(np.clip(heat / hottest, 0, 1))[..., None]
    colour = 255 * np.clip(3 * glow - np.array([0.0, 1.0, 2.0]), 0, 1)
    shown: NDArray[np.uint8] = np.maximum(faint, colour).round().astype(np.uint8)
    return shown
