"""Draws a landscape with OpenGL into an array of pixels.

There is one context per process, made at the first frame, and nothing in it outlives a frame but
what depends on the ground alone.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import moderngl
import numpy as np

from mnemo_anim.landscape.edges import Edges, visible_edges
from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.landscape.palette import height_table, table_range
from mnemo_anim.landscape.sheets import back_to_front, sheets_of
from mnemo_anim.landscape.skylight import MOON_DIRECTION

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mnemo_anim.landscape.state import LandscapeState, Rgb
    from mnemo_anim.landscape.terrain import Terrain

_VERTEX_FLOATS = 7
_MAX_MARKS = 6


@dataclass(frozen=True)
class Frame:
    """The pixels to draw into, and the part of the screen that they show.

    Attributes:
        width: In pixels.
        height: In pixels.
        centre: The screen point in the middle.
        size: Width and height in screen units.
    """

    width: int
    height: int
    centre: tuple[float, float]
    size: tuple[float, float]


@dataclass(frozen=True)
class Palette:
    """The colours and levels that a landscape is drawn in.

    Attributes:
        tints: From the lowest height to the highest.
        night: Colour of the far distance.
        levels: Values of f whose curves are drawn.
        index_levels: Those among the levels that are drawn stronger.
        grid_step: Distance of the grid's lines in x and y.
    """

    tints: tuple[Rgb, ...]
    night: Rgb
    levels: tuple[float, ...]
    index_levels: tuple[float, ...]
    grid_step: tuple[float, float]


class Renderer:
    """An OpenGL context with the programs and buffers that draw landscapes.

    Raises:
        LandscapeError: There is no OpenGL to be had.
    """

    def __init__(self) -> None:
        self._context = _make_context()
        context = self._context
        context.front_face = "cw"  # rows run downwards, which turns triangles round
        context.cull_face = "back"
        context.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
        self._surface = self._program("surface")
        self._edge = self._program("surface", "EDGE")
        self._wall = self._program("wall")
        self._sheet = self._program("sheet")
        self._table = context.texture((1024, 2), 4, dtype="f4")
        self._table.filter = moderngl.NEAREST, moderngl.NEAREST
        self._table_key: object = None
        self._indices: dict[tuple[int, int], moderngl.Buffer] = {}
        self._meshes: WeakKeyDictionary[Terrain, moderngl.Buffer] = WeakKeyDictionary()
        self._target: moderngl.Framebuffer | None = None
        self._pixels = np.empty((0, 0, 4), np.uint8)

    def _program(self, name: str, *defines: str) -> moderngl.Program:
        def read(file: str) -> str:
            return (files(__package__) / "shaders" / file).read_text("utf-8")

        head = "#version 330\n" + "".join(f"#define {define}\n" for define in defines)
        fragment_head = "" if name == "sheet" else read("light.glsl")
        return self._context.program(
            vertex_shader=head + read("projection.glsl") + read(f"{name}.vert"),
            fragment_shader=head + fragment_head + read(f"{name}.frag"),
        )

    def draw(
        self,
        terrain: Terrain,
        state: LandscapeState,
        palette: Palette,
        origin: tuple[float, float],
        frame: Frame,
    ) -> NDArray[np.uint8]:
        """Return the picture, premultiplied RGBA, shape (height, width, 4), top row first.

        The array is reused by the next call.

        Raises:
            LandscapeError: The camera stands inside the landscape.
        """
        mesh = (
            terrain.mesh if state.extent == (1.0, 1.0) else terrain.grown_mesh(state.extent, origin)
        )
        target = self._target_of(frame)
        target.use()
        self._context.disable(moderngl.BLEND)
        self._context.enable(moderngl.DEPTH_TEST | moderngl.CULL_FACE)
        target.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        self._upload_table(terrain, palette)
        self._table.use(0)

        shared = _uniforms(terrain, state, palette, mesh, frame)
        for program in (self._surface, self._edge, self._wall, self._sheet):
            _set(program, shared)

        self._draw_walls(mesh, state)
        self._draw_surface(terrain, mesh, state)
        self._context.enable(moderngl.BLEND)
        self._context.disable(moderngl.CULL_FACE)
        target.depth_mask = False
        self._draw_edges(mesh, terrain, state, frame)
        self._draw_sheets(mesh, terrain, state)
        target.depth_mask = True
        target.read_into(self._pixels, components=4)
        return self._pixels

    def _target_of(self, frame: Frame) -> moderngl.Framebuffer:
        size = (frame.width, frame.height)
        if self._target is None or self._target.size != size:
            if self._target is not None:
                self._target.release()
            self._target = self._context.framebuffer(
                self._context.renderbuffer(size, 4), self._context.depth_renderbuffer(size)
            )
            self._pixels = np.empty((frame.height, frame.width, 4), np.uint8)
        return self._target

    def _upload_table(self, terrain: Terrain, palette: Palette) -> None:
        key = (terrain.value_range, palette)
        if key != self._table_key:
            table = height_table(
                *terrain.value_range, palette.tints, palette.levels, palette.index_levels
            )
            self._table.write(table.tobytes())
            self._table_key = key

    def _draw_surface(
        self, terrain: Terrain, mesh: NDArray[np.float32], state: LandscapeState
    ) -> None:
        if min(state.extent) <= 0.0:
            return
        if mesh is terrain.mesh:
            if terrain not in self._meshes:
                self._meshes[terrain] = self._context.buffer(mesh.tobytes())
            vertices = self._meshes[terrain]
        else:
            vertices = self._context.buffer(mesh.tobytes())
        cells = (mesh.shape[1] - 1, mesh.shape[0] - 1)
        if cells not in self._indices:
            self._indices[cells] = self._context.buffer(_triangles(*cells).tobytes())
        content = [(vertices, "2f 1f 2f 2f", *_VERTEX)]
        array = self._context.vertex_array(self._surface, content, self._indices[cells])
        array.render()
        array.release()

    def _draw_edges(
        self,
        mesh: NDArray[np.float32],
        terrain: Terrain,
        state: LandscapeState,
        frame: Frame,
    ) -> None:
        pixels = _to_pixels(mesh, terrain, state, frame)
        silhouette, rim = visible_edges(pixels)
        half = 0.6 * frame.height / 1080 + 0.5
        strips = np.concatenate(
            [_strips(mesh, silhouette, 0.0, 1.0, 0.0), _strips(mesh, rim, -half, half, 1.0)]
        )
        buffer = self._context.buffer(strips.tobytes())
        array = self._context.vertex_array(
            self._edge, [(buffer, "2f 1f 2f 2f 3f 1f", *_VERTEX, "in_edge", "in_distance")]
        )
        array.render(moderngl.TRIANGLES)
        array.release()
        buffer.release()

    def _draw_walls(self, mesh: NDArray[np.float32], state: LandscapeState) -> None:
        borders = (
            (mesh[0], (0.0, -1.0)),
            (mesh[-1], (0.0, 1.0)),
            (mesh[:, 0], (-1.0, 0.0)),
            (mesh[:, -1], (1.0, 0.0)),
        )
        for border, outward in borders:
            middle = (*border[len(border) // 2, :2], 0.0)
            if state.view.towards_camera(middle)[:2] @ np.array(outward) <= 1e-9:
                continue
            strip = np.empty((len(border), 2, 6), np.float32)
            strip[..., :3] = border[:, None, :3]
            strip[:, 0, 3] = 0.0
            strip[:, 1, 3] = 1.0
            strip[..., 4:] = outward
            buffer = self._context.buffer(strip.tobytes())
            names = ("in_coords", "in_value", "in_drop", "in_outward")
            array = self._context.vertex_array(self._wall, [(buffer, "2f 1f 1f 2f", *names)])
            self._context.disable(moderngl.CULL_FACE)
            array.render(moderngl.TRIANGLE_STRIP)
            self._context.enable(moderngl.CULL_FACE)
            array.release()
            buffer.release()

    def _draw_sheets(
        self, mesh: NDArray[np.float32], terrain: Terrain, state: LandscapeState
    ) -> None:
        for sheet in back_to_front(sheets_of(state, terrain, _domain(mesh)), state.view):
            _set(self._sheet, {"u_colour": sheet.colour})
            buffer = self._context.buffer(sheet.corners().tobytes())
            array = self._context.vertex_array(
                self._sheet, [(buffer, "3f 2f", "in_world", "in_uv")]
            )
            array.render(moderngl.TRIANGLE_STRIP)
            array.release()
            buffer.release()


_VERTEX = ("in_coords", "in_value", "in_gradient", "in_baked")


def _make_context() -> moderngl.Context:
    try:
        if sys.platform.startswith("linux"):
            # moderngl's own annotation of its settings is wrong.
            return moderngl.create_context(require=330, standalone=True, backend="egl")  # type: ignore[arg-type]
        return moderngl.create_context(require=330, standalone=True)
    except Exception as error:
        raise LandscapeError(
            "no OpenGL 3.3 to draw the landscape with: install EGL and Mesa's software driver "
            f"(on Debian and Ubuntu: libegl1 libgl1-mesa-dri). The driver said: {error}"
        ) from error


@cache
def _renderer_of(process: int) -> Renderer:
    return Renderer()


def renderer() -> Renderer:
    """Return this process's renderer, made at the first call; a forked process gets its own.

    Raises:
        LandscapeError: There is no OpenGL to be had.
    """
    return _renderer_of(os.getpid())


def _triangles(nx: int, ny: int) -> NDArray[np.uint32]:
    index = np.arange((nx + 1) * (ny + 1), dtype=np.uint32).reshape(ny + 1, nx + 1)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    return np.stack([a, b, c, a, c, d], axis=-1).ravel()


def _domain(mesh: NDArray[np.float32]) -> tuple[tuple[float, float], tuple[float, float]]:
    (x0, y0), (x1, y1) = mesh[0, 0, :2], mesh[-1, -1, :2]
    return (float(x0), float(x1)), (float(y0), float(y1))


def _heights(terrain: Terrain, state: LandscapeState) -> tuple[float, float]:
    """Return gain and base of the map from f to world height."""
    base = terrain.height_scale * state.flatness * terrain.middle_value
    return terrain.height_scale * (1.0 - state.flatness), base


def _to_pixels(
    mesh: NDArray[np.float32], terrain: Terrain, state: LandscapeState, frame: Frame
) -> NDArray[np.float64]:
    """Return where the vertices appear, in pixels from the frame's centre, y upwards."""
    view = state.view
    gain, base = _heights(terrain, state)
    x = mesh[..., 0].astype(float) - view.focus[0]
    y = mesh[..., 1].astype(float) - view.focus[1]
    z = gain * mesh[..., 2].astype(float) + (base - view.focus[2])
    right, up, near = (row[0] * x + row[1] * y + row[2] * z for row in view.axes)
    scale = view.scale * frame.height / frame.size[1] / (1.0 - view.perspective * near)
    return np.stack([right * scale, up * scale], axis=-1)


