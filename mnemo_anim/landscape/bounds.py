"""Which pixels a landscape may touch: no others are cleared, read back, or laid over a frame."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from mnemo_anim.boxes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mnemo_anim.landscape.frame import Frame
    from mnemo_anim.landscape.sheets import Sheet
    from mnemo_anim.landscape.state import LandscapeState
    from mnemo_anim.landscape.terrain import Terrain
    from mnemo_anim.maths import Interval

_ROUNDING = 1  # pixels: OpenGL reckons in single precision


def corners_of(
    domain: tuple[Interval, Interval], foot: float, sheets: Sequence[Sheet]
) -> NDArray[np.float64]:
    """Return world points (k, 3) between which all lies that is not on the ground.

    Args:
        domain: The x-range and the y-range of the ground.
        foot: The height at which its walls end.
        sheets: The planes that are shown.
    """
    sides = np.stack(np.meshgrid(*domain), axis=-1).reshape(-1, 2)
    walls = np.pad(sides, ((0, 0), (0, 1)), constant_values=foot)
    return np.concatenate([walls, *(sheet.corners()[:, :3] for sheet in sheets)])


def drawn_box(
    terrain: Terrain,
    state: LandscapeState,
    frame: Frame,
    mesh_pixels: NDArray[np.float64],
    corners: NDArray[np.float64],
    *,
    reach: float,
) -> Box:
    """Return the pixels outside which nothing is drawn. The box lies within the frame.

    Args:
        terrain: The ground.
        state: How it looks.
        frame: Where it is drawn.
        mesh_pixels: Its vertices on the screen, as `pixels_of` returns them.
        corners: As `corners_of` returns them.
        reach: Pixels by which lines along edges stand out.
    """
    view = state.view
    if view.perspective * float(view.depth(corners).max()) >= 1.0:
        return Box(0, 0, frame.width, frame.height)  # one lies behind the camera
    ground = mesh_pixels.reshape(-1, 2) * (frame.size[1] / frame.height) + view.centre[:2]
    box = _box_around(np.concatenate([ground, view.project(corners)[:, :2]]), frame, reach)
    marked = [cut.reveal for cut in (state.cut_x, state.cut_y)]
    marked += [plane.reveal for plane in state.level_planes]
    if state.fog < 1.0 or max(marked) > 0.0:
        return box
    lit = _lit_by_lantern(terrain, state)  # in a full fog nothing else is seen
    if view.perspective * float(view.depth(lit).max()) >= 1.0:
        return box
    return box.shared_with(_box_around(view.project(lit)[:, :2], frame, reach))


def _lit_by_lantern(terrain: Terrain, state: LandscapeState) -> NDArray[np.float64]:
    """Return world points (8, 3) around all that the lantern lights."""
    sides = np.array([-state.lantern.radius, state.lantern.radius])
    around = np.stack(np.meshgrid(sides, sides, sides), axis=-1).reshape(-1, 3)
    points: NDArray[np.float64] = terrain.world(state.lantern.coords, state.flatness) + around
    return points


def _box_around(points: NDArray[np.float64], frame: Frame, reach: float) -> Box:
    """Return the pixels, in the frame, around screen points (k, 2), and some more on each side."""
    size = np.array((frame.width, frame.height))
    across = ((points - frame.centre) * (size / frame.size) * [1.0, -1.0] + size / 2).T.copy()
    reach += _ROUNDING
    left, upper = (floor(least - reach) for least in across.min(axis=1).tolist())
    right, lower = (ceil(most + reach) for most in across.max(axis=1).tolist())
    return Box(left, upper, right, lower).shared_with(Box(0, 0, frame.width, frame.height))
