"""The translucent planes, cut where they cross and ordered from the farthest to the nearest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mnemo_anim.landscape.state import LandscapeState, Rgb
    from mnemo_anim.landscape.terrain import Terrain
    from mnemo_anim.landscape.view import Vector3, View

_HEADROOM = 0.12
"""How far vertical sheets rise above the highest ground, as a part of the ground's height."""

_OVERHANG = 0.03
"""How far level sheets reach beyond the ground, as a part of its size."""


@dataclass(frozen=True)
class Sheet:
    """A rectangle at right angles to an axis of the world.

    Attributes:
        normal: Index of the axis.
        low: The corner with the smallest coordinates.
        high: The corner with the largest.
        whole: Low and high corner of the sheet that this is a piece of.
        colour: Red, green, blue and opacity, in 0..1.
    """

    normal: int
    low: Vector3
    high: Vector3
    whole: tuple[Vector3, Vector3]
    colour: tuple[float, float, float, float]

    @property
    def sides(self) -> tuple[int, int]:
        """Indices of the two axes that the sheet lies along."""
        first, second = (axis for axis in range(3) if axis != self.normal)
        return first, second

    def corners(self) -> NDArray[np.float32]:
        """Return world point and position within the whole sheet, for a strip; shape (4, 5)."""
        first, second = self.sides
        vertices = np.empty((4, 5), np.float32)
        vertices[:, :3] = self.low
        vertices[1::2, first] = self.high[first]
        vertices[2:, second] = self.high[second]
        low, high = np.array(self.whole)
        size = np.where(high > low, high - low, 1.0)
        vertices[:, 3:] = ((vertices[:, :3] - low) / size)[:, [first, second]]
        return vertices

    def split(self, axis: int, value: float) -> tuple[Sheet | None, Sheet | None]:
        """Return the parts below and above ``value`` along ``axis``; None where there is none."""
        if self.high[axis] <= value:
            return self, None
        if self.low[axis] >= value:
            return None, self
        return (
            replace(self, high=_with(self.high, axis, value)),
            replace(self, low=_with(self.low, axis, value)),
        )


def _with(point: Vector3, axis: int, value: float) -> Vector3:
    x, y, z = (value if index == axis else number for index, number in enumerate(point))
    return (x, y, z)


def back_to_front(sheets: list[Sheet], view: View) -> list[Sheet]:
    """Return the sheets, split where they cross, so that each may be painted over those before."""
    if len(sheets) <= 1:
        return sheets
    wall, others = sheets[0], sheets[1:]
    value = wall.low[wall.normal]
    pieces = [sheet.split(wall.normal, value) for sheet in others]
    below = back_to_front([low for low, _ in pieces if low is not None], view)
    above = back_to_front([high for _, high in pieces if high is not None], view)
    if view.towards_camera(wall.low)[wall.normal] > 0.0:
        return [*below, wall, *above]
    return [*above, wall, *below]


def sheets_of(
    state: LandscapeState, terrain: Terrain, domain: tuple[tuple[float, float], tuple[float, float]]
) -> list[Sheet]:
    """Return the sheets that a state shows over the ``domain`` that the ground has grown to."""
    low_value, high_value = terrain.value_range
    low, high = (float(terrain.height(v, state.flatness)) for v in (low_value, high_value))
    high += _HEADROOM * (high - low)
    sheets = []
    for cut, runs, held in ((state.cut_x, 0, 1), (state.cut_y, 1, 0)):
        if cut.reveal <= 0.0 or cut.sheet <= 0.0:
            continue
        start, end = domain[runs]
        corners = np.empty((2, 3))
        corners[:, held] = cut.at
        corners[:, runs] = start, start + cut.reveal * (end - start)
        corners[:, 2] = low, high
        sheets.append(_sheet(held, corners, cut.colour, cut.sheet))
    for plane in state.level_planes:
        if plane.reveal <= 0.0 or plane.sheet <= 0.0:
            continue
        height = float(terrain.height(plane.level, state.flatness))
        corners = np.array([(*(axis[side] for axis in domain), height) for side in (0, 1)])
        overhang = _OVERHANG * (corners[1, :2] - corners[0, :2]).max()
        corners[:, :2] += [[-overhang], [overhang]]
        sheets.append(_sheet(2, corners, plane.colour, plane.sheet * plane.reveal))
    return sheets


def _sheet(normal: int, corners: NDArray[np.float64], colour: Rgb, opacity: float) -> Sheet:
    low, high = ((float(c[0]), float(c[1]), float(c[2])) for c in corners)
    return Sheet(normal, low, high, (low, high), (*colour, opacity))