def _strips(
    mesh: NDArray[np.float32], edges: Edges, inner: float, outer: float, rim: float
) -> NDArray[np.float32]:
    """Return two triangles per edge, from ``inner`` to ``outer`` pixels beyond it; (6 m, 11)."""
    vertices = mesh.reshape(-1, _VERTEX_FLOATS)
    strips = np.empty((len(edges.ends), 6, _VERTEX_FLOATS + 4), np.float32)
    for place, (end, distance) in enumerate(
        ((0, inner), (1, inner), (1, outer), (0, inner), (1, outer), (0, outer))
    ):
        strips[:, place, :_VERTEX_FLOATS] = vertices[edges.ends[:, end]]
        strips[:, place, _VERTEX_FLOATS : _VERTEX_FLOATS + 2] = distance * edges.outward
        strips[:, place, _VERTEX_FLOATS + 2] = rim
        strips[:, place, _VERTEX_FLOATS + 3] = distance
    return strips.reshape(-1, _VERTEX_FLOATS + 4)


def _uniforms(
    terrain: Terrain,
    state: LandscapeState,
    palette: Palette,
    mesh: NDArray[np.float32],
    frame: Frame,
) -> dict[str, Any]:
    view = state.view
    gain, base = _heights(terrain, state)
    low, high = terrain.value_range
    bottom, top = gain * low + base, gain * high + base
    height = top - bottom
    thickness = 0.10 * (1.0 - state.flatness) * terrain.size
    foot = bottom - thickness
    (x0, x1), (y0, y1) = _domain(mesh)
    margin = 0.1 * terrain.size
    box = np.array(
        [
            (x, y, z)
            for x in (x0 - margin, x1 + margin)
            for y in (y0 - margin, y1 + margin)
            for z in (foot - margin, top + 0.2 * height + margin)
        ]
    )
    depths = view.depth(box)
    far, near = float(depths.min()), float(depths.max())
    if view.perspective * near >= 1.0:
        raise LandscapeError(
            f"the camera stands inside the landscape: lower the view's perspective "
            f"({view.perspective:g}) below {1.0 / near:g}"
        )
    # Clip depth over w runs from 1 at the far end to −1 at the near end.
    w_far, w_near = 1.0 - view.perspective * far, 1.0 - view.perspective * near
    slope = -(w_near + w_far) / (near - far)
    right, up = 2.0 / frame.size[0], -2.0 / frame.size[1]

    lantern = state.lantern
    ground = terrain.world(np.array(lantern.coords), state.flatness)
    lamp = ground + np.array([0.0, 0.0, 0.45 * lantern.radius])
    haze = 0.28 * cos(view.elevation) / max(near - far, 1e-9)
    marks = _marks(state, (x0, x1), (y0, y1))
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
        "u_edge_bias": 1e-3,
        "u_moon": MOON_DIRECTION,
        "u_towards_camera": tuple(view.axes[2]),
        "u_lantern": (*lamp, max(lantern.radius, 1e-6)),
        "u_lantern_ground": tuple(ground),
        "u_lantern_strength": lantern.strength,
        "u_fog": state.fog,
        "u_haze": (-haze, haze * near),
        "u_night": tuple(channel**2 for channel in palette.night),
        "u_table": 0,
        "u_table_range": table_range(low, high),
        "u_tint": state.tint,
        "u_curves": state.curves,
        "u_pixel_size": frame.height / 1080,
        "u_relief": 1.0 - state.flatness,
        "u_grid": state.grid,
        "u_grid_step": palette.grid_step,
        "u_rim": state.rim,
        "u_foot": foot,
        "u_fade": (1.0 / max(thickness, 1e-6), -foot / max(thickness, 1e-6)),
        "u_marks": len(marks),
        "u_mark": [mark for mark, _ in marks] + [(0.0,) * 4] * (_MAX_MARKS - len(marks)),
        "u_mark_colour": [c for _, c in marks] + [(0.0,) * 4] * (_MAX_MARKS - len(marks)),
    }


def _marks(
    state: LandscapeState, x_range: tuple[float, float], y_range: tuple[float, float]
) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Return the bright curves on the ground: where it meets the cutting and the level planes."""
    marks: list[tuple[tuple[float, ...], tuple[float, ...]]] = []
    for kind, cut, (start, end) in ((0.0, state.cut_x, x_range), (1.0, state.cut_y, y_range)):
        if cut.reveal > 0.0:
            reach = start + cut.reveal * (end - start)
            marks.append(((kind, cut.at, start, reach), (*cut.colour, 1.0)))
    for plane in state.level_planes:
        if plane.reveal > 0.0:
            marks.append(((2.0, plane.level, 0.0, 0.0), (*plane.colour, plane.reveal)))
    if len(marks) > _MAX_MARKS:
        raise LandscapeError(f"at most {_MAX_MARKS} planes can be drawn, got {len(marks)}")
    return marks


def _set(program: moderngl.Program, uniforms: dict[str, Any]) -> None:
    for name in program:
        uniform = program[name]
        if name in uniforms and isinstance(uniform, moderngl.Uniform):
            value = uniforms[name]
            if isinstance(value, bytes):
                uniform.write(value)
            else:
                uniform.value = value
