"""Where the tangent of a graph ends: it does not go below the axis."""

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.mobjects.drawing.chart import Points


def tangent_ends(at: ArrayLike, along: ArrayLike, floor: float) -> Points:
    """Return the screen points (2, 3) between which a tangent is drawn.

    Args:
        at: Screen point (3,) at which it touches, not below ``floor``.
        along: Half of it, a screen vector (3,), to the right.
        floor: The y of the axis.
    """
    middle, half = np.asarray(at, float), np.asarray(along, float)
    room = max(0.0, float(middle[1]) - floor)
    depth = abs(float(half[1]))
    part = min(1.0, room / depth) if depth > 0 else 1.0
    back, ahead = (part, 1.0) if half[1] > 0 else (1.0, part)
    return np.stack([middle - back * half, middle + ahead * half])
