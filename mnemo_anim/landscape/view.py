"""From where, and how, a landscape is looked at.

The projection is a *dolly zoom*: the camera may draw back without any change in the size of what it
is pointed at.  One continuous move so leads from a perspective view to a map seen from straight
above, which coincides with a two-dimensional drawing of the same unit and centre.

World points are (x, y, height) in map units; screen points are Manim's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, isfinite, pi, sin
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Vector3: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True)
class View:
    """A camera: where it stands, what it is pointed at, and where on the screen that appears.

    A world point p at depth d = n · (p − focus) appears at
    centre + scale · (r · (p − focus), u · (p − focus)) / (1 − perspective · d),
    where r, u and n point to the right, up, and towards the camera.

    Attributes:
        azimuth: Turn of the camera about the vertical, in radians, counter-clockwise from above.
            At 0 the x-axis points to the right and the camera looks along the y-axis.
        elevation: Height of the camera above the horizon, in radians: 0 is the side view,
            π/2 the view from straight above.
        perspective: One over the distance from the focus to the camera, per map unit.
            0 is the parallel projection.
        scale: Screen units per map unit, at the focus.
        focus: The world point that the camera is pointed at.
        centre: The screen point at which the focus appears.
    """

    azimuth: float = -0.6
    elevation: float = 0.62
    perspective: float = 0.06
    scale: float = 1.0
    focus: Vector3 = (0.0, 0.0, 0.0)
    centre: Vector3 = (0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        numbers = (
            self.azimuth,
            self.elevation,
            self.perspective,
            self.scale,
            *self.focus,
            *self.centre,
        )
        if not all(isfinite(number) for number in numbers):
            raise ValueError(f"a view has finite numbers only, got {self}")
        if not 0.0 <= self.elevation <= pi / 2 + 1e-9:
            raise ValueError(f"elevation lies between 0 and π/2 radians, got {self.elevation:g}")
        if self.scale <= 0.0:
            raise ValueError(f"scale is positive, got {self.scale:g}")
        if self.perspective < 0.0:
            raise ValueError(f"perspective is not negative, got {self.perspective:g}")

    @classmethod
    def overhead(
        cls,
        unit: float = 1.0,
        centre: ArrayLike = (0.0, 0.0, 0.0),
        focus: ArrayLike = (0.0, 0.0, 0.0),
    ) -> View:
        """Return the map: x to the right, y up, ``unit`` screen units per map unit.

        The coords ``focus`` (x, y and, without effect here, a height) appear at ``centre``.
        """
        return cls(0.0, pi / 2, 0.0, unit, vector3(focus), vector3(centre))

    @classmethod
    def side(
        cls,
        unit: float = 1.0,
        centre: ArrayLike = (0.0, 0.0, 0.0),
        focus: ArrayLike = (0.0, 0.0, 0.0),
        azimuth: float = 0.0,
    ) -> View:
        """Return the view along the ground, in which a slice along x is the graph of its function.

        One unit of x, and one of height, are ``unit`` screen units; the world point ``focus``
        (3,) appears at the screen point ``centre`` (3,).
        """
        return cls(azimuth, 0.0, 0.0, unit, vector3(focus), vector3(centre))

    @property
    def is_overhead(self) -> bool:
        """Whether this is the map: the parallel projection from straight above."""
        return self.perspective == 0.0 and abs(self.elevation - pi / 2) < 1e-12

    @property
    def axes(self) -> NDArray[np.float64]:
        """The rotation, shape (3, 3): rows point right, up, and towards the camera."""
        ca, sa = cos(self.azimuth), sin(self.azimuth)
        ce, se = cos(self.elevation), sin(self.elevation)
        if abs(ce) < 1e-12:  # cos(π/2) is 6e-17 in floating point, and a map is to be exact
            ce = 0.0
        return np.array([(ca, sa, 0.0), (-sa * se, ca * se, ce), (sa * ce, -ca * ce, se)])

    def depth(self, points: ArrayLike) -> NDArray[np.float64]:
        """Return how much nearer to the camera than the focus world points (…, 3) are; (…)."""
        depths: NDArray[np.float64] = (np.asarray(points, float) - self.focus) @ self.axes[2]
        return depths

    def project(self, points: ArrayLike) -> NDArray[np.float64]:
        """Return the screen points, shape (…, 3) with z = 0, of world points (…, 3).

        Raises:
            ValueError: A point lies beside or behind the camera.
        """
        seen = (np.asarray(points, float) - self.focus) @ self.axes.T
        shrink = 1.0 - self.perspective * seen[..., 2]
        if np.any(shrink <= 0.0):
            raise ValueError(
                "a point lies behind the camera: lower the view's perspective "
                f"({self.perspective:g}) or move its focus {self.focus}"
            )
        screen = np.zeros_like(seen)
        screen[..., :2] = self.scale * seen[..., :2] / shrink[..., None]
        screen += self.centre
        screen[..., 2] = 0.0
        return screen

    def towards_camera(self, points: ArrayLike) -> NDArray[np.float64]:
        """Return the directions (…, 3), not of unit length, from world points to the camera."""
        offsets = np.asarray(points, float) - self.focus
        directions: NDArray[np.float64] = self.axes[2] - self.perspective * offsets
        return directions

    @staticmethod
    def interpolate(start: View, end: View, t: float) -> View:
        """Return the view at ``t`` in 0..1 of a smooth move; the azimuth takes the short way.

        The scale changes by equal factors in equal times, as a zoom has to for a steady look.  Seen
        from straight above, the height of the focus has no effect: it is taken from the other view,
        so that the ground does not drift over the screen on the way.
        """
        if t == 1.0:
            return end
        if start.is_overhead != end.is_overhead:
            height = (end if start.is_overhead else start).focus[2]
            start = replace(start, focus=(*start.focus[:2], height))
            end = replace(end, focus=(*end.focus[:2], height))
        turn = (end.azimuth - start.azimuth + pi) % (2 * pi) - pi

        def mix(a: float, b: float) -> float:
            return (1.0 - t) * a + t * b

        return View(
            azimuth=start.azimuth + t * turn,
            elevation=mix(start.elevation, end.elevation),
            perspective=mix(start.perspective, end.perspective),
            scale=start.scale ** (1.0 - t) * end.scale**t,
            focus=vector3([mix(a, b) for a, b in zip(start.focus, end.focus, strict=True)]),
            centre=vector3([mix(a, b) for a, b in zip(start.centre, end.centre, strict=True)]),
        )


def vector3(point: ArrayLike) -> Vector3:
    """Return two or three numbers as a tuple of three floats; a missing third is 0.

    Raises:
        ValueError: There are not two or three numbers.
    """
    numbers = np.asarray(point, float).ravel()
    if numbers.size not in {2, 3}:
        raise ValueError(f"a point has two or three numbers, got {point!r}")
    x, y = float(numbers[0]), float(numbers[1])
    return (x, y, float(numbers[2]) if numbers.size == 3 else 0.0)
