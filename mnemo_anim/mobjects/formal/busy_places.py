"""What a map of a gradient is prepared for: where things are going to be, and which levels."""

from itertools import pairwise
from math import tau

import numpy as np
from numpy.typing import ArrayLike

from mnemo_anim.maths import ScalarField, unit_directions
from mnemo_anim.mobjects.drawing.chart import Coords

_REACHES = (0.5, 1.0)  # of an arrow: kept clear, in arrows
_CLEAR = 24  # places on a circle, on a guide and on a way that are kept clear


def busy_places(field: ScalarField, at: ArrayLike, *, scale: float, ways: ArrayLike) -> Coords:
    """Return coords (k, 2) from which the numbers of a map keep away.

    These are where ∇f is going to be drawn, with guides to the axes and a circle of directions
    round it, and where a point passes with the components of its own.

    Args:
        field: f, in the window of the map.
        at: Coords (2,) of the gradient's foot.
        scale: Length of the arrow of a gradient of magnitude 1, in units of coords.
        ways: Coords (k, 2) of places that the point goes straight between.
    """
    here = np.asarray(at, float)
    arrow = np.outer(_REACHES, scale * np.asarray(field.gradient(here)))
    circle = unit_directions(np.linspace(0.0, tau, _CLEAR, endpoint=False))
    around = np.concatenate([np.zeros((1, 2)), arrow, circle])
    return np.concatenate([here + around, _guides(field, here), _passed(field, ways, scale)])


def even_levels(field: ScalarField, through: float, below: int) -> tuple[float, ...]:
    """Return evenly spaced levels above 0, the one numbered ``below`` being ``through``."""
    corners = np.stack(np.meshgrid(*field.domain), axis=-1).reshape(-1, 2)
    step = through / below
    count = int(np.ceil(float(field.value(corners).max()) / step)) - 1
    return tuple(step * k for k in range(1, count + 1))


def _guides(field: ScalarField, place: Coords) -> Coords:
    """Return coords (k, 2) along the lines from a place to both axes."""
    (west, _), (south, _) = field.domain
    feet = np.array([[west, place[1]], [place[0], south]])
    return np.concatenate([np.linspace(place, foot, _CLEAR) for foot in feet])


def _passed(field: ScalarField, ways: ArrayLike, scale: float) -> Coords:
    """Return coords (k, 2) of a point and of the tips of its components, on straight ways."""
    stops = np.asarray(ways, float).reshape(-1, 2)
    places = [np.linspace(start, end, _CLEAR) for start, end in pairwise(stops)]
    points = np.concatenate([np.zeros((0, 2)), *places])
    if not len(points):
        return points
    reach = scale * np.asarray(field.gradient(points))
    return np.concatenate([points, *(points + reach * axis for axis in np.eye(2))])
