"""What the shaders are told about a frame: the projection, the lantern, the planes."""

from __future__ import annotations

from math import cos
from typing import TYPE_CHECKING, Any

import numpy as np

from mnemo_anim.landscape.constants import squared
from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.landscape.levels import even_levels, table_range
from mnemo_anim.maths import Interval

if TYPE_CHECKING:
    from mnemo_anim.landscape.frame import Frame, Palette
    from mnemo_anim.landscape.state import LandscapeState
    from mnemo_anim.landscape.terrain import Terrain
    from mnemo_anim.landscape.view import View


_WALLED = 0.08  # extent from which ground has its walls in full: a curve has none
_HAZE = 0.28  # share of its colour in the farthest ground, seen from the side
_LAMP = 0.4  # distance of the lantern from the ground, in its radii

OUTWARD = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
"""Directions in which the four walls face: at the least y, the greatest x, and so on around."""


def features_of(state: LandscapeState, palette: Palette) -> tuple[str, ...]:
    """Return what the shaders have to be able to draw, as names to define."""
    shown = {
        "EVEN_LEVELS": even_levels(palette.levels, palette.index_levels) is not None,
        "LANTERN": state.lantern.strength > 0.0 or state.fog > 0.0,
        "GRID": state.grid > 0.0,
        "CUT_X": state.cut_x.reveal > 0.0,
        "CUT_Y": state.cut_y.reveal > 0.0,
    }
    return (
        *(name for name, needed in shown.items() if needed),
        f"LEVEL_PLANES {len(state.level_planes)}",
    )


def walls_seen(view: View, domain: tuple[Interval, Interval]) -> list[bool]:
    """Return for each wall of the ground whether its outer side faces the viewer."""
    (x0, x1), (y0, y1) = domain
    corners = np.array([(x0, y0, 0.0), (x1, y0, 0.0), (x1, y1, 0.0), (x0, y1, 0.0)])
    towards_camera = view.towards_camera(corners)[:, :2]
    facing: list[bool] = (np.sum(towards_camera * OUTWARD, axis=-1) > 1e-9).tolist()
    return facing


def heights(terrain: Terrain, flatness: float) -> tuple[float, float]:
    """Return gain and base of the map from f to world height."""
    gain = terrain.height_scale * (1.0 - flatness)
    return gain, terrain.height_scale * flatness * terrain.middle_value


def foot_height(terrain: Terrain, state: LandscapeState, palette: Palette) -> float:
    """Return the world height at which the walls of the ground end."""
    gain, base = heights(terrain, state.flatness)
    return gain * terrain.value_range[0] + base - _thickness(terrain, state, palette)


def _thickness(terrain: Terrain, state: LandscapeState, palette: Palette) -> float:
    return max(palette.light.depth * (1.0 - state.flatness) * terrain.size, 1e-6)


def shader_uniforms(
    terrain: Terrain,
    state: LandscapeState,
    palette: Palette,
    domain: tuple[Interval, Interval],
    frame: Frame,
) -> dict[str, Any]:
    """Return the values of all uniforms, by name.

    Raises:
        LandscapeError: The camera stands inside the landscape.
    """
    view = state.view
    gain, base = heights(terrain, state.flatness)
    low, high = terrain.value_range
    span = max(high - low, 1e-9)
    thickness = _thickness(terrain, state, palette)
    foot = foot_height(terrain, state, palette)
    far, near = _depths(view, domain, (foot, gain * high + base), 0.1 * terrain.size)
    w_far, w_near = 1.0 - view.perspective * far, 1.0 - view.perspective * near
    # Clip depth over w has to run from 1 at the far end to −1 at the near end.
    slope = -(w_near + w_far) / (near - far)
    haze = _HAZE * cos(view.elevation) / (near - far)
    right, up = 2.0 / frame.size[0], -2.0 / frame.size[1]
    radius = max(state.lantern.radius, 1e-6)
    ground = terrain.world(state.lantern.coords, state.flatness)
    lamp = ground + _LAMP * radius * terrain.normals(state.lantern.coords, state.flatness)
    return {
        "u_axes": view.axes.T.astype("f4").tobytes(),
        "u_focus": view.focus,
        "u_centre": (
            (view.centre[0] - frame.centre[0]) * right,
            (view.centre[1] - frame.centre[1]) * up,
        ),
        "u_scale": (view.scale * right, view.scale * up),
        "u_perspective": view.perspective,
        "u_depth": (slope, w_far - slope * far),
        "u_height": (gain, base),
        "u_pixel": (2.0 / frame.width, -2.0 / frame.height),
        "u_towards_camera": tuple(view.axes[2]),
        "u_haze": (-haze, haze * (near + float(view.axes[2] @ view.focus))),
        "u_lantern": (*lamp, radius**-2),
        "u_lantern_ground": tuple(ground),
        "u_lantern_strength": state.lantern.strength,
        "u_fog": state.fog,
        "u_values": (1.0 / span, -low / span),
        **_level_uniforms(palette, (low, high)),
        "u_tint": state.tint,
        "u_curves": state.curves,
        "u_relief": 1.0 - state.flatness,
        "u_grid": state.grid,
        "u_grid_step": palette.grid_step,
        "u_rim": state.rim,
        "u_foot": foot,
        "u_wall": min(1.0, min(state.extent) / _WALLED),
        "u_graph": max(0.0, 1.0 - min(state.extent) / _WALLED),
        "u_fade": (1.0 / thickness, -foot / thickness),
        "u_cut_x": (state.cut_x.at, *_revealed(domain[0], state.cut_x.reveal)),
        "u_cut_x_colour": squared(state.cut_x.colour),
        "u_cut_y": (state.cut_y.at, *_revealed(domain[1], state.cut_y.reveal)),
        "u_cut_y_colour": squared(state.cut_y.colour),
        "u_level": [plane.level for plane in state.level_planes],
        "u_level_colour": [(*squared(plane.colour), plane.reveal) for plane in state.level_planes],
    }


def _level_uniforms(palette: Palette, values: Interval) -> dict[str, Any]:
    even = even_levels(palette.levels, palette.index_levels)
    if even is None:
        return {"u_table": 0, "u_table_range": table_range(*values)}
    return {
        "u_levels": (even.first, even.step, float(even.last), even.gap),
        "u_index": (float(even.index), float(even.every), even.strength),
    }


def _revealed(interval: Interval, reveal: float) -> Interval:
    start, end = interval
    return start, start + reveal * (end - start)


def _depths(
    view: View, domain: tuple[Interval, Interval], height: Interval, margin: float
) -> Interval:
    """Return the depths of the farthest and of the nearest thing to be drawn."""
    bounds = [(low - margin, high + margin) for low, high in (*domain, height)]
    corners = np.stack(np.meshgrid(*bounds), axis=-1).reshape(-1, 3)
    depths = view.depth(corners)
    far, near = float(depths.min()), float(depths.max())
    if view.perspective * near >= 1.0:
        raise LandscapeError(
            "the camera stands inside the landscape: lower the view's perspective "
            f"({view.perspective:g}) below {1.0 / near:g}"
        )
    return far, near
