"""What can be seen: which points of the ground, or above it, no ridge stands in front of.

The rays are marched over the field itself, not over a rendered frame, so the answer is the same on
every machine and before any frame has been drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from mnemo_anim.landscape.state import LandscapeState
    from mnemo_anim.landscape.terrain import Terrain

_STEPS = np.linspace(0.0, 1.0, 193)[1:]  # parts of a ray at which it is looked at
_CHUNK = 1024  # points marched at once, to bound the memory
_BISECTIONS = 18


def visible(
    terrain: Terrain,
    state: LandscapeState,
    domain: tuple[tuple[float, float], tuple[float, float]],
    coords: ArrayLike,
    lift: ArrayLike = 0.0,
) -> NDArray[np.bool_]:
    """Return whether points can be seen, shape (…), from the state's view.

    Args:
        terrain: The ground.
        state: Gives the view and the flatness.
        domain: The x-range and the y-range that the ground has grown to.
        coords: Points of the domain, shape (…, 2).
        lift: World height of the points above the ground, shape (…).
    """
    coords = np.asarray(coords, float)
    shape = coords.shape[:-1]
    flat = coords.reshape(-1, 2)
    lifts = np.broadcast_to(np.asarray(lift, float), shape).reshape(-1)
    seen = [
        _march(terrain, state, domain, flat[start : start + _CHUNK], lifts[start : start + _CHUNK])
        for start in range(0, len(flat), _CHUNK)
    ]
    return np.concatenate([*seen, np.empty(0, bool)]).reshape(shape)


def _march(
    terrain: Terrain,
    state: LandscapeState,
    domain: tuple[tuple[float, float], tuple[float, float]],
    coords: NDArray[np.float64],
    lifts: NDArray[np.float64],
) -> NDArray[np.bool_]:
    ground = terrain.world(coords, state.flatness)
    start = ground.copy()
    start[:, 2] += lifts
    ray = state.view.towards_camera(start)
    slopes = terrain.slopes(coords, state.flatness)
    away = (ray[:, 2] - np.sum(slopes * ray[:, :2], axis=-1) <= 0.0) & (lifts <= 0.0)

    end = _length_over_ground(terrain, state, domain, start, ray)
    along = end[:, None] * _STEPS
    below = start[:, None, :2] + along[..., None] * ray[:, None, :2]
    clearance = start[:, None, 2] + along * ray[:, None, 2]
    clearance -= terrain.height(terrain.field.value(below), state.flatness)
    tolerance = 1e-9 * terrain.size
    hidden = away | np.any(clearance < -tolerance, axis=1)

    # A ridge may pass between two steps: look at the lowest point of a parabola through three.
    falls, rises = clearance[:, 1:-1] <= clearance[:, :-2], clearance[:, 1:-1] <= clearance[:, 2:]
    ray_number, step = np.nonzero(falls & rises & ~hidden[:, None])
    left, middle, right = (clearance[ray_number, step + offset] for offset in range(3))
    bend = left - 2.0 * middle + right
    dip = bend > 0.0
    lowest = middle - (right - left) ** 2 / (8.0 * np.where(dip, bend, 1.0))
    hidden[ray_number[dip & (lowest < -tolerance)]] = True
    seen: NDArray[np.bool_] = ~hidden
    return seen


def _length_over_ground(
    terrain: Terrain,
    state: LandscapeState,
    domain: tuple[tuple[float, float], tuple[float, float]],
    start: NDArray[np.float64],
    ray: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the multiple of each ray at which nothing can stand in its way any more."""
    end = np.full(len(start), 1e12)
    with np.errstate(divide="ignore", invalid="ignore"):
        for axis, bounds in enumerate(domain):
            for bound in bounds:
                crossing = (bound - start[:, axis]) / ray[:, axis]
                outwards = ray[:, axis] * (bound - sum(bounds) / 2) > 0.0
                end = np.where(outwards, np.minimum(end, crossing), end)
        summit = float(terrain.height(terrain.value_range[1], state.flatness))
        headroom = (summit + 1e-3 * terrain.size - start[:, 2]) / ray[:, 2]
        end = np.where(ray[:, 2] > 0.0, np.minimum(end, headroom), end)
    if state.view.perspective > 0.0:
        end = np.minimum(end, 1.0 / state.view.perspective)
    level = np.all(np.abs(ray[:, :2]) < 1e-12, axis=1)  # from straight above all is seen
    return np.where(level, 0.0, np.maximum(end, 0.0))


def visible_parts(
    terrain: Terrain,
    state: LandscapeState,
    domain: tuple[tuple[float, float], tuple[float, float]],
    coords: ArrayLike,
    lift: float = 0.0,
) -> list[NDArray[np.float64]]:
    """Return the parts of a path over the ground that can be seen, as coords, each (k, 2).

    The parts begin and end where a ridge cuts the path off, not at the nearest of its points.
    """
    path = np.asarray(coords, float)
    if len(path) < 2:
        return []
    seen = visible(terrain, state, domain, path, lift)
    changes = np.flatnonzero(seen[1:] != seen[:-1])
    shown, covered = (
        np.where(seen[changes][:, None] == want, path[changes], path[changes + 1])
        for want in (True, False)
    )
    for _ in range(_BISECTIONS if len(changes) else 0):
        middle = 0.5 * (shown + covered)
        clear = visible(terrain, state, domain, middle, lift)[:, None]
        shown, covered = np.where(clear, middle, shown), np.where(clear, covered, middle)

    parts: list[NDArray[np.float64]] = []
    begin = 0
    lead: list[NDArray[np.float64]] = []
    for change, border in zip(changes.tolist(), shown, strict=True):
        if seen[change]:
            parts.append(np.array([*lead, *path[begin : change + 1], border]))
        begin, lead = change + 1, [border]
    if seen[-1]:
        parts.append(np.array([*lead, *path[begin:]]))
    return parts
