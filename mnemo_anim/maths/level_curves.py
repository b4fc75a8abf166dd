"""Level curves: the sets f = c of a field of two variables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import contourpy
import numpy as np
from numpy.typing import NDArray

from mnemo_anim.maths.coords import as_count, as_numbers
from mnemo_anim.maths.scalar_field import ScalarField

DEFAULT_RESOLUTION = 161
"""Grid points along each side of the domain."""

TOLERANCE = 1e-9
"""Largest |f − c| on a level curve, as a fraction of the range of f over the domain."""

REFINEMENTS = 40
"""Newton steps allowed; two or three suffice but near a saddle's own level."""

NICE_STEPS = (1.0, 2.0, 2.5, 5.0)


@dataclass(frozen=True, eq=False)
class LevelCurve:
    """One connected piece of the set f = c.

    Attributes:
        level: c.
        coords: its vertices in order, shape (m, 2); read-only. If closed, the last is the first.
        closed: whether the curve returns to its start, rather than leave the domain.
    """

    level: float
    coords: NDArray[np.float64]
    closed: bool


def level_curves(
    field: ScalarField, levels: Sequence[float], *, resolution: int = DEFAULT_RESOLUTION
) -> tuple[LevelCurve, ...]:
    """Return the level curves of ``field`` in its domain, level by level.

    contourpy finds them on a grid, to about the square of its spacing; Newton's method along ∇f
    then moves every vertex onto the curve, so that |f − c| ≤ TOLERANCE · (max f − min f) at each.

    Args:
        field: a field of two variables, defined everywhere in its domain.
        levels: the values c, in the units of f.
        resolution: grid points along each side.

    Raises:
        ValueError: if the field has not two variables, is undefined somewhere in its domain, or a
            level is not a finite number.
    """
    values, sides = sample(field, resolution)
    wanted = as_numbers(levels, what="levels")
    span = float(np.ptp(values))
    generator = contourpy.contour_generator(*sides, values, line_type=contourpy.LineType.Separate)
    curves = []
    for level in np.atleast_1d(wanted):
        for line in generator.lines(level):
            coords = _refined(field, np.asarray(line), float(level), TOLERANCE * span)
            if len(coords) > 1:
                closed = len(coords) > 2 and bool((coords[0] == coords[-1]).all())
                coords.flags.writeable = False
                curves.append(LevelCurve(float(level), coords, closed))
    return tuple(curves)


def nice_levels(field: ScalarField, count: int = 10) -> tuple[float, ...]:
    """Return at most ``count`` evenly spaced round values strictly inside the range of f.

    The spacing is 1, 2, 2.5 or 5 times a power of ten, the least that keeps to ``count``.

    Raises:
        ValueError: as for ``level_curves``, or if f is constant over its domain.
    """
    at_most = as_count(count, what="the number of levels")
    values, _ = sample(field, DEFAULT_RESOLUTION)
    low, high = float(values.min()), float(values.max())
    if not high > low:
        raise ValueError(f"{field.name} is constant over its domain; it has no level curves")
    decade = math.floor(math.log10((high - low) / (at_most + 1)))
    for exponent in (decade, decade + 1):
        for nice in NICE_STEPS:
            step = nice * 10.0**exponent
            # The smallest margin keeps a level off the very top or bottom, where the curve would
            # shrink to a point.
            first = math.floor(low / step + 1e-9) + 1
            last = math.ceil(high / step - 1e-9) - 1
            if last - first + 1 <= at_most:
                return tuple(float(f"{k * step:.12g}") for k in range(first, last + 1))
    raise AssertionError("ten times the spacing holds at most a tenth of the levels")


def sample(
    field: ScalarField, resolution: int
) -> tuple[NDArray[np.float64], tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Return f on a grid over the domain, and the grid's sides.

    Args:
        field: a field of two variables.
        resolution: points along each side.

    Returns:
        Values of shape (resolution, resolution), row j at y[j] and column i at x[i]; and (x, y).

    Raises:
        ValueError: if the field has not two variables or is undefined at a grid point.
    """
    if field.dimension != 2:
        raise ValueError(
            f"level curves need a field of two variables; {field.name} has {field.dimension}"
        )
    count = as_count(resolution, what="the resolution", at_least=2)
    x, y = (np.linspace(low, high, count) for low, high in field.domain)
    return field.value(np.stack(np.meshgrid(x, y), axis=-1)), (x, y)


def _refined(
    field: ScalarField, coords: NDArray[np.float64], level: float, tolerance: float
) -> NDArray[np.float64]:
    """Return the vertices (m, 2) moved onto f = level, without those that cannot be moved there.

    None leaves the domain, and a vertex on its border slides along the border: a curve that ends
    there still does.
    """
    low, high = np.array(field.domain).T
    margin = 1e-12 * (high - low)
    on_border = (coords <= low + margin) | (coords >= high - margin)
    coords = np.where(on_border, np.where(coords < (low + high) / 2, low, high), coords)
    for _ in range(REFINEMENTS):
        excess = field.value(coords) - level
        if (np.abs(excess) <= tolerance).all():
            break
        slopes = field.gradient(coords)
        leaving = -excess[:, np.newaxis] * slopes
        held = ((coords <= low) & (leaving < 0)) | ((coords >= high) & (leaving > 0)) | on_border
        slopes[held] = 0
        squares = np.maximum((slopes**2).sum(axis=-1), np.finfo(float).tiny)
        off = np.abs(excess) > tolerance
        steps = np.where(off, -excess / squares, 0)[:, np.newaxis] * slopes
        coords = np.clip(coords + steps, low, high)
    return coords[np.abs(field.value(coords) - level) <= tolerance]
