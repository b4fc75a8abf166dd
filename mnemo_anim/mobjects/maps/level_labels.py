"""Where the numbers of a contour map stand: on straight stretches, upright, apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, inf, pi, sin

import numpy as np
from numpy.typing import NDArray

from mnemo_anim.maths import ScalarField
from mnemo_anim.maths.quantities import Value, as_coord_tuple
from mnemo_anim.mobjects.drawing.chart import Points
from mnemo_anim.mobjects.lettering.claims import Claim
from mnemo_anim.mobjects.lettering.numerals import format_number
from mnemo_anim.mobjects.lettering.text import Words, halo
from mnemo_anim.mobjects.maps.level_line import LevelLine, arc_lengths
from mnemo_anim.theme import PALETTE, STAGE, TYPE

_HALO = 4.0  # in Manim's stroke unit: the gap in the curve does the rest
_PAD = 0.07  # between a number and the ends of its curve, in screen units
_SPACING = 0.09  # between two places that are tried
_MOST_BEND = 0.9  # radians that a curve may turn under its number
_ON_ITS_SIDE = 2.0  # cost of a number that leans by more than half a right angle
_ENOUGH = 2.0  # screen units within which a level is told once
_SHARE = 0.45  # of the curve's length that its gap may take


class LevelLabel(Words):
    """The value of a level curve, written on it.

    Args:
        line: The curve.
        field: f.
        decimals: Of the number.

    Attributes:
        level: The value.
        beside: f where the curve passes the number.
    """

    def __init__(self, line: LevelLine, field: ScalarField, decimals: int) -> None:
        self.level = line.level
        self.beside = Value(field, as_coord_tuple(line.coords[0]))
        super().__init__(format_number(line.level, decimals), size=TYPE.tick, color=PALETTE.level)
        halo(self, width=_HALO)

    def stand_on(self, line: LevelLine, place: "LabelPlace") -> None:
        """Go to a place on the curve."""
        self.rotate(place.angle).move_to(place.point)
        nearest = np.argmin(np.linalg.norm(line.path - place.point, axis=1))
        self.beside = Value(self.beside.field, as_coord_tuple(line.coords[nearest]))

    @property
    def claims(self) -> tuple[Claim]:
        """That f has the value shown on this very curve."""
        return (Claim(self.text, self.beside, exact=True),)


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where a number stands on a curve."""

    point: Points  # (3,)
    angle: float  # radians, in −π/2 … π/2: upright
    start: float  # arc lengths of the gap in the curve
    end: float


def place_labels(
    lines: Sequence[LevelLine],
    field: ScalarField,
    decimals: int,
    corners: tuple[Points, Points],
    keep_clear: Points,
) -> list[LevelLabel]:
    """Write the values of ``lines`` on them, cut the lines where a number stands; return those.

    A line without room for its number goes without; so does one that leaves the map, where
    another of its level carries the number.

    Args:
        lines: The curves that should carry numbers.
        field: f.
        decimals: Of each number.
        corners: Lower left and upper right corner of the map, (3,) each.
        keep_clear: Screen points (k, 3) that numbers keep away from.
    """
    labels: list[LevelLabel] = []
    taken: list[Points] = []
    for line in sorted(lines, key=lambda line: -float(arc_lengths(line.path)[-1])):
        label = LevelLabel(line, field, decimals)
        place = _best_place(line, label, corners, keep_clear, taken)
        told = [other.get_center() for other in labels if other.level == line.level]
        if place is None or (told and not line.closed) or _nearest(place.point, told) < _ENOUGH:
            continue
        taken.append(place.point)
        line.leave_gap(place.start, place.end)
        label.stand_on(line, place)
        labels.append(label)
    return labels


def _best_place(
    line: LevelLine,
    label: LevelLabel,
    corners: tuple[Points, Points],
    keep_clear: Points,
    taken: Sequence[Points],
) -> LabelPlace | None:
    """Return the place of least cost, or None where there is no room."""
    half = label.width / 2 + _PAD
    lengths = arc_lengths(line.path)
    total = float(lengths[-1])
    if 2 * half > _SHARE * total:
        return None
    first, last = (0.0, total) if line.closed else (half, total - half)
    middles = np.linspace(first, last, max(2, int((last - first) / _SPACING)), endpoint=False)
    best: tuple[float, LabelPlace] | None = None
    for middle in middles:
        place, bend = _place_at(line, lengths, float(middle), half)
        if bend > _MOST_BEND or not _inside(place, half, label.height / 2, corners):
            continue
        cost = bend / _MOST_BEND + 0.8 * abs(place.angle) / (pi / 2)
        cost += _ON_ITS_SIDE * (abs(place.angle) > pi / 4)
        cost += _crowding(place.point, taken, label.width)
        cost += 3 * _crowding(place.point, list(keep_clear), label.width)
        if cost < (inf if best is None else best[0] - 1e-9):
            best = (cost, place)
    return None if best is None else best[1]


def _place_at(
    line: LevelLine, lengths: NDArray[np.float64], middle: float, half: float
) -> tuple[LabelPlace, float]:
    """Return the place around the arc length ``middle``, and how far the curve turns there."""
    stops = middle + np.linspace(-half, half, 5)
    if line.closed:
        stops = stops % lengths[-1]
    under = np.stack([np.interp(stops, lengths, line.path[:, axis]) for axis in range(2)], axis=1)
    chords = np.diff(under, axis=0)
    turns = np.unwrap(np.arctan2(chords[:, 1], chords[:, 0]))
    across = under[-1] - under[0]
    angle = atan2(across[1], across[0])
    upright = (angle + pi / 2) % pi - pi / 2
    point = np.array([*under[2], 0.0])
    return LabelPlace(point, upright, middle - half, middle + half), float(np.ptp(turns))


def _inside(place: LabelPlace, half: float, tall: float, corners: tuple[Points, Points]) -> bool:
    """Return whether a number of that size keeps clear of the border of the map."""
    wide = half * abs(cos(place.angle)) + tall * abs(sin(place.angle))
    high = half * abs(sin(place.angle)) + tall * abs(cos(place.angle))
    reach = np.array([wide, high])
    low, top = corners[0][:2] + reach, corners[1][:2] - reach
    return bool((place.point[:2] >= low).all() and (place.point[:2] <= top).all())


def _crowding(point: Points, others: Sequence[Points], width: float) -> float:
    """Return how close ``point`` is to ``others``: 0 far away, ∞ where they would touch."""
    room = width + STAGE.gap
    nearest = _nearest(point, others)
    return inf if nearest < room else max(0.0, 2 * room / nearest - 1)


def _nearest(point: Points, others: Sequence[Points]) -> float:
    return min((float(np.linalg.norm(other - point)) for other in others), default=inf)
